"""Times that no calendar has: rhythms, meetings, conditions and vague words; and sentences that state none."""

import pytest

from .finding import times, words


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("Kvartalsvis", "Kvartalsvis"),
        ("(månedligt)", "månedligt"),
        ("(2. uge månedligt)", "2. uge månedligt"),
        ("Der følges op to gange årligt.", "to gange årligt"),
        ("én gang om året", "én gang om året"),
        ("status 2-3 gange om året", "2-3 gange om året"),
        ("Rapporten forelægges hvert år i marts.", "hvert år i marts"),
        ("gennemføres hvert tredje år", "hvert tredje år"),
        ("i maj hvert år", "i maj hvert år"),
        ("to gange årligt (april og oktober)", "to gange årligt (april og oktober)"),
        ("den første mandag i måneden", "den første mandag i måneden"),
        ("hver anden tirsdag", "hver anden tirsdag"),
        ("Udvalget orienteres løbende.", "løbende"),
        ("Fast punkt på dagsordenen", "Fast punkt på dagsordenen"),
        ("forud for hvert HU-møde", "forud for hvert HU-møde"),
        ("den årlige status", "årlige"),
        ("med jævne mellemrum", "med jævne mellemrum"),
        ("pr. kvartal", "pr. kvartal"),
    ],
)
def test_what_comes_back_is_a_rhythm_that_recurs(text: str, rhythm: str):
    (time,) = times(text)
    assert (time.kind.value, time.words, time.recurs, time.iso) == ("rhythm", rhythm, True, None)


@pytest.mark.parametrize(
    "text",
    [
        "udgiften på 60.000 kr. årligt",
        "10,3 mio. kr. årligt",
        "37 timer ugentligt",
        "den årlige udgift",
        "en månedlig ydelse",
        "de daglige ledere",
        "ud over den løbende drift",
        "hver især",
        "gang på gang",
        "en enkelt gang",
        "årsværk",
        "årsrapport",
        "kvartalets tal",
        "ugebrevet",
    ],
)
def test_how_much_is_paid_or_worked_is_no_rhythm(text: str):
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "meeting", "iso"),
    [
        ("Genoptages på mødet i maj.", "på mødet i maj", "2014-05"),
        ("Genoptages på mødet i juni 2015.", "på mødet i juni 2015", "2015-06"),
        ("Behandles på Byrådets møde i juni.", "på Byrådets møde i juni", "2014-06"),
        ("Drøftes på et kommende møde i Chefforum.", "på et kommende møde i Chefforum", None),
        ("Tages op på augustmødet.", "på augustmødet", "2014-08"),
        ("på næste direktionsmøde", "på næste direktionsmøde", None),
        ("Næste møde", "Næste møde", None),
        ("Præsenteres på et kommende Chefforum.", "på et kommende Chefforum", None),
        ("i forbindelse med 3. budgetopfølgning", "i forbindelse med 3. budgetopfølgning", None),
        ("til budgetseminaret", "til budgetseminaret", None),
        ("Genoptages i forbindelse med budget 2015.", "i forbindelse med budget 2015", None),
        ("(orientering forud for HU-møde)", "forud for HU-møde", None),
        ("På det kommende seminar i Chefforum drøftes det.", "På det kommende seminar i Chefforum", None),
    ],
)
def test_a_meeting_is_a_time_with_its_month_where_that_is_said(text: str, meeting: str, iso: str | None):
    (time,) = times(text)
    assert (time.kind.value, time.words, time.iso) == ("meeting", meeting, iso)


def test_where_a_meetings_day_is_said_the_day_is_the_time():
    assert words("på det kommende møde den 3. april") == [("day", "den 3. april")]


@pytest.mark.parametrize(
    "text",
    [
        "Netværket holder møder.",
        "Der indkaldes til møder.",
        "Mødelokale",
        "Udvalget mødes med borgerne.",
        "Ansøgningen blev imødekommet.",
        "en mødeleder",
        "Referat fra mødet",
    ],
)
def test_meetings_that_are_no_time_are_left_alone(text: str):
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Der tages stilling, når planerne er færdige.", "når planerne er færdige"),
        ("Når aftalen er på plads, skal den meldes ud.", "Når aftalen er på plads"),
        ("Efter projektets afslutning skal der ske en evaluering.", "Efter projektets afslutning"),
        ("udsættes til efter gruppens afrapportering.", "til efter gruppens afrapportering"),
        ("Inden udvalget tager stilling, ønskes et notat.", "Inden udvalget tager stilling"),
        ("Sendes ud efter høringsfristens udløb.", "efter høringsfristens udløb"),
        ("Gruppen fortsætter, indtil bygningen er solgt.", "indtil bygningen er solgt"),
        ("efter endt forsøgsperiode", "efter endt forsøgsperiode"),
        ("Sagen genoptages, så snart tallene foreligger.", "så snart tallene foreligger"),
    ],
)
def test_what_must_happen_first_is_a_condition(text: str, condition: str):
    assert words(text) == [("condition", condition)]


def test_a_condition_ends_where_a_day_begins():
    assert words("Inden udvalget behandler sagen den 3. maj, sendes den i høring.") == [
        ("condition", "Inden udvalget behandler sagen"),
        ("day", "den 3. maj"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen når sine mål.",
        "inden for rammen",
        "inden for området",
        "efter loven",
        "efter aftale med parterne",
        "efter indstilling fra udvalget",
        "Efter en drøftelse godkendt.",
        "bedre end før",
        "indtil nu",
        "efter behov",
        "efter gældende regler",
        "eftermiddag",
    ],
)
def test_words_of_time_that_state_no_condition_are_left_alone(text: str):
    assert times(text) == []


@pytest.mark.parametrize(
    "text",
    ["snarest", "snarest muligt", "hurtigst muligt", "på sigt", "på længere sigt", "senere", "fremover"],
)
def test_a_vague_time_is_no_more_than_its_words(text: str):
    assert words(f"Sagen forelægges {text}.") == [("vague", text)]


@pytest.mark.parametrize(
    "text", ["senere end ventet", "senest gennemført", "udsigt", "indsigt", "snart", "en fremtidsplan"]
)
def test_words_that_only_resemble_a_vague_time_are_none(text: str):
    assert times(text) == []


@pytest.mark.parametrize(
    "text", ["", " ", "\t\t", "İ den 3. maj", "maj og " * 200, "1. " * 100, "når " * 100]
)
def test_odd_texts_do_no_harm(text: str):
    for time in times(text):
        assert text[time.start : time.end] == time.words
