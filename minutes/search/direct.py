"""Where what was typed leads at once: to a case, a document's items, meetings, a centre or a body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Count, Exists, OuterRef

from minutes.models import AgendaItem, Body, Centre, Meeting, SearchDocument

from .query import Query, Term, Token
from .tokens import BODY, CENTRE, DATE, MONTH

# A month of a large municipality has more meetings than a banner should list.
_MOST_MEETINGS = 8


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


@dataclass(frozen=True, slots=True)
class Direct:
    """All that a query leads to at once."""

    cases: Sequence[FoundCase]
    document: FoundDocument | None
    meetings: Sequence[Meeting]
    centre: Centre | None
    body: Body | None


def find_direct(query: Query, user: AbstractBaseUser | AnonymousUser) -> Direct:
    """What a query leads to; asks only for what it names."""
    return Direct(
        cases=find_cases(query, user),
        document=find_document(query, user),
        meetings=find_meetings(query, user),
        centre=find_centre(query),
        body=find_body(query, user),
    )


def find_cases(query: Query, user: AbstractBaseUser | AnonymousUser) -> list[FoundCase]:
    """The case whose number was typed, also where there is none; or all cases with the serial that was typed."""
    number = query.case_number or query.possible_case_number
    if number is None and query.serial is None:
        return []
    asked = {"case__number": number} if number else {"case__serial": query.serial}
    items = SearchDocument.objects.visible_to(user).filter(**asked)
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


def find_meetings(query: Query, user: AbstractBaseUser | AnonymousUser) -> list[Meeting]:
    """The meetings of the day or month that was typed, of a body or of all; none where more was asked for."""
    named = _named(query)
    if not named or not named.keys() <= {BODY, DATE, MONTH} or named.keys() == {BODY}:
        return []
    meetings = Meeting.objects.visible_to(user).select_related("body").newest_first()
    if DATE in named:
        meetings = meetings.filter(date=named[DATE])
    if MONTH in named:
        year, month = named[MONTH].split("-")
        meetings = meetings.filter(date__year=year, date__month=month)
    if BODY in named:
        meetings = meetings.filter(body=named[BODY])
    return list(meetings[:_MOST_MEETINGS])


def find_centre(query: Query) -> Centre | None:
    """The centre whose code or name was typed, and nothing else."""
    named = _named(query)
    return Centre.objects.filter(pk=named[CENTRE]).first() if named.keys() == {CENTRE} else None


def find_body(query: Query, user: AbstractBaseUser | AnonymousUser) -> Body | None:
    """The body whose name was typed, and nothing else, if it has held a meeting that the user may see."""
    named = _named(query)
    if named.keys() != {BODY}:
        return None
    held = Meeting.objects.visible_to(user).filter(body=OuterRef("pk"))
    return Body.objects.filter(Exists(held), pk=named[BODY]).first()


def _named(query: Query) -> dict[str, str]:
    """The kinds of token that the query names, with their values; empty where it asks for anything else, too."""
    if not query.groups:
        return {}
    tokens = [_sole_token(term) for term in query.groups[0]]
    named = {kind: value for kind, _, value in (token.partition(":") for token in tokens if token)}
    return named if None not in tokens and len(named) == len(tokens) else {}


def _sole_token(term: Term) -> str | None:
    """The token of a term; None where it has none, or several."""
    tokens = [alternative.lexeme for alternative in term.alternatives if isinstance(alternative, Token)]
    return tokens[0] if len(tokens) == 1 and not term.is_unwanted else None
