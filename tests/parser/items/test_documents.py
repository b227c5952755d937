"""The documents of an item: listed with a title, or named in its text by their number."""

import pytest

from tests.build.parsed import parse_one

LIST = "Andre relevante dokumenter"


@pytest.mark.parametrize(
    ("line", "title", "number"),
    [
        ("Strategi for byrummet (269057/12)", "Strategi for byrummet", "269057/12"),
        ("Strategi for byrummet 269057/12", "Strategi for byrummet", "269057/12"),
        ("Strategi for byrummet, dok.nr. 269057-12", "Strategi for byrummet", "269057/12"),
        ("Strategi for byrummet (dok.nr.: 269057-12)", "Strategi for byrummet", "269057/12"),
        ("Strategi (udkast) (269057/12)", "Strategi (udkast)", "269057/12"),
        ("- Strategi - 269057/12", "Strategi", "269057/12"),
        ("269057/12 Strategi for byrummet", "Strategi for byrummet", "269057/12"),
        ("(269057/12) - Strategi for byrummet", "Strategi for byrummet", "269057/12"),
        ("Dok.nr. 269057-12: Strategi for byrummet", "Strategi for byrummet", "269057/12"),
        ("Strategi\t269057/12", "Strategi", "269057/12"),
        ("269057/12", "", "269057/12"),
    ],
)
def test_a_listed_document_has_a_title_and_a_number(line: str, title: str, number: str):
    (document,) = parse_one(LIST, line).documents
    assert (document.title, document.number) == (title, number)


def test_a_listed_document_keeps_its_number_as_written_and_its_line():
    item = parse_one(LIST, "Strategi, dok.nr. 269057-12")
    (document,) = item.documents
    assert (document.as_written, document.line) == ("269057-12", item.sections[0].lines[0].number)


def test_lines_without_a_number_list_no_document():
    assert parse_one(LIST, "Budget 2014", "Sag 12/32140", "Ingen bemærkninger").documents == ()


def test_documents_named_in_the_text_are_references_and_each_counts_once():
    item = parse_one(
        "Sagsfremstilling", "Jf. notat (dok.nr. 216558-15) og sag 12/32140.", "Se 216558/15 og 1234/13."
    )
    assert [(document.number, document.as_written, document.title) for document in item.references] == [
        ("216558/15", "216558-15", ""),
        ("1234/13", "1234/13", ""),
    ]
    assert item.documents == ()


def test_a_listed_document_is_no_reference():
    item = parse_one(LIST, "Strategi (269057/12)", "Vurdering", "Strategien (269057/12) er god.")
    assert [document.number for document in item.documents] == ["269057/12"]
    assert [document.line for document in item.references] == [item.sections[1].lines[0].number]


def test_attachments_are_searched_for_numbers_too():
    assert [d.number for d in parse_one("Bilag", "Notat (1234/13)").references] == ["1234/13"]
