"""The table of contents: a title, dots and a page on each line."""

import pytest

from minutes.parser.contents import has_page, parse_contents, split_at_contents
from tests.build.parsed import numbered


def entries(text: str) -> list[tuple[str, int | None]]:
    return [(entry.title, entry.page) for entry in parse_contents(numbered(text))]


@pytest.mark.parametrize(
    ("line", "title", "page"),
    [
        ("Cykelparkering.....\t3", "Cykelparkering", 3),
        ("Cykelparkering.....3", "Cykelparkering", 3),
        ("Cykelparkering ..... 3", "Cykelparkering", 3),
        ("Cykelparkering...........................12", "Cykelparkering", 12),
        ("Cykelparkering………3", "Cykelparkering", 3),
        ("Cykelparkering\t3", "Cykelparkering", 3),
        ("Cykelparkering.....", "Cykelparkering", None),
        ("Budget 2014.....\t3", "Budget 2014", 3),
        ("Huskeliste 27-08-2013.....3", "Huskeliste 27-08-2013", 3),
        ("Tilskud til foreninger m.v......\t3", "Tilskud til foreninger m.v.", 3),
        ("Tilskud til foreninger m.v.\t3", "Tilskud til foreninger m.v.", 3),
        ("Punkt 4: Cykelparkering.....3", "Cykelparkering", 3),
        ("  A - Salg af grund - LUKKET SAG.....\t10", "A - Salg af grund - LUKKET SAG", 10),
    ],
)
def test_an_entry_has_a_title_and_a_page(line: str, title: str, page: int | None):
    assert entries(line) == [(title, page)]


def test_a_title_broken_over_lines_ends_where_the_dots_stand():
    text = "Økonomi.....\t3\nRegler for brug af kommunens\nhaller og\nklublokaler.....\t4\nLukket.....\t7"
    assert entries(text) == [
        ("Økonomi", 3),
        ("Regler for brug af kommunens haller og klublokaler", 4),
        ("Lukket", 7),
    ]


def test_an_entry_keeps_the_line_on_which_it_begins():
    contents = parse_contents(numbered("Økonomi.....3\n\nEn titel\npå to linjer.....4"))
    assert [entry.line for entry in contents] == [1, 3]


def test_without_any_dots_each_line_is_an_entry():
    assert entries("Økonomi\nLukket") == [("Økonomi", None), ("Lukket", None)]


@pytest.mark.parametrize(
    "line", ["Økonomi.....\t3", "Økonomi.....3", "Punkt 1: Økonomi.....3", "Økonomi\t3", "...3"]
)
def test_dots_or_a_tab_lead_to_a_page(line: str):
    assert has_page(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Økonomi",
        "Punkt 1: Økonomi",
        "Punkt 1: Hvad nu ...",
        "Budget 2014",
        "Økonomi..3",
        "Se side 3.",
        "Ialt\t1.692.500",
        "Økonomi.....123456",
        "Økonomi.....²",
    ],
)
def test_other_lines_lead_to_no_page(line: str):
    assert not has_page(line)


def test_the_contents_begin_below_their_heading_and_end_with_the_last_dots():
    outside, contents = split_at_contents(
        numbered("Mødested Rådhuset\nINDHOLDSFORTEGNELSE:\nØkonomi.....3\nLukket.....4\nAfbud: Ib Mo")
    )
    assert [line.text for line in outside] == ["Mødested Rådhuset", "Afbud: Ib Mo"]
    assert [line.text for line in contents] == ["Økonomi.....3", "Lukket.....4"]


def test_contents_without_their_heading_begin_with_the_first_page_number():
    outside, contents = split_at_contents(numbered("Mødested Rådhuset\nØkonomi.....3\nLukket.....4"))
    assert [line.text for line in outside] == ["Mødested Rådhuset"]
    assert len(contents) == 2


def test_a_head_without_contents_is_all_outside():
    outside, contents = split_at_contents(numbered("Mødested Lokale\t2\nIndholdet er vigtigt ..."))
    assert (len(outside), contents) == (2, ())
