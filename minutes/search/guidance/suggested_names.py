"""What a text that is being typed may name: centres and bodies, filters of the search, and abbreviations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlencode

from minutes.danish.words import normalise
from minutes.models import Meeting, Outcome, Reader, address_of
from minutes.models.meetings import address_of_body
from minutes.search.matching.facets import FACETS, Facet, Key
from minutes.search.query.named_units import CentreOrBody, Organisation
from minutes.search.query.pieces import piece_of
from minutes.search.query.properties import OfBody, OfCentre, Property, WithOutcome
from minutes.search.query.query import Query, parse_query
from minutes.search.query.synonyms import is_word_too
from minutes.search.query.terms import Group, Term
from minutes.search.query.typed.outcomes import OUTCOMES

from .completions import UnfinishedText
from .suggestion import Candidate, Kind, Suggestion

# Letters: two begin a name, but of an outcome's many words too many.
_SHORTEST_NAME, _SHORTEST_VALUE = 2, 3
# Words at the end of what was typed that may be one value: "taget til efterretning".
_MOST_WORDS_OF_VALUE = 4
# Each is counted.
_MOST_ABBREVIATIONS = 8


def named_units(beginnings: Sequence[str], organisation: Organisation, reader: Reader) -> list[Candidate]:
    """Centres, and bodies with a meeting that the reader may see, by any part of one of their names.

    Those with a word that begins so stand before the others. `beginnings` are in normal form.
    """
    telling = [text for text in beginnings if len(text) >= _SHORTEST_NAME and any(map(str.isalpha, text))]
    centres = _with_name(organisation.centres.values(), telling)
    bodies = _with_name(organisation.bodies.values(), telling)
    held = Meeting.objects.readable_by(reader).filter(body__in=bodies)
    known = {*held.bodies().values_list("pk", flat=True)} if bodies else set()
    return [
        *(_unit(_centre(unit), OfCentre(unit.pk), unit, telling) for unit in centres.values()),
        *(_unit(_body(unit), OfBody(unit.pk), unit, telling) for unit in bodies.values() if unit.pk in known),
    ]


def _with_name(units: Iterable[CentreOrBody], beginnings: Sequence[str]) -> dict[int, CentreOrBody]:
    """The units that one of the beginnings names, by primary key, in order of their slugs."""
    named = [
        unit for unit in units if any(unit.has_begun(text) or unit.has_part(text) for text in beginnings)
    ]
    return {unit.pk: unit for unit in sorted(named, key=lambda unit: unit.slug)}


def _unit(
    suggestion: Suggestion, property_: Property, unit: CentreOrBody, beginnings: Sequence[str]
) -> Candidate:
    is_begun = any(map(unit.has_begun, beginnings))
    return Candidate(suggestion, _with_property(Query(""), property_), is_known=True, is_far=not is_begun)


def _centre(unit: CentreOrBody) -> Suggestion:
    return Suggestion(Kind.CENTRE, unit.name_with_code, address_of("centre-detail", unit.slug))


def _body(unit: CentreOrBody) -> Suggestion:
    return Suggestion(Kind.BODY, unit.name, address_of_body(unit.slug))


def filters(unfinished: UnfinishedText, organisation: Organisation) -> list[Candidate]:
    """Filters of the search whose value the words at the end begin, beside the words before those.

    Alone a centre or a body is no filter: it has a page of its own. None is known before it is found.
    """
    text = unfinished.with_word(unfinished.beginning)
    if not unfinished.beginning or unfinished.is_unwanted or '"' in text:
        return []
    words = text.split()
    for start in range(max(0, len(words) - _MOST_WORDS_OF_VALUE), len(words)):
        begun = normalise(" ".join(words[start:]))
        values = (
            [*_values_begun(begun, organisation, with_units=start > 0)]
            if len(begun) >= _SHORTEST_VALUE
            else []
        )
        if values:
            before = " ".join(words[:start])
            query = parse_query(before, organisation.names)
            return [_filter(value, before, query, organisation) for value in values]
    return []


_Value = tuple[str, Key, Property]


def _values_begun(begun: str, organisation: Organisation, *, with_units: bool) -> Iterator[_Value]:
    """The values with a word that begins so, each with the name of its facet, its key, and what its items are."""
    for outcome, names in _NAMES_OF_OUTCOMES.items():
        if any(f" {name}".find(f" {begun}") >= 0 for name in names):
            yield "outcome", outcome, WithOutcome(outcome)
    if with_units:
        for centre in _with_begun(organisation.centres, begun):
            yield "centre", centre.pk, OfCentre(centre.pk)
        for body in _with_begun(organisation.bodies, begun):
            yield "body", body.pk, OfBody(body.pk)


def _with_begun(units: Mapping[int, CentreOrBody], begun: str) -> Iterator[CentreOrBody]:
    return (unit for unit in units.values() if unit.has_begun(begun))


def _names_of_outcomes() -> Mapping[Outcome, Sequence[str]]:
    """The outcomes by their labels and by the words that people ask for them by, in normal form."""
    labels = {outcome: outcome.label for outcome in Outcome if outcome != Outcome.OTHER}
    names: dict[Outcome, list[str]] = {outcome: [normalise(label)] for outcome, label in labels.items()}
    for words, meant in OUTCOMES.items():
        names[Outcome(meant[0].outcome)].append(" ".join(words))
    return names


_NAMES_OF_OUTCOMES = _names_of_outcomes()
_FACETS: Mapping[str, Facet] = {facet.name: facet for facet in FACETS}


def _filter(value: _Value, before: str, query: Query, organisation: Organisation) -> Candidate:
    name, key, property_ = value
    facet = _FACETS[name]
    shown = facet.value(key, organisation)
    word, label = (shown.word, f"{facet.label}: {shown.name}") if shown else ("", "")
    parameters = ({"q": before} if before else {}) | {facet.parameter: word}
    suggestion = Suggestion(
        Kind.FILTER,
        f"{before} – {label}" if before else label,
        f"{address_of('search')}?{urlencode(parameters)}",
    )
    return Candidate(suggestion, _with_property(query, property_))


def _with_property(query: Query, property_: Property) -> Query:
    """The query narrowed to items that are so; such items alone where it asks for nothing."""
    term = Term((property_,))
    groups: tuple[Group, ...] = tuple((*group, term) for group in query.groups) or ((term,),)
    return Query(query.text, groups=groups)


def abbreviations(unfinished: UnfinishedText, organisation: Organisation) -> list[Candidate]:
    """Abbreviations of the synonyms that begin as typed in capitals, or are typed, each with what it stands for.

    One that is a word, too, is meant in capitals alone. None is known before it is found.
    """
    typed, names = unfinished.beginning, organisation.names
    if not typed or unfinished.is_unwanted:
        return []
    begun = [
        word
        for word in names.synonyms.abbreviations
        if word.startswith(typed) or (word == typed.upper() and not is_word_too(word))
    ]
    found = []
    for word in sorted(begun, key=lambda word: (len(word), word))[:_MOST_ABBREVIATIONS]:
        others = [other.synonym for other in names.synonyms.find((piece_of(word),))]
        meant = next((other for other in others if not other.isupper()), "")
        text = unfinished.with_word(word)
        label = f"{text} – {meant}" if meant else text
        query = parse_query(text, names)
        found.append(Candidate(Suggestion(Kind.ABBREVIATION, label, query=text), query))
    return found
