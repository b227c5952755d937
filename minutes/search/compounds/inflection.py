"""Danish endings: the words of the dictionary of which a word may be a form.

Every kind of word has its own endings, so that "programmerne" is a form of the noun "program", not of a verb
"programme". What the ending does to the word before it is undone: "centrene" is of "center", "butikken" of "butik".
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes.search.compounds.lexicon import ADJECTIVE, COMMON, KINDS, NEUTER, VERB

_PLURAL = "s e es er ers r rs ene enes erne ernes ne nes rne rnes"
_ENDINGS_OF_KINDS = {
    COMMON: f"{_PLURAL} en ens n ns",
    NEUTER: f"{_PLURAL} et ets t ts",
    VERB: "r s t d de te ede et es nde ende",
    ADJECTIVE: "t e s es ere est este r st ste",
}
ENDINGS: dict[str, frozenset[str]] = {}
"""The kinds of words that take an ending, by the ending."""
for _kind in KINDS:
    for _ending in _ENDINGS_OF_KINDS[_kind].split():
        ENDINGS[_ending] = ENDINGS.get(_ending, frozenset()) | {_kind}
_LONGEST_ENDING = max(map(len, ENDINGS))
_SHORTEST_STEM = 2
_VOWELS = frozenset("aeiouyæøå")


def dictionary_form(word: str, kinds: dict[str, str]) -> str | None:
    """The longest word of a dictionary (word → its kinds) of which a word is a form: the word itself, if it is there."""
    if word in kinds:
        return word
    return max(_dictionary_forms(word, kinds), key=len, default=None)


def _dictionary_forms(word: str, kinds: dict[str, str]) -> Iterator[str]:
    for length in range(1, min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM) + 1):
        takers = ENDINGS.get(word[-length:])
        if not takers:
            continue
        for form in _before_ending(word[:-length], word[-length:]):
            if not takers.isdisjoint(kinds.get(form, "")):
                yield form


def _before_ending(stem: str, ending: str) -> Iterator[str]:
    """What a word may have been before it took the ending."""
    last = stem[-1]
    yield stem
    if ending[0] in "td":
        yield f"{stem}e"  # "kørt" of "køre"
    if ending[0] != "e" or last in _VOWELS:
        if last == "i":
            yield f"{stem}um"  # "kriterier" of "kriterium"
        return
    if last == stem[-2]:
        yield stem[:-1]  # "butikken" of "butik"
    elif last in "lnr" and stem[-2] not in _VOWELS:
        yield f"{stem[:-1]}e{last}"  # "centrene" of "center"
        yield f"{stem[:-1]}{stem[-2]}e{last}"  # "sedler" of "seddel"
