"""Where what was typed leads at once: to a case, a document's items, an item, meetings, a centre or a body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.urls import Resolver404, resolve

from minutes.danish.numbers import join_case_number, match_case_number, match_document_number
from minutes.models import AgendaItem, Body, Centre, Meeting, Reader, SearchDocument
from minutes.models.cases import address_of_case, address_of_document
from minutes.search.matching.lexemes import find_lexemes
from minutes.search.query.properties import InMonth, OfBody, OfCentre, OnDay, Property
from minutes.search.query.query import Query
from minutes.search.query.terms import Term
from minutes.search.query.typed.dates import DayOfYear

# A month of a large municipality has more meetings than a banner should list.
_MOST_MEETINGS = 8

OneOf = TypeVar("OneOf", bound=Property)


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case number in normal form, and how many open items the reader may see under it; 0: no such case."""

    number: str
    items: int

    @property
    def address(self) -> str:
        return address_of_case(self.number)


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document number in normal form, and how many open items that the reader may see name it."""

    number: str
    items: int

    @property
    def address(self) -> str:
        return address_of_document(self.number)


@dataclass(frozen=True, slots=True)
class Shortcuts:
    """All that a query leads to at once; false where that is nothing.

    `missing_item` is the number of an item that neither the case nor the meeting has that leads there. Whether it is
    hidden or was never there makes no difference.
    """

    cases: Sequence[FoundCase]
    document: FoundDocument | None
    item: AgendaItem | None
    meetings: Sequence[Meeting]
    centre: Centre | None
    body: Body | None
    missing_item: str | None = None

    def __bool__(self) -> bool:
        return any((self.cases, self.document, self.item, self.meetings, self.centre, self.body))


def find_shortcuts(query: Query, reader: Reader) -> Shortcuts:
    """What a query leads to; asks only for what it names."""
    cases, item = find_cases(query, reader), find_item(query, reader)
    meetings = find_meetings(query, reader)
    is_looked_for = (
        any(case.items for case in cases) if query.case_number else bool(meetings and _of_one_body(query))
    )
    is_missing = query.item_number is not None and item is None and is_looked_for
    return Shortcuts(
        cases=cases,
        document=find_document(query, reader),
        item=item,
        meetings=meetings,
        centre=find_centre(query),
        body=find_body(query, reader),
        missing_item=f"{query.item_number}{query.item_letter}" if is_missing else None,
    )


def _of_one_body(query: Query) -> bool:
    """Whether a day's meeting is named: of a day alone there may be several, and no item of them is looked for."""
    properties = _properties(query)
    return bool(_last(OnDay, properties) and _last(OfBody, properties))


def find_cases(query: Query, reader: Reader) -> list[FoundCase]:
    """The case whose number was typed, also where there is none; or all cases with the serial that was typed."""
    number = query.case_number or query.possible_case_number or _case_of_address(query)
    if not number and query.serial is None:
        return []
    asked = {"case__number": number} if number else {"case__serial": query.serial}
    items = SearchDocument.objects.readable_by(reader).filter(**asked)
    counts = dict(items.order_by("case__number").values_list("case__number").annotate(Count("pk")))
    if query.case_number:
        counts.setdefault(query.case_number, 0)
    return [FoundCase(number, items) for number, items in counts.items()]


def _case_of_address(query: Query) -> str | None:
    """The number of the case whose address was typed, whatever form it has there: "/sager/2012/32140/" leads, too."""
    halves = _address(query, "case-detail")
    return match_case_number(join_case_number(*halves)) if halves else None


def find_document(query: Query, reader: Reader) -> FoundDocument | None:
    """The document whose number or address was typed, also where no item names it."""
    number = query.document_number or _document_of_address(query)
    if number is None:
        return None
    items = AgendaItem.objects.readable_by(reader)
    naming = items.filter(document_references__number=number)
    return FoundDocument(number, naming.aggregate(count=Count("pk", distinct=True))["count"])


def _document_of_address(query: Query) -> str | None:
    """The number of the document whose address was typed, in any written form."""
    written = _address(query, "document-detail") or _address(query, "document-by-number")
    return match_document_number("/".join(written)) if written else None


def find_item(query: Query, reader: Reader) -> AgendaItem | None:
    """The item whose address was typed, or whose meeting and number, as its reference has them.

    Of a case's items with the number that was typed it is the newest.
    """
    if address := _address(query, "item-detail"):
        body_slug, meeting_slug, slug = address
        on_agenda = _items(reader).filter(meeting__body__slug=body_slug, meeting__slug=meeting_slug)
        return on_agenda.filter(slug=slug).first()
    if query.case_number and query.item_number is not None:
        of_case = AgendaItem.objects.readable_by(reader).filter(case__number=query.case_number)
        numbered = of_case.filter(number=query.item_number, letter=query.item_letter)
        return numbered.select_related("meeting__body").newest_first().first()
    properties = _properties(query)
    day, body = _last(OnDay, properties), _last(OfBody, properties)
    if query.item_number is None or day is None or body is None:
        return None
    meetings = Meeting.objects.filter(body=body.pk, date=day.date)
    labelled = _items(reader).filter(number=query.item_number, letter=query.item_letter)
    return labelled.filter(meeting__in=meetings).first()


def _items(reader: Reader) -> QuerySet[AgendaItem]:
    return AgendaItem.objects.on_agendas_readable_by(reader).select_related("meeting__body")


def find_meetings(query: Query, reader: Reader) -> list[Meeting]:
    """The meetings of the day or month that was typed, of a body or of all; none where more was asked for."""
    if address := _address(query, "meeting-detail"):
        body_slug, slug = address
        visible = Meeting.objects.readable_by(reader).select_related("body")
        return list(visible.filter(body__slug=body_slug, slug=slug))
    if query.day_of_year:
        return _meetings_on(query.day_of_year, _last(OfBody, _properties(query)), reader)
    named = _all_named(query)
    day, month, body = _last(OnDay, named), _last(InMonth, named), _last(OfBody, named)
    is_all = len(named) == sum(found is not None for found in (day, month, body))
    if not is_all or (day is None and month is None):
        return []
    meetings = Meeting.objects.readable_by(reader).select_related("body").newest_first()
    if day:
        meetings = meetings.filter(date=day.date)
    if month:
        meetings = meetings.filter(date__year=month.year, date__month=month.month)
    if body:
        meetings = meetings.filter(body=body.pk)
    return list(meetings[:_MOST_MEETINGS])


def _meetings_on(day: DayOfYear, body: OfBody | None, reader: Reader) -> list[Meeting]:
    """The meetings of a body on a day of any year, the newest first."""
    if body is None:
        return []
    held = Meeting.objects.readable_by(reader).select_related("body").filter(body=body.pk)
    return list(held.filter(date__month=day.month, date__day=day.day).newest_first()[:_MOST_MEETINGS])


def find_centre(query: Query) -> Centre | None:
    """The centre whose code, name or address was typed, and nothing else."""
    if address := _address(query, "centre-detail"):
        return Centre.objects.filter(slug__in=address).first()
    named = _all_named(query)
    centre = _last(OfCentre, named)
    return Centre.objects.filter(pk=centre.pk).first() if centre and len(named) == 1 else None


def find_body(query: Query, reader: Reader) -> Body | None:
    """The body whose name was typed, and nothing else, if it has held a meeting that the reader may see."""
    named = _all_named(query)
    body = _last(OfBody, named)
    if body is None or len(named) > 1:
        return None
    held = Meeting.objects.readable_by(reader).filter(body=OuterRef("pk"))
    return Body.objects.filter(Exists(held), pk=body.pk).first()


def _all_named(query: Query) -> Sequence[Property]:
    """What the query names, one property for each of its terms; nothing where it asks for anything else, too."""
    properties = _properties(query)
    if not properties:
        return ()
    telling = [term for term in _terms(query) if any(find_lexemes(set(term.words())).values())]
    return properties if len(properties) == len(telling) else ()


def _properties(query: Query) -> Sequence[Property]:
    """What the query names: a property for each term that has one, and one alone."""
    found = [term.properties() for term in _terms(query) if not term.is_unwanted]
    return [properties[0] for properties in found if len(properties) == 1]


def _terms(query: Query) -> Sequence[Term]:
    """The terms of the query as it was typed; none where it is one thing or another."""
    return query.groups[0] if query.groups and len(query.pieces) == 1 else ()


def _last(kind: type[OneOf], properties: Sequence[Property]) -> OneOf | None:
    """The last of the properties that is of a kind."""
    found = [one for one in properties if isinstance(one, kind)]
    return found[-1] if found else None


def _address(query: Query, name: str) -> tuple[str, ...]:
    """What the address that was typed names, where it is of such a page."""
    try:
        found = resolve(query.path) if query.path else None
    except Resolver404:
        return ()
    return tuple(found.kwargs.values()) if found and found.url_name == name else ()
