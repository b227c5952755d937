"""Meetings, decisions and cases that a sentence points to by their date."""

import datetime

import pytest

from tests.build.parsed import parse_one

from .reading import of_item, read

POINTING = [
    ("Sagen blev behandlet på Direktionens møde den 12. juni 2012.", ["meeting Direktionen 2012-06-12"]),
    ("Jf. beslutning i Byrådet den 18.03.13.", ["meeting Byrådet 2013-03-18"]),
    ("Jf. beslutning den 18.03.13 udarbejdes et notat.", ["meeting 2013-03-18 ?"]),
    (
        "Direktionen besluttede på mødet den 3. september, at planen skal revideres.",
        ["meeting Direktionen 2013-09-03"],
    ),
    ("Økonomiudvalget tiltrådte den 14. august 2013 indstillingen.", ["meeting Økonomiudvalget 2013-08-14"]),
    (
        "Teknik- og Miljøudvalget behandlede sagen den 4. juni 2013.",
        ["meeting Teknik- og Miljøudvalget 2013-06-04"],
    ),
    ("Planen er vedtaget af Byrådet den 25/9 2012.", ["meeting Byrådet 2012-09-25"]),
    ("Byrådet har den 24. september 2013 vedtaget kommuneplanen.", ["meeting Byrådet 2013-09-24"]),
    ("Den 24. september 2013 vedtog Byrådet kommuneplanen.", ["meeting Byrådet 2013-09-24"]),
    ("På byrådsmødet den 24. september blev planen vedtaget.", ["meeting Byrådet 2013-09-24"]),
    ("Sagen blev udsat på direktionsmødet d. 20.8.", ["meeting Direktionen 2013-08-20"]),
    ("Se referat af Chefforums møde 12. juni 2013.", ["meeting Chefforum 2013-06-12"]),
    ("Sagen har været drøftet i Chefforum i marts 2013.", ["meeting Chefforum 2013-03"]),
    ("Politikken blev drøftet i Direktionen i marts.", ["meeting Direktionen 2013-03 ?"]),
    ("På mødet i september besluttede direktionen at udskyde sagen.", ["meeting Direktionen 2013-09 ?"]),
    ("Sagen var på dagsordenen på HovedMED den 5. juni 2013.", ["meeting HovedMED 2013-06-05"]),
    ("Byrådet godkendte budget 2014-2017 den 8. oktober 2013.", ["meeting Byrådet 2013-10-08"]),
    ("Byrådets beslutning af 27. august 2013 følges.", ["meeting Byrådet 2013-08-27"]),
    (
        "Sagen genoptages fra Økonomiudvalgets møde den 10. september 2013, punkt 7.",
        ["item Økonomiudvalget 2013-09-10 #7"],
    ),
    ("ØU-møde 10/9 2013, sag nr. 12", ["item Økonomiudvalget 2013-09-10 #12"]),
    ("I maj 2012 nedsatte Direktionen en arbejdsgruppe.", ["meeting Direktionen 2012-05"]),
    ("Direktionen nedsatte en arbejdsgruppe i maj 2012.", ["meeting Direktionen 2012-05"]),
    ("Byrådet besluttede i foråret 2012 at lukke skolen.", ["meeting Byrådet 2012 ?"]),
    ("Sagen behandles på Byrådets møde den 26. november.", ["meeting Byrådet 2013-11-26"]),
    ("Næste møde i styregruppen er den 14. januar.", ["meeting styregruppen 2014-01-14"]),
    ("Der afholdes temamøde for Byrådet den 14. januar 2014.", ["meeting Byrådet 2014-01-14"]),
    ("Ældrerådet drøftede sagen på sit møde den 2. september 2013.", ["meeting Ældrerådet 2013-09-02"]),
    (
        "Sagen blev forelagt Børne- og Ungdomsudvalget den 3. april 2013 og Økonomiudvalget den 16. april 2013.",
        ["meeting Børne- og Ungdomsudvalget 2013-04-03", "meeting Økonomiudvalget 2013-04-16"],
    ),
    (
        "Sagen blev drøftet på Direktionens møder den 3. og 17. september 2013.",
        ["meeting Direktionen 2013-09-03", "meeting Direktionen 2013-09-17"],
    ),
    ("(jf. Direktionens beslutning 3/9-13)", ["meeting Direktionen 2013-09-03"]),
    (
        "På Direktionens seminar den 22.-23. august 2013 blev visionen drøftet.",
        ["meeting Direktionen 2013-08-22/2013-08-23"],
    ),
    (
        "Kommunalbestyrelsen vedtog den 20. juni 2012 en ny politik.",
        ["meeting Kommunalbestyrelsen 2012-06-20"],
    ),
    ("Der henvises til Byrådets behandling af sagen den 27. august 2013.", ["meeting Byrådet 2013-08-27"]),
    (
        "Byrådet tog på sit møde den 27. august 2013 orienteringen til efterretning.",
        ["meeting Byrådet 2013-08-27"],
    ),
    ("Sagen er senest drøftet i Direktionen d. 8. oktober.", ["meeting Direktionen 2013-10-08"]),
    (
        "I forlængelse af Direktionens drøftelse d. 8/10 fremlægges et notat.",
        ["meeting Direktionen 2013-10-08"],
    ),
    (
        "På baggrund af Økonomiudvalgets beslutning i april 2013 er der udarbejdet en plan.",
        ["meeting Økonomiudvalget 2013-04"],
    ),
    (
        "Direktionen har på mødet den 10. september 2013 godkendt kommissoriet.",
        ["meeting Direktionen 2013-09-10"],
    ),
    ("Kommissoriet blev godkendt på direktionens møde 10/9-13.", ["meeting Direktionen 2013-09-10"]),
    ("Opfølgning på dir.møde d. 10.09.13", ["meeting Direktionen 2013-09-10"]),
    ("Sagen blev behandlet første gang på ØU 11. juni 2013.", ["meeting Økonomiudvalget 2013-06-11"]),
    ("Socialudvalget har i juni 2013 anbefalet modellen.", ["meeting Socialudvalget 2013-06"]),
    ("Den 3. juni 2013 blev forslaget behandlet i Socialudvalget.", ["meeting Socialudvalget 2013-06-03"]),
    ("Forslaget blev i Socialudvalget den 3. juni 2013 udsat.", ["meeting Socialudvalget 2013-06-03"]),
    ("Efter Byrådets vedtagelse den 25. juni 2013 er planen sendt i høring.", ["meeting Byrådet 2013-06-25"]),
    (
        "I Chefforum den 18. september 2013 blev det aftalt, at centrene melder ind.",
        ["meeting Chefforum 2013-09-18"],
    ),
    ("Indholdet drøftes på Chefforums møde den 27. november.", ["meeting Chefforum 2013-11-27"]),
    (
        "Sagen forventes behandlet i Økonomiudvalget den 10. december 2013.",
        ["meeting Økonomiudvalget 2013-12-10"],
    ),
    ("Sagen går videre til Byrådet den 17. december 2013.", ["meeting Byrådet 2013-12-17"]),
    ("Status blev givet på mødet den 1. oktober.", ["meeting Direktionen 2013-10-01"]),
    ("På sidste møde, den 1. oktober, blev planen drøftet.", ["meeting Direktionen 2013-10-01"]),
    ("Borgermødet den 14. november 2013 annonceres i avisen.", ["meeting 2013-11-14 ?"]),
    ("Temadrøftelse i Byrådet den 28. januar 2014", ["meeting Byrådet 2014-01-28"]),
    ("Budgetseminaret i august 2013 gav anledning til spørgsmål.", ["meeting 2013-08 ?"]),
    (
        "Byrådet vedtog i sit møde den 25. juni 2013 at sende forslaget i høring.",
        ["meeting Byrådet 2013-06-25"],
    ),
    ("Som besluttet af Byrådet den 25. juni 2013 igangsættes arbejdet.", ["meeting Byrådet 2013-06-25"]),
    ("Byrådsbeslutning fra oktober 2012 ligger til grund.", ["meeting Byrådet 2012-10"]),
    ("Den 10. september godkendte Direktionen projektet.", ["meeting Direktionen 2013-09-10"]),
    ("Direktionen bad den 10. september om en uddybning.", ["meeting Direktionen 2013-09-10"]),
    ("Handicaprådet afgav høringssvar den 4. oktober 2013.", ["meeting Handicaprådet 2013-10-04"]),
    ("MED-udvalget er orienteret den 4. oktober 2013.", ["meeting MED-udvalget 2013-10-04"]),
    ("Jf. sag nr. 14 på Byrådets møde den 25. juni 2013.", ["item Byrådet 2013-06-25 #14"]),
    (
        "Sagen er tidligere behandlet på følgende møder: Økonomiudvalget 11. juni 2013 og Byrådet 25. juni 2013.",
        ["meeting Økonomiudvalget 2013-06-11", "meeting Byrådet 2013-06-25"],
    ),
    (
        "Historik: Direktionen 12-06-2012, ØU 19-06-2012, BY 26-06-2012",
        [
            "meeting Direktionen 2012-06-12",
            "meeting Økonomiudvalget 2012-06-19",
            "meeting Byrådet 2012-06-26",
        ],
    ),
    (
        "Ved Direktionens behandling i foråret 2013 blev der stillet spørgsmål.",
        ["meeting Direktionen 2013 ?"],
    ),
    (
        "Kommissoriet (godkendt af Direktionen den 3. september 2013) er vedlagt.",
        ["meeting Direktionen 2013-09-03"],
    ),
    ("Punktet er udsat fra Direktionens møde den 22. oktober.", ["meeting Direktionen 2013-10-22"]),
    ("Udsat fra mødet den 22. oktober.", ["meeting Direktionen 2013-10-22"]),
    (
        "Børne- og Skoleudvalget besluttede den 5. marts 2013, at der laves en analyse, som fremlægges i august 2013.",
        ["meeting Børne- og Skoleudvalget 2013-03-05"],
    ),
    (
        "Efter aftale på direktionsmødet den 8. oktober har HR-Centret undersøgt mulighederne.",
        ["meeting Direktionen 2013-10-08"],
    ),
    (
        "Byrådet besluttede på møde den 19. marts 2013 at nedsætte et § 17, stk. 4-udvalg.",
        ["meeting Byrådet 2013-03-19", "law #§ 17, stk. 4"],
    ),
    (
        "Direktionen drøftede den 12. marts 2013 og igen den 9. april 2013 oplægget.",
        ["meeting Direktionen 2013-03-12", "meeting Direktionen 2013-04-09"],
    ),
    ("Der er holdt møde med de faglige organisationer den 2. oktober 2013.", ["meeting 2013-10-02 ?"]),
    ("Sagen blev sidst behandlet i januar 2013 i Direktionen.", ["meeting Direktionen 2013-01"]),
    ("Direktionens beslutning den 2/9 om lukkedage følges op.", ["meeting Direktionen 2013-09-02"]),
    ("Direktionsmøde 19. november 2013: Drøftelse af budget", ["meeting Direktionen 2013-11-19"]),
    (
        "Byrådet har på møde d. 28.05.2013 godkendt, at der igangsættes et udbud.",
        ["meeting Byrådet 2013-05-28"],
    ),
    ("Emnet tages op på Direktionens seminar i januar.", ["meeting Direktionen 2014-01 ?"]),
    ("Emnet tages op på et temamøde i januar.", ["meeting 2014-01 ?"]),
    (
        "Byrådet og Økonomiudvalget holder budgetseminar den 29. august 2014.",
        ["meeting Økonomiudvalget 2014-08-29"],
    ),
    ("Direktøren holdt oplæg for Byrådet i juni 2013.", ["meeting Byrådet 2013-06"]),
    ("Direktionen besøgte skolen den 3. september 2013.", ["meeting Direktionen 2013-09-03"]),
    ("Direktionen modtog den 3. september 2013 en klage.", ["meeting Direktionen 2013-09-03"]),
    ("Referat fra Direktionens møde 22-10-2013 blev godkendt.", ["meeting Direktionen 2013-10-22"]),
    ("Rammeaftale 2014 blev behandlet på møde i KKR den 17. juni 2013.", ["meeting 2013-06-17 ?"]),
    ("Direktionen ønskede på mødet 20/11 en status.", ["meeting Direktionen 2012-11-20"]),
    ("Sagen blev drøftet på chefforumseminaret i august.", ["meeting Chefforum 2013-08 ?"]),
    ("Emnet var til drøftelse i Chefforum 18/9.", ["meeting Chefforum 2013-09-18"]),
    ("Se Byrådets møde den 25. juni 2013, punkt 14.", ["item Byrådet 2013-06-25 #14"]),
    ("Plan for 2013-2016 (Byrådet 26.02.2013)", ["meeting Byrådet 2013-02-26"]),
    (
        "Det sendes i høring i perioden 15. november - 10. december 2013, hvorefter det behandles i Byrådet 17.12.",
        ["meeting Byrådet 2013-12-17"],
    ),
]

NOWHERE = [
    "Fristen er den 1. december 2013.",
    "Høringsfristen udløber den 1. december, hvorefter Byrådet orienteres.",
    "Direktionen har bevilget 100.000 kr. i 2013.",
    "Byrådet har afsat 2 mio. kr. i 2014 til formålet.",
    "Aftalen gælder fra 1. januar 2014.",
    "Anne Holm tiltræder den 1. februar 2014 som centerchef.",
    "Projektet begyndte i maj 2012.",
    "Loven trådte i kraft den 1. januar 2013.",
    "Sagen forelægges senest den 1. december for Byrådet.",
    "Der indkaldes til bestyrelsesmøder hvert kvartal.",
    "Skoleåret 2013/14 begynder i august.",
    "Direktionens strategibrev 2014 er under udarbejdelse.",
    "Byrådet ønsker en status i 2014.",
    "Tallene er opgjort pr. 30. september 2013.",
    "Borgerne kan søge frem til den 1. oktober 2013, og Direktionen orienteres.",
    "I perioden juli 2012 - juni 2013 behandlede Borgerservice 300 sager.",
    "Udvalget for Ny Skole har fået 3 mio. kr.",
    "Regnskabet for 2012 viser et overskud, som Direktionen drøfter.",
    "Direktionen besluttede, at opgaven skal være løst i maj 2014.",
    "Valget holdes den 19. november 2013.",
    "Rådgivningen åbnede den 3. juni 2013.",
    "Området blev udlagt i 2012.",
    "Byggeriet starter i marts 2014, hvis Byrådet godkender det.",
    "Medarbejderne holder ferie i uge 29.",
    "Den 3. juni 2013 trådte reformen i kraft, og Direktionen har siden fulgt området.",
    "Ministeriet meddelte den 3. juni 2013, at puljen er opbrugt.",
    "KL og regeringen indgik den 13. juni 2013 en økonomiaftale.",
    "Direktionen skal tage stilling til, om projektet skal fortsætte i 2014.",
    "Byrådet har i budget 2014 afsat 500.000 kr.",
    "I 2012 var der 300 ansøgninger.",
    "Kontrakten med leverandøren udløber 31. december 2014.",
    "Ansøgningen blev modtaget den 2. september 2013.",
    "Lokalplanen har været i høring fra den 3. juni til den 29. juli 2013.",
    "Direktionens udviklingspulje er på 1 mio. kr. i 2014.",
    "Byrådets vision for 2020 er ambitiøs.",
    "Økonomiudvalgets ramme for 2014 er 300 mio. kr.",
    "Den nye direktør begynder den 1. december.",
    "Der er 12 medlemmer af udvalget frem til 31. december 2013.",
    "Udvalget er nedsat for perioden 2014-2017.",
    "Byrådsperioden 2010-2013 udløber.",
    "Sagen skal forelægges Byrådet inden udgangen af 2013.",
    "Arbejdsgruppen afrapporterer til Direktionen i marts 2014.",
    "Forslaget forelægges Direktionen i december.",
    "Handleplanen evalueres af Direktionen i 2015.",
    "Afdelingen flyttede i maj 2012 til rådhuset.",
    "Vedtægterne er senest ændret den 3. maj 2011.",
    "Der har været afholdt 12 møder i 2012.",
    "Udbuddet blev offentliggjort den 3. juni 2013 og Direktionen orienteret.",
    "Direktionen drøftede status for første halvår 2013.",
    "Direktionen godkendte regnskab 2012.",
    "Byrådet ansatte Per Lund pr. 1. maj 2012.",
    "Kommunaldirektøren orienterede om mødet i KL.",
    "Budgetforliget blev indgået den 12. september 2013.",
    "Revisionsberetningen behandles i Byrådet i november.",
    "Opgaven er forankret i Jobcentret fra den 1. april 2013 efter beslutning i Direktionen.",
    "Lederne mødes den 3. december.",
    "I uge 42 holder Direktionen ferie.",
    "Bestyrelsen for Kulturhuset har den 3. september 2013 ansøgt om tilskud.",
    "Økonomiudvalget 2010-2013",
    "Direktionen vil i foråret 2014 drøfte strategien.",
    "Lokalplan 4.12 blev vedtaget i 2012, og Byrådet har siden givet dispensation.",
    "Retten til refusion følger af reglerne fra den 1. januar 2012.",
    "Chefen for direktionssekretariatet begyndte den 1. maj 2013.",
    "Byrådscentret flyttede den 1. maj 2013.",
    "Byrådshøjskolen holdes medio 2014.",
    "På området er der i 2012 sparet 3 mio. kr.",
    "Der er ydet rådgivning den 3. maj 2013.",
    "Direktionens årshjul gælder 2014.",
    "Puljen på 3,5 mio. kr. er Direktionens.",
    "Kl. 10.30 deltager Anne Holm.",
    "Direktionen beder om, at sagen er færdig i maj.",
]


@pytest.mark.parametrize(("text", "expected"), POINTING)
def test_a_date_belongs_to_the_body_or_the_meeting_that_is_named_with_it(text: str, expected: list[str]):
    assert read(text) == expected


@pytest.mark.parametrize("text", NOWHERE)
def test_a_date_of_something_else_points_nowhere(text: str):
    assert read(text) == []


@pytest.mark.parametrize("text", [text for text, _ in POINTING])
def test_a_reference_is_verbatim_in_its_line(text: str):
    item = parse_one("Sagsfremstilling", f"Først noget andet. {text}")
    lines = {line.number: line.text for line in item.all_lines()}
    for reference in of_item(item):
        assert lines[reference.line].startswith(reference.text, reference.column)
        assert reference.time is None or reference.time.words in reference.text


def test_a_date_in_a_cell_belongs_to_that_cell():
    item = parse_one("Sagsfremstilling", "Sag\tTid\tAnsvarlig\nStatus (jf. dir.møde 20.11)\tMarts\tBYC")
    assert [(one.text, one.time.first) for one in of_item(item) if one.time] == [
        ("dir.møde 20.11", datetime.date(2012, 11, 20))
    ]


def test_the_meeting_itself_is_no_reference_but_another_bodys_on_that_day_is():
    assert read("Direktionen drøfter sagen på mødet den 5. november 2013.") == []
    assert read("Jf. Byrådets møde den 5. november 2013.") == ["meeting Byrådet 2013-11-05"]


def test_without_known_bodies_a_body_is_named_as_it_is_written():
    item = parse_one("Sagsfremstilling", "Jf. Økonomiudvalgets møde den 3. juni 2013.")
    (reference,) = of_item(item)
    assert reference.body == "Økonomiudvalget"


def test_a_title_behind_a_date_is_kept():
    assert read('Derefter godkendte Direktionen i marts 2013 "Sådan planlægger vi".') == [
        "meeting Direktionen 2013-03 »Sådan planlægger vi«"
    ]
    assert read("(jf. BY-sag 25.11 om Legat til kunst)") == ["item Byrådet 2012-11-25 »Legat til kunst«"]
