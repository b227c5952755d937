"""Sentences of decisions and recommendations that promise something, and such as only name a time. All invented.

They were said on 27 August 2013. A time is as ISO 8601 writes it, None where a calendar cannot tell.
"""

from __future__ import annotations

from minutes.parser.told.values import PromiseKind

BACK = PromiseKind.COMES_BACK
ON = PromiseKind.GOES_TO
DONE = PromiseKind.DONE_BY
TASK = PromiseKind.TASK
EVENT = PromiseKind.EVENT
RECURRING = PromiseKind.RECURRING

PROMISES: dict[str, tuple[PromiseKind, str | None]] = {
    # What comes back.
    "Godkendt. Evalueringen forelægges Direktionen i juni 2014.": (BACK, "2014-06"),
    "Sagen genoptages den 1. oktober.": (BACK, "2013-10-01"),
    "Udsættes til mødet den 24. september.": (BACK, "2013-09-24"),
    "Direktionen ønsker en status på arbejdet i november.": (BACK, "2013-11"),
    "Direktionen orienteres igen i februar.": (BACK, "2014-02"),
    "SHC vender tilbage med et oplæg inden jul.": (BACK, "2013"),
    "Der fremlægges en samlet plan på mødet den 3. december 2013.": (BACK, "2013-12-03"),
    "BYC udarbejder et notat, som forelægges Direktionen senest den 15. november.": (BACK, "2013-11-15"),
    "Direktionen besluttede, at en status fremlægges i 1. kvartal 2014.": (BACK, "2014-03"),
    "Punktet tages op igen, når regnskabet foreligger.": (BACK, None),
    "Status forelægges på næste møde.": (BACK, None),
    "Direktionen tager stilling til fase 2 i foråret 2014.": (BACK, "2014"),
    "SHC følger udviklingen og vender tilbage i maj.": (BACK, "2014-05"),
    "BYC holder direktionen orienteret.": (BACK, None),
    "HRC bruger skemaet og melder tilbage i maj.": (BACK, "2014-05"),
    "SHC vurderer sagen, og ØDC vender tilbage i maj.": (BACK, "2014-05"),
    # What goes to others.
    "Godkendt. Planen forelægges Byrådet den 24. september.": (ON, "2013-09-24"),
    "Strategien præsenteres for Chefforum i oktober.": (ON, "2013-10"),
    "Det blev besluttet at drøfte planen i Chefforum den 28. november 2013.": (ON, "2013-11-28"),
    "HU orienteres om projektet i september.": (ON, "2013-09"),
    "Sagen sendes til politisk behandling i Økonomiudvalget i januar 2014.": (ON, "2014-01"),
    "Erfaringerne drøftes på et kommende møde i Chefforum.": (ON, None),
    "HRC sikrer udmelding til Chefforum.": (ON, None),
    "Oplægget sendes til politisk godkendelse i foråret.": (ON, "2014"),
    "Chefforum inddrages og drøfter udkastet den 3. oktober.": (ON, "2013-10-03"),
    # What is done by a time.
    "TMC indhenter tilbud inden 1. oktober 2013.": (DONE, "2013-10-01"),
    "Centrene melder tilbage senest fredag den 13. september.": (BACK, "2013-09-13"),
    "Projektet igangsættes i januar.": (DONE, "2014-01"),
    "Ordningen træder i kraft den 1. januar 2014.": (DONE, "2014-01-01"),
    "Der gives adgang til at søge midler med frist den 1. november.": (DONE, "2013-11-01"),
    "Direktionen godkendte tidsplanen med opstart i oktober 2013.": (DONE, "2013-10"),
    "Godkendt, idet arbejdet skal være afsluttet inden udgangen af 2013.": (DONE, "2013-12-31"),
    "Stillingen besættes pr. 1. december 2013.": (DONE, "2013-12-01"),
    "Deadline for tilbagemelding er den 20. september.": (DONE, "2013-09-20"),
    "Det forventes, at systemet er klar medio november.": (DONE, "2013-11"),
    "BYC udsender materialet hurtigst muligt.": (DONE, None),
    "Undersøgelsen gennemføres i april/maj 2014.": (DONE, "2014-05"),
    "Direktionen anmodede om, at centrene indberetter tallene inden den 1. oktober.": (DONE, "2013-10-01"),
    "Kampagnen kører i uge 40.": (DONE, "2013-10-06"),
    "HRC holder kurser for lederne i maj.": (DONE, "2014-05"),
    "HRC er ansvarlig for, at skemaet sendes ud i oktober.": (DONE, "2013-10"),
    "HRC er positiv og udsender et skema i oktober.": (DONE, "2013-10"),
    "ØDC forventer at være færdig i november.": (DONE, "2013-11"),
    "BYC beskriver processen inden jul.": (DONE, "2013"),
    "Resultatet vil være klar i maj.": (DONE, "2014-05"),
    "Biblioteket holder lukket i uge 42, og FKC sender besked senest den 1. oktober.": (DONE, "2013-10-01"),
    # Tasks, events, and what recurs.
    "BYC er tovholder på opgaven.": (TASK, None),
    "HRC får til opgave at udarbejde et skema.": (TASK, None),
    "SHC vurderer, om ordningen kan fortsætte.": (TASK, None),
    "Centrene skal tage højde for udgiften i budgettet.": (TASK, None),
    "Udvalget holder møde den 3. oktober.": (EVENT, "2013-10-03"),
    "Styregruppen mødes igen i oktober.": (EVENT, "2013-10"),
    "ØDC arbejder videre med modellen.": (TASK, None),
    "Direktionen efterspurgte en oversigt over lokalerne.": (TASK, None),
    "Centercheferne skal inddrages i arbejdet.": (TASK, None),
    "Der skal være fokus på økonomien.": (TASK, None),
    "Temamødet afholdes den 30. oktober.": (EVENT, "2013-10-30"),
    "Der afholdes et seminar den 9.-10. januar 2014.": (EVENT, "2014-01-10"),
    "Status forelægges Direktionen kvartalsvis.": (RECURRING, None),
    "Centrene indberetter to gange årligt.": (RECURRING, None),
}

# Of these nothing is promised for a time that a calendar has.
NOT_FOR_A_TIME: tuple[str, ...] = (
    # What was.
    "Direktionen drøftede status pr. 1. juli 2013.",
    "Godkendt. Planen blev vedtaget af Byrådet den 18. juni 2013.",
    "Sagen blev senest behandlet i maj 2013.",
    "Der henvises til beslutningen den 4. juni 2013.",
    "Fristen var den 15. august.",
    "Direktionen godkendte referatet fra mødet den 20. august 2013.",
    "Orienteringen om budgetseminaret den 29. maj taget til efterretning.",
    "Notatet, som blev udsendt i juni, blev drøftet.",
    "Direktionen havde i foråret bedt om en oversigt.",
    "Midlerne kobles til drøftelserne i Økonomiudvalget den 21. maj 2013.",
    "Kontrakten udløb i juli 2013.",
    # Budget years, plans and rules of a time.
    "Godkendt, at der afsættes 2 mio. kr. i 2014 og 3 mio. kr. i 2015.",
    "Direktionen godkender arbejdsprogrammet for 2014.",
    "Budget 2014-2017 blev drøftet.",
    "Direktionen planlagde budgetseminaret om budget 2014-2017.",
    "Udgiften finansieres af puljen i 2014.",
    "Regnskabet for 2012 taget til efterretning.",
    "Udgifterne stiger fra og med 2015.",
    "Bekendtgørelse nr. 453 af 10. juni 2014 følges.",
    "Strategien for 2014 godkendt.",
    "Planen gælder for perioden 2014-2018.",
    # What is not so, may be, or is asked.
    "Mødet den 3. oktober aflyses.",
    "Der afholdes ikke møde i oktober.",
    "Direktionen tager stilling til, om projektet skal begynde i maj.",
    "Det overvejes at indføre ordningen i 2014.",
    "Projektet kan eventuelt igangsættes i marts.",
    "Hvis der opnås tilskud i oktober, sættes arbejdet i gang.",
    "Kan stierne åbnes i maj?",
    # What ends, or needs no doing.
    "Ordningen finansieres frem til december 2013.",
    "Aftalen løber indtil den 1. maj 2014.",
    # No time at all.
    "Godkendt.",
    "Taget til efterretning.",
    "Tiltrådt.",
    "Direktionen drøftede sagen.",
    "Lokale B105, kl. 10.30.",
    "Se side 3 og § 17, stk. 4.",
    "Der var 14 stemmer for og 7 imod.",
    "Direktionen roste arbejdet.",
    "Dokument 12345/13 vedlægges.",
    "Skolen har 450 elever.",
    "Direktionen drøftede forberedelsen af budgetseminaret den 29.-30. august.",
    "Direktionen drøftede forslag til temaer for 2014.",
    "Direktionen godkendte mødeplanen for 2014.",
    "Direktionen drøftede strategibrevet for 2014.",
    "Godkendt. Der er afsat 1 mio. kr. i budget 2014.",
    "Besparelsen udgør 500.000 kr. i 2014 og 1 mio. kr. i 2015.",
    "Merudgiften på 60.000 kr. i 2013 finansieres af puljen.",
    "Der henvises til mødet den 3. september i Chefforum.",
    "Direktionen var på besøg i Ishøj den 12. juni.",
    "Aftalen blev indgået i 2011 og udløber i 2014.",
    "Direktionen tog status for 2. kvartal 2013 til efterretning.",
    "Opgørelsen pr. 31. december 2012 blev taget til efterretning.",
    "Budgetopfølgningen pr. 31. juli 2013 blev drøftet.",
    "Den nye lov træder i kraft den 1. januar 2014.",
    "Lovforslaget forventes vedtaget i december 2013.",
    "KL har udmeldt, at reformen træder i kraft 1. juli 2014.",
    "Regeringen fremlægger finanslovsforslaget i august.",
    "Direktionen konstaterede, at valget finder sted den 19. november 2013.",
    "Sagen var på dagsordenen i Økonomiudvalget den 20. august.",
    "Direktionens beslutning af 4. juni 2013 fastholdes.",
    "Børnetallet falder frem mod 2020.",
    "Notat af 15. august 2013 blev drøftet.",
    "Direktionen godkendte tilskuddet på 30.000 kr. til sommerfesten i 2013.",
    "Direktionen afviste at udsende materialet i september.",
    "Det blev besluttet ikke at afholde seminar i foråret 2014.",
    "Der er 2.014 elever.",
    "Strategi 2015 blev drøftet.",
    "Vision 2020 blev godkendt.",
)

# Of these nothing is promised at all.
NO_PROMISE: tuple[str, ...] = (
    "Godkendt.",
    "Tiltrådt, som indstillet.",
    "Direktionen drøftede oplægget.",
    "Direktionen roste det ambitiøse arbejde.",
    "Taget til efterretning.",
    "Udsættes.",
    "Orienteringen blev givet.",
    "Ingen bemærkninger.",
    "Forslaget blev afvist.",
    "Der var enighed.",
    # How things are, though in verbs of undertakings.
    "Kantinen holder lukket i maj.",
    "Skolerne holder lukket i uge 42.",
    "Institutionerne holder sommerlukket i uge 29 og 30.",
    "Administrationen holder til i B-fløjen.",
    "Kommunaldirektøren er på ferie i uge 30.",
    "Borgmesteren er inhabil i sagen.",
    "HRC er enig.",
    "Lederne er glade for ordningen.",
    "Arbejdsgruppen består af HRC og BYC.",
    "BYC bruger 40 timer om ugen på opgaven.",
    "Skolerne får 200.000 kr. hver.",
    "Forvaltningen følger reglerne i bekendtgørelsen.",
    "Ferieplanen følger skolernes kalender i 2014.",
    "Tallene kommer fra HRC.",
    "Direktionen takker HRC for arbejdet.",
    "Direktionen holder fast i beslutningen fra maj.",
    # Papers and plans act only in a manner of speaking.
    "Planen tager højde for skolestarten i august.",
    "Aftalen giver mulighed for genforhandling i 2015.",
    "Evalueringen beskriver forløbet i 2012 og 2013.",
    "Indsatsen retter sig mod unge i 2014.",
    # What comes of itself, and forecasts.
    "Skoleåret starter den 11. august 2014.",
    "Den nye centerchef begynder den 1. november.",
    "Udgifterne forventes at blive 3 mio. kr. i 2014.",
    "Ledigheden ventes at falde i 2014.",
    "Det forventes, at udgifterne stiger i 2014.",
    "Det vil kræve to medarbejdere.",
    # What somebody tells, wishes others, or wanted in vain.
    "Det skal bemærkes, at udgiften er foreløbig.",
    "Det bemærkes, at HRC udsender et skema.",
    "HRC vurderer, at fraværet falder i 2014.",
    "HRC foreslår, at kurset holdes i maj.",
    "Ordningen betyder, at HRC sender et skema ud.",
    "Der skal lyde en stor tak til medarbejderne.",
    "Byrådet ønskede alle en glædelig jul.",
    "Et mindretal ønskede sagen sendt tilbage.",
    "Indkøb, som alligevel skal foretages i januar, bør ikke fremrykkes.",
    # Who takes part in this meeting.
    "HRC deltager under punktet.",
    "Konsulenten, BYC, deltager i punktet kl. 10.",
    "BYC giver en orientering under punktet.",
)

# Of decisions, each promise with its time.
TIMES: dict[str, list[str | None]] = {
    "Opfølgning sker på direktionsmødet den 12. november.": ["2013-11-12"],
    "Der følges op i direktionen om et halvt år.": ["2014-02"],
    "Direktionen ønsker en evaluering efter 1 år.": [None],
    "Emnet tages op på byrådets temamøde den 29. oktober.": ["2013-10-29"],
    "BURC og ISC laver et fælles oplæg til Chefforum i oktober.": ["2013-10"],
    "ØDC fremlægger et samlet overblik på næste møde.": [None],
    "Der laves en ny opgørelse ultimo 2013.": ["2013-12"],
    "Godkendt med ikrafttræden 1. januar 2014.": ["2014-01-01"],
    "Godkendt med virkning fra 1. oktober 2013.": ["2013-10-01"],
    "Direktionen besluttede, at ansættelsesstoppet ophæves den 1. november 2013.": ["2013-11-01"],
    "Det blev aftalt, at HRC rundsender skemaet i uge 37, og at centrene svarer senest i uge 39.": [
        "2013-09-15",
        "2013-09-29",
    ],
    "Input sendes til BYC senest den 5. september kl. 12.": ["2013-09-05"],
    "Forslag til dagsordenspunkter sendes til BYC inden den 10. september.": ["2013-09-10"],
    "Materialet udsendes til Chefforum fredag den 30. august.": ["2013-08-30"],
    "BYC booker lokaler til den 22. november.": ["2013-11-22"],
    "Der er deadline for centrenes bidrag den 6. september 2013.": ["2013-09-06"],
    "Frist: 1. oktober.": ["2013-10-01"],
    "Næste status: februar 2014.": ["2014-02"],
    "Sagen på Byrådets møde i september.": ["2013-09"],
    "Sagen skal i ØU i oktober og Byrådet i november.": ["2013-10", "2013-11"],
    "Godkendt. Sagen går i Byrådet 24. september.": ["2013-09-24"],
    "Politikken skal være færdig til politisk behandling primo 2014.": ["2014-01"],
    "Implementeringen starter efter sommerferien.": ["2013"],
    "Politikken evalueres i 2015.": ["2015"],
    "Puljen genåbnes i foråret 2014.": ["2014"],
    "Tidsplanen blev godkendt. Første udkast foreligger 1. december.": ["2013-12-01"],
    "Direktionen besluttede at nedsætte en arbejdsgruppe, som afrapporterer i marts 2014.": ["2014-03"],
    "Direktionen bad BYC om at komme med forslag til model senest til oktober.": ["2013-10"],
    "JC undersøger mulighederne og giver en tilbagemelding i september.": ["2013-09"],
    "Direktøren tager kontakt til nabokommunerne i løbet af september.": ["2013-09"],
    "Der orienteres på MED-hovedudvalgets møde den 19. september.": ["2013-09-19"],
    "Emnet sættes på dagsordenen for HU den 23. oktober.": ["2013-10-23"],
    "Centercheferne drøfter sagen med egne ledere inden efterårsferien.": ["2013"],
    "Det undersøges inden 1. november, om aftalen kan opsiges.": ["2013-11-01"],
    "Aftalen opsiges pr. 31. december 2013.": ["2013-12-31"],
    "CEIS indkalder til møde i september.": ["2013-09"],
    "Kommunen deltager i messen i oktober 2013.": ["2013-10"],
    "Ledelsesinformationen udkommer første gang i januar 2014.": ["2014-01"],
    "Der gives en mundtlig status den 10. september.": ["2013-09-10"],
    "Der udarbejdes en handleplan, som godkendes af direktionen i december.": ["2013-12"],
    ("Direktionen godkendte oplægget. Kommunikationsplanen forelægges på direktionsmødet den 8. oktober."): [
        "2013-10-08"
    ],
    ("Godkendt. Der laves en midtvejsevaluering i sommeren 2014, som forelægges direktionen."): ["2014"],
    "Puljen udmøntes i to runder, henholdsvis 1. november 2013 og 1. marts 2014.": [
        "2013-11-01",
        "2014-03-01",
    ],
    "ISC melder tilbage til BURC inden udgangen af uge 38.": ["2013-09-22"],
    ("Arbejdsgruppen forventes at kunne fremlægge sine anbefalinger ultimo januar 2014."): ["2014-01"],
    (
        "Sagen forelægges Byrådet den 24. september 2013, idet direktionen"
        " forudsætter, at økonomien er afklaret."
    ): ["2013-09-24"],
    "Direktionen ønsker en ny sag om emnet i 1. halvår 2014.": ["2014-06"],
    "Rammeaftalen genforhandles, så en ny aftale kan træde i kraft 1. april 2014.": ["2014-04-01"],
    "Den nye struktur evalueres efter sommerferien 2014.": ["2014"],
    "BYC sikrer, at borgmesteren får et oplæg senest mandag den 2. september.": ["2013-09-02"],
    "Der afrapporteres til direktionen primo december.": ["2013-12"],
    ("TMC fremsender en revideret tidsplan hurtigst muligt og senest den 15. september."): ["2013-09-15"],
    "Orienteres på chefforum den 26. september.": ["2013-09-26"],
    "På chefforum i november præsenteres resultaterne.": ["2013-11"],
    "Indsatsen fortsætter i 2014.": ["2014"],
    "Stillingen opslås snarest.": [None],
    "Fremadrettet forelægges alle sager for direktionen først.": [None],
    "HRC tager kontakt til Falck.": [None],
    ("Kommunaldirektøren orienterer borgmesteren inden mødet i Økonomiudvalget den 10. september."): [
        "2013-09-10"
    ],
    "ØDC undersøger til næste møde, om beløbet kan findes i 2013.": [None],
    "Direktionen besøger Ishøj Kommune den 3. oktober.": ["2013-10-03"],
    "Lokalerne fraflyttes 31. december 2013.": ["2013-12-31"],
    "Lovændringen gør, at ordningen ophører den 31. december.": [],
}

# Of recommendations, those with a time that a calendar has.
RECOMMENDED: dict[str, list[str | None]] = {
    "Det indstilles, at strategien sendes i høring til den 1. november 2013.": ["2013-11-01"],
    "Det indstilles, at projektet igangsættes 1. januar 2014.": ["2014-01-01"],
    (
        "Administrationen indstiller, at Direktionen godkender tidsplanen med endelig"
        " godkendelse i Byrådet den 17. december 2013."
    ): ["2013-12-17"],
    (
        "Det indstilles, at direktionen tager orienteringen til efterretning, og at der"
        " gives en ny status i februar 2014."
    ): ["2014-02"],
    ("BYC indstiller, at direktionen godkender, at evalueringen forelægges Chefforum i november."): [
        "2013-11"
    ],
    "Det indstilles, at Direktionen godkender budgettet for 2014.": [],
    "Det indstilles, at Direktionen tager status pr. 1. juli 2013 til efterretning.": [],
    "Det indstilles, at Direktionen drøfter temaer for Chefforum i efteråret 2013.": [],
    "Det indstilles, at Direktionen godkender arbejdsprogram for 2014, herunder at der følges op i juni 2014.": [
        "2014-06"
    ],
    "Det indstilles, at der afsættes 100.000 kr. i 2014 til projektet.": [],
    "Det indstilles, at Direktionen godkender, at 250.000 kr. fra udviklingspuljen anvendes i 2013.": [],
    "Det indstilles, at der nedsættes en arbejdsgruppe, der afrapporterer til Direktionen ultimo 2013.": [
        "2013-12"
    ],
    (
        "HR-Centret indstiller, at trivselsmålingen gennemføres i marts 2014, og at"
        " resultaterne præsenteres for Direktionen i maj 2014."
    ): [
        "2014-03",
        "2014-05",
    ],
    "Det indstilles, at Direktionen beslutter, om ordningen skal videreføres i 2014.": [],
    (
        "Det indstilles, at forslaget behandles i Økonomiudvalget den 10. september 2013"
        " og i Byrådet den 24. september 2013."
    ): [
        "2013-09-10",
        "2013-09-24",
    ],
    "Det indstilles, at planen fra den 3. maj 2013 fastholdes.": [],
    "Det indstilles, at regulativet træder i kraft den 1. januar 2014.": ["2014-01-01"],
    "Det indstilles, at Direktionen drøfter, hvordan målene i budget 2014 nås.": [],
    "Det indstilles, at centrene får frist til den 15. september til at indsende forslag.": ["2013-09-15"],
    "Det indstilles, at Direktionen indstiller til Økonomiudvalget, at puljen udmøntes i oktober.": [
        "2013-10"
    ],
}
