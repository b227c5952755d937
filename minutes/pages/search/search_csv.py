"""A search as a file for a spreadsheet: what is published of it, and nothing else, whoever asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone

from archive_site.spreadsheets import Cell, as_name, csv_response
from minutes.danish.personal_numbers import holds_personal_number
from minutes.matters.decisions import read_main_decisions
from minutes.models import EVERYBODY, AgendaItem, Outcome
from minutes.pages.decisions.listed_decisions import ListedDecision, read_decisions_of
from minutes.search.matching.filters import Sort
from minutes.search.matching.matches import Match
from minutes.search.matching.search import Search
from minutes.search.query.named_units import CentreOrBody

from .search_form import SearchForm

# A worker is busy for as long as it sends a file, so a file has an end: whoever wants more narrows the search.
MOST_ROWS = 10_000
# Items that are read by one query and in memory at once, however long the file is.
_ROWS_AT_A_TIME = 500
_HEADER = (
    *("Mødedato", "Organ", "Punkt", "Titel", "Sag", "Udfald", "Beslutning"),
    *("Beløb i beslutningen", "Beløb i indstillingen", "Centre", "Adresse"),
)
# So many digits, whatever stands between them, may be somebody's number.
_DIGITS_OF_PERSONS = re.compile(r"(?:[0-9]\D{0,3}){10}")
# And so may a day and four digits, however many words stand between them.
_BEFORE_FOUR_DIGITS = re.compile(r"(?<=\d)\D+(?=\d{4}(?!\d))")


def search_csv(request: HttpRequest, form: SearchForm) -> StreamingHttpResponse:
    """All hits as rows, at most 10,000, in the order asked for.

    Where there are more than can be ranked, that order is by date. A file is passed on: drafts are in none.
    """
    search = form.search(EVERYBODY)
    matches = _ordered(search, form.order)
    return csv_response(_name(search), _HEADER, _rows(request, matches, form.organisation.centres))


def _name(search: Search) -> str:
    """What the file is called: by the words, unless there may be a personal number among them, and the day."""
    text = search.query.text
    is_secret = (
        search.query.has_personal_number
        or holds_personal_number(_BEFORE_FOUR_DIGITS.sub("-", text))
        or _DIGITS_OF_PERSONS.search(text)
    )
    words = "" if is_secret else as_name(text)
    return "-".join(filter(None, ("soegning", words, timezone.localdate().isoformat())))


def _ordered(search: Search, sort: Sort) -> Sequence[Match]:
    if not search.total.is_exact:
        return search.find(search.filters, limit=MOST_ROWS, oldest_first=sort == Sort.OLDEST).matches
    return _side_by_side(search.ordered(Sort.RELEVANCE)) if sort == Sort.BY_CASE else search.ordered(sort)


def _side_by_side(matches: Sequence[Match]) -> list[Match]:
    """The same matches, each case where its first one stands; those without a case where they stood."""
    places: dict[tuple[str, int], int] = {}
    for place, match in enumerate(matches):
        places.setdefault(match.belongs_to, place)
    return sorted(matches, key=lambda match: places[match.belongs_to])


def _rows(
    request: HttpRequest, matches: Sequence[Match], centres: Mapping[int, CentreOrBody]
) -> Iterator[Sequence[Cell]]:
    """The rows, their items read some at a time, as they are published then."""
    published = AgendaItem.objects.published_only().select_related("meeting__body", "case")
    for start in range(0, len(matches), _ROWS_AT_A_TIME):
        some = matches[start : start + _ROWS_AT_A_TIME]
        items = published.in_bulk([match.item_id for match in some])
        decided = _decisions(items)
        for match in some:
            if item := items.get(match.item_id):
                named = ", ".join(centres[key].name_with_code for key in match.centre_ids if key in centres)
                yield _row(request, item, match, decided.get(item.pk), named)


def _decisions(item_ids: Iterable[int]) -> dict[int, ListedDecision]:
    """What was decided of the items, by their keys, as everybody may read it."""
    main = read_main_decisions(item_ids)
    keys = [(item_id, decision.position) for item_id, decision in main.items()]
    return {listed.item.pk: listed for listed in read_decisions_of(keys, EVERYBODY)}


def _row(
    request: HttpRequest, item: AgendaItem, match: Match, decided: ListedDecision | None, centres: str
) -> Sequence[Cell]:
    recommended = decided.recommendation if decided else None
    return (
        item.meeting.date,
        item.meeting.body.name,
        item.label,
        item.title,
        item.case.number if item.case else None,
        ", ".join(Outcome(outcome).label for outcome in match.outcomes) or None,
        decided.words.text if decided else None,
        "; ".join(decided.words.sums) if decided else None,
        "; ".join(recommended.sums) if recommended else None,
        centres,
        request.build_absolute_uri(item.get_absolute_url()),
    )
