"""A page as a reader meets it: its status, its text without mark-up, and its elements."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from django.http import HttpResponse

_WITHOUT_END = {"meta", "link", "input", "rect", "line", "path", "br"}
# Elements that a browser keeps apart, though no blank may stand between them.
_APART = {"td", "th", "li", "dt", "dd", "p", "h2", "h3"}


class Element:
    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parts: list[str] = []

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())

    def __getitem__(self, name: str) -> str | None:
        return self.attributes.get(name)

    @property
    def classes(self) -> set[str]:
        return set((self["class"] or "").split())


class Page(HTMLParser):
    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.response = response
        self.status = response.status_code
        self.html = response.content.decode()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(self.html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attributes))
        self.elements.append(element)
        if tag not in _WITHOUT_END:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _WITHOUT_END:
            closed = self._open.pop()
            assert closed.tag == tag, f"<{closed.tag}> is closed by </{tag}>"
            if tag in _APART:
                self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.parts.append(data)

    def find(self, tag: str = "", **attributes: str) -> list[Element]:
        """The elements of this name with these attributes; `class_` is one of the element's classes."""
        wanted_class = attributes.pop("class_", None)
        return [
            element
            for element in self.elements
            if (not tag or element.tag == tag)
            and (wanted_class is None or wanted_class in element.classes)
            and all(element[name.replace("_", "-")] == value for name, value in attributes.items())
        ]

    @property
    def main(self) -> str:
        """What the page itself says, without header and footer."""
        return self.find("main")[0].text

    @property
    def title(self) -> str:
        return self.find("h1")[0].text

    @property
    def links(self) -> list[str]:
        return [element["href"] or "" for element in self.find("a")]

    def link(self, text: str) -> str:
        """Where the first link with this text leads."""
        return next(element["href"] or "" for element in self.find("a") if element.text == text)

    def row(self, start: str) -> str:
        """The table row whose text matches from its beginning."""
        return next(row.text for row in self.find("tr") if re.match(start, row.text))
