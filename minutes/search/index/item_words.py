"""What is indexed of an agenda item: which of its texts weigh most, and the words of each as search compares them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from minutes.danish.compounds import compound_parts
from minutes.danish.forms.own_words import find_acronyms, find_name_words, own_form_word
from minutes.danish.words import find_other_spellings, find_words, number_word, plain_words
from minutes.models import SectionKind
from minutes.models.parts import ATTACHMENTS, CENTRES, DECISIONS, DOCUMENTS, PARTS, SECTIONS, ItemParts

# Counted up whenever the same item would give other words, weights or rows; `manage.py reindex` then writes it anew.
ANALYSER_VERSION = 8

# A tsvector holds 1 MB, and takes at most twice the bytes of its words (all different and short).
MAX_BYTES_PER_WEIGHT = 160_000
# Decisions and recommendations share a weight's bytes; titles of attachments, which stand twice, have these besides.
_MAX_BYTES_OF_HALF = MAX_BYTES_PER_WEIGHT // 2
_MAX_BYTES_OF_ATTACHMENTS = 20_000

# A line without any of these holds no number, no sum, and no word that is spelt in two ways.
_MAY_BE_SPELT_OTHERWISE = re.compile(
    r"[-/\u2010\u2011]|(?:sag|dok)nr[0-9]|[0-9]\.[0-9]{3}|(?:kr|mi[oal]|mrd|dkk)(?![^\W_])|milliard|million",
    re.IGNORECASE,
)

_MAIN_SECTIONS = (SectionKind.DECISION, SectionKind.RECOMMENDATION)

# A stop word takes a place of its own: what it stands between forms no phrase.
_SEPARATOR = " og "


@dataclass(frozen=True, slots=True)
class ItemText:
    """The texts of an open item, as they stand in its rows.

    `sections` are those that are neither `decisions` nor `recommendations`. `additions` (the texts of all its
    parts, which an archivist can add to) are indexed where no section holds them already. `decided_elsewhere` says
    which other meetings decided on it: "Økonomiudvalget 11-03-2013".
    """

    titles: tuple[str, ...]
    case_number: str | None
    document_numbers: tuple[str, ...]
    decisions: tuple[str, ...]
    recommendations: tuple[str, ...]
    sections: tuple[str, ...]
    attachments: tuple[str, ...]
    additions: tuple[str, ...]
    decided_elsewhere: tuple[str, ...]
    centres: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeightedWords:
    """The normal forms of an item's words by PostgreSQL's weights, and those of its attachments' titles once more."""

    a: str
    b: str
    c: str
    d: str
    attachments: str


def text_of(parts: ItemParts) -> ItemText:
    """The texts of an item, of its rows as they are indexed."""
    item, sections = parts.item, parts[SECTIONS]
    return ItemText(
        titles=(item.title, item.toc_title),
        case_number=item.case.number if item.case else None,
        document_numbers=tuple(dict.fromkeys(document.number for document in parts[DOCUMENTS])),
        decisions=tuple(section.text for section in sections if section.kind == SectionKind.DECISION),
        recommendations=tuple(
            section.text for section in sections if section.kind == SectionKind.RECOMMENDATION
        ),
        sections=tuple(section.text for section in sections if section.kind not in _MAIN_SECTIONS),
        attachments=tuple(attachment.title for attachment in parts[ATTACHMENTS]),
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
    """Titles and numbers are A, what was decided B and what was recommended D, all the rest C.

    How much each weighs is said where hits are ranked; that the rest is C lets `head` leave it out (ADR 19).
    """
    numbers = [number_word("document", number) for number in item.document_numbers]
    if item.case_number:
        numbers.append(number_word("case", item.case_number))
    said = "\n".join([*item.decisions, *item.recommendations, *item.sections])
    additions = [text for text in item.additions if text not in said]
    return WeightedWords(
        a=_indexed([*dict.fromkeys(item.titles), *numbers]),
        b=_indexed(item.decisions, _MAX_BYTES_OF_HALF),
        c=_indexed([*item.sections, *additions, *item.decided_elsewhere, *item.centres]),
        d=_indexed(item.recommendations, _MAX_BYTES_OF_HALF),
        attachments=_indexed(item.attachments, _MAX_BYTES_OF_ATTACHMENTS) if item.attachments else "",
    )


def _indexed(texts: Iterable[str], most: int = MAX_BYTES_PER_WEIGHT) -> str:
    """The words of all texts, then their other forms."""
    words: list[str] = []
    forms: dict[str, None] = {}
    for line in _cut(f"\n{_SEPARATOR}\n".join(["", *texts]), most).splitlines():
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
    return _cut(_SEPARATOR.join([" ".join(words), *forms]), most)


def _cut(text: str, most: int) -> str:
    """The text itself, or as many whole words as a tsvector is sure to take."""
    encoded = text.encode()
    if len(encoded) <= most:
        return text
    return encoded[:most].decode(errors="ignore").rpartition(" ")[0]
