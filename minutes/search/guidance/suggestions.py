"""What may be meant while a text is still being typed: cases, items by their titles, centres, bodies and words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import OuterRef, Q, QuerySet, Subquery, TextChoices

from minutes.danish.numbers import match_begun_case_number, match_serial
from minutes.danish.personal_numbers import holds_personal_number
from minutes.danish.words import normalise
from minutes.models import AgendaItem, Case, Meeting, Reader, address_of
from minutes.models.cases import address_of_case
from minutes.search.hits.found_items import FoundItem, read_found_items
from minutes.search.hits.highlight import find_marks
from minutes.search.hits.wanted_words import find_wanted_words
from minutes.search.matching.filters import Filters
from minutes.search.matching.lexemes import find_lexemes
from minutes.search.matching.search import Search
from minutes.search.matching.windows import Calendar, read_calendar
from minutes.search.query.named_units import CentreOrBody, read_organisation
from minutes.search.query.pieces import piece_of_word
from minutes.search.query.query import Query, clean, parse_query
from minutes.search.query.terms import Group, Term, Words

from .completions import UnfinishedText, complete, read_unfinished
from .vocabulary import find_answered_lately

# Suggestions of each kind: as many as a person takes in while typing.
_MOST_CASES = 3
_MOST_TITLES = 4
_MOST_NAMES = 2
_MOST_WORDS = 3
# Titles are looked for by the first words that begin as typed, in the newest items that have one: more would hardly be
# shown, and a suggestion must be there before the next letter.
_MOST_COMPLETIONS = 12
_MOST_ITEMS = 24
# Cases whose number begins so, of which some may have no item that the reader may see.
_MOST_CASES_READ = 40
# Digits: as many as a case number may have.
_LONGEST_SERIAL = 7
# Letters: a suggestion is one line.
_LONGEST_TITLE = 90


class Kind(TextChoices):
    """What a suggestion leads to, under the heading that stands above its kind."""

    CASE = "case", "Sager"
    TITLE = "title", "Punkter"
    CENTRE = "centre", "Centre"
    BODY = "body", "Organer"
    WORD = "word", "Ord"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be meant; it leads to an `address`, or is a `query` to search for."""

    kind: Kind
    label: str
    address: str = ""
    query: str = ""


def suggest(typed: str, reader: Reader) -> list[Suggestion]:
    """At most nine suggestions, those of a kind side by side; never anything of items that the reader may not see.

    There are none for a text with a personal number.
    """
    text = clean(typed)
    if holds_personal_number(text):
        return []
    begun = _begun_cases(text)
    if begun is not None:
        return _cases(begun, reader)
    unfinished = read_unfinished(typed)
    words = complete(unfinished.beginning, reader, _MOST_COMPLETIONS) if unfinished.beginning else []
    calendar = read_calendar()
    return [
        *_titles(unfinished, words, reader, calendar),
        *_named(text, reader),
        *_words(unfinished, words, reader, calendar),
    ]


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
        Suggestion(Kind.CASE, f"Sag {number} – {_short(title)}", address=address_of_case(number))
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


def _titles(
    unfinished: UnfinishedText, words: Sequence[str], reader: Reader, calendar: Calendar
) -> list[Suggestion]:
    """The newest items in whose title all words stand, the last one completed; of several with one title the newest."""
    query = _begun_query(unfinished, words)
    if not query.groups:
        return []
    search = Search(query, reader, Filters(), calendar)
    matches = search.find(Filters(), limit=_MOST_ITEMS, in_head=True).matches
    found = read_found_items([match.item_id for match in matches], reader)
    titled = _with_title([found[match.item_id] for match in matches if match.item_id in found], query)
    newest: dict[str, FoundItem] = {}
    for item in titled:
        newest.setdefault(normalise(item.title), item)
    return [
        Suggestion(Kind.TITLE, f"{_short(item.title)} – {item.body} {item.date:%d-%m-%Y}", item.address)
        for item in list(newest.values())[:_MOST_TITLES]
    ]


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


def _with_title(items: Sequence[FoundItem], query: Query) -> list[FoundItem]:
    """The items that have in their title what they were found by, and not in a decision alone."""
    lexemes = find_lexemes(query.all_words)
    marks = find_marks([item.title for item in items], find_wanted_words(query))
    fitting = []
    for item, places in zip(items, marks, strict=True):
        found = {lexeme for place in places for lexeme in place.key.split()}
        if any(all(_is_met(term, lexemes, found) for term in group) for group in query.groups):
            fitting.append(item)
    return fitting


def _is_met(term: Term, lexemes: dict[str, tuple[str, ...]], found: set[str]) -> bool:
    """Whether one of the wanted words stands among what was found; a stop word stands everywhere."""
    if term.is_unwanted:
        return True
    stems = [lexemes[word] for word in term.words()]
    return any(not stem or found.intersection(stem) for stem in stems)


def _named(text: str, reader: Reader) -> list[Suggestion]:
    """Centres, and bodies with a meeting that the reader may see, by any of their names that has a word begun so."""
    beginning = normalise(text)
    if len(beginning) < 2 or not any(map(str.isalpha, beginning)):
        return []
    centres, bodies, _ = read_organisation()
    named = [centre for centre in centres.values() if centre.has_begun(beginning)]
    named.sort(key=lambda centre: centre.slug)
    return [*map(_centre, named), *_bodies(bodies, beginning, reader)][:_MOST_NAMES]


def _centre(centre: CentreOrBody) -> Suggestion:
    return Suggestion(Kind.CENTRE, centre.name_with_code, address_of("centre-detail", centre.slug))


def _bodies(bodies: Mapping[int, CentreOrBody], beginning: str, reader: Reader) -> list[Suggestion]:
    begun = [pk for pk, body in bodies.items() if body.has_begun(beginning)]
    if not begun:
        return []
    held = Meeting.objects.readable_by(reader).filter(body__in=begun)
    return [
        Suggestion(Kind.BODY, body.name, body.get_absolute_url()) for body in held.bodies().order_by("slug")
    ]


def _words(
    unfinished: UnfinishedText, words: Iterable[str], reader: Reader, calendar: Calendar
) -> list[Suggestion]:
    """The typed text with its last word completed, for the shortest words that go with those before it."""
    others = [word for word in words if word != unfinished.beginning.lower()]
    completed = [unfinished.with_word(word) for word in others[:_MOST_WORDS]]
    if unfinished.before.strip():
        found = find_answered_lately({text: parse_query(text) for text in completed}, reader, calendar)
        completed = [text for text in completed if text in found]
    return [Suggestion(Kind.WORD, text, query=text) for text in completed]


def _short(title: str) -> str:
    return textwrap.shorten(title, _LONGEST_TITLE, placeholder=" …")
