"""Words for what the stems of words do not tell: that a word is an acronym.

Such a word begins with ñ, which no normal form has, so that no text and nobody who types gives it; for its digit the
server takes it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from minutes.danish.compounds import is_in_dictionary
from minutes.danish.letters import fold

from .stop_words import STOP_WORDS

_ACRONYM = "ñ1"
_MARKS = (_ACRONYM,)
_IN_CAPITALS = re.compile(r"(?<![^\W_])[A-ZÆØÅ]{2,5}(?![^\W_])")


def find_acronyms(line: str) -> Iterator[tuple[str, int, int]]:
    """The words for acronyms of a line, and where they stand; none in a line that is in capitals throughout.

    >>> list(find_acronyms("Nyt fra MED"))
    [('ñ1med', 8, 11)]
    """
    if not line.isupper():
        for match in _IN_CAPITALS.finditer(line):
            if word := acronym_word(match[0]):
                yield word, *match.span()


@lru_cache(maxsize=10_000)
def acronym_word(written: str) -> str | None:
    """The word for an acronym that spells a Danish word, too; None for any other, which is its own word.

    >>> acronym_word("MED"), acronym_word("HRC"), acronym_word("med")
    ('ñ1med', None, None)
    """
    if not _IN_CAPITALS.fullmatch(written):
        return None
    word = fold(written)
    return _ACRONYM + word if word in STOP_WORDS or is_in_dictionary(word) else None


def match_own_word(word: str) -> str | None:
    """The word in small letters that a word of these stands for; None for any other.

    >>> match_own_word("ñ1med")
    'med'
    """
    return word[len(_ACRONYM) :] if word.startswith(_MARKS) else None
