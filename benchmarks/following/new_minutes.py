"""Minutes that an archive has not got yet, and that have to do with much of what it has."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from benchmarks.synthetic import phrases
from benchmarks.synthetic.documents import minutes_of
from benchmarks.synthetic.meetings import BLOCK, COLLECTIVE_CASE, SEED, Archive
from benchmarks.synthetic.municipality import BODY_NAMES
from benchmarks.synthetic.texts import SectionText
from benchmarks.synthetic.values import SyntheticItem, SyntheticMeeting
from minutes.parser.values import SectionKind

_SATURDAY = 5
# Every so many items of the new minutes are filed under the number that has most items.
_EVERY = 3
_REFERENCES = 4


def new_minutes(number: int, size: int = BLOCK) -> list[bytes]:
    """The text files of `number` meetings, of the middle and of the end of the archive's years by halves.

    They are of another seed, but number their cases as the first block does, which every synthetic archive of `size`
    items or more has. They are of days at weekends, on which no synthetic meeting is held, keep follow-up lists
    wherever their bodies do, refer to meetings of that block, put something off, and file a third of their items under
    the collective case of all blocks.
    """
    there = list(Archive().block(0, size))
    others = [meeting for meeting in Archive(SEED + 1).block(0, size) if len(_with_case(meeting)) >= _EVERY]
    middle, end = number // 2, number - number // 2
    chosen = [*_with_lists(others[: len(others) // 2], middle), *_with_lists(others, end)]
    return [minutes_of(meeting).encode() for meeting in _made_new(chosen, there)]


def _with_lists(meetings: Sequence[SyntheticMeeting], number: int) -> list[SyntheticMeeting]:
    """The last of these meetings, half of them with a follow-up list."""
    listing = [
        meeting
        for meeting in meetings
        if any(not item.decision and not item.is_closed for item in meeting.items)
    ]
    others = [meeting for meeting in meetings if meeting not in listing]
    lists = number // 2
    return [*listing[len(listing) - lists :], *others[len(others) - (number - lists) :]]


def _made_new(
    meetings: Sequence[SyntheticMeeting], there: Sequence[SyntheticMeeting]
) -> Iterator[SyntheticMeeting]:
    taken: set[tuple[int, datetime.date]] = set()
    for meeting in meetings:
        date = meeting.date
        while date.weekday() < _SATURDAY or (meeting.body, date) in taken:
            date += datetime.timedelta(days=1)
        taken.add((meeting.body, date))
        earlier = [held for held in there if held.date < meeting.date][-_REFERENCES:]
        together = [item.id for item in _with_case(meeting)[::_EVERY]]
        items = [_filed_together(item) if item.id in together else item for item in meeting.items]
        yield replace(meeting, date=date, items=(*items, _referring(earlier, meeting)))


def _with_case(meeting: SyntheticMeeting) -> list[SyntheticItem]:
    return [item for item in meeting.items if item.case]


def _filed_together(item: SyntheticItem) -> SyntheticItem:
    return replace(item, case=replace(item.case, number=COLLECTIVE_CASE))


def _referring(earlier: Sequence[SyntheticMeeting], meeting: SyntheticMeeting) -> SyntheticItem:
    """An item that refers to others by number, title and document, and is put off."""
    case = _with_case(meeting)[-1].case
    sentences = list(chain.from_iterable(_references_to(held) for held in earlier))
    return SyntheticItem(
        id=0,
        title=f"Opfølgning på {case.title}",
        case=case,
        sections=(SectionText(SectionKind.INFORMATION, (" ".join(sentences),)),),
        decision="Sagen udsættes til næste møde.",
    )


def _references_to(held: SyntheticMeeting) -> Iterator[str]:
    place, item = next(
        ((place, item) for place, item in enumerate(held.items, start=1) if item.documents),
        (1, held.items[0]),
    )
    for form in phrases.REFERENCES:
        yield form.format(
            body=BODY_NAMES[held.body], day=f"{held.date:%d-%m-%Y}", number=place, title=item.title
        ).replace("%s", "arbejdet")
    for number, _ in item.documents[:1]:
        yield phrases.DOCUMENT_REFERENCES[0].format(document=number).replace("%s", "arbejdet")
