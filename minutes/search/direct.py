"""Whether the number that was typed leads anywhere: the case, or the items that name the document."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Count

from minutes.models import AgendaItem

from .query import Query


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case number in normal form, and how many open items the user may see under it; 0: no such case."""

    number: str
    items: int

    @property
    def year(self) -> str:
        """The two digits of the year, as the address of a case has them."""
        return self.number.split("/")[0]

    @property
    def serial(self) -> str:
        """The serial of the year."""
        return self.number.split("/")[1]


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document number in normal form, and how many open items that the user may see name it."""

    number: str
    items: int


def find_cases(query: Query, user: AbstractBaseUser | AnonymousUser) -> list[FoundCase]:
    """The case whose number was typed, also where there is none; or all cases with the serial that was typed."""
    number = query.case_number or query.possible_case_number
    if number is None and query.serial is None:
        return []
    asked = {"case__number": number} if number else {"case__serial": query.serial}
    items = AgendaItem.objects.open().visible_to(user).filter(**asked)
    counts = dict(items.order_by("case__number").values_list("case__number").annotate(Count("pk")))
    if query.case_number:
        counts.setdefault(query.case_number, 0)
    return [FoundCase(number, items) for number, items in counts.items()]


def find_document(query: Query, user: AbstractBaseUser | AnonymousUser) -> FoundDocument | None:
    """The document whose number was typed, also where no item names it."""
    if query.document_number is None:
        return None
    items = AgendaItem.objects.open().visible_to(user)
    naming = items.filter(document_references__number=query.document_number)
    return FoundDocument(query.document_number, naming.aggregate(count=Count("pk", distinct=True))["count"])
