from typing import Any

import pytest

from minutes.pages.items.blocks import (
    ListView,
    ProseView,
    SubheadingView,
    TableView,
    paragraphs,
    read_blocks,
)
from tests.build.rows import paragraph


def entries(*items: tuple[str, str, int]) -> dict[str, Any]:
    keys = ("marker", "text", "level")
    return {"type": "list", "line": 1, "items": [dict(zip(keys, item, strict=True)) for item in items]}


def table(*rows: list[str], header: bool = False, total: bool = False, caption: str = "") -> dict[str, Any]:
    return {
        "type": "table",
        "line": 1,
        "caption": caption,
        "rows": rows,
        "has_header": header,
        "has_total": total,
    }


def outline(view: ListView) -> list[Any]:
    """A list as nested Python lists: each entry's text, followed by the lists below it."""
    told: list[Any] = []
    for entry in view.entries:
        told.append("".join(run.text for run in entry.runs))
        told += [outline(below) for below in entry.lists]
    return told


def texts(view: ProseView) -> list[str]:
    return ["".join(run.text for run in runs) for runs in view.paragraphs]


def test_a_paragraph_and_a_subheading_keep_their_text() -> None:
    heading, text = read_blocks(
        [{"type": "subheading", "line": 1, "text": "Proces"}, paragraph("Vi går i gang.")]
    )
    assert isinstance(heading, SubheadingView)
    assert heading.text == "Proces"
    assert isinstance(text, ProseView)
    assert texts(text) == ["Vi går i gang."]


def test_paragraphs_that_follow_each_other_are_one_piece_of_prose_and_a_heading_parts_them() -> None:
    heading = {"type": "subheading", "line": 3, "text": "Proces"}
    before, between, after = read_blocks([paragraph("Et."), paragraph("To."), heading, paragraph("Tre.")])
    assert isinstance(between, SubheadingView)
    assert (texts(before), texts(after)) == (["Et.", "To."], ["Tre."])


def test_headings_that_follow_each_other_are_all_kept() -> None:
    headings = [{"type": "subheading", "line": line, "text": f"Overskrift {line}"} for line in (1, 2)]
    assert [view.text for view in read_blocks(headings)] == ["Overskrift 1", "Overskrift 2"]


def test_plain_text_becomes_a_paragraph_a_line() -> None:
    (prose,) = paragraphs("Godkendt.\n\nUdvalget takkede.\n")
    assert texts(prose) == ["Godkendt.", "Udvalget takkede."]


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n"])
def test_a_text_of_nothing_has_no_paragraph(text: str) -> None:
    assert paragraphs(text) == ()


def test_a_change_meets_the_paragraphs_in_their_order() -> None:
    met: list[str] = []
    (prose,) = read_blocks([paragraph("Et *to*."), paragraph("Tre.")])
    changed = prose.with_texts(lambda text: met.append(text) or text.upper())
    assert met == ["Et ", "to", ".", "Tre."]
    assert texts(changed) == ["ET TO.", "TRE."]


def test_a_list_of_two_levels_is_nested() -> None:
    (view,) = read_blocks([entries(("-", "skoler", 1), ("o", "nord", 2), ("o", "syd", 2), ("-", "veje", 1))])
    assert outline(view) == ["skoler", ["nord", "syd"], "veje"]


def test_a_list_that_begins_on_the_second_level_is_a_list_all_the_same() -> None:
    (view,) = read_blocks([entries(("o", "nord", 2), ("o", "syd", 2))])
    assert outline(view) == ["nord", "syd"]


def test_a_list_that_steps_back_above_its_beginning_loses_nothing() -> None:
    views = read_blocks([entries(("o", "nord", 2), ("-", "veje", 1))])
    assert [outline(view) for view in views] == [["nord", "veje"]]


@pytest.mark.parametrize(
    ("marker", "numbering", "number"),
    [
        ("1.", "1", 1),
        ("12)", "1", 12),
        ("a)", "a", 1),
        ("b.", "a", 2),
        ("-", "", None),
        ("o", "", None),
        ("·", "", None),
        ("–", "", None),
        ("å)", "", None),
    ],
)
def test_a_marker_says_how_a_list_is_numbered(marker: str, numbering: str, number: int | None) -> None:
    (view,) = read_blocks([entries((marker, "tekst", 1))])
    assert isinstance(view, ListView)
    assert view.numbering == numbering
    assert view.entries[0].number == number


def test_a_jump_in_the_numbering_is_kept() -> None:
    (view,) = read_blocks([entries(("1.", "et", 1), ("2.", "to", 1), ("5.", "fem", 1))])
    assert isinstance(view, ListView)
    assert [entry.number for entry in view.entries] == [1, 2, 5]


def test_markers_of_another_sort_begin_another_list() -> None:
    views = read_blocks([entries(("1.", "et", 1), ("-", "streg", 1))])
    assert [view.numbering for view in views if isinstance(view, ListView)] == ["1", ""]


def test_an_empty_list_shows_nothing() -> None:
    assert read_blocks([entries()]) == ()


def test_a_table_has_its_header_and_its_total_apart() -> None:
    (view,) = read_blocks(
        [
            table(
                ["Center", "Kr."],
                ["HRC", "100"],
                ["Ialt", "100"],
                header=True,
                total=True,
                caption="Tabel 1: Budget",
            )
        ]
    )
    assert isinstance(view, TableView)
    assert view.caption == "Tabel 1: Budget"
    assert [cell.text for cell in view.header] == ["Center", "Kr."]
    assert [[cell.text for cell in row] for row in view.rows] == [["HRC", "100"]]
    assert [cell.text for cell in view.total] == ["Ialt", "100"]


def test_a_table_that_is_one_row_is_shown() -> None:
    (view,) = read_blocks([table(["HRC", "100"])])
    assert isinstance(view, TableView)
    assert (view.header, view.total, len(view.rows)) == ((), (), 1)


@pytest.mark.parametrize(
    "column",
    [
        ["100", "2"],
        ["1.692.600", "-"],
        ["27.000 kr.", ""],
        ["3,5 mio. kr.", "12 mio."],
        ["-1.200", "+3,4"],
        ["50 %", "2,5%"],
        ["100 tkr.", "7"],
        ["3,5 mia. kr.", "12 tkr.", "1 234", "- 5"],
    ],
)
def test_figures_stand_to_the_right(column: list[str]) -> None:
    assert is_figures(column)


@pytest.mark.parametrize(
    "column",
    [
        ["HRC", "JC"],
        ["2013", "efterår"],
        ["25. juni", "6. august"],
        ["", "-"],
        ["05-02-2013", "1"],
        ["§ 17,4"],
        ["1 2 3", "4"],
        ["12 stk.", "4"],
        ["12/32140", "13/2358"],
    ],
)
def test_words_and_dates_stand_to_the_left(column: list[str]) -> None:
    assert not is_figures(column)


def is_figures(column: list[str]) -> bool:
    (view,) = read_blocks([table(*[["navn", cell] for cell in column])])
    assert isinstance(view, TableView)
    return all(row[1].is_figure for row in view.rows)


def test_the_first_column_names_the_rows_even_where_it_is_years() -> None:
    (view,) = read_blocks([table(["2013", "100"], ["2014", "200"])])
    assert isinstance(view, TableView)
    assert not any(row[0].is_figure for row in view.rows)
