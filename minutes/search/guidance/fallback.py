"""Where nothing was found: what the nearest spelling finds, or less than all of the words; never without saying so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain, combinations

from minutes.danish.words import find_words, match_number_word
from minutes.search.hits.hits import Search
from minutes.search.matching.filters import Filters
from minutes.search.matching.lexemes import find_lexemes
from minutes.search.query.names import Names
from minutes.search.query.pieces import Piece, PieceGroup, write
from minutes.search.query.query import MAX_LENGTH, parse_query

from .spelling import Meant, find_meant
from .vocabulary import findable

# Of longer texts so many words are looked at, and only of so few may one be missing.
_MOST_WORDS = 12
_FEWEST_WITHOUT_ONE, _MOST_WITHOUT_ONE = 3, 5


class Given(Enum):
    """What another search gives up of what was typed."""

    SPELLING = "the spelling of words"
    ORDER = "that words stand side by side"
    UNKNOWN = "words that no item has, but for their nearest spelling or their parts"
    ONE_WORD = "any one word"
    ALL_BUT_ONE = "all words but one"


@dataclass(frozen=True, slots=True)
class Fallback:
    """Another search that finds something, what would have to be typed for it, and what it gives up.

    `unknown` are the words that no item has.
    """

    typed: str
    search: Search
    given: Given
    unknown: tuple[str, ...] = ()

    @property
    def is_respelt(self) -> bool:
        """Whether it is what was probably meant."""
        return self.given is Given.SPELLING


def find_fallback(search: Search, names: Names) -> Fallback | None:
    """For a search that finds nothing, the nearest one that does: respelt, or else with less than was asked for.

    Its filters stay in force; where the same finds something without them, nothing is given up. A day or a month is
    meant as it stands.
    """
    if search.query.date or (
        search.filters != Filters() and search.instead(search.query, Filters()).total.items
    ):
        return None
    unknown, meant = _find_unknown(search)
    tried = {search.query.text}
    for given, typed in _attempts(search.query.pieces, unknown, meant):
        if typed and typed not in tried and len(typed) <= MAX_LENGTH:
            tried.add(typed)
            other = search.instead(parse_query(typed, names), search.filters)
            if other.total.items:
                return Fallback(typed, other, given, unknown)
    return None


def _find_unknown(search: Search) -> tuple[tuple[str, ...], Meant]:
    """The wanted words that no item has, and what may have been meant by them."""
    words = dict.fromkeys(chain.from_iterable(map(_wanted_words, search.query.pieces)))
    looked_at = [*words][:_MOST_WORDS]
    known = findable(looked_at, search.reader)
    unknown = tuple(word for word in looked_at if word not in known)
    return unknown, find_meant(unknown, search.reader)


def _attempts(
    groups: Sequence[PieceGroup], unknown: Sequence[str], meant: Meant
) -> Iterator[tuple[Given, str]]:
    """What may be typed instead, the nearest to what was typed first; empty where there is nothing."""
    yield Given.SPELLING, write([_respelt(piece, meant.nearest) for piece in group] for group in groups)
    if any(piece.is_phrase for piece in chain.from_iterable(groups)):
        yield Given.ORDER, write([*_wanted_words(group), *_unwanted(group)] for group in groups)
    known = [(_instead(_wanted_words(group), unknown, meant), _unwanted(group)) for group in groups]
    left = [(words, unwanted) for words, unwanted in known if words]
    yield Given.UNKNOWN, write([*words, *unwanted] for words, unwanted in left)
    for words, unwanted in left[:1]:
        if len(left) == 1 and _FEWEST_WITHOUT_ONE <= len(words) <= _MOST_WITHOUT_ONE:
            yield Given.ONE_WORD, write([*some, *unwanted] for some in combinations(words, len(words) - 1))
    yield Given.ALL_BUT_ONE, write([word, *unwanted] for words, unwanted in left for word in words)


def _respelt(piece: Piece, nearest: Mapping[str, str]) -> Piece:
    """The piece with its words replaced by the nearest ones."""
    if piece.is_unwanted:
        return piece
    typed = piece.typed
    for word in reversed(find_words(typed)):
        written = typed[word.start : word.end]
        typed = typed[: word.start] + nearest.get(written, written) + typed[word.end :]
    return replace(piece, typed=typed)


def _wanted_words(group: PieceGroup) -> tuple[str, ...]:
    """The wanted words as they are written, each once, but for stop words; a date or an amount is one."""
    written: dict[str, str] = {}
    for piece in group:
        if piece.is_unwanted:
            continue
        if piece.date or match_number_word(piece.words[0]) or all(map(str.isdigit, piece.words)):
            written[piece.typed] = ""
        else:
            written |= {piece.typed[word.start : word.end]: word.text for word in find_words(piece.typed)}
    lexemes = find_lexemes(set(filter(None, written.values())))
    return tuple(typed for typed, word in written.items() if not word or lexemes[word])


def _unwanted(group: PieceGroup) -> tuple[Piece, ...]:
    return tuple(piece for piece in group if piece.is_unwanted)


def _instead(words: Sequence[str], unknown: Sequence[str], meant: Meant) -> tuple[str, ...]:
    """The words that are known; for the others what is nearest, or else the parts that are known."""
    left: list[str] = []
    for word in words:
        if word not in unknown:
            left.append(word)
        elif word in meant.nearest:
            left.append(meant.nearest[word])
        else:
            left += meant.parts.get(word, ())
    return tuple(dict.fromkeys(left))
