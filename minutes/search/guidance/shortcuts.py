"""Where what was typed leads at once: to a case, a document's items, an item, meetings, a centre or a body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.urls import Resolver404, resolve

from minutes.danish.numbers import split_case_number
from minutes.models import AgendaItem, Body, Centre, Meeting, Reader, SearchDocument
from minutes.search.index.tokens import BODY, CENTRE, DATE, MONTH
from minutes.search.matching.lexemes import find_lexemes
from minutes.search.query.query import Query
from minutes.search.query.terms import Term, Token

# A month of a large municipality has more meetings than a banner should list.
_MOST_MEETINGS = 8


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case number in normal form, and how many open items the reader may see under it; 0: no such case."""

    number: str
    items: int

    @property
    def year(self) -> str:
        """The two digits of the year, as the address of a case has them."""
        return split_case_number(self.number)[0]

    @property
    def serial(self) -> str:
        """The serial of the year."""
        return split_case_number(self.number)[1]


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document number in normal form, and how many open items that the reader may see name it."""

    number: str
    items: int


@dataclass(frozen=True, slots=True)
class Direct:
    """All that a query leads to at once; false where that is nothing."""

    cases: Sequence[FoundCase]
    document: FoundDocument | None
    item: AgendaItem | None
    meetings: Sequence[Meeting]
    centre: Centre | None
    body: Body | None

    def __bool__(self) -> bool:
        return any((self.cases, self.document, self.item, self.meetings, self.centre, self.body))


def find_direct(query: Query, reader: Reader) -> Direct:
    """What a query leads to; asks only for what it names."""
    return Direct(
        cases=find_cases(query, reader),
        document=find_document(query, reader),
        item=find_item(query, reader),
        meetings=find_meetings(query, reader),
        centre=find_centre(query),
        body=find_body(query, reader),
    )


def find_cases(query: Query, reader: Reader) -> list[FoundCase]:
    """The case whose number was typed, also where there is none; or all cases with the serial that was typed."""
    number = query.case_number or query.possible_case_number or "/".join(_address(query, "case-detail"))
    if not number and query.serial is None:
        return []
    asked = {"case__number": number} if number else {"case__serial": query.serial}
    items = SearchDocument.objects.readable_by(reader).filter(**asked)
    counts = dict(items.order_by("case__number").values_list("case__number").annotate(Count("pk")))
    if query.case_number:
        counts.setdefault(query.case_number, 0)
    return [FoundCase(number, items) for number, items in counts.items()]


def find_document(query: Query, reader: Reader) -> FoundDocument | None:
    """The document whose number was typed, also where no item names it."""
    if query.document_number is None:
        return None
    items = AgendaItem.objects.readable_by(reader)
    naming = items.filter(document_references__number=query.document_number)
    return FoundDocument(query.document_number, naming.aggregate(count=Count("pk", distinct=True))["count"])


def find_item(query: Query, reader: Reader) -> AgendaItem | None:
    """The item whose address was typed, or whose meeting and number, as its reference has them."""
    if address := _address(query, "item-detail"):
        body, meeting, slug = address
        return _items(reader).filter(meeting__body__slug=body, meeting__slug=meeting, slug=slug).first()
    named = _tokens(query)
    if query.item_number is None or not {BODY, DATE} <= named.keys():
        return None
    meetings = Meeting.objects.filter(body=named[BODY], date=named[DATE])
    return _items(reader).filter(meeting__in=meetings, number=query.item_number).first()


def _items(reader: Reader) -> QuerySet[AgendaItem]:
    return AgendaItem.objects.on_agendas_readable_by(reader).select_related("meeting__body")


def find_meetings(query: Query, reader: Reader) -> list[Meeting]:
    """The meetings of the day or month that was typed, of a body or of all; none where more was asked for."""
    if address := _address(query, "meeting-detail"):
        body, slug = address
        visible = Meeting.objects.readable_by(reader).select_related("body")
        return list(visible.filter(body__slug=body, slug=slug))
    named = _named(query)
    if not named or not named.keys() <= {BODY, DATE, MONTH} or named.keys() == {BODY}:
        return []
    meetings = Meeting.objects.readable_by(reader).select_related("body").newest_first()
    if DATE in named:
        meetings = meetings.filter(date=named[DATE])
    if MONTH in named:
        year, month = named[MONTH].split("-")
        meetings = meetings.filter(date__year=year, date__month=month)
    if BODY in named:
        meetings = meetings.filter(body=named[BODY])
    return list(meetings[:_MOST_MEETINGS])


def find_centre(query: Query) -> Centre | None:
    """The centre whose code, name or address was typed, and nothing else."""
    if address := _address(query, "centre-detail"):
        return Centre.objects.filter(slug__in=address).first()
    named = _named(query)
    return Centre.objects.filter(pk=named[CENTRE]).first() if named.keys() == {CENTRE} else None


def find_body(query: Query, reader: Reader) -> Body | None:
    """The body whose name was typed, and nothing else, if it has held a meeting that the reader may see."""
    named = _named(query)
    if named.keys() != {BODY}:
        return None
    held = Meeting.objects.readable_by(reader).filter(body=OuterRef("pk"))
    return Body.objects.filter(Exists(held), pk=named[BODY]).first()


def _named(query: Query) -> dict[str, str]:
    """The kinds of token that the query names, with their values; empty where it asks for anything else, too."""
    tokens = _tokens(query)
    telling = [term for term in _terms(query) if any(find_lexemes(set(term.words())).values())]
    return tokens if len(tokens) == len(telling) else {}


def _tokens(query: Query) -> dict[str, str]:
    """The kinds of token that the query names, with their values."""
    tokens = filter(None, map(_sole_token, _terms(query)))
    return {kind: value for kind, _, value in (token.partition(":") for token in tokens)}


def _terms(query: Query) -> Sequence[Term]:
    """The terms of the query as it was typed; none where it is one thing or another."""
    return query.groups[0] if len(query.pieces) == 1 else ()


def _sole_token(term: Term) -> str | None:
    """The token of a term; None where it has none, or several."""
    tokens = [alternative.lexeme for alternative in term.alternatives if isinstance(alternative, Token)]
    return tokens[0] if len(tokens) == 1 and not term.is_unwanted else None


def _address(query: Query, name: str) -> tuple[str, ...]:
    """What the address that was typed names, where it is of such a page."""
    try:
        found = resolve(query.path) if query.path else None
    except Resolver404:
        return ()
    return tuple(found.kwargs.values()) if found and found.url_name == name else ()
