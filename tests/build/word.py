"""Word documents for tests: as python-docx writes them, and as XML where it does not write what a test needs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
from docx.document import Document

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": _WORD,
        "r": _OFFICE,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# What each part is called, and the element that holds what a test gives.
_PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header": "hdr",
    "footer": "ftr",
}


def saved(document: Document) -> bytes:
    """Return the bytes of a document made with python-docx."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def written(write: Callable[[Document], object]) -> bytes:
    """Return the bytes of a new document that a function has written in."""
    document = docx.Document()
    write(document)
    return saved(document)


def document_xml(body: str) -> str:
    """Return the main part of a document with this body."""
    return f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"


def parts_of(body: str, *, main_type: str = MAIN_TYPE, **parts: str) -> dict[str, str]:
    """Return the files of a document: its body and its other parts ("numbering", "footnotes"), in XML."""
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    address = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{address}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{address}/relationships"><Relationship Id="main" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": document_xml(body),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{address}/relationships">{relations}</Relationships>',
        **{
            f"word/{kind}.xml": f"<w:{_PARTS[kind]} {NAMESPACES}>{xml}</w:{_PARTS[kind]}>"
            for kind, xml in parts.items()
        },
    }


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of these files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def word(body: str, **parts: str) -> bytes:
    """Return a document with this body, in XML."""
    return zipped(parts_of(body, **parts))


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of one run, in XML."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return a run of text, in XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, level: int = 0, key: str = "1") -> str:
    """Return a paragraph of a list, in XML."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>')


def level(at: int, number_format: str, text: str, more: str = "", start: int = 1) -> str:
    """Return the definition of a list's level, in XML."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, **overrides: str) -> str:
    """Return the lists of a document in XML: list 1 of these levels, and lists "num2" … of the same with overrides."""
    others = "".join(
        f'<w:num w:numId="{key.removeprefix("num")}"><w:abstractNumId w:val="0"/>{xml}</w:num>'
        for key, xml in overrides.items()
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{others}'
    )


def table(*rows: str) -> str:
    """Return a table of rows, in XML."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row of cells, in XML."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """Return a cell in XML: of a text, or of what stands in it where that is XML itself."""
    inside = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"
