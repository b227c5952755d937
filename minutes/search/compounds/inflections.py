"""The forms that an inflected Danish word may have in the dictionary: "centrene" centre or center, "skoler" skole."""

from __future__ import annotations

from collections.abc import Iterator

# The endings of nouns, adjectives and verbs, the longest first.
_ENDINGS = (
    "ernes", "enes", "erne", "rnes", "ende", "ede", "ene", "ens", "ers", "ets", "nes", "rne", "en", "er", "es", "et",
    "ne", "ns", "rs", "ts", "de", "te", "st", "e", "n", "r", "s", "t",
)  # fmt: skip
_ENDINGS_BY_LETTER = {
    letter: [ending for ending in _ENDINGS if ending[-1] == letter]
    for letter in {ending[-1] for ending in _ENDINGS}
}
_SHORTEST_STEM = 2


def base_forms(word: str) -> Iterator[str]:
    """The word itself, then the forms it may be an inflection of; most of them are no words."""
    yield word
    for ending in _ENDINGS_BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            yield from _bases(word[: -len(ending)])


def _bases(stem: str) -> Iterator[str]:
    yield stem
    yield stem + "e"  # skol-er: skole
    if len(stem) > 3:
        if stem[-1] == stem[-2]:
            yield stem[:-1]  # butikk-en: butik
        if stem[-1] in "rln":
            yield f"{stem[:-1]}e{stem[-1]}"  # midl-er: middel
