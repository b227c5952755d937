"""The words that synthetic minutes are made of: stems with the letters that link them, and inflected heads."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# What a compound can begin with, in the form in which it does: "affalds" in "affaldsplan".
BEGINNINGS = _words(
    """
    adgangs affalds afgifts afløbs aften aktivitets alders almen analyse anlægs ansvars arbejds areal arkiv
    asfalt bade barsels bassin befolknings belysnings beredskabs beskæftigelses besøgs betalings bevillings
    bibliotek biblioteks biodiversitets bolig borger brand bredbånds bro brønd budget bus by byfornyelses
    bygge bygnings bænke børne børnehave campus cykel cyklist dagpleje dagtilbuds data demens dige digital
    distrikts drifts driftsaftale dyrevelfærds dækning efterskole ejendoms elev elektricitets energi engangs
    erhvervs erstatnings evaluerings facade familie fartdæmpnings fastholdelses ferie film finans fjernvarme
    flag flygtninge fodbold forbrugs forebyggelses forenings forhandlings forretnings forsamlings forsikrings
    forsknings forsynings fortovs forurenings fredags fredskov fremmøde frikommune fritids frivillig fugle
    fællesskabs færdsels gade gadekær gangsti gebyr genbrugs genoptrænings gevinst grund grundskyld grundvands
    grønt gymnastik gyde gæste hal handels handicap handleplan havne haveforenings hedeplejes hjemmehjælps
    hjemmepleje hospice husholdnings husleje hverdags høje hørings idræts industri informations inklusions
    indflytter indkøbs indskolings innovations installations institutions integrations it jernbane job jord
    journal jubilæums julemarkeds jury kajak kantine kapacitets kirkegårds klage klasse klima kloak kollektiv
    kolonihave kommune kommuneplan kompetence konference konkurrence kontor koordinations kostforplejnings
    krise krop kulturarvs kultur kunst kvalitets kyst køkken køre lagrings land landdistrikts landsby lege
    lejr lektie letbane lov luft lys lærer læse løn madspilds mandskabs marked marketing matematik materiel
    medarbejder medie mennesker metode midtby miljø minde mobil moderniserings motions museums musik mødested
    møde naboer natur net nød nærings nøgletals oliefyrs omsorgs område opgave oplands oplevelses ordblinde
    organisations overenskomst overgangs oversvømmelses parkerings parcel park partnerskabs patient pendler
    pensions personale perron pileskov plads plan pleje plejehjems politi portal post presse pris privatlivs
    produktions projekt psykiatri pulje pumpe pædagog rammeaftale regn regnskabs rejse rekrutterings
    rengørings renoverings retsplejes risiko robot rusmiddel råstof rådgivnings sagsbehandlings sammenlægnings
    samarbejds samtale sanerings sankt scene selvbetjenings senior service skatte skole skolevejs skov sky
    skybruds slam snerydnings social sogne solcelle spejder spilde spildevands sport sprog stadion stations
    statistik sti stads strand strategi stress strøm styrelses støj sundheds svømme sygefraværs syns sø
    tandpleje taxa teater teknik telefon tele tilgængeligheds tilskuds tilsyns torve trafik transport trivsels
    træ tunnel turist tyveri udbuds uddannelses udligning udviklings ulykkes undervisnings ungdoms utryghed
    vagt valg vand vandløbs varme vedligeholdelses vej velfærds vendeplads vennegruppe venteliste vikar
    vilkårs vindmølle vinter virksomheds visitations vuggestue vækst værdi værksteds ydelses ældre økologi
    økonomi ørred å års årsværks åbnings
    """
)

# What a compound can end in, and what is a word by itself; the endings of its other forms after colons. A form that
# does not simply add letters is written out with "=".
ENDINGS = _words(
    """
    aftale:n:r:rne afgørelse:n:r:rne afgift:en:er:erne aktivitet:en:er:erne analyse:n:r:rne ansvar:et
    andel:en:e:ene anlæg:get:gene ansøgning:en:er:erne areal:et:er:erne arbejde:t:r arrangement:et:er:erne
    bane:n:r:rne bassin:et:er behandling:en:er:erne behov:et:ene bemanding:en belægning:en:er beløb:et:ene
    beregning:en:er:erne beskrivelse:n:r besparelse:n:r:rne bestyrelse:n:r:rne bestemmelse:n:r:rne
    betaling:en:er bevilling:en:er:erne bidrag:et:ene bolig:en:er:erne bro:en:er:erne bruger:en:e:ne
    budget:tet:ter:terne by:en:er:erne bygning:en:er:erne byggeri:et:er campus cirkulære:t:r
    center:et=centret=centre=centrene chef:en:er:erne dag:en:e:ene dialog:en:er direktør:en:er
    dokument:et:er:erne drift:en dækning:en ejendom:men:me:mene ekspert:en:er elev:en:er:erne enhed:en:er:erne
    evaluering:en:er:erne facilitet:en:er:erne fagplan:en:er fald:et familie:n:r:rne finansiering:en flade:n:r
    fond:en:e forbedring:en:er:erne forbrug:et forening:en:er:erne forhold:et:ene forløb:et:ene formål:et:ene
    forslag:et:ene forsikring:en:er forsøg:et:ene forsyning:en:er fordeling:en:er forvaltning:en:er:erne
    frist:en:er funktion:en:er:erne fællesskab:et:er:erne gade:n:r:rne garanti:en:er gebyr:et:er:erne
    gennemgang:en:e gevinst:en:er gruppe:n:r:rne grund:en:e:ene hal:len:ler:lerne handling:en:er:erne
    handleplan:en:er:erne have:n:r:rne havn:en:e hensyn:et:ene hjem:met:mene hjælp:en hold:et:ene hus:et:e:ene
    høring:en:er:erne indberetning:en:er indsats:en:er:erne indkøb:et:ene indtægt:en:er:erne
    initiativ:et:er:erne institution:en:er:erne interesse:n:r:rne investering:en:er:erne jord:en:er
    kampagne:n:r:rne kapacitet:en:er klasse:n:r:rne klub:ben:ber:berne klage:n:r:rne kommission:en:er
    konference:n:r konsekvens:en:er:erne konsulent:en:er:erne kontakt:en:er konto:en:i kontor:et:er:erne
    kontrakt:en:er kontrol:len:ler kort:et:ene krav:et:ene kreds:en:e kursus=kurset=kurser=kurserne
    kvalitet:en:er lager:et ledelse:n:r leder:en:e:ne ledning:en:er:erne linje:n:r:rne lokale:t:r:rne
    løsning:en:er:erne lån:et:ene marked:et:er materiale:t:r medarbejder:en:e:ne medlem:met:mer:merne
    metode:n:r:rne miljø:et:er model:len:ler:lerne mulighed:en:er:erne myndighed:en:er:erne møde:t:r:rne
    mål:et:ene måling:en:er:erne niveau:et:er:erne norm:en:er:erne notat:et:er:erne nævn:et:ene område:t:r:rne
    omlægning:en:er opgave:n:r:rne opgørelse:n:r:rne oplæg:get:gene oplysning:en:er:erne ordning:en:er:erne
    organisation:en:er:erne orientering:en:er oversigt:en:er:erne overskud:det park:en:er:erne partner:en:e:ne
    pladser=pladserne periode:n:r:rne personale:t:r plads:en plan:en:er:erne politik:ken:ker:kerne pligt:en:er
    portal:en:er pris:en:er:erne procedure:n:r:rne proces:sen:ser:serne profil:en:er program:met:mer:merne
    projekt:et:er:erne prognose:n:r:rne prøve:n:r:rne pulje:n:r:rne punkt:et:er:erne ramme:n:r:rne
    rapport:en:er:erne redegørelse:n:r:rne reduktion:en:er reform:en:er regel:en=regler=reglerne
    regnskab:et:er:erne regulativ:et:er rettighed:en:er:erne risiko:en:er rum:met:mene rute:n:r:rne
    rådgiver:en:e:ne råd:et:ene sag:en:er:erne samarbejde:t:r samling:en:er:erne sats:en:er:erne
    sektor:en:er:erne seminar:et:er sikring:en:er skema:et:er:erne skole:n:r:rne skat:ten:ter sted:et:er:erne
    status:sen sti:en:er:erne strategi:en:er:erne struktur:en:er:erne styring:en støtte:n system:et:er:erne
    takst:en:er:erne tal:let:lene tiltag:et:ene tilbud:det:ene tilladelse:n:r:rne tilskud:det:ene
    tilsyn:et:ene time:n:r:rne tjeneste:n:r:rne trafik:ken transport:en:er træning:en uddannelse:n:r:rne
    udbud:det:ene udbygning:en:er udgift:en:er:erne udsigt:en:er udvalg:et:ene udvidelse:n:r:rne udvikling:en
    undersøgelse:n:r:rne ungdom:men vedtægt:en:er:erne vej:en:e:ene vejledning:en:er:erne venteliste:n:r
    virksomhed:en:er:erne vision:en:er vurdering:en:er:erne vært:en:er værdi:en:er:erne værktøj:et:er:erne
    ydelse:n:r:rne årsag:en:er
    """
)

ADJECTIVES = _words(
    """
    administrative almindelige ansvarlige attraktive berørte bæredygtige decentrale digitale direkte effektive
    egentlige eksisterende eksterne faglige fleksible foreløbige forskellige fremtidige frivillige fysiske
    fælles generelle grundlæggende grønne gældende helhedsorienterede individuelle interne kommende kommunale
    konkrete korte kreative kulturelle langsigtede lokale lovpligtige midlertidige moderne målrettede
    nationale nuværende nødvendige offentlige ordinære organisatoriske overordnede planlagte politiske
    praktiske private pædagogiske rekreative regionale relevante samlede selvstændige sikre sociale
    strategiske særlige tekniske tidligere tværfaglige tværgående trafikale udvidede uforudsete ukendte varige
    velfungerende væsentlige ydre økonomiske øgede årlige
    """
)

# Invented places: a beginning and an end of each.
PLACE_BEGINNINGS = _words(
    """
    Abild Bavne Bilde Blom Brede Damme Drage Edel Elve Fasan Fyrre Gise Glente Grib Hasse Hegn Hjorte Horne
    Ibs Jerne Kalve Kastan Kringel Lyng Mose Mågel Nattergale Nebbe Oksel Orme Pilder Povls Ravne Regnspove
    Rirke Sejl Skarv Snerle Sorte Stære Tjørne Tranum Uggel Valmue Vibe Vindel Ærte Ørne Åker
    """
)
PLACE_ENDS = _words(
    """
    bjerg borg by bæk dal gård holt høj kilde lund mark næs rød skov slette strup svinget torp vang vænge
    """
)
FIRST_NAMES = _words(
    """
    Agnete Alma Arne Asger Astrid Benedikte Birger Bodil Carsten Dagmar Ditte Ejnar Ellen Elin Ebbe Folmer
    Gerda Gunnar Halfdan Hedvig Helge Inger Ivar Johanne Jørn Klara Knud Leif Liv Magnus Marius Nanna Olga
    Oskar Palle Regitze Rigmor Sigurd Signe Solvej Thyra Torben Ulrik Valborg Vagn Viggo Ylva Åge
    """
)
LAST_NAMES = _words(
    """
    Abelgaard Birkholt Brolev Dalsby Egeris Elmkær Fjelstrup Glarbo Hedelund Hornum Ibsgaard Kildeby Kornvang
    Lindebæk Lyngvad Mosegaard Nordhavn Overby Pilegren Ravnsborg Rosenvad Skarrild Stenmose Svanlund
    Tranbjerg Ulvedal Vadgren Vestborg Vindebro Ørum Åkjærsen
    """
)
