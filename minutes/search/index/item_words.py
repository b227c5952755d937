"""What is indexed of an agenda item: which of its texts weigh most, and the words of each as search compares them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from minutes.danish.compounds import compound_parts
from minutes.danish.forms.own_words import find_acronyms, find_name_words, own_form_word
from minutes.danish.words import find_other_spellings, find_words, number_word, plain_words
from minutes.models import SectionKind
from minutes.models.parts import CENTRES, DECISIONS, DOCUMENTS, PARTS, SECTIONS, ItemParts

# Counted up whenever the same item would give other words, weights or rows; `manage.py reindex` then writes it anew.
ANALYSER_VERSION = 7

# A tsvector holds 1 MB, and takes at most twice the bytes of its words (all different and short).
MAX_BYTES_PER_WEIGHT = 160_000

# A line without any of these holds no number, no sum, and no word that is spelt in two ways.
_MAY_BE_SPELT_OTHERWISE = re.compile(
    r"[-/\u2010\u2011]|(?:sag|dok)nr[0-9]|[0-9]\.[0-9]{3}|(?:kr|mi[oal]|mrd|dkk)(?![^\W_])|milliard|million",
    re.IGNORECASE,
)

# A stop word takes a place of its own: what it stands between forms no phrase.
_SEPARATOR = " og "

_MAIN_SECTIONS = (SectionKind.DECISION, SectionKind.RECOMMENDATION)


@dataclass(frozen=True, slots=True)
class ItemText:
    """The texts of an open item, as they stand in its rows.

    `main_sections` are its decisions and recommendations, `sections` the others. `additions` (the texts of all its
    parts, which an archivist can add to) are indexed where no section holds them already. `decided_elsewhere` says
    which other meetings decided on it: "Økonomiudvalget 11-03-2013".
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


def text_of(parts: ItemParts) -> ItemText:
    """The texts of an item, of its rows as they are indexed."""
    item, sections = parts.item, parts[SECTIONS]
    return ItemText(
        titles=(item.title, item.toc_title),
        case_number=item.case.number if item.case else None,
        document_numbers=tuple(dict.fromkeys(document.number for document in parts[DOCUMENTS])),
        main_sections=tuple(section.text for section in sections if section.kind in _MAIN_SECTIONS),
        sections=tuple(section.text for section in sections if section.kind not in _MAIN_SECTIONS),
        additions=tuple(
            getattr(row, column) for part in PARTS for row in parts[part] for column in part.texts
        ),
        decided_elsewhere=tuple(
            f"{decision.body.name} {decision.date:%d-%m-%Y}"
            for decision in parts[DECISIONS]
            if not decision.is_taken_by(item.meeting)
        ),
        centres=tuple(sorted({f"{role.centre.code} {role.centre.name}" for role in parts[CENTRES]})),
    )


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


def _indexed(texts: Iterable[str]) -> str:
    """The words of all texts, then their other forms."""
    words: list[str] = []
    forms: dict[str, None] = {}
    for line in _cut(f"\n{_SEPARATOR}\n".join(["", *texts])).splitlines():
        if _MAY_BE_SPELT_OTHERWISE.search(line):
            found = find_words(line)
            words += [word.text for word in found]
            forms |= dict.fromkeys(form.text for form in find_other_spellings(line, found))
        else:
            words += plain_words(line)
        forms |= dict.fromkeys(word for word, *_ in (*find_acronyms(line), *find_name_words(line)))
    for word in dict.fromkeys([*words, *forms]):
        forms |= dict.fromkeys(compound_parts(word))
    forms |= dict.fromkeys(filter(None, map(own_form_word, dict.fromkeys([*words, *forms]))))
    return _cut(_SEPARATOR.join([" ".join(words), *forms]))


def _cut(text: str) -> str:
    """The text itself, or as many whole words as a tsvector is sure to take."""
    encoded = text.encode()
    if len(encoded) <= MAX_BYTES_PER_WEIGHT:
        return text
    return encoded[:MAX_BYTES_PER_WEIGHT].decode(errors="ignore").rpartition(" ")[0]
