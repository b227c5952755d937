"""Forms of a word that share no stem with it: those of irregular words, and a verb's past tense.

`data/irregular.txt` is reviewed by people who read Danish, and counts before `data/forms.txt.xz`, which is compiled; of
"indstillede" the stemmer leaves the ending.
"""

from __future__ import annotations

import re
from functools import cache

from .compounds import dictionary_verb, split_compound
from .compounds.lexicon import reviewed
from .forms.listed import listed_forms
from .letters import fold

# indstillede, kørte, bygde
_PAST = re.compile(r"[^\W\d_]{3,}(?:ede|te|de)s?")


def other_forms(word: str) -> tuple[str, ...]:
    """Further words, in normal form, by which a word in normal form is found; a compound has those of its last part.

    >>> other_forms("barn"), other_forms("indstillede"), other_forms("udvalgsformænd")
    (('barnet', 'børn', 'børnene'), ('indstille',), ('udvalgsformand',))
    """
    if word in _irregular() or listed_forms(word):
        return _known(word)
    if (verb := dictionary_verb(word) if _PAST.fullmatch(word) else None) and verb != word:
        return (verb,)
    *_, last = split_compound(word)
    return tuple(word[: last.start] + other for other in _known(word[last.start :])) if last.start else ()


def _known(word: str) -> tuple[str, ...]:
    irregular = _irregular()
    return irregular[word] if word in irregular else listed_forms(word)


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    groups = [fold(line).split() for line in reviewed("irregular")]
    return {word: tuple(other for other in group if other != word) for group in groups for word in group}
