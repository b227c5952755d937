"""The addresses that are measured beside the search: meetings, cases and centres, the busiest too, and suggestions."""

from __future__ import annotations

import random
from urllib.parse import urlencode

from django.db.models import Count, Model, QuerySet
from django.urls import reverse

from benchmarks.synthetic.meetings import SEED
from minutes.models import AgendaItem, Case, Centre, ItemCentre, Meeting

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
        "item": _some(AgendaItem.objects.published_only().select_related("meeting__body"), of_each),
    }


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
