"""What may be meant while a text is still being typed: cases, titles, centres, bodies, filters and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from django.db.models import OuterRef, Q, QuerySet, Subquery

from minutes.danish.numbers import match_begun_case_number, match_serial
from minutes.danish.personal_numbers import holds_personal_number
from minutes.danish.words import normalise
from minutes.models import AgendaItem, Case, Reader
from minutes.models.cases import address_of_case
from minutes.search.matching.windows import Calendar, read_calendar
from minutes.search.query.named_units import read_organisation
from minutes.search.query.pieces import PieceGroup, piece_of
from minutes.search.query.query import Query, clean, parse_query, query_of

from .completions import UnfinishedText, complete, completed, read_unfinished
from .suggested_names import abbreviations, filters, named_units
from .suggested_titles import titles
from .suggestion import Candidate, Kind, Suggestion, rank, short
from .vocabulary import count_lately

# Suggestions of each kind, and altogether: as many as a person takes in while typing.
_MOST_CASES = 3
_MOST_NAMES = 2
_MOST_FILTERS = 2
_MOST_ABBREVIATIONS = 2
_MOST_WORDS = 3
_MOST = 12
# Words that begin as the last one are counted, and titles looked for by the best of them: more would hardly be shown,
# and a suggestion must be there before the next letter.
_MOST_COMPLETIONS = 12
# Words before the one that is being typed which are to stand beside it.
_MOST_BESIDE = 3
# Cases whose number begins so, of which some may have no item that the reader may see.
_MOST_CASES_READ = 40
# Digits: as many as a case number may have.
_LONGEST_SERIAL = 7


def suggest(typed: str, reader: Reader) -> list[Suggestion]:
    """At most twelve suggestions, those of a kind side by side; never anything of items that the reader may not see.

    What most of the newest items have stands first of its kind. There are none for a text with a personal number.
    """
    text = clean(typed)
    if holds_personal_number(text):
        return []
    begun = _begun_cases(text)
    if begun is not None:
        return _cases(begun, reader)
    unfinished = read_unfinished(typed)
    completions = complete(unfinished.beginning, reader, _MOST_COMPLETIONS) if unfinished.beginning else []
    organisation, calendar = read_organisation(), read_calendar()
    names = named_units(_beginnings(text, unfinished, completions), organisation, reader)
    values, shorter = filters(unfinished, organisation), abbreviations(unfinished, organisation)
    words = _words(unfinished, completions)
    best = _best([*names, *values, *shorter, *words], reader, calendar)
    likely = [candidate.suggestion.query for candidate in best if candidate.suggestion.kind == Kind.WORD]
    in_order = sorted(completions, key=lambda word: _place(unfinished.with_word(word), likely))
    return _at_most(
        titles(unfinished, in_order, reader, calendar),
        sorted(_first_of(best, names, _MOST_NAMES), key=lambda suggestion: list(Kind).index(suggestion.kind)),
        _first_of(best, values, _MOST_FILTERS),
        _first_of(best, shorter, _MOST_ABBREVIATIONS),
        [word for word in _first_of(best, words, _MOST_WORDS + 1) if word.query.lower() != text.lower()][
            :_MOST_WORDS
        ],
    )


def _begun_cases(text: str) -> QuerySet[Case] | None:
    """Cases whose number begins so, in whatever form it is written, in order; None where the text is no number.

    Of a whole year the last serials come first.
    """
    if number := match_begun_case_number(text):
        order = "-serial" if number.endswith("/") else "number"
        return Case.objects.filter(number__startswith=number).order_by(order)
    if serial := match_serial(text):
        return Case.objects.filter(_serial_begins(serial)).order_by("serial", "-year")
    return None


def _cases(begun: QuerySet[Case], reader: Reader) -> list[Suggestion]:
    """The first of the cases of which the reader may see an item, each under the title of the newest."""
    items = AgendaItem.objects.readable_by(reader).filter(case=OuterRef("pk"))
    known = Case.objects.filter(pk__in=begun.values("pk")[:_MOST_CASES_READ])
    titled = known.annotate(title=Subquery(items.newest_first().values("title")[:1])).exclude(title=None)
    return [
        Suggestion(Kind.CASE, f"Sag {number} – {short(title)}", address=address_of_case(number))
        for number, title in titled.order_by(*begun.query.order_by).values_list("number", "title")[
            :_MOST_CASES
        ]
    ]


def _serial_begins(serial: int) -> Q:
    """Serials that begin with these digits: 321, 3210 to 3219, 32100 to 32199, and so on."""
    begins = Q()
    for more in range(_LONGEST_SERIAL - len(str(serial)) + 1):
        begins |= Q(serial__range=(serial * 10**more, (serial + 1) * 10**more - 1))
    return begins


def _beginnings(text: str, unfinished: UnfinishedText, completions: Sequence[str]) -> list[str]:
    """How a name may begin: as typed, or else as the words do that were meant; in normal form."""
    begun = unfinished.beginning
    if any(word.startswith(begun.lower()) for word in completions):
        return [normalise(text)]
    meant = dict.fromkeys(word[: len(begun)] for word in completions)
    return [normalise(text), *(normalise(unfinished.with_word(word)) for word in meant)]


def _words(unfinished: UnfinishedText, words: Sequence[str]) -> list[Candidate]:
    """The typed text with its last word completed; alone a word is known, with others before it they must be found."""
    if not words:
        return []
    # The text is read once: each word stands where the first one does.
    first = normalise(words[0])
    query = parse_query(unfinished.with_word(words[0]))
    phrase = _side_by_side(query)
    return [
        Candidate(
            Suggestion(Kind.WORD, unfinished.with_word(word), query=unfinished.with_word(word)),
            completed(query, first, form),
            side_by_side=completed(phrase, first, form) if phrase else None,
            is_known=not unfinished.before.strip(),
        )
        for word in words
        for form in [normalise(word)]
    ]


def _best(candidates: Sequence[Candidate], reader: Reader, calendar: Calendar) -> list[Candidate]:
    """The candidates by what the newest items have."""
    queries = {str(place): candidate.query for place, candidate in enumerate(candidates)}
    phrases = {
        str(place): candidate.side_by_side
        for place, candidate in enumerate(candidates)
        if candidate.side_by_side
    }
    return rank(candidates, count_lately(queries, phrases, reader, calendar))


def _side_by_side(query: Query) -> Query | None:
    """The query for the words at the end of a text side by side; None where there are not several."""
    if not query.pieces:
        return None
    *others, last = query.pieces
    beside: PieceGroup = tuple(takewhile(lambda piece: piece.is_plain, reversed(last)))[:_MOST_BESIDE][::-1]
    if len(beside) < 2:
        return None
    phrase = replace(piece_of(" ".join(piece.typed for piece in beside)), is_phrase=True)
    return query_of([*others, (*last[: -len(beside)], phrase)])


def _place(text: str, ordered: Sequence[str]) -> int:
    """Where a text stands among others; behind all where it does not."""
    return ordered.index(text) if text in ordered else len(ordered)


def _first_of(best: Sequence[Candidate], of_kind: Sequence[Candidate], most: int) -> list[Suggestion]:
    """The best of some of the candidates."""
    wanted = {id(candidate) for candidate in of_kind}
    return [candidate.suggestion for candidate in best if id(candidate) in wanted][:most]


def _at_most(*lists: Sequence[Suggestion]) -> list[Suggestion]:
    """All the suggestions, but for the last ones of the longest lists where they are too many."""
    kept = [list(some) for some in lists]
    while sum(map(len, kept)) > _MOST:
        max(kept, key=len).pop()
    return [suggestion for some in kept for suggestion in some]
