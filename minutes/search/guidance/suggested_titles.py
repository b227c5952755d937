"""Items and attachments by the words of their titles, the last of which is still being typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from minutes.danish.words import normalise
from minutes.matters.series import stem_of
from minutes.models import Attachment, Reader
from minutes.search.hits.found_items import FoundItem, read_found_items
from minutes.search.hits.highlight import find_marks
from minutes.search.hits.wanted_words import find_wanted_words
from minutes.search.matching.filters import Filters
from minutes.search.matching.lexemes import find_lexemes
from minutes.search.matching.places import Place
from minutes.search.matching.search import Search
from minutes.search.matching.windows import Calendar
from minutes.search.query.pieces import piece_of_word
from minutes.search.query.query import Query, parse_query
from minutes.search.query.terms import Group, Term, Words

from .completions import UnfinishedText
from .suggested_series import series_of_items
from .suggestion import Kind, Suggestion, short
from .vocabulary import NEWEST_ITEMS

# Titles are looked for in the newest items that have one, attachments in fewer: more would hardly be shown, and a
# suggestion must be there before the next letter.
_MOST_ITEMS = 24
_MOST_WITH_ATTACHMENTS = 12
# Of an item with hundreds of attachments the first ones.
_MOST_ATTACHMENTS = 200
_MOST_TITLES, _MOST_OF_ATTACHMENTS = 4, 2

_Titled = TypeVar("_Titled")


def titles(
    unfinished: UnfinishedText, words: Sequence[str], reader: Reader, calendar: Calendar
) -> list[Suggestion]:
    """Items, series and attachments in whose titles all words stand, the last one completed by one of the words."""
    query = _begun_query(unfinished, words)
    if not query.groups:
        return []
    by_title = _newest(query, Filters(), _MOST_ITEMS, reader, calendar)
    by_attachment = _newest(query, _lately_in_attachments(calendar), _MOST_WITH_ATTACHMENTS, reader, calendar)
    found = read_found_items({*by_title, *by_attachment}, reader)
    wanted = _WantedTitles(query, normalise(unfinished.with_word(unfinished.beginning)))
    titled = wanted.among([(pk, found[pk]) for pk in by_title if pk in found], lambda each: each[1].title)
    return [
        *_items([item for _, item in wanted.best_first(titled, lambda each: _without_time(each[1]))]),
        *series_of_items([pk for pk, _ in titled], reader),
        *_attachments([pk for pk in by_attachment if pk in found], found, wanted),
    ]


def _lately_in_attachments(calendar: Calendar) -> Filters:
    """What finds words in the titles of attachments of the newest items alone: most words stand in none."""
    windows = calendar.windows()
    days = None if windows.are_exhausted else windows.next_window(NEWEST_ITEMS).days
    return Filters(places=(Place.ATTACHMENTS,), period=days)


def _newest(query: Query, filters: Filters, limit: int, reader: Reader, calendar: Calendar) -> list[int]:
    search = Search(query, reader, filters, calendar)
    return [match.item_id for match in search.find(filters, limit=limit, in_head=True).matches]


def _begun_query(unfinished: UnfinishedText, words: Sequence[str]) -> Query:
    """What is asked so far: the complete words, and one of those that begin as the last one."""
    if not unfinished.beginning:
        return parse_query(unfinished.before)
    if unfinished.is_unwanted:
        return Query(unfinished.before)
    acronym = piece_of_word(unfinished.beginning).acronym
    if not words:
        return (
            parse_query(unfinished.with_word(unfinished.beginning)) if acronym else Query(unfinished.before)
        )
    query = parse_query(unfinished.with_word(words[0]))
    forms = [Words((form,)) for form in dict.fromkeys(map(normalise, words))]
    # In capitals it may be complete, and is not the small word that it spells.
    meant = [form for form in forms if form.words != (normalise(unfinished.beginning),)] if acronym else forms
    any_of = Term(tuple([Words((acronym,)), *meant] if acronym else meant))
    return replace(query, groups=tuple(_with_any_of(any_of, forms[0], group) for group in query.groups))


def _with_any_of(any_of: Term, completed: Words, group: Group) -> Group:
    """The group with any of the forms in place of the one by which the text was completed."""
    return tuple(
        any_of if completed in (*term.alternatives[:1], *term.lesser[:1]) else term for term in group
    )


@dataclass(frozen=True, slots=True)
class _WantedTitles:
    """Titles that have what a query asks for; `begun` is what was typed, in normal form."""

    query: Query
    begun: str

    def among(self, titled: Sequence[_Titled], title_of: Callable[[_Titled], str]) -> list[_Titled]:
        """Those that have in their title what they were found by, and not in a decision alone."""
        lexemes = find_lexemes(self.query.all_words)
        marks = find_marks([title_of(each) for each in titled], find_wanted_words(self.query))
        fitting = []
        for each, places in zip(titled, marks, strict=True):
            found = {lexeme for place in places for lexeme in place.key.split()}
            if any(all(_is_met(term, lexemes, found) for term in group) for group in self.query.groups):
                fitting.append(each)
        return fitting

    def best_first(self, titled: Sequence[_Titled], title_of: Callable[[_Titled], str]) -> list[_Titled]:
        """Of several with one title, in normal form, the first.

        Before the others stand those that have the words side by side as they were typed, and of these the titles that
        most have.
        """
        of_titles: dict[str, list[_Titled]] = {}
        for each in titled:
            of_titles.setdefault(title_of(each), []).append(each)
        ordered = sorted(
            of_titles, key=lambda title: (f" {self.begun}" not in f" {title}", -len(of_titles[title]))
        )
        return [of_titles[title][0] for title in ordered]


def _is_met(term: Term, lexemes: dict[str, tuple[str, ...]], found: set[str]) -> bool:
    """Whether one of the wanted words stands among what was found; a stop word stands everywhere."""
    if term.is_unwanted:
        return True
    stems = [lexemes[word] for word in term.words()]
    return any(not stem or found.intersection(stem) for stem in stems)


def _without_time(item: FoundItem) -> str:
    """The title in normal form without the day of its meeting: of a standing title the newest item tells enough."""
    return stem_of(item.title, item.date).key


def _items(items: Sequence[FoundItem]) -> list[Suggestion]:
    return [
        Suggestion(Kind.TITLE, _with_meeting(item.title, item), item.address) for item in items[:_MOST_TITLES]
    ]


def _attachments(
    item_ids: Sequence[int], found: Mapping[int, FoundItem], wanted: _WantedTitles
) -> list[Suggestion]:
    """The attachments of items that the reader may see with the words in their own titles; each leads to its item."""
    if not item_ids:
        return []
    rows = Attachment.objects.filter(item__in=item_ids).order_by("-item__meeting__date", "item", "position")
    titles = [*rows.values_list("item_id", "title", "position")[:_MOST_ATTACHMENTS]]
    titled = wanted.among(titles, lambda each: each[1])
    return [
        Suggestion(Kind.ATTACHMENT, _with_meeting(title, found[pk]), f"{found[pk].address}#bilag-{position}")
        for pk, title, position in wanted.best_first(titled, lambda each: normalise(each[1]))[
            :_MOST_OF_ATTACHMENTS
        ]
    ]


def _with_meeting(title: str, item: FoundItem) -> str:
    return f"{short(title)} – {item.body} {item.date:%d-%m-%Y}"
