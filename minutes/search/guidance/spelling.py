"""What may have been meant by a word that the archive does not have: its nearest words, or the parts of a compound."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from django.db import connection

from minutes.danish.compounds import Part, is_in_dictionary, runs_of_parts
from minutes.danish.letters import from_spelt_out
from minutes.danish.words import LONGEST_WORD, normalise
from minutes.models import Reader
from minutes.search.query.pieces import piece_of_word

from .vocabulary import find_known

# Shorter words have too many neighbours.
_SHORTEST_WORD = 4
# "Facebok" may be two edits off, "effektivisreingspulje" five.
_LETTERS_PER_EDIT = 4

# The index gives what shares most groups of three letters; of those the fewest edits decide (fuzzystrmatch). Twenty are
# enough for the nearest to be among them, and few enough to count the edits of.
_NEAREST = """
    SELECT typed, word
    FROM unnest(%s::text[], %s::int[]) AS asked (typed, edits)
    CROSS JOIN LATERAL (
        SELECT word, similarity(word, typed) AS likeness
        FROM minutes_searchword WHERE word %% typed
        ORDER BY likeness DESC, word LIMIT 20
    ) AS near
    WHERE levenshtein(word, typed) <= edits AND word <> typed
    ORDER BY typed, levenshtein(word, typed), likeness DESC, word
"""

# What is typed where the keyboard has no Danish letters.
_LOOKS_LIKE = {"a": "åæ", "e": "æ", "o": "ø"}


@dataclass(frozen=True, slots=True)
class Replacements:
    """For words that find nothing, the nearest word of the archive, and the parts that do find something.

    Words for which there is nothing are left out.
    """

    nearest: Mapping[str, str]
    parts: Mapping[str, Sequence[str]]


def find_replacements(words: Collection[str], reader: Reader) -> Replacements:
    """What may stand in place of words that find nothing; of all that only what the reader may know of.

    The nearest is the word in Danish letters ("aeldre", "born"), or else the fewest edits away, one in a word of four
    to six letters and another for every four more. A word of the dictionary is right as it stands, unless its letters
    are spelt out: the archive just does not have it. Three queries at most, and one for lexemes not met before.
    """
    near = _near_words(words)
    runs = {word: _longest_first(normalise(word)) for word in words if word.isalpha()}
    asked = {*chain.from_iterable(near.values()), *chain.from_iterable(map(dict.values, runs.values()))}
    known = {piece.typed for piece in find_known([*map(piece_of_word, asked)], reader)} if asked else set()
    nearest = {word: next(filter(known.__contains__, others), None) for word, others in near.items()}
    parts = {word: _known_parts(of_word, known) for word, of_word in runs.items()}
    return Replacements(
        {word: found for word, found in nearest.items() if found},
        {word: found for word, found in parts.items() if found},
    )


def _near_words(words: Collection[str]) -> dict[str, list[str]]:
    """What may be meant by each word, the nearest first, whether the archive has it or not."""
    lower = {word: word.lower() for word in words if _is_word_to_spell(word)}
    misspelt = {word for word in lower.values() if not is_in_dictionary(normalise(word))}
    neighbours = _ask_nearest(misspelt)
    return {
        word: [*_without_spelt_out_letters(typed), *neighbours.get(typed, ())]
        for word, typed in lower.items()
    }


def _is_word_to_spell(word: str) -> bool:
    return word.isalpha() and _SHORTEST_WORD <= len(word) <= LONGEST_WORD


def _without_spelt_out_letters(word: str) -> list[str]:
    """The word with å, æ and ø where "aa", "ae" and "oe" stand for them, if they do."""
    own = from_spelt_out(word)
    return [own] if own != word else []


def _in_danish_letters(word: str) -> Iterator[str]:
    """The word with a Danish letter in place of one that looks like it."""
    for place, letter in enumerate(word):
        for danish in _LOOKS_LIKE.get(letter, ""):
            yield word[:place] + danish + word[place + 1 :]


def _ask_nearest(words: Collection[str]) -> Mapping[str, list[str]]:
    """What may be meant by each word, the nearest first: it in Danish letters, then near words of the archive."""
    near = {word: [*_in_danish_letters(word)] for word in words}
    if words:
        edits = [(len(word) + 1) // _LETTERS_PER_EDIT for word in words]
        with connection.cursor() as cursor:
            cursor.execute(_NEAREST, [list(words), edits])
            for word, other in cursor.fetchall():
                near[word].append(other)
    return near


def _longest_first(word: str) -> dict[Part, str]:
    """The runs of a compound's parts, each as it is written."""
    longest_first = sorted(runs_of_parts(word), key=lambda run: run.start - run.end)
    return {run: word[run.start : run.end] for run in longest_first}


def _known_parts(runs: Mapping[Part, str], known: Collection[str]) -> list[str]:
    """The longest parts that are known, each letter in one of them at most, in the order in which they stand."""
    chosen: list[Part] = []
    for run, text in runs.items():
        if text in known and all(run.end <= other.start or other.end <= run.start for other in chosen):
            chosen.append(run)
    return [runs[run] for run in sorted(chosen)]
