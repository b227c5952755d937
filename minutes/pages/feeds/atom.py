"""Atom as RFC 4287 has it, and as a browser can show it to whoever opens a feed in one."""

from __future__ import annotations

import datetime
import re
from typing import Any, TextIO
from urllib.parse import urljoin

from django.templatetags.static import static
from django.utils.feedgenerator import Atom1Feed, Stylesheet
from django.utils.xmlutils import SimplerXMLGenerator

from .entries import Line

# What browsers can show where a stylesheet says how; the names of colours are those of the pages.
_STYLESHEETS = ("css/variables.css", "css/feed.css")
_XHTML = {"xmlns": "http://www.w3.org/1999/xhtml"}
# All that XML 1.0 has no place for, not even escaped (https://www.w3.org/TR/xml/#charsets).
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# An empty feed has never been changed, and must not seem to be each time somebody asks: RFC 4287 wants a date, so it is
# one before all others.
_NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class _Writer(SimplerXMLGenerator):
    """Writes a blank for each character that no XML may hold: minutes have some."""

    def characters(self, content: str) -> None:
        super().characters(_NOT_IN_XML.sub(" ", content))

    def startElement(self, name: str, attrs: dict[str, str]) -> None:  # noqa: N802 - the name is the library's
        super().startElement(name, {key: _NOT_IN_XML.sub(" ", value) for key, value in attrs.items()})


class ArchiveAtom(Atom1Feed):
    """A feed whose entries have lines with links for a summary."""

    def write(self, outfile: TextIO, encoding: str) -> None:
        writer = _Writer(outfile, encoding, short_empty_elements=True)
        writer.startDocument()
        for path in _STYLESHEETS:
            writer.processingInstruction(
                "xml-stylesheet", str(Stylesheet(static(path), "text/css", media="all"))
            )
        writer.startElement("feed", self.root_attributes())
        self.add_root_elements(writer)
        self.write_items(writer)
        writer.endElement("feed")
        writer.endDocument()

    def latest_post_date(self) -> datetime.datetime:
        return super().latest_post_date() if self.items else _NEVER

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        self._add_lines(handler, "subtitle", self.feed["about"])

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if item["lines"]:
            self._add_lines(handler, "summary", item["lines"])

    def _add_lines(self, handler: SimplerXMLGenerator, element: str, lines: tuple[Line, ...]) -> None:
        """Paragraphs of XHTML: browsers show them as they are, without a script or XSLT."""
        handler.startElement(element, {"type": "xhtml"})
        handler.startElement("div", _XHTML)
        for line in lines:
            handler.startElement("p", {})
            if line.address:
                handler.addQuickElement("a", line.label, {"href": urljoin(self.feed["link"], line.address)})
            handler.characters(line.text)
            handler.endElement("p")
        handler.endElement("div")
        handler.endElement(element)
