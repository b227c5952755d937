"""The stems that PostgreSQL's `danish` configuration gives words: the Danish stemmer of Snowball, step by step.

Search asks the server for stems; this tells where no server is at hand which forms of a word the server keeps apart.
Source: https://snowballstem.org/algorithms/danish/stemmer.html
"""

from __future__ import annotations

import re

_VOWELS = "aeiouyæåø"
# What follows the first consonant behind a vowel, three letters in at the earliest, is where endings may stand.
_BEFORE_ENDINGS = re.compile(rf"[^{_VOWELS}]*[{_VOWELS}]+[^{_VOWELS}]")
_FEWEST_LETTERS = 3
_INFLECTIONS = (
    "hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer heds es endes erendes enes ernes eres"
    " ens hedens erens ers ets erets et eret"
)
_ENDINGS = sorted(_INFLECTIONS.split(), key=len, reverse=True)
_BEFORE_S = frozenset("abcdfghjklmnoprtvyzå")
_PAIRS = ("gd", "dt", "gt", "kt")
_LATER_ENDINGS = ("elig", "lig", "els", "ig")


def stem_of(word: str) -> str:
    """The stem of a word in small letters.

    >>> stem_of("bønderne"), stem_of("gymnasiet"), stem_of("valgte")
    ('bønd', 'gymnasi', 'valg')
    """
    match = _BEFORE_ENDINGS.match(word)
    if match is None:
        return word
    begin = max(match.end(), _FEWEST_LETTERS)
    stem = _without_pair(_without_inflection(word, begin), begin)
    if stem.endswith("igst"):
        stem = stem[:-2]
    if stem[begin:].endswith("løst"):
        stem = stem[:-1]
    else:
        for ending in _LATER_ENDINGS:
            if stem[begin:].endswith(ending):
                stem = _without_pair(stem[: -len(ending)], begin)
                break
    is_doubled = len(stem) > begin and stem[-1] not in _VOWELS and stem[-2:-1] == stem[-1]
    return stem[:-1] if is_doubled else stem


def _without_inflection(word: str, begin: int) -> str:
    for ending in _ENDINGS:
        if word[begin:].endswith(ending):
            return word[: -len(ending)]
    return word[:-1] if word[begin:].endswith("s") and word[-2:-1] in _BEFORE_S else word


def _without_pair(word: str, begin: int) -> str:
    return word[:-1] if word[begin:].endswith(_PAIRS) else word
