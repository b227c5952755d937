"""The headings of sections: a vocabulary matched on whole lines, without regard to case."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from itertools import islice

from minutes.danish.dates import DATE_PATTERN, WEEKDAY, ImpossibleDateError, find_date

from .patterns import STATE_OF_DOCUMENT
from .values import SectionKind

# Each kind by the words that the minutes write above it.
VOCABULARY = {kind.word: kind for kind in SectionKind if kind is not SectionKind.UNPLACED} | {
    "resumé": SectionKind.SUMMARY,
    "protokoltilførsler": SectionKind.STATEMENT,
}
# The first words of those that have several, and so can be broken over two lines.
_FIRST_WORDS = frozenset(word.split()[0] for word in VOCABULARY if " " in word)

# Longer than any body's name; a longer line is prose.
_LONGEST_HEADING = 120
_SMALL_WORDS = frozenset({"og", "for", "i", "af", "på", "til", "det", "de"})

# A heading of decisions opens with this word, and may close with a date:
# Beslutning i Direktionen den 10-09-2013 · BESLUTNING BYRÅDET D. 26.09.2017 · Beslutning den 18. marts 2014
# INDSTILLING OG BESLUTNING · Indstilling og beslutning i Byrådet den 18. marts 2014
_DECISION = re.compile(
    r"(?P<recommendation>indstilling\s?(?:og|&|/)\s?)?beslutning"
    r"(?:(?:\s*:|\s+[-–])?\s+(?P<of>(?:i|fra|af)\s+)?|\Z)",
    re.IGNORECASE,
)
_DECISION_OPENINGS = ("beslutning", "indstilling")
# What a heading begins with, where no blank stands before it: a look at two letters spares most lines the rest.
FIRST_LETTERS = frozenset(
    first + second
    for word in (*_DECISION_OPENINGS, *VOCABULARY)
    for first in (word[0], word[0].upper())
    for second in (word[1], word[1].upper())
)
# What no body's name has: "Godkendt. Byrådet den 27-08-2013", "Udsættes i Byrådet den 27-08-2013".
_SENTENCE = re.compile(r"[.!?]\s|\s(?:i|til|på)\s")
# Between the heading of a decision and the decision, where both stand on one line.
_SIGN = re.compile(r":|\s[-–](?=\s)")
# "Beslutning: Byrådet: Godkendt." has two.
_MOST_SIGNS = 2
_DATE_AT_END = re.compile(
    rf"(?:^|,?\s+)(?:{WEEKDAY},?\s+)?(?:(?:den|d\.)\s*)?(?P<date>{DATE_PATTERN})\s*\.?\Z",
    re.IGNORECASE,
)
# Between the two stands a body, not what the decision is about: "Beslutning om lukkedage den 03-03-2014".
_SUBJECT = re.compile(r"(?:om|vedr|vedrørende|angående|til|for|på|at)\b|[^\w§]", re.IGNORECASE)
_BODY = re.compile(
    r"(?:udvalg|råd|direktion|forum|bestyrelse|nævn|kommission|gruppe)(?:en|et|n)?\b", re.IGNORECASE
)
# One body is named with the article at the end of its name; a forum is one without it.
_ONE_BODY = re.compile(
    r"(?:udvalget|rådet|direktionen|forum|bestyrelsen|nævnet|kommissionen|gruppen)\Z", re.IGNORECASE
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
    """A section's heading. Of a dated decision, whose it is and of which day; `impossible_date` as written.

    `is_recommendation_too`: it announces what is recommended, and then decided.
    """

    kind: SectionKind
    body: str = ""
    date: datetime.date | None = None
    impossible_date: str = ""
    is_recommendation_too: bool = False

    @property
    def is_dated(self) -> bool:
        return self.date is not None or self.impossible_date != ""


def match_heading(text: str) -> Heading | None:
    """The heading that a whole line is, with or without a colon, or None.

    >>> match_heading("BESLUTNING DIREKTIONEN DEN 06-10-2015").body
    'Direktionen'
    """
    stripped = text.strip().removesuffix(":").rstrip()
    if len(stripped) > _LONGEST_HEADING:
        return None
    normal = " ".join(stripped.lower().split())
    kind = VOCABULARY.get(normal)
    if kind:
        return Heading(kind)
    return _match_decision(stripped) if normal.startswith(_DECISION_OPENINGS) else None


def may_open(text: str) -> bool:
    """Whether a line can be the first half of a heading, or have a decision behind one; a quick look."""
    first = text[:40].lstrip()[:20].lower()
    return first.startswith(_DECISION_OPENINGS) or first.partition(" ")[0] in _FIRST_WORDS


def match_broken_heading(first: str, second: str) -> Heading | None:
    """The heading that two lines are the halves of, or None.

    >>> match_broken_heading("Beslutning i Økonomi- og", "Planudvalget den 27-08-2013").body
    'Økonomi- og Planudvalget'
    """
    whole = match_heading(f"{first.strip()} {second.strip()}")
    if whole is None:
        return None
    opening = _DECISION.match(first.strip())
    if opening is None:
        is_halved = whole.kind is not SectionKind.DECISION or whole.is_recommendation_too
        return whole if is_halved and match_heading(first) is None else None
    if match_heading(second) or not _says_whose(first, second):
        return None
    alone = match_heading(first)
    return whole if alone is None or (whole.is_dated and not alone.is_dated) else None


def _says_whose(first: str, second: str) -> bool:
    """Whether two lines say together whose decision it is and of which day, and the first of them no more."""
    opening = _DECISION.match(f"{first.strip()} {second.strip().removesuffix(':')}")
    if opening is None:
        return False
    rest = opening.string[opening.end() :]
    dated = _DATE_AT_END.search(rest)
    name = name_alone(_BRACKETS.sub("", rest[: dated.start()] if dated else rest))
    if _SENTENCE.search(name):
        return False
    return not name or _is_bodyname_alone(name) or (opening["of"] is not None and name[:1].isupper())


def match_decision_on_line(text: str) -> tuple[Heading, int] | None:
    """The heading of a decision that stands behind it on the same line, and the column in which it begins, or None.

    >>> match_decision_on_line("Beslutning: Godkendt.")
    (Heading(kind=<SectionKind.DECISION: 'decision'>, ...), 11)
    """
    found = None
    for sign in islice(_SIGN.finditer(text, 0, _LONGEST_HEADING), _MOST_SIGNS):
        heading = match_heading(text[: sign.start()])
        if heading and heading.kind is SectionKind.DECISION and text[sign.end() :].strip():
            found = heading, sign.end()
    return found


def _match_decision(text: str) -> Heading | None:
    opening = _DECISION.match(text)
    if opening is None:
        return None
    is_recommendation_too = opening["recommendation"] is not None
    rest = _STATE_AT_END.sub("", text[opening.end() :])
    if not rest:
        return Heading(SectionKind.DECISION, is_recommendation_too=True) if is_recommendation_too else None
    dated = _DATE_AT_END.search(rest)
    written = _BRACKETS.sub("", rest[: dated.start()] if dated else rest)
    name = name_alone(written)
    if _SUBJECT.match(written) or not (dated or _is_bodyname_alone(name)):
        return None
    body = _as_people_write(name) if _is_body(name) else ""
    date, impossible_date = _date_of(dated["date"]) if dated else (None, "")
    return Heading(SectionKind.DECISION, body, date, impossible_date, is_recommendation_too)


def _date_of(written: str) -> tuple[datetime.date | None, str]:
    """The day that is written, or what is written where the calendar has no such day."""
    try:
        return find_date(written), ""
    except ImpossibleDateError:
        return None, written


def _is_body(name: str) -> bool:
    """Whether a decision can be a body's: "truffet" and "mødet" are none."""
    return not name[:1].islower() or _BODY.search(name) is not None


def _is_bodyname_alone(name: str) -> bool:
    """Whether a name without a date is surely a body's: "Økonomiudvalget", but not "forelægges Byrådet"."""
    words = name.split()
    is_name = len(words) == 1 or all(word in _SMALL_WORDS or not word[0].islower() for word in words)
    return is_name and bool(words) and _BODY.search(words[-1]) is not None


def is_body_name(name: str) -> bool:
    """Whether a name is surely that of one body: "Byrådet", "Udvalget for Børn og Unge"; not "Byråd og udvalg"."""
    words = name.split()
    if not words or len(name) > _LONGEST_HEADING:
        return False
    begins_so = len(words) > 2 and words[0].lower() in ("udvalget", "rådet") and words[1].lower() == "for"
    return begins_so or (_is_bodyname_alone(name) and _ONE_BODY.search(words[-1]) is not None)


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
