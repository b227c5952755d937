"""What a text points to among the item's own attachments: by title, by number, or as the only one there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from minutes.danish.letters import small_letters
from minutes.parser.told.values import ReferenceKind
from minutes.parser.values import ParsedAttachment

from .pointers import Pointer

# Of an item with more attachments the rest is not looked for.
_MOST_TITLES = 40
_MOST_IN_A_LINE = 50
# A shorter title is a word of the language ("Notat", "Referat").
_SHORTEST_TITLE = 12
_ENDING_OF_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|pptx?|rtf)\Z", re.IGNORECASE)
# se bilag · det vedlagte bilag · jf. bilag 2 · Bilag A
_BILAG = re.compile(
    r"""
    \b(?:(?:se|jfr?\.?|jvf\.?|jævnfør|i|af|fra|til)\s)?(?:det\s)?(?:vedlagte\s|vedhæftede\s|medsendte\s)?
    bilag(?:et)?\b(?:\s(?:nr\.?\s?)?(?P<number>[0-9]{1,2}|[A-ZÆØÅ])(?![\w/]))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# vedlagte skabelon · (vedhæftet)
_ATTACHED = re.compile(
    r"\b(?:vedlagte|vedhæftede|medsendte)\s(?!bilag)(?P<noun>[\w-]{3,40}(?:\s[\w-]{1,40}){0,2})"
    r"|\((?:vedlagt|vedhæftet|medsendt)\)"
)
_NUMBER_OF_TITLE = re.compile(r"bilag\s?(?:nr\.?\s?)?(?P<number>[0-9]{1,2}|[a-zæøå])\b")
_WORD = re.compile(r"[a-zæøå]{5,40}")
_ENDING_OF_NOUN = re.compile(r"(?:ernes|enes|erne|ens|ets|ene|en|et|er|e|s)\Z")
_NO_NOUN = frozenset({"dette", "disse", "notater", "materiale", "bilag"})


@dataclass(frozen=True, slots=True)
class Attachments:
    """The titles of an item's attachments, and how a text can mean each of them."""

    titles: Sequence[str]

    @classmethod
    def of(cls, attachments: Sequence[ParsedAttachment]) -> Attachments:
        return cls([attachment.title for attachment in attachments[:_MOST_TITLES]])

    def find(self, text: str) -> Iterator[Pointer]:
        """The attachments that a line points to without doubt."""
        if not self.titles:
            return
        small = small_letters(text)
        yield from self._by_title(small)
        for match in islice(_BILAG.finditer(small), _MOST_IN_A_LINE):
            title = self._numbered(match["number"]) or self._only(match["number"])
            if title:
                yield _document(match.start(), match.end(), title)
        for match in islice(_ATTACHED.finditer(small), _MOST_IN_A_LINE):
            noun = self._named(match["noun"] or "")
            title, end = noun or (self._only(None), _end_of_first_word(match))
            if title:
                yield _document(
                    match.start(), match.start("noun") + end if match["noun"] else match.end(), title
                )

    def _by_title(self, small: str) -> Iterator[Pointer]:
        for title in self.titles:
            wanted = small_letters(_ENDING_OF_FILE.sub("", title)).strip()
            start = small.find(wanted) if len(wanted) >= _SHORTEST_TITLE else -1
            if start >= 0:
                yield _document(start, start + len(wanted), title)

    def _numbered(self, number: str | None) -> str:
        """The attachment that bears this number in its title."""
        if not number:
            return ""
        fitting = [
            title
            for title in self.titles
            if (match := _NUMBER_OF_TITLE.match(small_letters(title))) and match["number"] == number
        ]
        return fitting[0] if len(fitting) == 1 else ""

    def _only(self, number: str | None) -> str:
        return self.titles[0] if len(self.titles) == 1 and not number else ""

    def _named(self, words: str) -> tuple[str, int] | None:
        """The only attachment whose title has one of the words, and where that ends: "vedlagte skabelon"."""
        for word in _WORD.finditer(words):
            stem = _ENDING_OF_NOUN.sub("", word[0])
            fitting = [title for title in self.titles if stem in small_letters(title)]
            if word[0] not in _NO_NOUN and len(stem) >= 5 and len(fitting) == 1:
                return fitting[0], word.end()
        return None


def _end_of_first_word(match: re.Match[str]) -> int:
    return len((match["noun"] or "").split(" ")[0])


def _document(start: int, end: int, title: str) -> Pointer:
    return Pointer(start, end, ReferenceKind.DOCUMENT, is_certain=True, title=title)
