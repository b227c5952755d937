"""All that an item tells of other meetings and other times, in one value."""

from __future__ import annotations

from dataclasses import dataclass

from minutes.parser.centre_roles import CentreNames
from minutes.parser.values import ParsedItem

from .amounts import find_item_amounts
from .coming_subjects import find_coming_subjects
from .deferrals import read_deferrals
from .follow_ups import find_follow_ups
from .promises import read_promises
from .references import read_references
from .relations import read_relations
from .values import (
    ComingSubject,
    ParsedAmount,
    ParsedDeferral,
    ParsedFollowUp,
    ParsedPromise,
    ParsedReference,
    Relation,
    Surroundings,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What an item tells; `relations` are one for each of its decisions, in their order."""

    follow_ups: tuple[ParsedFollowUp, ...] = ()
    coming_subjects: tuple[ComingSubject, ...] = ()
    deferrals: tuple[ParsedDeferral, ...] = ()
    promises: tuple[ParsedPromise, ...] = ()
    references: tuple[ParsedReference, ...] = ()
    amounts: tuple[ParsedAmount, ...] = ()
    relations: tuple[Relation, ...] = ()


def read_told(item: ParsedItem, surroundings: Surroundings, centres: CentreNames) -> Told:
    """Read what an item of a meeting tells; `centres` are the written forms of the administrative units."""
    return Told(
        follow_ups=find_follow_ups(item, surroundings.date, centres),
        coming_subjects=find_coming_subjects(item),
        deferrals=read_deferrals(item, surroundings),
        promises=read_promises(item, surroundings),
        references=read_references(item, surroundings),
        amounts=find_item_amounts(item),
        relations=read_relations(item, surroundings),
    )
