"""What is indexed of an agenda item: which of its texts weigh most, and the words of each as search compares them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from minutes.danish.compounds import compound_parts
from minutes.danish.words import LONGEST_WORD, find_other_spellings, find_words, number_word, plain_words

# Counted up whenever the same item would give other words or weights; `manage.py reindex` then writes it anew.
ANALYSER_VERSION = 3

# A tsvector holds 1 MB, and takes at most twice the bytes of its words (all different and short).
MAX_BYTES_PER_WEIGHT = 160_000

# A word of letters alone that is worth suggesting.
_SPELT = re.compile(rf"(?<![^\W_])[^\W\d_]{{3,{LONGEST_WORD}}}(?![^\W_])")

# A line without any of these holds no number, and no word that is spelt in two ways.
_MAY_BE_SPELT_OTHERWISE = re.compile(r"[-/\u2010\u2011]|(?:sag|dok)nr[0-9]")

# A stop word takes a place of its own: what it stands between forms no phrase.
_SEPARATOR = " og "


@dataclass(frozen=True, slots=True)
class ItemText:
    """The texts of an open item, as they stand in its rows.

    `main_sections` are its decisions and recommendations, `sections` the others. `additions` (decisions, attachments
    and documents, which an archivist can add to) are indexed where no section holds them already. `decided_elsewhere`
    tells which other meetings decided on it: "Økonomiudvalget 11-03-2013".
    """

    titles: tuple[str, ...]
    case_number: str | None
    document_numbers: tuple[str, ...]
    main_sections: tuple[str, ...]
    sections: tuple[str, ...]
    additions: tuple[str, ...]
    decided_elsewhere: tuple[str, ...]
    centres: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeightedWords:
    """The normal forms of an item's words by weight: PostgreSQL's A (heaviest), B and C."""

    a: str
    b: str
    c: str


def weighted_words(item: ItemText) -> WeightedWords:
    """Titles and numbers weigh most, then what was decided and recommended, then all the rest."""
    numbers = [number_word("document", number) for number in item.document_numbers]
    if item.case_number:
        numbers.append(number_word("case", item.case_number))
    said = "\n".join([*item.main_sections, *item.sections])
    additions = [text for text in item.additions if text not in said]
    return WeightedWords(
        a=_indexed([*dict.fromkeys(item.titles), *numbers]),
        b=_indexed(item.main_sections),
        c=_indexed([*item.sections, *additions, *item.decided_elsewhere, *item.centres]),
    )


def spelt_words(item: ItemText) -> set[str]:
    """The words of an item as they are written, in lower case: what may be suggested to who searches."""
    texts = (*item.titles, *item.main_sections, *item.sections, *item.additions)
    return set(_SPELT.findall(unicodedata.normalize("NFC", "\n".join(texts)).lower()))


def _indexed(texts: Iterable[str]) -> str:
    """The words of all texts, then their other forms."""
    words: list[str] = []
    forms: dict[str, None] = {}
    for line in _cut(_SEPARATOR.join(["", *texts])).splitlines():
        if _MAY_BE_SPELT_OTHERWISE.search(line):
            found = find_words(line)
            words += [word.text for word in found]
            forms |= dict.fromkeys(form.text for form in find_other_spellings(line, found))
        else:
            words += plain_words(line)
    for word in dict.fromkeys([*words, *forms]):
        forms |= dict.fromkeys(compound_parts(word))
    return _cut(_SEPARATOR.join([" ".join(words), *forms]))


def _cut(text: str) -> str:
    """The text itself, or as many whole words as a tsvector is sure to take."""
    encoded = text.encode()
    if len(encoded) <= MAX_BYTES_PER_WEIGHT:
        return text
    return encoded[:MAX_BYTES_PER_WEIGHT].decode(errors="ignore").rpartition(" ")[0]
