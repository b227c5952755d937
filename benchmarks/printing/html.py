"""Minutes as a page for a browser to print."""

from __future__ import annotations

from html import escape

from .parts import Kind, Part, parts_of, tables_apart, with_soft_hyphens
from .styles import Style

_TAGS = {Kind.TITLE: "h1", Kind.PARAGRAPH: "p", Kind.HEADING: "h3", Kind.ITEM: "h2"}


def as_html(text: str, style: Style) -> str:
    """The whole page, with its style sheet."""
    text = with_soft_hyphens(text) if style.divides_words else text
    runs = list(tables_apart(parts_of(text)))
    title = runs[0][0].text
    body = "\n".join(_run(run, style) for run in runs)
    return (
        f'<!doctype html><html lang="da"><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_css(style, title)}</style><body>{body}</body></html>"
    )


def _run(run: list[Part], style: Style) -> str:
    first = run[0]
    if first.kind is Kind.ROW:
        rows = "".join(f"<tr>{_cells(part)}</tr>" for part in run)
        return f"<table>{rows}</table>"
    if first.kind is Kind.CONTENTS:
        rows = "".join(
            f"<div class=entry><span>{_cell(part, 0)}</span><i></i>{part.cells[1]}</div>" for part in run
        )
        return f"<div class=contents>{rows}</div>"
    if first.kind is Kind.ENTRY:
        return "".join(
            f'<div class="item level{part.level}"><b>{part.marker or style.bullet}</b>{escape(part.text)}</div>'
            for part in run
        )
    tag = _TAGS[first.kind]
    return f"<{tag}>{escape(first.text)}</{tag}>"


def _cells(part: Part) -> str:
    return "".join(f"<td>{_cell(part, index)}</td>" for index in range(len(part.cells)))


def _cell(part: Part, index: int) -> str:
    return escape(part.cells[index])


def _css(style: Style, title: str) -> str:
    align = "justify" if style.is_justified else "left"
    heading = f"font-size: {style.heading_size}pt; text-align: {'center' if style.is_centred else 'left'}"
    weight = "bold" if style.is_bold else "normal"
    rules = "border: 0.5pt solid #444;" if style.has_rules else ""
    leaders = "border-bottom: 1pt dotted #444;" if style.has_leaders else ""
    turn = "h2 { break-before: page }" if style.begins_pages_with_items else ""
    return f"""
        @page {{ size: A4; margin: {style.margin + 20}pt {style.margin}pt;
                 @top-left {{ {_margin_box(style.heads, title)} }}
                 @bottom-center {{ {_margin_box(style.feet, title)} }} }}
        body {{ font: {style.size}pt/{style.line_height} "{style.font}"; letter-spacing: {style.letter_spacing}pt;
                margin: 0; text-align: {align}; columns: {style.columns} }}
        p {{ margin: 0 0 {style.space_below}pt; text-indent: {style.first_line_indent}pt }}
        h1, h2, h3 {{ {heading}; font-weight: {weight}; margin: {style.space_below * 1.5}pt 0 {style.space_below}pt;
                      break-after: avoid }}
        h1 {{ font-size: {style.heading_size * 1.4}pt }} {turn}
        table {{ border-collapse: collapse; margin-bottom: {style.space_below}pt }}
        td {{ {rules} padding: 2pt 8pt 2pt 2pt; vertical-align: top; text-align: left }}
        .item {{ margin-left: 22pt; text-indent: -1.7em }} .item b {{ font-weight: normal; display: inline-block;
                 width: 1.7em; text-indent: 0 }} .level1 {{ margin-left: 44pt }}
        .entry {{ display: flex }} .entry i {{ flex: 1; {leaders} margin: 0 3pt 3pt }}
    """


def _margin_box(lines: tuple[str, ...], title: str) -> str:
    if not lines:
        return ""
    text = '"\\A "'.join(f'"{line}"' for line in lines).replace("{title}", title)
    content = text.replace("{page}", '" counter(page) "').replace("{pages}", '" counter(pages) "')
    return f"content: {content}; white-space: pre; font-size: 8pt"
