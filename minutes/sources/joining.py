"""Lines of one paragraph made one: what stands between two of them, and which hyphens at line ends go.

A hyphen at a line's end is the printer's ("effektiviserings-/puljen") or the writer's ("IT-/drift", "løn-/og"). It is
taken out where the joined word is one of the document's or of the lexicon's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from minutes.danish.compounds import is_in_dictionary, split_compound
from minutes.danish.letters import fold

SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_STEM = re.compile(r"[^\W_]+(?=-$)")
# Longer than any word, be it an address.
_LONGEST_WORD = 200
_LETTERS_AT_START = re.compile(r"[^\W\d_]*")
# Borger- og Arbejdsmarkedscentret: the hyphen stands for the rest of a word, which comes later.
_AFTER_ELISION = frozenset(("og", "eller", "samt", "til", "hhv", "henholdsvis", "men", "som", "kontra"))
# "og/eller", "2013–2014": no blank where a line was broken behind these.
_BREAKS_WITHOUT_BLANK = ("/", "–")
# No printer leaves a single letter of a word at the end of a line: "e-/mail".
_SHORTEST_PIECE = 2
# So many words are known to be divided where it is the printer who divides them.
_FEWEST_DIVIDED = 2


class Joined(NamedTuple):
    """A text made of lines, and how many hyphens at line ends were taken out of it."""

    text: str
    hyphens: int = 0


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a document writes: its words, and whether its printer divides words at line ends."""

    words: Counter[str]
    divides_words: bool = False

    @classmethod
    def of(cls, lines: Sequence[str]) -> Spelling:
        """What is learnt from a document's lines."""
        words = Counter(word.casefold() for line in lines for word in _WORD.findall(line))
        spelling = cls(words)
        ends = [(line, following) for line, following in pairwise(lines) if _may_be_divided(line, following)]
        divided = sum(_is_divided(line, following, spelling) for line, following in ends)
        # Of words that are neither the document's nor the lexicon's, what is done with the others is done.
        return cls(words, divided >= _FEWEST_DIVIDED and divided > len(ends) / 2)


def join_lines(lines: Iterable[str], spelling: Spelling) -> Joined:
    """Make the lines of one paragraph, list entry or cell one.

    >>> join_lines(["Effektiviserings-", "puljen på IT-", "området"], Spelling(Counter()))
    Joined(text='Effektiviseringspuljen på IT-området', hyphens=1)
    """
    parts: list[str] = []
    # The last word so far, which may be divided more than once: all that the next line's beginning depends on.
    word, hyphens = "", 0
    for line in filter(None, lines):
        blank = ""
        if word and _is_divided(word, line, spelling):
            parts[-1] = parts[-1][:-1]
            word, hyphens = word[:-1], hyphens + 1
        elif word:
            blank = _blank_between(word, line)
        parts += [blank, line]
        word = (word + blank + line).rpartition(" ")[2][-_LONGEST_WORD:]
    return Joined("".join(parts), hyphens)


def _blank_between(text: str, line: str) -> str:
    word = text.rpartition(" ")[2]
    following = _letters_at_start(line)
    if word.endswith(_BREAKS_WITHOUT_BLANK) and len(word) > 2:
        return "" if line[0].isalnum() and (word[-2].isalnum() or word[-2] == "-") else " "
    is_hyphen_in_word = word.endswith("-") and word[-2:-1].isalnum() and line[0].isalnum()
    if word.endswith(".-") and word[0].isdigit() and line[0].isdigit():
        return ""  # den 4.-8. november
    return "" if is_hyphen_in_word and following.casefold() not in _AFTER_ELISION else " "


def _is_divided(text: str, line: str, spelling: Spelling) -> bool:
    """Whether the printer put the hyphen that the text ends with."""
    if text.endswith(SOFT_HYPHEN):
        return True
    stem = _STEM.search(text)
    following = _letters_at_start(line)
    if (
        not stem
        or len(stem[0]) < _SHORTEST_PIECE
        or not stem[0].isalpha()
        or not following
        or following.casefold() in _AFTER_ELISION
    ):
        return False
    whole = (stem[0] + following).casefold()
    written_whole = spelling.words[whole]
    with_hyphen = spelling.words[f"{stem[0]}-{following}".casefold()]
    if written_whole or with_hyphen:
        return written_whole > with_hyphen
    return _goes_on(stem[0], following) and (spelling.divides_words or _is_danish(whole))


def _may_be_divided(line: str, following: str) -> bool:
    is_hyphen_in_word = (
        line.endswith(("-", SOFT_HYPHEN)) and line[-2:-1].islower() and following[:1].islower()
    )
    return is_hyphen_in_word and _letters_at_start(following) not in _AFTER_ELISION


def _letters_at_start(line: str) -> str:
    letters = _LETTERS_AT_START.match(line)
    return letters[0] if letters else ""


def _goes_on(stem: str, following: str) -> bool:
    """Whether the case of the letters goes on over the line's end, as it does not in "IT-/drift" or "HR-/Centret"."""
    if stem.isupper() and len(stem) > 1:
        return following.isupper()
    return following.islower()


@lru_cache(maxsize=1000)
def _is_danish(word: str) -> bool:
    folded = fold(word)
    return is_in_dictionary(folded) or len(split_compound(folded)) > 1
