"""How running heads and feet are worded, apart from the page that they count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.danish.dates import DATE_PATTERN
from minutes.sources.standing_alone import stands_alone

_TITLE = re.compile(r"\b(?:tillægs|beslutnings)?(?:referat|dagsorden)\b", re.IGNORECASE)
# The parts of dates have names, which a pattern can have once only.
_DATE = re.sub(r"\?P<\w+>", "?:", DATE_PATTERN)
_TIME = r"(?:kl\.?\s?)?[0-9]{1,2}[.:][0-9]{2}(?:\s[AP]M)?"
_BODY = (
    r"(?:[\w-]+\sog\s)?[\w-]*(?:udvalg|råd|direktion|forum|bestyrelse|nævn|kommission|gruppe)(?:en|et|ne|n)?"
)
_KINDS = (
    # Høje-Taastrup Kommune · Høje-Taastrup Kommune, Direktionen
    r"(?:[\w-]+\s){1,3}kommune(?:\W.*)?",
    # 27-08-2013 10:00 · 8/27/13, 4:21 PM · Udskrevet den 27. august 2013 · 27-08-2013 Direktionen
    rf"(?:(?:udskrevet|printet|dato|den|d\.):?\s){{0,2}}(?:{_DATE}|[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{2,4}}),?(?:\s{_TIME})?",
    rf"(?:{_DATE}|[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{2,4}}),?(?:\s{_TIME})?\s{_BODY}(?:\W.*)?",
    # https://www.taastrup.dk/referat · file:///C:/referat.html
    r"(?:https?:|file:|www\.)\S+",
    # Direktionen d. 27-08-2013 · Social- og Sundhedsudvalget, møde den 3. september 2013
    rf"{_BODY}(?:\W+(?:d\.?|den|møde|mødet|ordinært|ekstraordinært)){{0,3}}\W+{_DATE}",
)
_WORDED_LIKE_A_HEAD = re.compile("|".join(_KINDS), re.IGNORECASE)


def is_title(text: str) -> bool:
    """Whether a line has the word that says what the document is."""
    return _TITLE.search(text) is not None


def is_dated_title(text: str) -> bool:
    """Whether a line says what the document is and of which day."""
    return is_title(text) and re.search(_DATE, text) is not None


def is_municipality(text: str) -> bool:
    """Whether a line ends in a municipality's name."""
    return text.casefold().endswith(" kommune")


def is_worded_like_a_head(text: str, titles: Sequence[str]) -> bool:
    """Whether a line says what a head says: the title or its last words, a body and a day, an address."""
    if text.endswith((".", ":", ";", "?", "!", ",")) or stands_alone(text):
        return False
    is_of_title = any(f" {title}".endswith(f" {text}") for title in titles)
    return is_of_title or _WORDED_LIKE_A_HEAD.fullmatch(text) is not None
