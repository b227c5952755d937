"""The table of contents: a title, dots, a TAB and the page."""

import pytest

from minutes.sources.pdf import read_pdf
from minutes.sources.pdf.contents import contents_rows, has_leader
from tests.build.drawing import LEFT, Text, pdf, width_of

RIGHT = 535


def read(*entries: str) -> list[str]:
    """What is read of lines below the heading of the contents, each up to the right margin, or only where told "<"."""
    drawn = [Text("REFERAT Direktionen d. 27-08-2013", 60, size=16), Text("Indholdsfortegnelse", 90, size=12)]
    for place, entry in enumerate(entries):
        text, y = entry.removeprefix("<"), 110 + 13 * place
        drawn.append(Text(text, y, LEFT if entry.startswith("<") else RIGHT - width_of(text)))
    drawn.append(Text("Punkt 1: Økonomiopfølgning", 130 + 13 * len(entries), size=12))
    lines = read_pdf(pdf(drawn)).text.splitlines()
    return [
        line
        for line in lines[lines.index("Indholdsfortegnelse") + 1 : lines.index("Punkt 1: Økonomiopfølgning")]
        if line
    ]


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("Lukket..........7", "Lukket.....\t7"),
        ("Lukket . . . . . . . 7", "Lukket.....\t7"),
        ("Lukket ______ 12", "Lukket.....\t12"),
        ("Øvrige sager 27-08-2013.........11", "Øvrige sager 27-08-2013.....\t11"),
        ("Budget mv........ 3", "Budget mv.....\t3"),
    ],
)
def test_a_leader_leads_from_a_title_to_a_page(line, entry):
    assert has_leader(line) and read(line) == [entry]


@pytest.mark.parametrize("line", ["Lukket………… 7", "Øvrige sager 27-08-2013·········11"])
def test_a_leader_is_of_any_dots(line):
    assert has_leader(line)


@pytest.mark.parametrize("line", ["Lukket 7", "Lukket...", "Lukket ... 7", "....", "Budget 2014 til 2017"])
def test_other_lines_have_no_leader(line):
    assert not has_leader(line)


@pytest.mark.parametrize("last", ["af hele planen . . 9", "af hele planen . 9", "af hele planen 9"])
def test_where_few_dots_fit_behind_a_title_its_page_ends_where_the_others_do(last):
    assert read("Lukket . . . . . . . 7", last)[1] == "af hele planen.....\t9"


@pytest.mark.parametrize("last", ["<Se side 9", "af hele planen 3", "Regnskab 2013", "af hele planen"])
def test_other_lines_below_the_contents_are_no_entries(last):
    lines = read("Lukket . . . . . . . 7", last)
    assert lines[0] == "Lukket.....\t7" and lines[1] == last.removeprefix("<")


@pytest.mark.parametrize("dots", [" . . . . . . ", " . . ", " "])
def test_a_title_goes_on_over_lines_up_to_its_page(dots):
    entries = read("Lukket . . . . . . . 7", "<Finansiering af udvalget for en ny", f"skole og en hal{dots}9")
    assert entries == ["Lukket.....\t7", "Finansiering af udvalget for en ny skole og en hal.....\t9"]


def test_contents_without_dots_are_rows_of_a_table():
    assert contents_rows([["Lukket", "7"], ["Øvrige sager", "10"]]) == [
        "Lukket.....\t7",
        "Øvrige sager.....\t10",
    ]


def test_a_long_title_has_its_page_at_its_first_line_or_its_last():
    assert (
        contents_rows([["Lukket", "7"], ["Status på", "8"], ["etape 1", ""]])[1]
        == "Status på etape 1.....\t8"
    )
    assert (
        contents_rows([["Status på", ""], ["etape 1", "8"], ["Lukket", "9"]])[0]
        == "Status på etape 1.....\t8"
    )


def test_a_table_of_other_things_is_no_contents():
    assert contents_rows([["HRC", "100.000"], ["JC", "262.500"]]) is None


@pytest.mark.parametrize("has_dots", [True, False])
def test_contents_are_read_below_their_heading(has_dots):
    titles = [("Økonomiopfølgning", 3), ("Lukket", 4), ("Huskeliste", 12)]
    drawn = [Text("REFERAT Direktionen d. 27-08-2013", 60, size=16), Text("Indholdsfortegnelse", 90, size=12)]
    for place, (title, page) in enumerate(titles):
        dots = "." * 60 if has_dots else ""
        drawn += [Text(f"{title}{dots}", 110 + 13 * place), Text(str(page), 110 + 13 * place, 520)]
    drawn.append(Text("Punkt 1: Økonomiopfølgning", 200, size=12))
    assert read_pdf(pdf(drawn)).text.splitlines()[2:] == [
        "Indholdsfortegnelse",
        "",
        *[f"{title}.....\t{page}" for title, page in titles],
        "",
        "Punkt 1: Økonomiopfølgning",
    ]
