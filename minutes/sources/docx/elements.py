"""The elements of a Word document by their short names, and how their values are read whatever stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from docx.oxml.ns import nsmap
from docx.oxml.xmlchemy import BaseOxmlElement as Element

_NAMESPACES = {
    **nsmap,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_OFF = frozenset({"0", "false", "off", "none"})
# Word itself writes no number of more digits; longer ones are an attack on whoever counts with them.
_MOST_DIGITS = 6

__all__ = ["Element", "attribute", "children", "is_on", "name", "number", "path_of", "value"]


@cache
def name(short: str) -> str:
    """The name that the XML parser gives an element: "w:p" with its namespace written out."""
    prefix, _, local = short.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


@cache
def path_of(short: str) -> str:
    """The path from an element to one in it, of short names ("w:pPr/w:tabs/w:tab"), as the XML library has it."""
    return "/".join(map(name, short.split("/")))


def children(parent: Element) -> Iterator[Element]:
    """The elements in another, without the comments and instructions that stand between them."""
    return (child for child in parent if isinstance(child.tag, str))


def attribute(element: Element | None, short: str) -> str:
    """The value of an attribute ("w:val"), "" where the element or the attribute is not there."""
    return "" if element is None else str(element.get(name(short), ""))


def value(parent: Element | None, path: str) -> str:
    """The w:val of the element at a path of short names below another ("w:pPr/w:pStyle"), or ""."""
    found = None if parent is None else parent.find(path_of(path))
    return attribute(found, "w:val")


def number(written: str, default: int) -> int:
    """A whole number of six digits at most; `default` for what is none."""
    is_number = written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS
    return int(written) if is_number else default


def is_on(parent: Element | None, path: str) -> bool | None:
    """Whether a switch is on (<w:vanish/>) or off (<w:vanish w:val="0"/>); None where it is not set."""
    found = None if parent is None else parent.find(path_of(path))
    return None if found is None else attribute(found, "w:val") not in _OFF
