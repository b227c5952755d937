"""The headings of sections: a vocabulary matched on whole lines, without regard to case."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from minutes.danish.dates import DATE_PATTERN, WEEKDAY, ImpossibleDateError, find_date

from .patterns import STATE_OF_DOCUMENT
from .values import SectionKind

# Each kind by the word that the minutes write above it.
VOCABULARY = {kind.word: kind for kind in SectionKind if kind is not SectionKind.UNPLACED}

# Longer than any body's name; a longer line is prose.
_LONGEST_HEADING = 120
_SMALL_WORDS = frozenset({"og", "for", "i", "af", "på", "til", "det", "de"})

# A heading of decisions opens with this word, and may close with a date:
# Beslutning i Direktionen den 10-09-2013 · BESLUTNING BYRÅDET D. 26.09.2017 · Beslutning den 18. marts 2014
_DECISION = re.compile(r"beslutning(?:\s*:|\s+[-–])?\s+(?:(?:i|fra|af)\s+)?", re.IGNORECASE)
_DATE_AT_END = re.compile(
    rf"(?:^|,?\s+)(?:{WEEKDAY},?\s+)?(?:(?:den|d\.)\s*)?(?P<date>{DATE_PATTERN})\s*\.?\Z",
    re.IGNORECASE,
)
# Between the two stands a body, not what the decision is about: "Beslutning om lukkedage den 03-03-2014".
_SUBJECT = re.compile(r"(?:om|vedr|vedrørende|angående|til|for|på|at)\b|[^\w§]", re.IGNORECASE)
_BODY = re.compile(
    r"(?:udvalg|råd|direktion|forum|bestyrelse|nævn|kommission|gruppe)(?:en|et|n)?\b", re.IGNORECASE
)
# What stands beside a body's name and is no part of it:
# (udkast) · [18-21] · , ekstraordinært møde · – godkendt · 2018-2021 · , Høje-Taastrup Kommune · i Ishøj Kommune
_BRACKETS = re.compile(r"\s*+[(\[][^()\[\]]*+[)\]]")
_KOMMUNE = r"(?:[^\W\d_][\w.-]*+\s){1,3}kommune"
_ASIDE = rf"{STATE_OF_DOCUMENT}(?:\s(?:referat|møde))?"
_BESIDE_NAME = re.compile(
    rf"^(?:{_KOMMUNE}|{_ASIDE})\s?[,:–-]\s?"
    rf"|(?:\s?[,:–-]\s?{_ASIDE}|\s{_ASIDE}|,?\s(?:19|20)?[0-9]{{2}}\s?[-–/]\s?(?:19|20)?[0-9]{{2}}"
    rf"|(?:\s?[,:–-]\s|,|\si\s){_KOMMUNE})\.?$",
    re.IGNORECASE,
)
# Of such there are never more side by side.
_MOST_BESIDE_NAME = 4
# Beslutning i Direktionen den 27-08-2013 (udkast)
_STATE_AT_END = re.compile(rf"\s*+[(\[]{_ASIDE}[)\]]$", re.IGNORECASE)
# Ingen bemærkninger · Ingen bemærkninger. · Igen bemærkninger · Ingen bilag · Ingen
_NO_REMARKS = re.compile(
    r"(?:ingen(?:\s+(?:bemærkning(?:er)?|bilag))?|igen\s+bemærkning(?:er)?)\s*\.?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading. Of a dated decision, whose it is and of which day; `impossible_date` as written."""

    kind: SectionKind
    body: str = ""
    date: datetime.date | None = None
    impossible_date: str = ""


def match_heading(text: str) -> Heading | None:
    """The heading that a whole line is, with or without a colon, or None.

    >>> match_heading("BESLUTNING DIREKTIONEN DEN 06-10-2015").body
    'Direktionen'
    """
    stripped = text.strip().removesuffix(":").rstrip()
    if len(stripped) > _LONGEST_HEADING:
        return None
    kind = VOCABULARY.get(" ".join(stripped.lower().split()))
    return Heading(kind) if kind else _match_decision(stripped)


def _match_decision(text: str) -> Heading | None:
    opening = _DECISION.match(text)
    if opening is None:
        return None
    rest = _STATE_AT_END.sub("", text[opening.end() :])
    dated = _DATE_AT_END.search(rest)
    written = _BRACKETS.sub("", rest[: dated.start()] if dated else rest)
    name = name_alone(written)
    if _SUBJECT.match(written) or not (dated or _is_bodyname_alone(name)):
        return None
    body = _as_people_write(name) if _is_body(name) else ""
    if dated is None:
        return Heading(SectionKind.DECISION, body)
    try:
        return Heading(SectionKind.DECISION, body, find_date(dated["date"]))
    except ImpossibleDateError:
        return Heading(SectionKind.DECISION, body, impossible_date=dated["date"])


def _is_body(name: str) -> bool:
    """Whether a decision can be a body's: "truffet" and "mødet" are none."""
    return not name[:1].islower() or _BODY.search(name) is not None


def _is_bodyname_alone(name: str) -> bool:
    """Whether a name without a date is surely a body's: "Økonomiudvalget", but not "forelægges Byrådet"."""
    words = name.split()
    is_name = len(words) == 1 or all(word in _SMALL_WORDS or not word[0].islower() for word in words)
    return is_name and bool(words) and _BODY.search(words[-1]) is not None


def body_name(text: str) -> str:
    """A body's name as people write it: shouted names come down ("SOCIAL- OG SUNDHEDSUDVALGET"), small ones go up.

    What stands beside it is no part of it: "Direktionen (udkast)", "Byrådet, Høje-Taastrup Kommune".
    """
    return _as_people_write(name_alone(text))


def _as_people_write(name: str) -> str:
    words = name.split()
    if name.isupper() and (len(words) > 1 or len(name) > 4):
        words = [word.lower() if word.lower() in _SMALL_WORDS else word.capitalize() for word in words]
    name = " ".join(words)
    return name[:1].upper() + name[1:]


def name_alone(text: str) -> str:
    """A body's name without what stands beside it; a text that is nothing else stays."""
    name = _trimmed(" ".join(_BRACKETS.sub(" ", text).split()))
    for _ in range(_MOST_BESIDE_NAME):
        shorter = _trimmed(_BESIDE_NAME.sub("", name))
        if not shorter or shorter == name:
            break
        name = shorter
    return name or " ".join(text.split())


def _trimmed(name: str) -> str:
    return name.strip(" ,.:–-").rstrip(" ([")


def is_no_remarks(text: str) -> bool:
    """Whether a section's whole text says that there is nothing to say ("Ingen bemærkninger", also misspelt)."""
    return _NO_REMARKS.fullmatch(text.strip()) is not None
