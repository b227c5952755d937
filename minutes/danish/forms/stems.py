"""The stems of words as the server's `danish` configuration has them, without asking it: one stem is one lexeme.

The rules are those of the Snowball stemmer for Danish (snowballstem.org/algorithms/danish/stemmer.html).
"""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = "aeiouyæåø"
# Behind the first vowel and what follows it up to a consonant; never within the first three letters.
_REGION = re.compile(rf"[^{_VOWELS}]*[{_VOWELS}]+[^{_VOWELS}]")
_FIRST_PLACE = 3
# The longest first: the longest that a word ends with is its ending.
_ENDINGS = sorted(
    (
        *("hed", "ethed", "ered", "e", "erede", "ende", "erende", "ene", "erne", "ere", "en", "heden"),
        *("eren", "er", "heder", "erer", "heds", "es", "endes", "erendes", "enes", "ernes", "eres", "ens"),
        *("hedens", "erens", "ers", "ets", "erets", "et", "eret", "s"),
    ),
    key=len,
    reverse=True,
)
_MAY_STAND_BEFORE_S = "abcdfghjklmnoprtvyzå"
_PAIRS = ("gd", "dt", "gt", "kt")
_SUFFIXES = ("elig", "løst", "lig", "els", "ig")

# What the configuration leaves out: PostgreSQL's danish.stop.
_SMALL = """
    og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham
    hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når
    være dog noget ville jo deres efter ned skulle denne end dette mit også under have dig anden hende mine alt
    meget sit sine vor mod disse hvis din nogle hos blive mange ad bliver hendes været thi jer sådan
"""
STOP_WORDS = frozenset(_SMALL.split())


@lru_cache(maxsize=10_000)
def stem(word: str) -> str:
    """Return the stem of a word in lower case; a stop word has one, too.

    >>> stem("dagtilbuddene"), stem("hjemmeplejens"), stem("støtte")
    ('dagtilbud', 'hjemmeplej', 'støt')
    """
    region = _REGION.match(word)
    first = max(region.end(), _FIRST_PLACE) if region and len(word) >= _FIRST_PLACE else len(word)
    word = _without_pair(_without_ending(word, first), first)
    word = _without_pair_behind_suffix(word, first)
    ends_double = len(word) > max(first, 1) and word[-1] == word[-2] and word[-1] not in _VOWELS
    return word[:-1] if ends_double else word


def _without_ending(word: str, first: int) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= first:
            if ending == "s" and word[-2:-1] not in _MAY_STAND_BEFORE_S:
                return word
            return word.removesuffix(ending)
    return word


def _without_pair(word: str, first: int) -> str:
    return word[:-1] if word.endswith(_PAIRS) and len(word) - 2 >= first else word


def _without_pair_behind_suffix(word: str, first: int) -> str:
    if word.endswith("igst"):
        word = word.removesuffix("st")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= first:
            if suffix == "løst":
                return word[:-1]
            return _without_pair(word.removesuffix(suffix), first)
    return word
