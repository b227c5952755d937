"""What the tags for the text of the minutes give: the same as templates would, each text escaped once."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.utils.html import format_html

from minutes.parser.values import Block, ListBlock, ListItem, Paragraph, Subheading, Table
from minutes.search.hits.highlight import Mark
from minutes.templatetags.minutes_text import as_blocks, as_sections
from minutes.templatetags.passages_of_pages import MOST_MARKED, Marks, Passage, texts_of

HOSTILE = "<script>alert(\"1\")</script> & {} {0} {x!r} '%s'"
ESCAPED = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; {} {0} {x!r} &#x27;%s&#x27;"


def paragraph(text: str) -> Paragraph:
    return Paragraph(1, text)


def list_of(*items: tuple[str, str, int]) -> ListBlock:
    return ListBlock(1, tuple(ListItem(1, *item) for item in items))


def table_of(*rows: list[str], header: bool = False, total: bool = False, caption: str = "") -> Table:
    return Table(1, caption, tuple(map(tuple, rows)), has_header=header, has_total=total)


def shown(*blocks: Block, level: str = "2", marks: Marks | None = None) -> str:
    """The blocks below a heading of that level, on one line."""
    return as_blocks(Passage(blocks, marks=marks), level).replace("\n", "")


def test_italics_are_kept_in_running_text() -> None:
    assert shown(paragraph("Se *denne* sag & *den*")) == "<p>Se <em>denne</em> sag &amp; <em>den</em></p>"


def test_each_paragraph_stands_on_its_own() -> None:
    assert (
        shown(paragraph("Godkendt."), paragraph("Udvalget takkede."))
        == "<p>Godkendt.</p><p>Udvalget takkede.</p>"
    )


def test_a_heading_parts_the_paragraphs_around_it() -> None:
    blocks = (paragraph("Et."), paragraph("To."), Subheading(3, "Proces"), paragraph("Tre."))
    assert shown(*blocks) == "<p>Et.</p><p>To.</p><h3>Proces</h3><p>Tre.</p>"


def test_headings_that_follow_each_other_are_all_kept() -> None:
    assert shown(Subheading(1, "Proces"), Subheading(2, "Tid")) == "<h3>Proces</h3><h3>Tid</h3>"


def test_a_text_of_nothing_is_nothing() -> None:
    assert as_blocks(Passage(()), "2") == as_sections((), "2") == ""


def test_a_section_stands_under_its_title_and_a_subheading_one_level_below() -> None:
    section = Passage([Subheading(1, "Økonomi & drift"), paragraph("Godkendt.")], "Sagsfremstilling")
    assert as_sections([section], "3").replace("\n", "") == (
        '<section class="prose"><h3 class="section__title">Sagsfremstilling</h3>'
        "<h4>Økonomi &amp; drift</h4><p>Godkendt.</p></section>"
    )


def test_sections_follow_one_another() -> None:
    sections = [Passage((), title) for title in ("Resumé", "Indstilling")]
    assert Tags(as_sections(sections, "2")).opened == ["section", "h2"] * 2


def test_the_title_of_a_section_is_never_mark_up() -> None:
    html = as_sections([Passage((), HOSTILE)], "2")
    assert ESCAPED in html
    assert Tags(html).opened == ["section", "h2"]


# Lists


def test_a_list_stands_below_its_entry() -> None:
    assert shown(list_of(("1.", "skoler", 1), ("o", "nord", 2), ("3.", "*veje*", 1))) == (
        '<ol type="1"><li value="1">skoler<ul><li>nord</li></ul></li><li value="3"><em>veje</em></li></ol>'
    )


def test_letters_count_as_letters_and_bullets_do_not_count() -> None:
    assert shown(list_of(("b)", "skoler", 1))) == '<ol type="a"><li value="2">skoler</li></ol>'
    assert shown(list_of(("-", "skoler", 1))) == "<ul><li>skoler</li></ul>"


def test_a_list_of_two_levels_is_nested() -> None:
    items = (("-", "skoler", 1), ("o", "nord", 2), ("o", "syd", 2), ("-", "veje", 1))
    assert shown(list_of(*items)) == (
        "<ul><li>skoler<ul><li>nord</li><li>syd</li></ul></li><li>veje</li></ul>"
    )


def test_a_list_that_begins_on_the_second_level_is_a_list_all_the_same() -> None:
    assert shown(list_of(("o", "nord", 2), ("o", "syd", 2))) == "<ul><li>nord</li><li>syd</li></ul>"


def test_a_list_that_steps_back_above_its_beginning_loses_nothing() -> None:
    assert shown(list_of(("o", "nord", 2), ("-", "veje", 1))) == "<ul><li>nord</li><li>veje</li></ul>"


@pytest.mark.parametrize(
    ("marker", "tags"),
    [
        ("1.", '<ol type="1"><li value="1">'),
        ("12)", '<ol type="1"><li value="12">'),
        ("a)", '<ol type="a"><li value="1">'),
        ("b.", '<ol type="a"><li value="2">'),
        ("-", "<ul><li>"),
        ("o", "<ul><li>"),
        ("·", "<ul><li>"),
        ("–", "<ul><li>"),
        ("z)", '<ol type="a"><li value="26">'),
        # no letter that HTML could count with
        ("æ)", "<ul><li>"),
        ("å)", "<ul><li>"),
    ],
)
def test_a_marker_says_how_a_list_is_numbered(marker: str, tags: str) -> None:
    assert shown(list_of((marker, "tekst", 1))).partition("tekst")[0] == tags


def test_a_jump_in_the_numbering_is_kept() -> None:
    html = shown(list_of(("1.", "et", 1), ("2.", "to", 1), ("5.", "fem", 1)))
    assert re.findall(r'value="(\d)"', html) == ["1", "2", "5"]
    assert html.count("<ol") == 1


def test_markers_of_another_sort_begin_another_list() -> None:
    assert shown(list_of(("1.", "et", 1), ("-", "streg", 1))) == (
        '<ol type="1"><li value="1">et</li></ol><ul><li>streg</li></ul>'
    )


def test_an_empty_list_shows_nothing() -> None:
    assert shown(list_of()) == ""


# Tables


def rows_of(table: Table) -> str:
    return shown(table).partition("<tbody>")[2].partition("</tbody>")[0]


def test_the_first_cell_names_its_row_where_it_says_anything() -> None:
    assert rows_of(table_of(["HRC", "100", "ja"], ["", "200", ""])) == (
        '<tr><th scope="row">HRC</th><td class="figure">100</td><td>ja</td></tr>'
        '<tr><td></td><td class="figure">200</td><td></td></tr>'
    )


def test_a_header_names_its_columns_and_an_empty_cell_of_it_none() -> None:
    html = shown(table_of(["", "Kr."], ["HRC", "100"], header=True))
    assert (
        '<thead><tr><td></td><th scope="col" class="figure">Kr.</th></tr></thead><tbody><tr><th scope="row">'
        in html
    )


def test_a_total_is_a_row_of_its_own_kind() -> None:
    html = rows_of(table_of(["HRC", "100"], ["I alt", "100"], total=True))
    assert html.endswith('<tr class="total"><th scope="row">I alt</th><td class="figure">100</td></tr>')
    assert html.count('class="total"') == 1


def test_a_table_has_its_header_and_its_total_apart_from_its_rows() -> None:
    table = table_of(["Center", "Kr."], ["HRC", "100"], ["Ialt", "100"], header=True, total=True)
    assert shown(table).count("<thead>") == 1
    assert rows_of(table) == (
        '<tr><th scope="row">HRC</th><td class="figure">100</td></tr>'
        '<tr class="total"><th scope="row">Ialt</th><td class="figure">100</td></tr>'
    )


def test_a_table_that_is_one_row_is_shown() -> None:
    assert rows_of(table_of(["HRC", "100"])) == (
        '<tr><th scope="row">HRC</th><td class="figure">100</td></tr>'
    )


def test_a_table_has_a_name_for_who_does_not_see_it_and_a_caption_where_it_has_one() -> None:
    table = table_of(["HRC", "100"])
    assert 'aria-label="Tabel"' in shown(table)
    assert "<caption" not in shown(table)
    html = shown(table_of(["HRC", "100"], caption='Drift "2013"'))
    assert (
        'role="group" aria-label="Drift &quot;2013&quot;"><table><caption>Drift &quot;2013&quot;</caption>'
        in html
    )


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
    ],
)
def test_figures_stand_to_the_right(column: list[str]) -> None:
    assert places_of_figures(*[["navn", cell] for cell in column]) == [1] * len(column)


@pytest.mark.parametrize(
    "column",
    [
        ["HRC", "JC"],
        ["2013", "efterår"],
        ["25. juni", "6. august"],
        ["", "-"],
        ["05-02-2013", "1"],
        ["§ 17,4"],
    ],
)
def test_words_and_dates_stand_to_the_left(column: list[str]) -> None:
    assert places_of_figures(*[["navn", cell] for cell in column]) == []


def test_the_first_column_names_the_rows_even_where_it_is_years() -> None:
    assert places_of_figures(["2013", "100"], ["2014", "200"]) == [1, 1]


def places_of_figures(*rows: list[str]) -> list[int]:
    """For each cell that stands to the right, its place in its row."""
    cells = [re.findall(r"<t[dh]([^>]*)>", row) for row in rows_of(table_of(*rows)).split("</tr>")]
    return [place for row in cells for place, attributes in enumerate(row) if "figure" in attributes]


# Marks and safety


BLOCKS = (
    paragraph("Skolen er *skolernes* skole."),
    Subheading(1, "Om skoler"),
    list_of(("1.", "Skolens *tag*", 1), ("-", "skoletag", 2)),
    table_of(["Skole", "Kr."], ["Byens skole", "1"], header=True, caption="Skoler i tal"),
)


def marks_in(*blocks: Block, word: str, before: int = 0) -> Marks:
    places = {
        text: [Mark(match.start(), match.end(), word) for match in re.finditer(word, text, re.IGNORECASE)]
        for text in texts_of(blocks)
    }
    return Marks(places, before)


def test_the_texts_are_told_in_the_order_in_which_they_are_shown() -> None:
    html = shown(*BLOCKS).replace('aria-label="Skoler i tal"', "")
    parts = [re.escape(text) for text in texts_of(BLOCKS)]
    assert parts[:3] == [re.escape("Skolen er "), "skolernes", re.escape(" skole.")]
    assert re.fullmatch("(?:<[^>]+>)*".join(["", *parts, ""]), html)


def test_every_place_is_numbered_on_from_those_before_the_passage_wherever_it_stands() -> None:
    html = shown(*BLOCKS, marks=marks_in(*BLOCKS, word="skole", before=4))
    numbers = [int(number) for number in re.findall(r'<mark id="forekomst-(\d+)">', html)]
    assert numbers == list(range(5, 5 + 9))
    assert re.sub(r"</?mark[^>]*>", "", html) == shown(*BLOCKS)


def test_a_passage_that_is_shown_again_has_the_same_numbers() -> None:
    marks = marks_in(*BLOCKS, word="skole")
    assert shown(*BLOCKS, marks=marks) == shown(*BLOCKS, marks=marks)


def test_what_names_a_table_and_what_stands_above_a_section_is_never_marked() -> None:
    passage = Passage(BLOCKS, "Skole", marks_in(*BLOCKS, word="skole"))
    html = as_sections([passage], "2")
    assert 'aria-label="Skoler i tal"' in html
    assert '<h2 class="section__title">Skole</h2>' in html


def test_beyond_so_many_places_none_is_marked() -> None:
    block = paragraph("skole " * (MOST_MARKED + 5))
    html = shown(block, marks=marks_in(block, word="skole"))
    assert html.count("<mark") == MOST_MARKED
    assert html.count("skole") == MOST_MARKED + 5


@pytest.mark.parametrize(
    "block",
    [
        paragraph(HOSTILE),
        paragraph(f"*{HOSTILE}*"),
        list_of(("-", HOSTILE, 1), ("-", HOSTILE, 2)),
        table_of([HOSTILE, HOSTILE], [HOSTILE, HOSTILE], header=True),
        table_of(["HRC", "1"], [HOSTILE, HOSTILE], total=True),
        table_of(["HRC", "1"], caption=HOSTILE),
    ],
)
def test_what_the_minutes_say_is_never_mark_up_or_a_place_for_it(block: Block) -> None:
    for html in (shown(block), shown(block, marks=marks_in(block, word="nowhere"))):
        assert "<script" not in html
        assert ESCAPED in html
        assert "&amp;lt;" not in html


def test_a_text_that_is_marked_is_escaped_once() -> None:
    block = table_of(["A & B", "1"])
    html = shown(block, marks=marks_in(block, word="A"))
    assert '<mark id="forekomst-1">A</mark> &amp; B' in html


class Tags(HTMLParser):
    """Counts the tags that a browser meets."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append(tag)


def test_a_table_of_thousands_of_rows_takes_about_as_long_as_to_escape_its_texts() -> None:
    table = table_of(*[[f"Center {number}", "100", "1.200", "*ord* & tal"] for number in range(3000)])
    escaping = min(
        seconds_of(lambda: [format_html("{}", cell) for row in table.rows for cell in row]) for _ in range(3)
    )
    rendering = min(seconds_of(lambda: shown(table)) for _ in range(3))
    assert Tags(shown(table)).opened.count("tr") == 3000
    assert rendering < 4 * escaping


def seconds_of(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
