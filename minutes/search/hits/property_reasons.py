"""Why a hit was found by what it is rather than by its words: its day, its body, a centre, its outcome, a period."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.models import Outcome
from minutes.search.matching.matches import Match
from minutes.search.query.properties import InMonth, InYear, OfBody, OfCentre, OnDay, Property, WithOutcome
from minutes.search.query.query import Query
from minutes.search.query.terms import Term

from .found_items import FoundItem
from .reasons import Reason


def find_property_reasons(query: Query, match: Match, item: FoundItem) -> Iterator[Reason]:
    """What of the query a hit is, each thing that was typed once, in order."""
    told: set[str] = set()
    for group in query.groups:
        for term in group:
            typed = _typed(term)
            said = "" if term.is_unwanted or typed in told else _said_of(term, match, item)
            if said:
                told.add(typed)
                yield Reason(typed, (), (), is_so=said)
    # Between several ORs each group has the period.
    for typed in dict.fromkeys(piece.typed for group in query.pieces for piece in group if piece.period):
        yield Reason(typed, (), (), is_so=_on_day(item))


def _typed(term: Term) -> str:
    return " ".join(piece.typed for piece in term.pieces)


def _said_of(term: Term, match: Match, item: FoundItem) -> str:
    return next(filter(None, (_is_so(each, match, item) for each in term.properties())), "")


def _is_so(said: Property, match: Match, item: FoundItem) -> str:
    """What the hit is that was asked for; empty where it is not so."""
    date = match.date
    match said:
        case OnDay(day) if day == date:
            return _on_day(item)
        case InMonth(year, month) if (year, month) == (date.year, date.month):
            return _on_day(item)
        case InYear(year) if year == date.year:
            return _on_day(item)
        case OfBody(pk) if pk == match.body_id:
            return f"mødet er i {item.body}"
        case OfCentre(pk) if pk in match.centre_ids:
            return "centret har en rolle i punktet"
        case WithOutcome(outcome) if outcome in match.outcomes:
            return f"udfaldet er {Outcome(outcome).label}"
    return ""


def _on_day(item: FoundItem) -> str:
    return f"mødet var den {item.date:%d-%m-%Y}"
