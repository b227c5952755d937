"""The headings of sections: a vocabulary matched on whole lines, without regard to case."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from .dates import DATE_PATTERN, ImpossibleDateError, find_date
from .values import SectionKind

VOCABULARY = {
    "baggrund": SectionKind.BACKGROUND,
    "sagsfremstilling": SectionKind.CASE_PRESENTATION,
    "økonomi": SectionKind.ECONOMY,
    "retsgrundlag": SectionKind.LAW,
    "politik/plan": SectionKind.POLICY,
    "information": SectionKind.INFORMATION,
    "høring": SectionKind.HEARING,
    "vurdering": SectionKind.ASSESSMENT,
    "andre relevante dokumenter": SectionKind.DOCUMENTS,
    "indstilling": SectionKind.RECOMMENDATION,
    "beslutning": SectionKind.DECISION,
    "bilag": SectionKind.ATTACHMENTS,
}

# Longer than any body's name; a longer line is prose.
_LONGEST_HEADING = 120
_SMALL_WORDS = frozenset({"og", "for", "i", "af", "på", "til", "det", "de"})

# Beslutning i Direktionen den 27-08-2013 · BESLUTNING DIREKTIONEN DEN 15-09-2015 · Beslutning Byrådet d. 29-08-2017:
# what comes before the body, and what comes after it.
_BEFORE_BODY = re.compile(
    r"beslutning\s+(?:(?:i|fra|af)\s+)?(?!(?:om|vedr|vedrørende|til|for|på)\b)(?=[^\W\d])", re.IGNORECASE
)
_AFTER_BODY = re.compile(rf",?\s+(?:den|d\.)\s*(?P<date>{DATE_PATTERN})\s*[.:]?\Z", re.IGNORECASE)
# Ingen bemærkninger · Ingen bemærkninger. · Igen bemærkninger · Ingen
_NO_REMARKS = re.compile(
    r"ing?en(?:\s+bemærkning(?:er)?)?\s*\.?|igen\s+bemærkning(?:er)?\s*\.?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading. Of a dated decision, whose it is and of which day; `impossible_date` as written."""

    kind: SectionKind
    body: str = ""
    date: datetime.date | None = None
    impossible_date: str = ""


def match_heading(text: str) -> Heading | None:
    """The heading that a whole line is, or None.

    >>> match_heading("BESLUTNING DIREKTIONEN DEN 15-09-2015").body
    'Direktionen'
    """
    stripped = text.strip()
    if len(stripped) > _LONGEST_HEADING:
        return None
    kind = VOCABULARY.get(" ".join(stripped.lower().split()))
    if kind:
        return Heading(kind)
    before = _BEFORE_BODY.match(stripped)
    after = _AFTER_BODY.search(stripped, before.end()) if before else None
    if before is None or after is None:
        return None
    body = body_name(stripped[before.end() : after.start()])
    try:
        return Heading(SectionKind.DECISION, body, find_date(after["date"]))
    except ImpossibleDateError:
        return Heading(SectionKind.DECISION, body, impossible_date=after["date"])


def body_name(text: str) -> str:
    """A body's name as people write it: shouted names come down ("SOCIAL- OG SUNDHEDSUDVALGET")."""
    words = text.split()
    if not text.isupper() or (len(words) == 1 and len(text) <= 4):
        return " ".join(words)
    lowered = [word.lower() if word.lower() in _SMALL_WORDS else word.capitalize() for word in words]
    return " ".join(lowered)


def is_no_remarks(text: str) -> bool:
    """Whether a section's whole text says that there is nothing to say ("Ingen bemærkninger", also misspelt)."""
    return _NO_REMARKS.fullmatch(text.strip()) is not None
