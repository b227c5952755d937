"""What the tags for the text of the minutes give: the same as templates would, each text escaped once."""

from __future__ import annotations

import time
from html.parser import HTMLParser
from typing import Any

import pytest

from minutes.pages.items.blocks import read_blocks
from minutes.pages.items.reading import SectionReading
from minutes.search.hits.highlight import Mark, mark
from minutes.templatetags.minutes_text import as_blocks, as_sections
from tests.build.rows import paragraph

HOSTILE = "<script>alert(\"1\")</script> & {} {0} {x!r} '%s'"
ESCAPED = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; {} {0} {x!r} &#x27;%s&#x27;"


def list_of(*items: tuple[str, str, int]) -> dict[str, Any]:
    keys = ("marker", "text", "level")
    return {"type": "list", "line": 1, "items": [dict(zip(keys, item, strict=True)) for item in items]}


def table_of(*rows: list[str], header: bool = False, total: bool = False) -> dict[str, Any]:
    return {
        "type": "table",
        "line": 1,
        "caption": "",
        "rows": rows,
        "has_header": header,
        "has_total": total,
    }


def view_of(block: dict[str, Any]) -> Any:
    (view,) = read_blocks([block])
    return view


def shown(*blocks: dict[str, Any], level: str = "2") -> str:
    """The blocks below a heading of that level, on one line."""
    return as_blocks(read_blocks(blocks), level).replace("\n", "")


def test_italics_are_kept_in_running_text() -> None:
    assert shown(paragraph("Se *denne* sag & *den*")) == "<p>Se <em>denne</em> sag &amp; <em>den</em></p>"


def test_each_paragraph_stands_on_its_own() -> None:
    assert (
        shown(paragraph("Godkendt."), paragraph("Udvalget takkede."))
        == "<p>Godkendt.</p><p>Udvalget takkede.</p>"
    )


def test_a_text_of_nothing_is_nothing() -> None:
    assert as_blocks((), "2") == as_sections((), "2") == ""


def test_a_section_stands_under_its_title_and_a_subheading_one_level_below() -> None:
    subheading = {"type": "subheading", "line": 1, "text": "Økonomi & drift"}
    section = SectionReading("Sagsfremstilling", read_blocks([subheading, paragraph("Godkendt.")]))
    assert as_sections([section], "3").replace("\n", "") == (
        '<section class="prose"><h3 class="section__title">Sagsfremstilling</h3>'
        "<h4>Økonomi &amp; drift</h4><p>Godkendt.</p></section>"
    )


def test_sections_follow_one_another() -> None:
    sections = [SectionReading(title, ()) for title in ("Resumé", "Indstilling")]
    assert Tags(as_sections(sections, "2")).opened == ["section", "h2"] * 2


def test_the_title_of_a_section_is_never_mark_up() -> None:
    html = as_sections([SectionReading(HOSTILE, ())], "2")
    assert ESCAPED in html
    assert Tags(html).opened == ["section", "h2"]


def test_a_list_stands_below_its_entry() -> None:
    assert shown(list_of(("1.", "skoler", 1), ("o", "nord", 2), ("3.", "*veje*", 1))) == (
        '<ol type="1"><li value="1">skoler<ul><li>nord</li></ul></li><li value="3"><em>veje</em></li></ol>'
    )


def test_letters_count_as_letters_and_bullets_do_not_count() -> None:
    assert shown(list_of(("b)", "skoler", 1))) == '<ol type="a"><li value="2">skoler</li></ol>'
    assert shown(list_of(("-", "skoler", 1))) == "<ul><li>skoler</li></ul>"


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


def test_a_table_has_a_name_for_who_does_not_see_it_and_a_caption_where_it_has_one() -> None:
    table = table_of(["HRC", "100"])
    assert 'aria-label="Tabel"' in shown(table)
    assert "<caption" not in shown(table)
    html = shown(table | {"caption": 'Drift "2013"'})
    assert (
        'role="group" aria-label="Drift &quot;2013&quot;"><table><caption>Drift &quot;2013&quot;</caption>'
        in html
    )


def rows_of(block: dict[str, Any]) -> str:
    return shown(block).partition("<tbody>")[2].partition("</tbody>")[0]


@pytest.mark.parametrize(
    "block",
    [
        paragraph(HOSTILE),
        paragraph(f"*{HOSTILE}*"),
        list_of(("-", HOSTILE, 1), ("-", HOSTILE, 2)),
        table_of([HOSTILE, HOSTILE], [HOSTILE, HOSTILE], header=True),
        table_of(["HRC", "1"], [HOSTILE, HOSTILE], total=True),
    ],
)
def test_what_the_minutes_say_is_never_mark_up_or_a_place_for_it(block: dict[str, Any]) -> None:
    html = shown(block)
    assert "<script" not in html
    assert ESCAPED in html
    assert "&amp;lt;" not in html


def test_a_text_that_has_been_escaped_and_marked_is_not_escaped_again() -> None:
    change = lambda text: mark(text, [Mark(0, 2, "a")])  # noqa: E731
    html = as_blocks([view_of(table_of(["A & B", "1"])).with_texts(change)], "2")
    assert "<mark" in html
    assert "&amp; B" in html


class Tags(HTMLParser):
    """Counts the tags that a browser meets."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append(tag)


def test_a_table_of_thousands_of_rows_takes_about_as_long_as_to_escape_its_texts() -> None:
    block = table_of(*[[f"Center {number}", "100", "1.200", "*ord* & tal"] for number in range(3000)])
    view = view_of(block)
    escaping = min(seconds_of(lambda: emphasised_cells(view)) for _ in range(3))
    rendering = min(seconds_of(lambda: shown_view(view)) for _ in range(3))
    assert Tags(shown_view(view)).opened.count("tr") == 3000
    assert rendering < 4 * escaping


def emphasised_cells(view: Any) -> list[str]:
    from django.utils.html import format_html

    return [format_html("{}", cell.text) for row in view.rows for cell in row]


def shown_view(view: Any) -> str:
    return as_blocks([view], "2")


def seconds_of(work: Any) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
