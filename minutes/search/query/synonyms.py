"""The synonyms that archivists keep, as they are found in what was typed: in any inflection, the longest first.

- A word in several groups has the others of each, in turn, so that none crowds out another; theirs have no say.
- An abbreviation that is a word, too (MUS, OK), is meant only where it is written in capitals, and finds only what is.
- What is in quotes or unwanted is meant as it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, zip_longest

from minutes.danish.compounds import is_in_dictionary
from minutes.danish.forms.own_words import acronym_word, is_abbreviation_alone
from minutes.danish.forms.stems import STOP_WORDS, stem
from minutes.danish.grammar.stemmed_text import stems_of, words_of
from minutes.danish.inflections import other_forms
from minutes.danish.words import normalise

from .pieces import PieceGroup
from .terms import Words

# Every alternative is a list of the index that is gone through, too. Eight let in all the others of a large group, and
# some of a second one.
MOST_ALTERNATIVES = 8
# Terms of a query that have synonyms: the first ones. Whoever types more says what is meant.
MOST_TERMS = 4
# What stands behind the apostrophe of an abbreviation: "SFO'er", "MUS'en".
_ENDINGS = frozenset({"s", "en", "ens", "er", "erne", "ernes", "et", "ets"})

_Stems = tuple[str, ...]
_Others = Mapping[_Stems, tuple[Words, ...]]


class Synonyms:
    """What else each word or phrase of some groups may be called. A group is its wider word, or "", and its words."""

    def __init__(self, groups: Iterable[tuple[str, Sequence[str]]] = ()) -> None:
        lists: dict[str, list[Sequence[str]]] = defaultdict(list)
        for wider, words in groups:
            for word in [wider] if wider else words:
                lists[word].append(words)
        self._others: _Others = _found_by([word for word in lists if not is_word_too(word)], lists)
        self._of_acronyms: _Others = _found_by([word for word in lists if is_word_too(word)], lists)
        self.longest = max(map(len, [*self._others, *self._of_acronyms]), default=0)
        """The number of words of the longest phrase."""
        self.abbreviations = tuple(sorted(word for word in lists if word.isalpha() and word.isupper()))
        """The words in capitals that may be called something else, too."""

    def find(self, pieces: PieceGroup) -> tuple[Words, ...]:
        """What the pieces together may be called, too; nothing where they are in no group."""
        if not pieces or not all(piece.is_plain for piece in pieces):
            return ()
        for words in _readings(pieces):
            found = self._others.get(words) or (
                self._of_acronyms.get(words, ()) if pieces[-1].is_in_capitals else ()
            )
            if found:
                return found
        return ()

    def longest_at(self, pieces: PieceGroup, start: int) -> tuple[int, tuple[Words, ...]]:
        """How many pieces the longest phrase has that begins there, and what else it may be called; 1 and nothing."""
        for length in range(min(self.longest, len(pieces) - start), 0, -1):
            if found := self.find(pieces[start : start + length]):
                return length, found
        return 1, ()


def is_word_too(text: str) -> bool:
    """Whether an abbreviation in capitals is a Danish word, too: one that inflects, or one that people say ("ok").

    Not what stands in the dictionary as nothing but an abbreviation ("sfo").
    """
    word = text.lower()
    is_word = word in STOP_WORDS or (is_in_dictionary(word) and not is_abbreviation_alone(word))
    return text.isupper() and is_word


def _found_by(words: Iterable[str], lists: Mapping[str, Sequence[Sequence[str]]]) -> _Others:
    """For the stems of each word the others of its lists; of words with the same stems, those of all of them."""
    by_stems: dict[_Stems, list[Sequence[str]]] = defaultdict(list)
    for word in words:
        for stems in {stems_of(word), tuple(map(stem, normalise(word).split()))}:
            by_stems[stems] += lists[word]
    return {
        stems: tuple(islice(_others(stems, of_word), MOST_ALTERNATIVES))
        for stems, of_word in by_stems.items()
    }


def _others(stems: _Stems, lists: Iterable[Sequence[str]]) -> Iterator[Words]:
    """The words of the lists but for those of the stems, each once, one of each list in turn."""
    seen = {stems, stems_of(" ".join(stems))}
    for word in filter(None, chain.from_iterable(zip_longest(*lists))):
        alternative = _alternative(word)
        if (own := stems_of(word)) not in seen and not STOP_WORDS.issuperset(alternative.words):
            seen.add(own)
            yield alternative


def _alternative(word: str) -> Words:
    """What asks for a word of a group; an abbreviation that is a word, too, only as it is written in capitals."""
    acronym = acronym_word(word) if is_word_too(word) else None
    words = (acronym,) if acronym else words_of(word)
    return Words(words, is_phrase=len(words) > 1, synonym=word)


def _readings(pieces: PieceGroup) -> Iterator[_Stems]:
    """The stems of the pieces as they stand, as one word where they are hyphened, and in their other forms."""
    words = tuple(chain.from_iterable(piece.normal_forms for piece in pieces))
    yield tuple(map(stem, words))
    yield tuple(map(stem, chain.from_iterable(piece.joined for piece in pieces)))
    if len(words) == 1:
        yield from ((stem(form),) for form in other_forms(words[0]))
    elif words and words[-1] in _ENDINGS:
        yield tuple(map(stem, words[:-1]))
