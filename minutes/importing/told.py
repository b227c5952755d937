"""How what an item tells of other meetings and times becomes rows: an entry for each part of models/parts.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from minutes.matters.topic_keys import topic_key
from minutes.models import Amount, Body, BodyAlias, ComingSubject, Deferral, FollowUp, Promise, Reference
from minutes.models.lengths import fit
from minutes.models.parts import (
    AMOUNTS,
    COMING_SUBJECTS,
    DECISIONS,
    DEFERRALS,
    FOLLOW_UPS,
    PROMISES,
    REFERENCES,
    ItemParts,
    Part,
)
from minutes.models.told.columns import ToldRow, columns_of_time
from minutes.parser.told.reading import Told, read_told
from minutes.parser.told.values import Surroundings
from minutes.parser.values import ParsedMeeting

from .organisation import centre_names

AnyTold = TypeVar("AnyTold", bound=ToldRow)

# Nothing that anybody wrote tells more in one item.
_MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class ToldPart(Generic[AnyTold]):
    """One part of what an item tells, and its rows, for an item whose decisions have theirs."""

    part: Part[AnyTold]
    rows: Callable[[ItemParts, Told], Iterable[AnyTold]]

    def rows_of(self, parts: ItemParts, told: Told) -> Iterator[AnyTold]:
        """The rows in their places, from 1."""
        for position, row in enumerate(islice(self.rows(parts, told), _MOST_ROWS), start=1):
            row.item, row.position = parts.item, position
            yield row


def read_all_told(parsed: ParsedMeeting, bodies: Mapping[str, str]) -> dict[int, Told]:
    """Return what each item of a document tells, by its line there; `bodies` as `names_of_bodies` gives them."""
    surroundings = Surroundings(parsed.body, parsed.date, bodies)
    centres = centre_names()
    return {item.line: read_told(item, surroundings, centres) for item in parsed.items}


def names_of_bodies() -> dict[str, str]:
    """Return the name of a body for each of its names and aliases. One query."""
    names = Body.objects.order_by().values_list("name", "name")
    aliases = BodyAlias.objects.order_by().values_list("text", "body__name")
    return dict(names.union(aliases, all=True))


def _follow_ups(_parts: ItemParts, told: Told) -> Iterator[FollowUp]:
    for stated in told.follow_ups:
        yield FollowUp(
            line=stated.line,
            row=stated.row,
            text=stated.topic,
            topic_key=fit(topic_key(stated.topic), FollowUp, "topic_key"),
            responsible_words=fit(stated.responsible_words, FollowUp, "responsible_words"),
            centre_codes=list(stated.centres),
            persons=list(stated.persons),
            **columns_of_time(stated.deadline, stated.deadline_words),
        )


def _coming_subjects(_parts: ItemParts, told: Told) -> Iterator[ComingSubject]:
    for stated in told.coming_subjects:
        heading = fit(stated.heading, ComingSubject, "heading")
        yield ComingSubject(line=stated.line, text=stated.text, heading=heading)


def _deferrals(parts: ItemParts, told: Told) -> Iterator[Deferral]:
    for stated in told.deferrals:
        yield Deferral(
            decision=parts[DECISIONS][stated.decision_index],
            line=stated.line,
            text=stated.text,
            kind=stated.kind.value,
            is_part=stated.is_part,
            point=fit(stated.point, Deferral, "point"),
            comes_back=stated.comes_back,
            is_delegated=stated.is_delegated,
            to_body=fit(stated.to_body, Deferral, "to_body"),
            **columns_of_time(stated.until, stated.until_words),
        )


def _promises(_parts: ItemParts, told: Told) -> Iterator[Promise]:
    for stated in told.promises:
        yield Promise(
            line=stated.line,
            text=stated.text,
            section=stated.section.value,
            kind=stated.kind.value,
            is_binding=stated.is_binding,
            to_body=fit(stated.to_body, Promise, "to_body"),
            who=[name[:200] for name in stated.who],
            **columns_of_time(stated.time),
        )


def _references(_parts: ItemParts, told: Told) -> Iterator[Reference]:
    for stated in told.references:
        yield Reference(
            line=stated.line,
            column=stated.column,
            text=stated.text,
            section=stated.section.value,
            kind=stated.kind.value,
            is_certain=stated.is_certain,
            body=fit(stated.body, Reference, "body"),
            number=fit(stated.number, Reference, "number"),
            title=fit(stated.title, Reference, "title"),
            is_calendar=stated.is_calendar,
            **columns_of_time(stated.time),
        )


def _amounts(_parts: ItemParts, told: Told) -> Iterator[Amount]:
    for stated in told.amounts:
        yield Amount(
            line=stated.line,
            column=stated.column,
            text=stated.text,
            section=stated.section.value,
            value=stated.value,
            is_approximate=stated.is_approximate,
        )


# In the order of PARTS.
TOLD_PARTS: tuple[ToldPart[Any], ...] = (
    ToldPart(FOLLOW_UPS, _follow_ups),
    ToldPart(COMING_SUBJECTS, _coming_subjects),
    ToldPart(DEFERRALS, _deferrals),
    ToldPart(PROMISES, _promises),
    ToldPart(REFERENCES, _references),
    ToldPart(AMOUNTS, _amounts),
)
