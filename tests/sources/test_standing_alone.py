"""Lines that are an item's first line, a case number or a heading, whatever their type and place."""

import pytest

from minutes.parser.values import SectionKind
from minutes.sources.standing_alone import may_open_an_item, stands_alone


@pytest.mark.parametrize(
    "word", [kind.word for kind in SectionKind if kind not in {SectionKind.UNPLACED, SectionKind.DECISION}]
)
def test_the_headings_of_the_parser_stand_alone(word):
    assert (
        stands_alone(word.capitalize())
        and stands_alone(word.upper())
        and stands_alone(f"{word.capitalize()}:")
    )


@pytest.mark.parametrize(
    "line",
    [
        "Punkt 4: Kommissorium for netværket",
        "PUNKT 12. Lukket",
        "Punkt 1a: Tillæg",
        "Punkt 7",
        "12/32140",
        "Sagsnr.: 12/7799",
        "Beslutning i Direktionen den 27-08-2013",
        "BESLUTNING ØKONOMIUDVALGET DEN 10-03-2014",
        "Beslutning Byrådet den 18. marts 2014",
    ],
)
def test_a_line_that_begins_something_stands_alone(line):
    assert stands_alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "økonomi og personale",
        "Økonomien er god",
        "Indstilling fra centret",
        "baggrund",
        "Punkterne drøftes",
        "12/32140 og 12/7799",
        "Beslutning om lukkedage",
        "Beslutning i 2013. Sagen tages op",
        "Godkendt.",
        "",
    ],
)
def test_other_lines_may_go_on_with_a_paragraph(line):
    assert not stands_alone(line)


@pytest.mark.parametrize("line", ["1. Titel", "12) Lukket", "1a. Tillæg"])
def test_a_counted_line_may_open_an_item(line):
    assert may_open_an_item(line)


@pytest.mark.parametrize("line", ["1", "3/7", "Side 3", "1.000 kr.", "- 3 -", "27. 8. 2013"])
def test_a_number_alone_opens_none(line):
    assert not may_open_an_item(line)
