"""A title closes its item, raises a remark or an error, or says nothing; the word is never let through in silence.

What is hidden too much can be opened, what is shown cannot be hidden.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.parser.closed_items.wording import Says, judge_title
from minutes.parser.problems import CLOSED_IN_DOUBT, Severity
from minutes.parser.values import ParsedMeeting
from tests.build.parsed import codes, document, parse_items

CLOSED = [
    # The word alone, and with its noun
    "Lukket", "LUKKET", "lukket.", "Lukkede", "Fortroligt", "FORTROLIG", "Fortrolige", "*Lukket*", "»Lukket«",
    "- Lukket",
    "Lukket sag", "Lukkede sager", "LUKKET SAG", "Lukket punkt", "Lukkede punkter", "Lukket dagsordenspunkt",
    "Lukket pkt.", "Lukket pkt. 4", "Lukket punkt nr. 4", "Lukket møde", "Det lukkede møde", "Lukket dagsorden",
    "Lukket del", "Lukket behandling", "Fortrolig sag", "Fortroligt punkt", "Behandles som lukket punkt",
    "Lukket for offentligheden", "Punktet er lukket", "Behandlet i lukket møde", "Behandlet på lukket dagsorden",
    # In front of the title
    "Lukket sag: Salg af grund", "Lukket punkt - Ansættelse af direktør", "LUKKET: Garanti",
    "Lukket møde: Salg af grund",
    "Lukket dagsorden: Salg", "Fortroligt: Salg af grund", "FORTROLIG – Salg af grund", "Lukket. Salg af grund",
    "(Lukket) Salg af grund", "[LUKKET] Salg af grund", "{Lukket punkt} Salg", "<lukket> Salg", "* LUKKET * Salg",
    "Lukket/Salg af grund", "LUKKET! Salg af grund", "Lukket; Salg af grund", "Lukket | Salg", "LUKKET_Salg af grund",
    "A - LUKKET - Salg af grund", "Behandles for lukkede døre: Salg", "Lukket-Salg af grund", "LUKKET-Salg af grund",
    # Behind it
    "Salg af grund - LUKKET SAG", "Salg af grund – Lukket sag", "Salg af grund — Lukket", "Salg af grund −Lukket sag",
    "Salg af grund -LUKKET SAG.", "Salg af grund- lukket", "Salg af grund -- lukket", "Salg af grund ‐ lukket",
    "Salg af grund–lukket", "Salg af grund-LUKKET SAG", "Salg  -  LUKKET  SAG", "Salg\u00a0–\u00a0LUKKET\u00a0SAG",
    "Salg af grund LUKKET PUNKT", "Salg af grund, lukket sag", "Salg af grund, fortroligt", "Salg af grund. Lukket",
    "Salg af grund (Lukket)", "Salg af grund (lukket sag)", "Salg af grund (fortrolig)", "Salg af grund(lukket)",
    "Salg af grund (lukket dagsorden)", "Salg af grund (LUKKET PUNKT)", "Salg af grund (behandles for lukkede døre)",
    "Salg af grund (lukket, jf. styrelseslovens § 10)", "Salg af grund (lukket jf. § 10, stk. 1)",
    "Salg af grund (lukket § 10)", "Salg (lukket iht. § 10)", "Salg af grund Lukket for offentligheden, jf. § 10",
    "Salg af grund. Lukket møde.",
    "Salg/lukket", "Salg af grund: Lukket", "Salg af grund *LUKKET*", "Salg af grund … lukket",
    "Salg af grund • lukket",
    "A - Salg af grund - LUKKET SAG", "A - Salg af grund - LUKKET SAG - ØU", "I - Orientering (Lukket) - ØU",
    "Salg af grund til den lukkede afdeling (lukket sag)", "Orientering om den lukkede sag",
    "Salg (lukket del af mødet)",
    # Behind closed doors, wherever it stands
    "Salg bag lukkede døre", "Salg drøftet for lukkede døre i april", "SALG FOR LUKKEDE DØRE", "Dørene: lukkede døre",
    # The letter
    "(L) Salg af grund", "Personsag (L)", "Personsag [L]", "Personsag ( L )", "L - Salg af grund",
    "L – Salg af grund",
    "L-\u00a0Salg af grund", "L: Salg af grund", "Salg af grund - L", "Salg af grund — L", "A - Salg (L) - ØU",
    "*L* Salg",
    # Set in large type
    "L.U.K.K.E.T. Salg", "L  U  K  K  E  T", "L-U-K-K-E-T: Salg", "L_U_K_K_E_T Salg: lukket", "F.O.R.T.R.O.L.I.G: Salg",
    # In one word with its noun, or with a hyphen
    "Lukket-punkt: Salg", "LUKKET-SAG: Salg", "Salg (lukket-sag)", "Salg (LUKKET\u2011SAG)", "Lukketsag: Salg",
    "Lukketmøde: Salg", "Salg - LUKKETPUNKT", "Salg (sag-lukket)",
    # In letters that look alike
    "Ｌｕｋｋｅｔ punkt: Salg", "Lukkеt punkt: Salg", "Łukket: Salg", "Lu\u0301kket: Salg",
    "LÚKKET SAG: Salg", "Lukket moede: Salg",
    "ＬＵＫＫＥＴ", "Salg (ⓛⓤⓚⓚⓔⓣ)", "ΗΕΜ - LUΚΚΕΤ", "Salg bag lukkede doere",
    "L U K K E T", "L U K K E T  S A G", "L U K K E T P U N K T", "Salg - F O R T R O L I G T",
]  # fmt: skip

REMARKED = [
    "Den lukkede afdeling", "Udvidelse af den lukkede afdeling", "Brug af de lukkede institutioner",
    "Om det lukkede vand",
    "A - Renovering af den lukkede skole", "Den fortrolige rådgivning for unge", "DEN LUKKEDE AFDELING",
    "Den lukkede afdeling, ny leder", "De fortrolige linjer: status", "Det\u00a0lukkede kredsløb",
]  # fmt: skip

DOUBTFUL = [
    "Lukket afdeling på plejecentret", "Lukkede veje i Ellekær", "Skolen holder lukket", "Skolen er lukket i uge 29",
    "Orientering om lukkede punkter", "Punkter, der er lukkede", "Opfølgning på lukket møde i maj",
    "Salg af grund lukket",
    "Lukket Salg af grund", "Fortrolig aftale om salg", "Fortrolige oplysninger", "Åbne og lukkede punkter",
    "Den lukkede",
    "De lukkede og de åbne institutioner", "Lukket ungeinstitution", "\"Lukket\" Salg af grund", "Salg (ikke lukket)",
    "Lukkede sager i 2013", "Lukket 24. december", "Lukket personsag", "Den lukkede afdeling og lukkede veje",
    # The letter with a full stop, or in quotes
    "L. Salg", "L.: Salg", "(L.) Salg", "\"L\" Salg", "Salg »L«", "L; Salg", "L | Salg", "l. salg", "[L.] Salg",
    "Salg - L.", "L • Salg", "L. Etape og M",
    # The word cut short, and other words for it
    "Salg (lukk.)", "Lukk. punkt: Salg", "Salg (fortr.)", "Salg - Lukkes for offentligheden",
    "Lukkes for offentligheden", "Salg (luk.)", "Lukkt punkt: Salg", "Lukkket: Salg", "Luket: Salg", "Lukkte punkter",
    "Salg (lukkes jf. § 10)", "Salg (ikke off.)", "Salg (skal ikke offentliggøres)",
    "Salg, lukket efter § 10", "Personsag-lukket", "Salg - ikke-åbent", "Offentligheden har ikke adgang: Salg",
    "Salg (ikke åbent for offentligheden)", "IKKE OFFENTLIG: Salg", "Behandles ikke i åbent møde: Salg",
    "Ikke til offentliggørelse", "Undtaget fra offentlighed: Salg", "Konfidentielt: Salg", "Salg (konfidentiel)",
    "Må ikke offentliggøres: Salg", "Salg - ikke offentligt punkt", "Uoffentligt punkt: Salg", "Hemmeligt: Salg",
    "Salg (undtaget fra aktindsigt)", "Ej offentlig: Salg", "Salg [IKKE ÅBEN]", "Salg - uden tilhørere",
    "Ikke aabent moede: Salg", "Dørene lukkes: Salg",
    # What is a matter of the meeting is not only a thing that is called closed
    "Den fortrolige personalesag om NN", "Den lukkede salgssag", "Det lukkede ekstramøde", "De lukkede tillægspunkter",
    "Det fortrolige referat", "Den lukkede tillægsdagsorden",
    "Lukket session: Salg", "STRENGT FORTROLIGT: Salg", "Biblioteket (lukket i uge 29)", "HAVNEN LUKKET",
    "Fortroligt materiale/salg", "Lukket afdeling?",
]  # fmt: skip

OPEN = [
    "Lukning af Ellekær Skole", "Lukkedage i 2014", "Lukkeuge i daginstitutioner", "Fortrolighed i forvaltningen",
    "Ferielukket daginstitution", "Oplukket", "Aflukket skolegård (forslag)", "Vi lukker kl. 16", "Skolen lukkes",
    "Halv-lukket afdeling", "Ikke-fortrolige sager", "Lukket-ordning for haller", "semi-lukkede døre",
    "Lukketid på biblioteker", "Højvandslukke", "Fortroligheden", "Afsluttede sager", "Åbent møde", "Åben dagsorden",
    "Etape L", "Klasse L - M", "PLAN L 12", "Salg (L 55)", "L-formet bygning", "Hal L, facade", "L og M", "A - Salg",
    "LL - Salg",
    "L. P. Holms Vej", "L.A. Holms Vej", "Str. L", "Hansen, L.",
    "Ikke offentlig høring om støj", "Offentlig høring", "Offentligt møde om trafik", "Åbne data",
    "Hemmelige gaver til børn", "Uden for dagsordenen", "Ikke på dagsordenen", "Åbent for offentligheden",
    "Døren lukkes langsomt", "Haven lukkes for biler", "Aktindsigt: ny lov", "Klager over ikke-offentlig vej",
    "Offentliggørelse af årsrapport", "Café, créperie og L'Escargot", "Hal K, L", "Etape K/L", "Søren Ł. Kowalski",
    "A - B - C - D", "Plan A, B, C, D og E", "Lukketider", "Fortræd i skoven", "Indsigt uden grænser",
    "Cykelparkering", "Økonomiopfølgning 27-08-2013",
]  # fmt: skip


def meeting_of(title: str, *, text: bool = True) -> ParsedMeeting:
    section = "\n\nSagsfremstilling\n\nDer er 120 pladser." if text else ""
    return parse_items(f"Punkt 1: {title}\n\n13/9902{section}")


def doubts(meeting: ParsedMeeting) -> list[str]:
    return [problem.code for problem in meeting.problems if problem.severity is Severity.ERROR]


def test_the_tables_are_long_and_say_nothing_twice():
    titles = [*CLOSED, *REMARKED, *DOUBTFUL, *OPEN]
    assert len(titles) == len({*titles})
    assert len(CLOSED) >= 40
    assert len([*REMARKED, *DOUBTFUL, *OPEN]) >= 20


@pytest.mark.parametrize("title", CLOSED)
def test_a_closed_title_closes_the_item(title: str):
    meeting = meeting_of(title)
    assert (meeting.items[0].is_closed, meeting.items[0].is_doubtful, doubts(meeting)) == (True, False, [])


@pytest.mark.parametrize("title", CLOSED)
def test_a_closed_title_of_the_contents_closes_the_item_that_stands_beside_it(title: str):
    meeting = parse_items(
        "Punkt 1: Økonomi\n\n12/41877\n\nSagsfremstilling\n\nIntet nyt.",
        "Punkt 2: Salg af grund\n\n11/30218\n\nSagsfremstilling\n\nGrunden sælges.",
        head=document(f"Indholdsfortegnelse\nØkonomi.....\t3\n{title}.....\t4"),
    )
    assert [item.is_closed for item in meeting.items] == [False, True]


@pytest.mark.parametrize("title", REMARKED)
def test_a_thing_that_is_called_closed_is_remarked_on(title: str):
    meeting = meeting_of(title)
    assert (meeting.items[0].is_closed, meeting.items[0].is_doubtful, doubts(meeting)) == (False, False, [])
    assert "closed_word_in_title" in codes(meeting)


@pytest.mark.parametrize("title", DOUBTFUL)
def test_any_other_use_of_the_word_is_an_error_of_that_item(title: str):
    meeting = meeting_of(title)
    assert (meeting.items[0].is_closed, meeting.items[0].is_doubtful) == (False, True)
    assert [(problem.code, problem.line, problem.item) for problem in meeting.problems if problem.item] == [
        (CLOSED_IN_DOUBT, meeting.items[0].line, 1)
    ]


def test_the_error_names_the_item_and_the_word_as_written_and_says_what_to_do():
    meeting = parse_items("Punkt 7: HAVNEN LUKKET\n\n13/9902")
    assert [problem.message for problem in meeting.problems if problem.code == CLOSED_IN_DOUBT] == [
        'Titlen på punkt 7 har ordet "LUKKET": er punktet lukket? '
        'Sæt "lukket" til ja eller nej på punktet, eller ret referatet, og indlæs det igen.'
    ]


@pytest.mark.parametrize("title", OPEN)
@pytest.mark.parametrize("text", [True, False], ids=["with text", "without text"])
def test_what_is_not_the_word_closes_nothing_and_raises_nothing(title: str, *, text: bool):
    meeting = meeting_of(title, text=text)
    assert (meeting.items[0].is_closed, meeting.items[0].is_doubtful) == (False, False)
    assert not {CLOSED_IN_DOUBT, "closed_word_in_title", "closed_from_here"} & {*codes(meeting)}


@pytest.mark.parametrize("title", DOUBTFUL)
def test_a_doubtful_title_of_the_contents_is_an_error_too(title: str):
    meeting = parse_items(
        "Punkt 1: Salg af grund\n\n11/30218\n\nSagsfremstilling\n\nGrunden sælges.",
        head=document(f"Indholdsfortegnelse\n{title}.....\t4"),
    )
    assert meeting.items[0].is_doubtful or meeting.items[0].is_closed
    assert doubts(meeting) or meeting.items[0].is_closed


def test_where_the_contents_close_an_item_its_own_title_leaves_no_doubt():
    meeting = parse_items(
        "Punkt 1: Skolen holder lukket\n\n11/30218", head=document("Indholdsfortegnelse\nLukket.....\t4")
    )
    assert (meeting.items[0].is_closed, doubts(meeting)) == (True, [])


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("Punkt 1: Salg af ejendommen Hovedgaden 12 til\nFonden Håb - LUKKET SAG\n13/9902", (True, False)),
        ("Punkt 1: Salg af ejendommen Hovedgaden 12 til Fonden Håb (lukket\nsag)\n13/9902", (True, False)),
        ("Punkt 1: Udvidelse af den lukkede\nafdeling\n13/9902", (False, False)),
        ("Punkt 1: Skolen i Ellekær\nholder lukket\n13/9902", (False, True)),
        ("Punkt 1: Salg - LUKKET SAG\nog mere\n13/9902", (True, False)),
        ("Punkt 1: Salg\n13/9902\nSagsfremstilling\nSkolen i Ellekær holder lukket", (False, False)),
    ],
)
def test_a_title_goes_on_down_to_the_case_number(lines: str, says: tuple[bool, bool]):
    item = parse_items(lines).items[0]
    assert (item.is_closed, item.is_doubtful) == says


def test_a_closed_item_keeps_its_case_number():
    assert parse_items("Punkt 1: Lukket\n\n11/30218").items[0].case_number == "11/30218"


def test_a_closed_item_with_text_is_a_problem():
    meeting = parse_items("Punkt 1: Lukket\n\n11/30218\n\nSagsfremstilling\n\nGrunden sælges.")
    assert meeting.items[0].is_closed
    assert "closed_item_has_text" in codes(meeting)


def test_an_endless_title_with_the_word_is_in_doubt():
    assert judge_title("Salg af grund " * 1000 + "(lukket)") is Says.DOUBT
    assert judge_title("Salg af grund " * 1000) is Says.NOTHING


words = st.sampled_from(["lukket", "lukkede", "fortrolig", "fortroligt", "fortrolige"])
cases = st.sampled_from([str.lower, str.upper, str.capitalize])
neighbours = [
    "salg", "af", "den", "det", "de", "sag", "punkt", "møde", "er", "i", "på", "for", "døre", "ikke", "åbent", "jf.",
    "§", "10", "kl.", "16", "2013", "afdeling", "L", "A", *"()[]*:,./–—|;!\"'»«&%+=?", " - ", "\t",
]  # fmt: skip
around = st.lists(st.sampled_from(neighbours), max_size=8).map(" ".join)


@settings(deadline=None)
@given(around, words, cases, around, st.sampled_from([" ", "\u00a0", "", ".", ":", ")"]))
def test_no_title_with_the_word_is_let_through_in_silence(before, word, case, after, sign):
    title = f"{before} {case(word)}{sign} {after}"
    assert judge_title(title) > Says.NOTHING
