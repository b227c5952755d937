"""The table of contents: a title, dots, a TAB and the page."""

import pytest

from minutes.sources.pdf import read_pdf
from minutes.sources.pdf.contents import contents_entry, contents_rows, has_leader
from tests.build.drawing import Text, pdf


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("Lukket..........7", "Lukket.....\t7"),
        ("Lukket . . . . . . . 7", "Lukket.....\t7"),
        ("Lukket………… 7", "Lukket.....\t7"),
        ("Lukket ______ 12", "Lukket.....\t12"),
        ("Øvrige sager 27-08-2013·········11", "Øvrige sager 27-08-2013.....\t11"),
        ("Budget mv........ 3", "Budget mv.....\t3"),
    ],
)
def test_a_leader_leads_from_a_title_to_a_page(line, entry):
    assert has_leader(line) and contents_entry(line) == entry


@pytest.mark.parametrize("line", ["Lukket 7", "Lukket...", "Lukket ... 7", "....", "Budget 2014 til 2017"])
def test_other_lines_have_no_leader(line):
    assert not has_leader(line) and contents_entry(line) is None


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
