"""Where nothing was found: what the nearest spelling finds, or less than all of the words; never without saying so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain, combinations, pairwise

from minutes.search.matching.filters import Filters
from minutes.search.matching.lexemes import find_lexemes
from minutes.search.matching.search import Search
from minutes.search.query.capitals import in_small_letters
from minutes.search.query.names import Names
from minutes.search.query.pieces import Piece, PieceGroup, piece_of_word
from minutes.search.query.query import MAX_LENGTH, query_of
from minutes.search.query.remade_pieces import side_by_side, split_into_words, with_other_words
from minutes.search.query.typed.outcomes import is_denied

from .spelling import Replacements, find_replacements
from .vocabulary import find_known

# Each word looked at may cost a few questions: of longer texts the first words say enough.
_MOST_WORDS = 12
# Of two words "any one" is all but one, unless a question says that one of them may only be asking; of more than five
# there are too many ways to leave one out.
_FEWEST_WITHOUT_ONE, _MOST_WITHOUT_ONE = 3, 5
_FEWEST_OF_QUESTION = 2


class Concession(Enum):
    """What another search gives up of what was typed."""

    SPELLING = "the spelling of words"
    CAPITALS = "that capitals mean a name or an acronym"
    ORDER = "that words stand side by side"
    UNKNOWN = "words that no item has, but for their nearest spelling or their parts"
    DENIAL = "that something was not decided"
    ONE_WORD = "any one word but the rarest"
    ALL_BUT_ONE = "all words but one"


@dataclass(frozen=True, slots=True)
class Fallback:
    """Another search that finds something, and what it gives up; `unknown` are the words that no item has."""

    search: Search
    concession: Concession
    unknown: tuple[str, ...] = ()

    @property
    def typed(self) -> str:
        """What would have to be typed for it."""
        return self.search.query.text

    @property
    def is_respelt(self) -> bool:
        """Whether it is what was probably meant."""
        return self.concession is Concession.SPELLING

    @property
    def is_near(self) -> bool:
        """Whether it finds what is near, and no answer: a word that no item has says most of what was asked for."""
        gives_up_most = self.concession in (Concession.ALL_BUT_ONE, Concession.CAPITALS, Concession.DENIAL)
        return gives_up_most or (not self.is_respelt and bool(self.unknown))


def find_fallback(search: Search, names: Names) -> Fallback | None:
    """For a search that finds nothing, the nearest one that does: respelt, or else with less than was asked for.

    Its filters stay in force; where the same finds something without them, nothing is given up. A day or a month is
    meant as it stands, and so is a body's day without its year.
    """
    if search.query.date or search.query.day_of_year or _finds_something_without_filters(search):
        return None
    wanted = [_WordsOfGroup.of(group) for group in search.query.asked]
    unknown = _find_unknown(wanted, search)
    replacements = find_replacements([piece.typed for piece in unknown], search.reader)
    tried = {search.query.groups}
    for concession, groups in _attempts(search, wanted, unknown, replacements):
        read = [side_by_side(group) for group in groups]
        # A guess has synonyms where it finds nothing itself.
        guessed = [names.without_synonyms()] if concession is Concession.SPELLING else []
        for query in (query_of(read, known) for known in (*guessed, names)):
            if query.groups in tried or len(query.text) > MAX_LENGTH:
                continue
            tried.add(query.groups)
            other = search.instead(query, search.filters)
            if other.total.items:
                return Fallback(other, concession, tuple(piece.typed for piece in unknown))
    return None


def _finds_something_without_filters(search: Search) -> bool:
    if search.filters == Filters():
        return False
    return search.instead(search.query, Filters()).total.items > 0


@dataclass(frozen=True, slots=True)
class _WordsOfGroup:
    """The wanted words of a group one by one, each once, but for stop words, and the pieces that are kept.

    Kept is what only narrows, and a case number beside words. Of `denied`, "ikke godkendt", no word is given up without
    the other: half of it would be the opposite.
    """

    words: tuple[Piece, ...]
    conditions: tuple[Piece, ...]
    denied: tuple[Piece, ...] = ()

    @classmethod
    def of(cls, group: PieceGroup) -> _WordsOfGroup:
        # What has another case's number answers nothing.
        kept = [piece for piece in group if piece.is_condition or piece.is_case_number]
        if len(kept) == len(group):
            kept = [piece for piece in group if piece.is_condition]
        denied = [*chain.from_iterable(pair for pair in pairwise(group) if is_denied(*pair))]
        wanted = [piece for piece in group if piece not in kept and piece not in denied]
        words = dict.fromkeys(chain.from_iterable(map(split_into_words, wanted)))
        lexemes = find_lexemes({word.text for piece in words if not piece.is_whole for word in piece.words})
        return cls(
            tuple(piece for piece in words if piece.is_whole or lexemes[piece.words[0].text]),
            tuple(kept),
            tuple(denied),
        )

    def with_words(self, words: Iterable[Piece]) -> PieceGroup:
        """Some words in place of these, what was denied, and what narrows."""
        return (*words, *self.denied, *self.conditions)


def _find_unknown(wanted: Sequence[_WordsOfGroup], search: Search) -> tuple[Piece, ...]:
    """Those of the first wanted words that no item has, by which nothing can be found."""
    words = dict.fromkeys(chain.from_iterable(group.words for group in wanted))
    looked_at = [*words][:_MOST_WORDS]
    known = find_known(looked_at, search.reader)
    return tuple(word for word in looked_at if word not in known)


def _attempts(
    search: Search,
    wanted: Sequence[_WordsOfGroup],
    unknown: Collection[Piece],
    replacements: Replacements,
) -> Iterator[tuple[Concession, list[PieceGroup]]]:
    """What may be asked instead, the nearest to what was typed first."""
    asked = search.query.asked
    yield Concession.SPELLING, [_respelt(group, replacements) for group in asked]
    yield Concession.CAPITALS, [tuple(map(in_small_letters, group)) for group in asked]
    if any(piece.is_phrase for piece in chain.from_iterable(asked)):
        yield Concession.ORDER, [group.with_words(group.words) for group in wanted if group.words]
    left = [
        _WordsOfGroup(words, group.conditions, group.denied)
        for group in wanted
        if (words := _known_words(group.words, unknown, replacements))
    ]
    if not left:
        return
    yield Concession.UNKNOWN, [group.with_words(group.words) for group in left]
    if any(group.denied for group in left):
        left = [replace(group, denied=()) for group in left]
        yield Concession.DENIAL, [group.with_words(group.words) for group in left]
    fewest = _FEWEST_OF_QUESTION if search.query.asks else _FEWEST_WITHOUT_ONE
    if len(left) == 1 and fewest <= len(left[0].words) <= _MOST_WITHOUT_ONE:
        yield Concession.ONE_WORD, _without_any_one(left[0], _rarest(left[0].words, search))
    yield Concession.ALL_BUT_ONE, [group.with_words([word]) for group in left for word in group.words]


def _respelt(group: PieceGroup, replacements: Replacements) -> PieceGroup:
    """The pieces with the nearest words in place of those that no item has."""
    return tuple(
        piece if piece.is_condition else with_other_words(piece, replacements.nearest) for piece in group
    )


def _known_words(
    words: Iterable[Piece], unknown: Collection[Piece], replacements: Replacements
) -> tuple[Piece, ...]:
    """The words that are known; for the others what is nearest, or else the parts that are known."""
    known: list[Piece] = []
    for word in words:
        if word not in unknown:
            known.append(word)
        elif word.typed in replacements.nearest:
            known.append(piece_of_word(replacements.nearest[word.typed]))
        else:
            known += map(piece_of_word, replacements.parts.get(word.typed, ()))
    return tuple(dict.fromkeys(known))


def _without_any_one(group: _WordsOfGroup, kept: Piece) -> list[PieceGroup]:
    """All ways to leave one word out but for the one that is kept."""
    ways = combinations(group.words, len(group.words) - 1)
    return [group.with_words(some) for some in ways if kept in some]


def _rarest(words: Sequence[Piece], search: Search) -> Piece:
    """The word that fewest items have, as far as is counted; of equals the longest. A few questions for each."""
    found = {word: search.instead(query_of([(word,)]), search.filters).total.items for word in words}
    return min(words, key=lambda word: (found[word], -len(word.typed)))
