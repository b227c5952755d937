"""Minutes as a flat OpenDocument text, for an office program to print."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from .parts import Kind, Part, parts_of, tables_apart, with_soft_hyphens
from .styles import Style

_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "fo": "xsl-fo-compatible",
    }.items()
)
_PAPER_WIDTH, _PAPER_HEIGHT = 595, 842
_STYLES = {Kind.TITLE: "Title", Kind.PARAGRAPH: "Body", Kind.HEADING: "Heading", Kind.ITEM: "Item"}


def as_flat_odt(text: str, style: Style) -> str:
    """The whole document, with its styles."""
    text = with_soft_hyphens(text) if style.divides_words else text
    runs = list(tables_apart(parts_of(text)))
    title = runs[0][0].text
    body = "".join(_run(run, style) for run in runs)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMESPACES} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{_styles(style)}</office:styles>"
        f"<office:automatic-styles>{_automatic(style)}</office:automatic-styles>"
        f"<office:master-styles>{_master(style, title)}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _run(run: list[Part], style: Style) -> str:
    first = run[0]
    if first.kind is Kind.ROW:
        return _table(run)
    if first.kind is Kind.CONTENTS:
        return "".join(
            _paragraph("Contents", f"{escape(part.cells[0])}<text:tab/>{part.cells[1]}") for part in run
        )
    if first.kind is Kind.ENTRY:
        return "".join(
            _paragraph(f"Entry{part.level}", f"{part.marker or style.bullet}<text:tab/>{escape(part.text)}")
            for part in run
        )
    return _paragraph(_STYLES[first.kind], escape(first.text))


def _paragraph(style: str, content: str) -> str:
    return f"<text:p text:style-name={quoteattr(style)}>{content}</text:p>"


def _table(rows: list[Part]) -> str:
    columns = max(len(row.cells) for row in rows)
    body = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell table:style-name="Cell">{_paragraph("CellText", escape(cell))}</table:table-cell>'
            for cell in [*row.cells, *[""] * (columns - len(row.cells))]
        )
        + "</table:table-row>"
        for row in rows
    )
    return f'<table:table><table:table-column table:number-columns-repeated="{columns}"/>{body}</table:table>'


def _styles(style: Style) -> str:
    weight = "bold" if style.is_bold else "normal"
    centred = "center" if style.is_centred else "left"
    align = "justify" if style.is_justified else "left"
    below = f'fo:margin-bottom="{style.space_below}pt"'
    height = f'fo:line-height="{round(100 * style.line_height / 1.15)}%"'
    above = f'fo:margin-top="{style.space_below}pt"'
    heading = f'fo:text-align="{centred}" fo:keep-with-next="always" {above} {below} {height}'
    bold = f'fo:font-weight="{weight}"'
    turn = 'fo:break-before="page"' if style.begins_pages_with_items else ""
    width = _PAPER_WIDTH - 2 * style.margin
    leader = 'style:leader-style="dotted" style:leader-text="."' if style.has_leaders else ""
    tab = f'<style:tab-stops><style:tab-stop style:position="{width}pt" style:type="right" {leader}/></style:tab-stops>'
    return "".join(
        (
            _style(
                "Body",
                style,
                f'fo:text-align="{align}" fo:text-indent="{style.first_line_indent}pt" {below} {height}',
            ),
            _style("Title", style, heading, bold, style.heading_size * 1.3),
            _style("Heading", style, heading, bold, style.heading_size),
            _style("Item", style, f"{heading} {turn}", bold, style.heading_size),
            _style("Contents", style, height, tabs=tab),
            _style("Entry0", style, f'fo:margin-left="18pt" fo:text-indent="-16pt" {height}', tabs=_stop(18)),
            _style("Entry1", style, f'fo:margin-left="36pt" fo:text-indent="-16pt" {height}', tabs=_stop(36)),
            _style("CellText", style, height),
            _style("Edge", style, "", "", 8),
        )
    )


def _stop(position: float) -> str:
    return f'<style:tab-stops><style:tab-stop style:position="{position}pt"/></style:tab-stops>'


def _style(name: str, style: Style, paragraph: str, text: str = "", size: float = 0, tabs: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f'<style:paragraph-properties {paragraph} fo:orphans="2" fo:widows="2">{tabs}</style:paragraph-properties>'
        f'<style:text-properties fo:font-family="{style.font}" fo:font-size="{size or style.size}pt" '
        f'fo:letter-spacing="{style.letter_spacing}pt" fo:language="da" fo:country="DK" {text}/></style:style>'
    )


def _automatic(style: Style) -> str:
    border = "0.5pt solid #444444" if style.has_rules else "none"
    edge = "<style:header-style/><style:footer-style/>"
    return (
        f'<style:style style:name="Cell" style:family="table-cell">'
        f'<style:table-cell-properties fo:border="{border}" fo:padding="2pt"/></style:style>'
        f'<style:page-layout style:name="Paper"><style:page-layout-properties fo:page-width="{_PAPER_WIDTH}pt" '
        f'fo:page-height="{_PAPER_HEIGHT}pt" fo:margin="{style.margin}pt"/>{edge}</style:page-layout>'
    )


def _master(style: Style, title: str) -> str:
    head = "".join(_paragraph("Edge", _edge(line, title)) for line in style.heads)
    foot = "".join(_paragraph("Edge", _edge(line, title)) for line in style.feet)
    header = f"<style:header>{head}{_paragraph('Edge', '')}</style:header>" if head else ""
    footer = f"<style:footer>{_paragraph('Edge', '')}{foot}</style:footer>" if foot else ""
    page = '<style:master-page style:name="Standard" style:page-layout-name="Paper">'
    return f"{page}{header}{footer}</style:master-page>"


def _edge(line: str, title: str) -> str:
    text = re.sub(" {2,}", lambda blanks: f'<text:s text:c="{len(blanks[0])}"/>', escape(line))
    text = text.replace("{title}", escape(title)).replace("{pages}", "<text:page-count/>")
    return text.replace("{page}", '<text:page-number text:select-page="current"/>')
