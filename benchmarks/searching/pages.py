"""The addresses that are measured beside the search: meetings, cases, centres, decisions, and suggestions."""

from __future__ import annotations

import random
from itertools import cycle, islice
from urllib.parse import urlencode

from django.db.models import Count, Model, QuerySet
from django.urls import reverse

from benchmarks.synthetic.meetings import SEED
from minutes.models import (
    EVERYBODY,
    AgendaItem,
    Body,
    Case,
    Centre,
    DocumentReference,
    ItemCentre,
    Meeting,
    Outcome,
)
from minutes.models.decisions.search_decisions import years_of_decisions
from minutes.search.matching.facets import OUTCOME_WORDS

OF_EACH = 20


def page_addresses(of_each: int = OF_EACH) -> dict[str, list[str]]:
    """`of_each` addresses of each kind of page; the busiest of a kind as often, for it is one."""
    collective = _busiest(AgendaItem.objects.exclude(case=None), "case")
    busiest_centre = _busiest(ItemCentre.objects.all(), "centre")
    busiest_meeting = _busiest(AgendaItem.objects.all(), "meeting")
    return {
        "meeting": _some(Meeting.objects.select_related("body"), of_each),
        "meeting with most items": _again(Meeting, busiest_meeting, of_each),
        "case": _some(Case.objects.all(), of_each),
        "case with most items": _again(Case, collective, of_each),
        "centre": _some(Centre.objects.all(), of_each),
        "centre with most items": _again(Centre, busiest_centre, of_each),
        "decisions": [reverse("decision-list")] * of_each,
        "decisions by filter": _narrowed(busiest_centre, of_each),
        "document": [
            document.get_absolute_url() for document in _some_rows(DocumentReference.objects.all(), of_each)
        ],
        "item": _some(AgendaItem.objects.published_only().select_related("meeting__body"), of_each),
    }


def _narrowed(centre: int, of_each: int) -> list[str]:
    """The list of decisions by the busiest centre, a body, a rare outcome, what was put off, and a year, by turns."""
    filters = [
        {"center": Centre.objects.get(pk=centre).slug},
        {"organ": Body.objects.order_by("pk")[0].slug},
        {"udfald": OUTCOME_WORDS[Outcome.REJECTED]},
        {"udsat": "1"},
        {"aar": str(years_of_decisions(EVERYBODY)[0])},
    ]
    addresses = [f"{reverse('decision-list')}?{urlencode(chosen)}" for chosen in filters]
    return list(islice(cycle(addresses), of_each))


def suggestion_addresses(of_each: int = OF_EACH) -> dict[str, list[str]]:
    """What is asked while titles and case numbers are being typed: `of_each` beginnings of each kind."""
    random_ = random.Random(f"suggestions {SEED}")
    titles = [item.title for item in _some_rows(AgendaItem.objects.published_only(), of_each)]
    numbers = [case.number for case in _some_rows(Case.objects.all(), of_each)]
    return {
        "suggestions for a word begun": [_suggestions(_begun(title, 0, random_)) for title in titles],
        "suggestions for a second word": [_suggestions(_begun(title, 1, random_)) for title in titles],
        "suggestions for a number begun": [
            _suggestions(number[: random_.randint(4, 7)]) for number in numbers
        ],
    }


def _begun(title: str, complete: int, random_: random.Random) -> str:
    """The first `complete` words of a title, and two to five letters of the next."""
    *before, last = title.split()[: complete + 1]
    return " ".join([*before, last[: random_.randint(2, 5)]])


def _suggestions(typed: str) -> str:
    return f"{reverse('suggestions')}?{urlencode({'q': typed})}"


def _busiest(rows: QuerySet, column: str) -> int:
    counts = rows.order_by().values_list(column).annotate(count=Count("pk"))
    return counts.order_by("-count", column)[0][0]


def _some(rows: QuerySet, number: int) -> list[str]:
    return [row.get_absolute_url() for row in _some_rows(rows, number)]


def _some_rows(rows: QuerySet, number: int) -> QuerySet:
    """The same ones for the same rows."""
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    chosen = random.Random(f"pages {SEED}").sample(keys, k=min(number, len(keys)))
    return rows.filter(pk__in=chosen).order_by("pk")


def _again(model: type[Model], key: int, number: int) -> list[str]:
    return [model._default_manager.get(pk=key).get_absolute_url()] * number
