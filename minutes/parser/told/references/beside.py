"""What a date belongs to that stands before it: "Direktionens møde den 3. maj", "på ØU den 21. maj"."""

from __future__ import annotations

import re
from dataclasses import replace

from minutes.danish.times import StatedTime, TimeKind

from .clauses import WORD, Bound, Clauses, is_coarse, is_day, is_deed
from .owners import Owner
from .tense import Tense

# A meeting is on its day: "møde i styregruppen er den …", "mødet holdes …"
_HELD = (
    r"(?:er|var|bliver|blev|holdes|afholdes|holdt|afholdt|fandt\ssted|finder\ssted|planlægges|afvikles|ligger)"
    r"(?:\s(?:afholdt|holdt|planlagt|aftalt))?(?:\stil)?"
)
_BESIDE_NOUN = re.compile(rf"\s?[(,:–-]?\s?(?:{_HELD}\s)?(?:(?:af|fra|på|pr\.)\s)?")
_BESIDE_BODY = re.compile(r"\s?[(,:–-]?\s?")
# møde for innovationslederne i september · mødet med de faglige organisationer den 3. maj
_WITH_WHOM = re.compile(
    rf"\s(?:for|med|i|om|mellem|på|vedr\.?|vedrørende)\s(?:{WORD}\s){{1,6}}(?:{_HELD}\s)?"
)
# Ældrerådet drøftede sagen på sit møde · Økonomiudvalget holder budgetseminar
_AT_ITS = re.compile(
    rf"\s(?:{WORD}\s){{1,6}}(?:på|i|til|ved|under)\s(?:(?:sit|det|et|dets|deres)\s)?(?:\w+e\s)?"
    r"|\s(?:af)?hold(?:er|t|te)\s(?:(?:sit|et)\s)?(?:\w+e\s)?"
)
# Temadrøftelse på ØU om boligområdet – kompetenceafklaring mv. (evt. november)
_LAST_IN_BRACKETS = re.compile(r"[^()]{0,160}\(")
# Room for a list's marker before what a line begins with.
_ROOM_BEFORE = 4


def bind_meeting(clauses: Clauses, time: StatedTime) -> Bound | None:
    """A time that names its meeting itself: "på mødet i maj"."""
    if time.kind is not TimeKind.MEETING:
        return None
    owner = clauses.around(time) or Owner(time.start, time.end, noun="meeting")
    return Bound(owner, time, min(owner.start, time.start), max(owner.end, time.end))


def bind_beside(clauses: Clauses, time: StatedTime, tense: Tense, free_from: int) -> Bound | None:
    """The body or the noun right before a date, which stands behind `free_from`."""
    owner = clauses.before(time, free_from)
    if owner is None:
        return None
    gap = clauses.small[owner.end : time.start]
    is_bound = _is_of_noun if owner.noun else _is_of_body
    if not is_bound(clauses, owner, gap, time, tense):
        return None
    owner = _with_body(clauses, owner)
    return Bound(owner, time, owner.start, _end_of(clauses, time, gap))


def is_from(clauses: Clauses, time: StatedTime) -> bool:
    """Whether "fra" says of when something is: "Byrådets beslutning fra oktober 2012"."""
    owner = clauses.before(time, 0)
    return bool(owner and owner.noun and owner.end + 1 == time.start and time.words[:4].lower() == "fra ")


def _with_body(clauses: Clauses, owner: Owner) -> Owner:
    """A meeting with the body that met: "Ældrerådet drøftede sagen på sit møde"."""
    body = clauses.body_before(owner.start) if owner.noun == "meeting" and not owner.body else None
    if body is None or not _AT_ITS.fullmatch(clauses.small, body.end, owner.start):
        return owner
    return replace(owner, start=body.start, body=body.body)


def _end_of(clauses: Clauses, time: StatedTime, gap: str) -> int:
    """Where a date ends, with the bracket that it stands in."""
    is_closed = clauses.small[time.end : time.end + 1] == ")"
    return time.end + 1 if is_closed and gap.count("(") > gap.count(")") else time.end


def _is_of_noun(clauses: Clauses, owner: Owner, gap: str, time: StatedTime, tense: Tense) -> bool:
    """A decision of nobody named has a day that is told; a year is no date of a meeting that has none told."""
    is_beside = _BESIDE_NOUN.fullmatch(gap) is not None
    if owner.noun != "meeting" and not owner.body:
        is_at_meeting = clauses.small.endswith("mødet", owner.start, owner.end)
        return (
            is_beside and owner.noun == "decision" and is_day(time) and (is_at_meeting or not tense.is_coming)
        )
    if is_coarse(time) and not (owner.body and tense.is_told):
        return False
    if is_beside or (owner.noun == "meeting" and _WITH_WHOM.fullmatch(gap)):
        return True
    begins = owner.start < _ROOM_BEFORE
    is_last = clauses.small[time.end : time.end + 1] == ")"
    return bool(owner.body and begins and is_last and _LAST_IN_BRACKETS.fullmatch(gap))


def _is_of_body(clauses: Clauses, owner: Owner, gap: str, time: StatedTime, tense: Tense) -> bool:
    """A day is one of its meetings; by a month or a year it must have done something then."""
    if owner.is_genitive or not _BESIDE_BODY.fullmatch(gap):
        return False
    if is_day(time):
        return True
    is_told = tense.is_told and not tense.is_coming
    return is_told and (not is_coarse(time) or any(map(is_deed, clauses.words_before(owner.start, 4))))
