"""The meetings, decisions and cases that a sentence points to by their date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.danish.dates import MONTH_NAME
from minutes.danish.letters import small_letters
from minutes.danish.times import Sense, StatedTime, TimeKind, find_times
from minutes.parser.told.values import ReferenceKind, Surroundings

from .acting import bind_acting
from .beside import bind_beside, bind_meeting, is_from
from .body_names import find_bodies, is_own_body, is_same_body
from .clauses import Bound, Clauses
from .owners import find_owners
from .pointers import Pointer
from .tense import Tense, tense_at

# Most sentences have no date, and need not be looked through for bodies.
_SAYS_WHEN = re.compile(
    rf"[0-9]|\b{MONTH_NAME}\b|forår|sommer|efterår|vinter|\b(?:primo|medio|ultimo|måned|uge|år)",
    re.IGNORECASE,
)
_IN_CALENDAR = frozenset(
    {TimeKind.DAY, TimeKind.MONTH, TimeKind.SEASON, TimeKind.SPAN, TimeKind.YEAR, TimeKind.MEETING}
)
# The day by which something is to be done, or from which something holds.
_DEADLINE = re.compile(r"(?:senest|inden|indtil|før|efter|fra|frem\stil|til|siden|pr\.?)\b", re.IGNORECASE)
# Direktionens møder den 3. og 17. september
_NEXT_DAY = re.compile(r"\s?(?:,|og|samt|&)\s?(?:igen\s)?")
# Økonomiudvalgsmøde d. 3.2.2015 sag nr. 12
_NUMBER_BEHIND = re.compile(
    r",?\s(?:som\s)?(?:sag|punkt|pkt\.?|dagsordenspunkt)\s?(?:nr\.?\s?)?(?P<number>[0-9]{1,3})(?![\w/-]|\.[0-9])",
    re.IGNORECASE,
)
# BY-sag 25.11 om Legat til kunst · godkendte Direktionen i marts 2013 "Sådan planlægger vi"
_TITLE_BEHIND = re.compile(
    r"\s?(?:[\"”„»'](?P<quoted>[^\"”“«»']{3,150})[\"”“«']|(?:om|vedr\.|vedrørende|angående)\s(?P<plain>[^,.;:()]{3,150}))"
)
# mødet · sidste møde; but not "mødet med foreningerne"
_OWN_MEETING = re.compile(r"(?:\b(?:sidste|seneste|forrige|næste)\smøde|(?<!\w)mødet)\Z")
_OF_OTHERS = re.compile(rf"\s(?:med|for|mellem)\s|\si\s(?!{MONTH_NAME}\b|[0-9])", re.IGNORECASE)


def find_dated(text: str, surroundings: Surroundings) -> list[Pointer]:
    """What a sentence points to by date, in order; not the meeting itself."""
    owners = find_owners(text, surroundings.bodies) if _SAYS_WHEN.search(text) else []
    return list(_dated(text, Clauses.of(small_letters(text), owners), surroundings)) if owners else []


def _dated(text: str, clauses: Clauses, surroundings: Surroundings) -> Iterator[Pointer]:
    past = find_times(text, surroundings.date, Sense.PAST)
    coming = find_times(text, surroundings.date, Sense.COMING)
    before: StatedTime | None = None
    last: Bound | None = None
    for told, to_come in zip(past, coming, strict=True):
        if told.kind not in _IN_CALENDAR or told.iso is None:
            continue
        tense = tense_at(clauses.small, told.start, told.end)
        time = told if tense.is_told else to_come
        bounds = list(_bind(clauses, time, tense, before, last))
        before = time
        for bound in bounds:
            last = bound
            pointer = _pointer(text, bound, tense, surroundings)
            if not _is_this_meeting(text, pointer, surroundings):
                yield pointer


def _bind(
    clauses: Clauses, time: StatedTime, tense: Tense, before: StatedTime | None, last: Bound | None
) -> Iterator[Bound]:
    """What a date belongs to, together with all that acted with it.

    `before` is the date that stands before it, which keeps it from what stands before both; `last` is what that one
    belongs to.
    """
    if _DEADLINE.match(time.words) and not is_from(clauses, time):
        return
    if last and last.time is before and _NEXT_DAY.fullmatch(clauses.small, last.time.end, time.start):
        yield Bound(last.owner, time, time.start, time.end)
        return
    free_from = before.end if before else 0
    bound = bind_meeting(clauses, time) or bind_beside(clauses, time, tense, free_from)
    yield from [bound] if bound else bind_acting(clauses, time, free_from)


def _pointer(text: str, bound: Bound, tense: Tense, surroundings: Surroundings) -> Pointer:
    owner, end = bound.owner, bound.end
    number = owner.number
    if behind := _NUMBER_BEHIND.match(text, end):
        number, end = behind["number"], behind.end()
    is_item = owner.noun == "item" or bool(number)
    body = owner.body or _body_of_meeting(text, bound, surroundings)
    if is_own_body(body, surroundings.body):
        # "udvalget" in the minutes of one
        body = surroundings.body
    is_named = bool(owner.body) or (
        bool(body) and _is_the_day(bound.time, tense) and _names_no_other(text, body)
    )
    return Pointer(
        bound.start,
        end,
        ReferenceKind.ITEM if is_item else ReferenceKind.MEETING,
        is_certain=is_named and _is_plain(bound.time, tense),
        body=body,
        time=bound.time,
        number=number,
        title=_title_behind(text, end, is_item=is_item),
    )


def _body_of_meeting(text: str, bound: Bound, surroundings: Surroundings) -> str:
    """The meeting's own body for "mødet" and "sidste møde"; of another meeting nobody knows whose it is."""
    owner = bound.owner
    written = small_letters(text[max(0, owner.start - 12) : owner.end])
    is_of_others = _OF_OTHERS.match(text, owner.end) or _OF_OTHERS.match(text, bound.end)
    return surroundings.body if _OWN_MEETING.search(written) and not is_of_others else ""


def _is_the_day(time: StatedTime, tense: Tense) -> bool:
    """Whether a time is the day of a meeting: "mødet den 7. februar" is the body's own, "mødet i marts" one of some."""
    return (
        time.kind in {TimeKind.DAY, TimeKind.MEETING}
        and time.exact_to is TimeKind.DAY
        and _is_plain(time, tense)
    )


def _names_no_other(text: str, body: str) -> bool:
    """Whether no body is named whose meeting it could be as well."""
    return all(
        is_same_body(other.name, body) or is_own_body(other.name, body) for other in find_bodies(text, {})
    )


def _is_plain(time: StatedTime, tense: Tense) -> bool:
    """Whether there is no doubt which day or month is meant."""
    if time.exact_to is TimeKind.DAY:
        return not time.year_inferred or tense.is_told or tense.is_coming
    return time.exact_to is TimeKind.MONTH and not time.year_inferred


def _title_behind(text: str, end: int, *, is_item: bool) -> str:
    match = _TITLE_BEHIND.match(text, end)
    if match is None:
        return ""
    return (match["quoted"] or (match["plain"] if is_item else "") or "").strip()


def _is_this_meeting(text: str, pointer: Pointer, surroundings: Surroundings) -> bool:
    """Whether the day is the meeting's own, and no other body is named alone: two may meet on one day."""
    if pointer.time is None or not pointer.time.first == surroundings.date == pointer.time.last:
        return False
    named = find_bodies(text[pointer.start : pointer.end], surroundings.bodies)
    return not named or any(is_same_body(body.name, surroundings.body) for body in named)
