"""The addresses of the pages that an archive has, a few or all of every kind."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from django.db.models import Count, Model

from minutes.models import AgendaItem, Case, Centre, DocumentReference, Meeting
from minutes.models.cases import address_of_document

Row = TypeVar("Row", bound=Model)

# Their pages differ in little but their length.
_DOCUMENTS = 6

FIXED = [
    "/",
    "/moeder/",
    "/moeder/?aar=hest",
    "/sager/",
    "/sager/?aar=2013",
    "/beslutninger/",
    "/beslutninger/?aar=2013&organ=direktionen&udfald=godkendt",
    "/beslutninger/?aar=hest&sag=hest",
    "/beslutninger/?sag=99/12345",
    "/opfoelgning/",
    "/opfoelgning/?tilstand=over-frist&dag=2013-10-15&center=byc&sort=frist",
    "/opfoelgning/?dag=hest",
    "/opfoelgning/?ord=findesikke",
    "/opfoelgning/emner/digital-post-opfoelgning/",
    "/opfoelgning/emner/faelles-telefonpolitik/",
    "/opfoelgning/udsatte/",
    "/opfoelgning/udsatte/?tilstand=taget-op&aar=2013",
    "/opfoelgning/udsatte/?aar=2012&tilstand=hest",
    "/opfoelgning/loefter/",
    "/opfoelgning/loefter/?slags=gaar-videre&sort=tid&dag=2013-09-01",
    "/centre/",
    "/daekning/",
    "/was",
    "/soeg/",
    "/soeg/?q=budget",
    "/soeg/?q=12/41877",
    "/soeg/?q=findesikke",
    "/soeg/?q=budget&sort=sager",
    "/soeg/?q=budget&organ=direktionen&aar=2013&sort=nyeste",
]


def meetings() -> list[str]:
    return [meeting.get_absolute_url() for meeting in Meeting.objects.select_related("body")]


def items() -> list[str]:
    return [item.get_absolute_url() for item in AgendaItem.objects.select_related("meeting__body")]


def cases() -> list[str]:
    return [case.get_absolute_url() for case in AgendaItem.objects.indexable().cases()]


def documents() -> list[str]:
    """Those that most items mention."""
    numbers = DocumentReference.objects.filter(item__in=AgendaItem.objects.indexable()).values("number")
    counted = numbers.annotate(count=Count("item", distinct=True)).order_by("-count", "number")
    return [address_of_document(row["number"]) for row in counted[:_DOCUMENTS]]


def centres() -> list[str]:
    return [centre.get_absolute_url() for centre in Centre.objects.all()]


def items_unlike_each_other() -> list[str]:
    """One item for each combination of sections and sorts of blocks."""
    rows = AgendaItem.objects.select_related("meeting__body").prefetch_related("sections")
    return [item.get_absolute_url() for item in _unlike(rows, _look_of_item)]


def cases_unlike_each_other() -> list[str]:
    """One case for each combination of outcomes and number of items."""
    rows = AgendaItem.objects.indexable().cases().prefetch_related("items__decisions")
    return [case.get_absolute_url() for case in _unlike(rows, _look_of_case)]


def _look_of_item(item: AgendaItem) -> Hashable:
    sections = item.sections.all()
    blocks = frozenset(block["type"] for section in sections for block in section.blocks)
    return item.is_closed, blocks, len(sections)


def _look_of_case(case: Case) -> Hashable:
    items = case.items.all()
    return len(items), frozenset(decision.outcome for item in items for decision in item.decisions.all())


def _unlike(rows: Iterable[Row], look: Callable[[Row], Hashable]) -> list[Row]:
    return list({look(row): row for row in rows}.values())
