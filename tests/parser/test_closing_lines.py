"""A line closes the item it stands in, or all that follow it, or is text: where it stands says which."""

import os
from pathlib import Path

import pytest

from minutes.parser import parse_minutes
from minutes.parser.closed_items.wording import ClosingLine, match_closing_line
from minutes.parser.lines import read_lines
from minutes.parser.problems import CLOSED_IN_DOUBT, Severity
from minutes.parser.values import ParsedMeeting, SectionKind
from minutes.sources.text import numbered_text
from tests.build.parsed import OPEN_ITEM, closed, codes, document, parse_items

ITEM = ClosingLine(is_whole=True, closes_item=True)
FOLLOWING = ClosingLine(is_whole=True, closes_following=True)
BOTH = ClosingLine(is_whole=True, closes_item=True, closes_following=True)
DOUBT = ClosingLine(is_whole=True)
OPENS = ClosingLine(is_whole=True, opens_following=True)
NEARLY = ClosingLine(is_whole=True, is_label=False)

WHOLE_LINES = {
    ITEM: [
        "Lukket punkt", "LUKKET SAG", "Lukket sag.", "(Lukket punkt)", "* LUKKET PUNKT *", "- Lukket punkt",
        "• Lukket sag",
        "a) Lukket sag", "Fortroligt punkt", "Punktet er lukket", "Sagen er fortrolig.",
        "Sagen blev behandlet lukket",
        "Punktet behandles for lukkede døre.", "Behandles for lukkede døre", "Drøftet for lukkede døre",
        "Sagen behandles på lukket møde",
        "Behandlet på lukket dagsorden", "Punktet er lukket for offentligheden", "Punktet behandles som lukket sag",
        "Lukket punkt, jf. styrelseslovens § 10", "Lukket punkt § 10, stk. 2", "Punktet drøftes for lukkede døre",
        "Sagen blev behandlet på et lukket møde.", "Lukket punkt 4", "Lukket sag nr. 4", "16/903 LUKKET SAG",
    ],
    FOLLOWING: [
        "LUKKET MØDE", "Lukket møde", "Lukket møde:", "--- LUKKET MØDE ---", "– Lukket møde –", "*LUKKET MØDE*",
        "1. Lukket møde",
        "Lukket dagsorden", "LUKKET DAGSORDEN", "Lukket del", "Den lukkede del af dagsordenen", "Lukkede punkter",
        "Lukkede sager", "LUKKEDE DAGSORDENSPUNKTER", "Lukket behandling", "Fortroligt møde", "Fortrolige sager",
        "Lukkede døre", "For lukkede døre", "Lukket møde, jf. § 10", "Lukket møde kl. 18.30",
        "Lukket møde for offentligheden",
        "L U K K E T   M Ø D E", "LUKKET\u00a0MØDE", "Herefter lukket møde", "Punkter for lukkede døre",
        "\tLUKKET MØDE", "Lukket-møde", "LUKKETMØDE", "Lukkede-punkter", "LUKKET MOEDE", "Lu\u0301kket møde",
        "Ｌｕｋｋｅｔ møde", "Lukkede pkt.", "Lukkede pkter", "De resterende punkter (lukkede sager)", "Lukkеt møde",
       "L  U  K  K  E  T   M  Ø  D  E",
    ],
    BOTH: [
        "Mødet er lukket", "Mødet blev lukket for offentligheden", "Punkterne behandles for lukkede døre",
        "Følgende punkter er lukkede", "Mødet holdes for lukkede døre",
        "De følgende sager behandles for lukkede døre", "Dagsordenen er lukket",
        "Dørene blev lukket", "De resterende punkter er lukkede",
    ],
    DOUBT: [
        "Lukket", "LUKKET", "lukket.", "(Lukket)", "- Lukket", "Fortroligt", "*Fortrolig*",
        "Lukket for offentligheden",
        "Lukket, jf. § 10, stk. 1", "Beslutning (lukket)", "Lukket: Beslutning", "Punkt 5 er lukket",
        "Punkt 5-8 behandles for lukkede døre", "Lukket / fortroligt", "DEL 2 - LUKKET", "--- Lukket ---",
        "=== LUKKET ===", "Punkt 2 og 3 behandles for lukkede døre", "II. FORTROLIGT", "L.U.K.K.E.T. MØDE",
        "Byrådet (lukket)", "LUKKET - DIREKTIONEN", "Fortroligt, må ikke offentliggøres", "Lukket f. offentligheden",
    ],
    OPENS: [
        "Åbent møde", "ÅBENT MØDE", "Åbne punkter", "Åben dagsorden:", "Åbent møde.", "  åbne punkter",
        "Åbne dagsordenspunkter", "*ÅBENT MØDE*", "– Åben dagsorden –", "Åben  dagsorden", "--- Åben del ---",
    ],
    NEARLY: [
        # The word and its noun in one, or other letters for them
        "Ｌｕｋｋｅｔ session", "STRENGT FORTROLIGT", "Strengt fortrolig dagsorden",
        # What else a meeting has
        "LUKKET TILLÆGSDAGSORDEN", "Lukket session", "LUKKET REFERAT", "LUKKEDE EMNER", "Lukkede personalesager",
        "Fortrolige drøftelser", "HALLEN LUKKET",
        # More words beside the label
        "Lukket møde i Direktionen", "Lukket dagsorden for Direktionen", "Direktionens lukkede møde",
        "REFERAT Lukket møde", "LUKKET DAGSORDEN side 4", "Side 2 af 3 LUKKET DAGSORDEN", "LUKKET DAGSORDEN\t4",
        "Lukket møde\tside 4",
        "II Lukket møde", "Her begynder den lukkede del", "Lukket møde starter her:", "Lukket møde påbegyndt",
        "Mødet fortsætter for lukkede døre.", "Resten er lukket", "Lukket behandling af punkt 2 til 5",
        "lukket møde i direktionen", "Byrådet fortsatte for lukkede døre.", "Alt herfra er fortroligt",
        "Børne- og Skoleudvalgets lukkede dagsorden", "Lukket ekstraordinært møde", "Mødet overgår til lukket",
        "Formanden lukkede mødet for offentligheden", "Vi gik bag lukkede døre.", "Lukket i henhold til § 10",
        "Jf. § 10 behandles sagerne for lukkede døre", "LUKKET\tMØDE", "Direktionen\tLUKKET MØDE",
        "Lukket ref.",
        # The same in other words
        "Ikke åbent møde", "IKKE ÅBNE PUNKTER", "IKKE OFFENTLIGE PUNKTER", "DØRENE LUKKES",
        "Mødet lukkes for offentligheden", "Ikke til offentliggørelse", "Undtaget fra offentlighed", "Konfidentielt",
        "Behandles ikke i åbent møde", "Må ikke offentliggøres", "Uden tilhørere", "Uoffentligt møde",
        "Lukk. punkter", "Lukkt møde",
        "Punkter, der ikke er åbne", "Offentligheden har ikke adgang", "Lukkes jf. § 10", "Ikke-åbent møde",
    ],
}  # fmt: skip
# These stand before other words.
BEGINNINGS = {
    "Lukket møde: Salg af grund": ClosingLine(is_whole=False, closes_following=True),
    "Punktet blev behandlet for lukkede døre, og Ib deltog.": ClosingLine(is_whole=False, closes_item=True),
    "Lukket punkt: Salg af grund": ClosingLine(is_whole=False, closes_item=True),
    "Fortroligt: notat om salget": ClosingLine(is_whole=False),
    "Sagsfremstilling, kun lukket: X": None,
}
TEXT = [
    "- lukket i uge 29", "lukket i uge 29", "Lukket i uge 29", "Biblioteket er lukket i uge 29.", "Fredag\tLukket",
    "Lukket\t8-12", "Lukket\t", "Siden blev lukket samme formiddag", "p. t. er der lukket", "Der er lukket.",
    "Det er lukket",
    "hvilke to formiddage der i givet fald skal være lukket", "Fortrolighed i sager om børn", "Lukkedage",
    "Lukning af mødet",
    "Den lukkede afdeling", "Åbne og lukkede punkter", "Lukket kl. 16", "Biblioteket: lukket kl. 16",
    "Fortroligt bilag",
    "Sag 16/904 er lukket", "Punktet er ikke lukket", "Halv-lukket møde", "Adgangene bliver ikke altid lukket",
    "Åbent punkt", "Åben", "Åbne døre i Børnehuset", "Åbent møde: Salg", "Åbent hus", "Mødet lukkes",
    "Cykelparkering",
    "Punktet blev den 3. maj 2013 i Ellekær Forsamlingshus behandlet for lukkede døre.",
    "Lukkede punkter om salg, køb og leje af grunde, som udvalget behandlede i april",
    # What is closed here is no meeting
    "LUKKET I UGE 29", "HALLEN LUKKET I JULEN", "Lukket afdeling", "Fortrolige oplysninger", "- helt lukket",
    "- orientering om lukkede punkter", "Udvalget drøftede fortrolige personalesager.",
    "i den lukkede institution, hvor møder holdes", "Afdelingen holder lukket, når der er møde,",
    "Udvalget talte om, at de lukkede døre i Ellekær er tunge.", "Lukket 24/12", "Lukket 8-12",
    "Møde\tLukket", "Lukkede afdelinger\t4", "GRUNDLOVSDAG LUKKET", "Den lukkede ungdomsinstitution", "LUKKET 1. MAJ",
    "Åben anonym rådgivning", "Lukket for gennemkørsel", "Arealet er lukket for offentligheden",
    # Words that are used of other things, too
    "Ikke offentlig høring", "Hemmelig afstemning", "Uden for dagsordenen", "Skolen lukkes", "Sagen lukkes.",
    "Offentlig høring", "Offentligt møde", "Høringen er ikke offentlig", "Bogen udelukkes ikke",
    "Biblioteket er ikke åbent", "Aktindsigt", "Indstillingen offentliggøres", "a - b - c - d", "L. Holm",
    # What is no plain opposite opens nothing
    "Åbne sager", "Den åbne del af mødet", "Mødet er åbent", "Åbent møde igen", "For åbne døre", "- Åbne punkter",
    "- Åbent møde", "Åbent møde kl. 18", "Åbne punkter 2-5", "Herefter åbent møde", "Åbent møde, jf. § 10",
    "Godkendt.", "", "Møde", "Sag",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "says"), [(text, says) for says, texts in WHOLE_LINES.items() for text in texts]
)
def test_a_label_says_what_it_closes(text: str, says: ClosingLine):
    assert match_closing_line(text) == says


@pytest.mark.parametrize(("text", "says"), BEGINNINGS.items())
def test_a_label_that_opens_a_line_says_it_too(text: str, says: ClosingLine | None):
    assert match_closing_line(text) == says


@pytest.mark.parametrize("text", TEXT)
def test_any_other_line_is_text(text: str):
    assert match_closing_line(text) is None


# Where it stands

DECISION = "Beslutning i Direktionen den 27-08-2013"


def items(*lines_after: str) -> ParsedMeeting:
    """Items of which each has a text and a decision, and a line behind it, if that is not empty."""
    parts = [
        f"{OPEN_ITEM.format(n=number)}\n\n{DECISION}\n\nGodkendt.\n\n{line}"
        for number, line in enumerate(lines_after, start=1)
    ]
    return parse_items(*parts)


def doubtful(meeting: ParsedMeeting) -> list[int]:
    return [item.number for item in meeting.items if item.is_doubtful]


def assert_nothing_is_lost(meeting: ParsedMeeting, text: str) -> None:
    assert list(meeting.all_lines()) == list(read_lines(text))


def test_the_whole_of_a_document_with_a_closed_part():
    text = "\n".join(
        [
            "REFERAT Direktionen d. 27-08-2013", "Mødedato Tirsdag d. 27. august 2013 kl. 10:00",
            "Mødested Mødelokale B105",
            "Punkt 1: A", "16/901", DECISION, "Godkendt.", "LUKKET MØDE", "Punkt 2: Køb", "16/902",
            "Sagsfremstilling", "X.", "Punkt 3: Opsigelse", "16/903", "Lukket punkt", "Sagsfremstilling", "Y.",
            "Punkt 4: Lukket dagsorden: Salg",
            "16/904", "Sagsfremstilling", "Z.",
        ]
    )  # fmt: skip
    meeting = parse_minutes(text)
    assert closed(meeting) == [2, 3, 4]
    assert [decision.text for decision in meeting.items[0].decisions] == ["Godkendt."]
    assert [problem for problem in meeting.problems if problem.severity is Severity.ERROR] == []
    assert_nothing_is_lost(meeting, text)


@pytest.mark.parametrize("line", WHOLE_LINES[FOLLOWING])
def test_a_label_of_the_meeting_closes_all_items_after_it_and_belongs_to_no_decision(line: str):
    meeting = items("", line, "", "")
    assert closed(meeting) == [3, 4]
    assert meeting.items[1].decisions[0].text == "Godkendt."
    assert line.strip() in {its.stripped for its in meeting.items[1].lines}
    assert "closed_from_here" in codes(meeting)


@pytest.mark.parametrize("line", WHOLE_LINES[ITEM])
def test_a_label_of_an_item_closes_the_one_it_stands_in(line: str):
    assert closed(items("", line, "")) == [2]


@pytest.mark.parametrize("line", WHOLE_LINES[BOTH])
def test_a_sentence_about_the_meeting_closes_its_item_and_all_after_it(line: str):
    assert closed(items("", line, "")) == [2, 3]


@pytest.mark.parametrize("line", [*WHOLE_LINES[DOUBT], *WHOLE_LINES[NEARLY]])
def test_the_word_alone_is_an_error_of_its_item_and_of_all_after_it(line: str):
    meeting = items("", line, "", "")
    assert (closed(meeting), doubtful(meeting)) == ([], [2, 3, 4])
    problems = [problem for problem in meeting.problems if problem.code == CLOSED_IN_DOUBT]
    assert [(problem.severity, problem.item) for problem in problems] == [
        (Severity.ERROR, item) for item in (2, 3, 4)
    ]
    assert problems[0].message.startswith("En linje i punkt 2 har ordet ")
    assert problems[1].message.startswith("En linje før punkt 3 har ordet ")
    # Until somebody has said what it is, it is text.
    assert meeting.items[1].decisions[0].text == f"Godkendt.\n{line}"


@pytest.mark.parametrize("line", TEXT[:-3])
def test_text_closes_nothing_and_raises_nothing(line: str):
    meeting = items("", line, "")
    assert (closed(meeting), doubtful(meeting)) == ([], [])
    assert not {CLOSED_IN_DOUBT, "closed_from_here"} & {*codes(meeting)}


@pytest.mark.parametrize("line", WHOLE_LINES[OPENS])
def test_the_opposite_ends_what_is_closed(line: str):
    meeting = items("LUKKET MØDE", line, "")
    assert closed(meeting) == [2]
    assert closed(items("LUKKET MØDE", line, "Lukkede punkter", "")) == [2, 4]


@pytest.mark.parametrize("line", WHOLE_LINES[OPENS])
def test_the_opposite_ends_a_doubt_too(line: str):
    assert doubtful(items("LUKKET", line, "", "FORTROLIGT", "")) == [1, 2, 4, 5]


@pytest.mark.parametrize(
    "text",
    [
        "Åbne sager", "Åbne sager\n- en", "Åbne punkter\n- en", "Åbent møde\nholdes i april.", "Åbne punkter: 3",
        "Åbent møde\nUdsat.", "Mødet er åbent", "Den åbne del af mødet", "- Åbne punkter",
        "Åbent møde\n\nBilag\n\nBrev",
        "Åbent møde\tkl. 10", "Ikke åbent møde", "IKKE ÅBNE PUNKTER", "Åbent møde, ikke lukket", "Åbne  sager",
    ],
)  # fmt: skip
def test_nothing_else_opens_what_is_closed(text: str):
    assert closed(items("LUKKET MØDE", text, "", "")) == [2, 3, 4]
    assert {2, 3, 4} <= {*doubtful(items("LUKKET", text, "", ""))}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Punkt 2: lukket", ([], [1, 2, 3])),
        ("Punkt 2: Køb - LUKKET SAG", ([], [1, 2, 3])),
        ("PUNKT 2. (L) Køb", ([], [1, 2, 3])),
        ("Punkt 2: Ikke offentligt", ([], [1, 2, 3])),
        ("Punkt 2: Køb", ([], [])),
        ("Punkt 2: Lukning af skolen", ([], [])),
        ("Punkt 2: Den lukkede afdeling", ([], [])),
    ],
)
@pytest.mark.parametrize("text", ["", "Godkendt.\n\n"])
def test_a_header_in_the_text_leaves_what_follows_in_doubt(line: str, says, text: str):
    meeting = parse_items(
        f"Punkt 1: A\n\n16/901\n\n{DECISION}\n\n{text}{line}", *(OPEN_ITEM.format(n=n) for n in (2, 3))
    )
    assert [item.number for item in meeting.items] == [1, 2, 3]
    assert (closed(meeting), doubtful(meeting)) == says


def test_what_a_closed_item_says_of_itself_casts_no_doubt_on_those_after_it():
    meeting = parse_items("Punkt 1: Lukket\n16/901\nBaggrund\nLukket", OPEN_ITEM.format(n=2))
    assert (closed(meeting), doubtful(meeting)) == ([1], [])
    meeting = parse_items("Punkt 1: Lukket\n16/901\nBaggrund\nLUKKET TILLÆGSDAGSORDEN", OPEN_ITEM.format(n=2))
    assert (closed(meeting), doubtful(meeting)) == ([1], [2])


@pytest.mark.parametrize("line", ["Fortroligt: notat om salget", "Mandag: lukket", "Hallen - lukket"])
def test_what_has_a_label_beside_other_words_and_decides_nothing_stays_text(line: str):
    meeting = items(line, "")
    assert (closed(meeting), doubtful(meeting)) == ([], [])
    assert meeting.items[0].decisions[0].text == f"Godkendt.\n{line}"


@pytest.mark.parametrize("line", WHOLE_LINES[NEARLY])
def test_above_the_first_heading_what_is_nearly_a_label_is_a_doubt_of_its_item(line: str):
    meeting = parse_items(f"Punkt 1: Køb\n16/901\n{line}\nSagsfremstilling\nX.", OPEN_ITEM.format(n=2))
    assert (closed(meeting), doubtful(meeting)) == ([], [1])


@pytest.mark.parametrize("line", ["LUKKET", "Fortroligt", "Lukket session"])
def test_in_an_item_without_headings_what_is_in_doubt_may_be_the_label_of_what_follows(line: str):
    meeting = parse_items(f"Punkt 1: Køb\n16/901\n{line}", OPEN_ITEM.format(n=2), OPEN_ITEM.format(n=3))
    assert {1, 2, 3} == {*closed(meeting), *doubtful(meeting)}


def test_the_opposite_belongs_to_no_decision_where_it_ends_something_and_is_text_elsewhere():
    meeting = items("LUKKET MØDE", "Åbent møde", "Åbent møde")
    assert [item.decisions[0].text for item in meeting.items] == [
        "Godkendt.",
        "Godkendt.",
        "Godkendt.\nÅbent møde",
    ]


@pytest.mark.parametrize(
    "line",
    [line for says in (ITEM, FOLLOWING, BOTH, DOUBT) for line in WHOLE_LINES[says]] + ["Fortroligt: notat"],
)
def test_above_the_first_heading_any_label_closes_its_item_and_no_other(line: str):
    text = document(f"Punkt 1: Køb\n16/901\n{line}\nSagsfremstilling\nX.", OPEN_ITEM.format(n=2))
    meeting = parse_minutes(text)
    assert closed(meeting) == [1]
    assert CLOSED_IN_DOUBT not in codes(meeting)
    assert [section.kind for section in meeting.items[0].sections] == [SectionKind.CASE_PRESENTATION]
    assert_nothing_is_lost(meeting, text)


def test_in_an_item_without_headings_a_label_of_the_meeting_closes_it_and_all_after_it():
    assert closed(parse_items("Punkt 1: Køb\n16/901\nLUKKET MØDE", OPEN_ITEM.format(n=2))) == [1, 2]
    assert closed(parse_items("Punkt 1: Køb\n16/901\nLukket punkt", OPEN_ITEM.format(n=2))) == [1]


def test_an_item_that_is_closed_leaves_no_doubt_about_its_lines():
    assert doubtful(parse_items("Punkt 1: Lukket\n16/901\nBaggrund\nLukket")) == []


# Real documents

FIXTURES = Path(__file__).parents[2] / "fixtures" / "minutes"
CORPUS = Path(os.environ.get("MINUTES_CORPUS", "/nonexistent")) / "minutes"
DOCUMENTS = [*sorted(FIXTURES.glob("*.txt")), *sorted(CORPUS.glob("*.txt"))]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_in_the_minutes_there_are_nothing_but_closed_titles_leaves_doubt_nowhere(path: Path):
    meeting = parse_minutes(numbered_text(path.read_bytes()))
    assert not {CLOSED_IN_DOUBT, "closed_from_here", "closed_word_in_title"} & {*codes(meeting)}
    words = ("lukket", "fortrolig")
    assert closed(meeting) == [
        item.number for item in meeting.items if any(word in item.title.lower() for word in words)
    ]
