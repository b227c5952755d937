"""Danish endings: the words of the dictionary of which a word may be a form.

Every kind of word has its own endings, so that "programmerne" is a form of the noun "program", not of a verb
"programme". What the ending does to the word before it is undone: "centrene" is of "center", "butikken" of "butik".
"""

from __future__ import annotations

from .lexicon import ADJECTIVE, COMMON, NEUTER, VERB

_PLURAL = "s e es er ers r rs ene enes erne ernes ne nes rne rnes"
_ENDINGS_OF_KINDS = {
    COMMON: f"{_PLURAL} en ens n ns",
    NEUTER: f"{_PLURAL} et ets t ts",
    VERB: "r s t d de te ede et es nde ende",
    ADJECTIVE: "t e s es ere est este r st ste",
}
# The kinds of words that take an ending, by the ending.
_TAKERS = {
    ending: frozenset(kind for kind, theirs in _ENDINGS_OF_KINDS.items() if ending in theirs.split())
    for endings in _ENDINGS_OF_KINDS.values()
    for ending in endings.split()
}
_LONGEST_ENDING = max(map(len, _TAKERS))
# "ko" and "by" are words; of one letter, only "ø" and "å" are, and their forms stand in the dictionary.
_SHORTEST_STEM = 2
_VOWELS = frozenset("aeiouyæøå")


def dictionary_form(word: str, kinds: dict[str, str]) -> str | None:
    """The longest word of a dictionary (word → its kinds) of which a word is a form: itself, if it is there."""
    if word in kinds:
        return word
    longest = ""
    for length in range(1, min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM) + 1):
        if takers := _TAKERS.get(word[-length:]):
            for form in _before_ending(word[:-length], word[-length]):
                if len(form) > len(longest) and not takers.isdisjoint(kinds.get(form, "")):
                    longest = form
    return longest or None


def _before_ending(stem: str, first_letter: str) -> tuple[str, ...]:
    """What a word may have been before it took an ending that begins with a letter."""
    last = stem[-1]
    if first_letter in "td":
        return stem, f"{stem}e"  # "kørt" of "køre"
    if first_letter != "e":
        return (stem,)
    if last == stem[-2]:
        return stem, stem[:-1]  # "butikken" of "butik"
    if last in "lnr" and stem[-2] not in _VOWELS:
        # "centrene" of "center", "sedler" of "seddel"
        return stem, f"{stem[:-1]}e{last}", f"{stem[:-1]}{stem[-2]}e{last}"
    return stem, f"{stem}um", f"{stem}us"  # "museet" of "museum", "kurser" of "kursus"
