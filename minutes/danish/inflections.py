"""Forms of a word that share no stem with it: those of irregular words, and a verb's past tense.

`data/irregular.txt` is reviewed by people who read Danish; of "indstillede" the stemmer leaves the ending.
"""

from __future__ import annotations

import re
from functools import cache

from .compounds import dictionary_verb
from .compounds.lexicon import reviewed
from .letters import fold

# indstillede, kørte, bygde
_PAST = re.compile(r"[^\W\d_]{3,}(?:ede|te|de)s?")


def other_forms(word: str) -> tuple[str, ...]:
    """Further words, in normal form, by which a word in normal form is found.

    >>> other_forms("barn"), other_forms("indstillede")
    (('barnet', 'børn', 'børnene'), ('indstille',))
    """
    if irregular := _irregular().get(word):
        return irregular
    verb = dictionary_verb(word) if _PAST.fullmatch(word) else None
    return (verb,) if verb and verb != word else ()


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    groups = [fold(line).split() for line in reviewed("irregular")]
    return {word: tuple(other for other in group if other != word) for group in groups for word in group}
