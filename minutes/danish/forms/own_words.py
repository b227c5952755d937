"""Words for what the stems of words do not tell: a word's own form, that it is an acronym, or part of a name.

Such a word begins with ñ, which no normal form has, so that no text and nobody who types gives it; for its digit the
server takes it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from minutes.danish.compounds import dictionary_word, is_in_dictionary, split_compound
from minutes.danish.compounds.lexicon import load_lexicon, reviewed
from minutes.danish.forms.stems import STOP_WORDS
from minutes.danish.forms.stems import stem as stem_of
from minutes.danish.grammar.light_words import light_words
from minutes.danish.letters import fold

from .listed import is_listed, shared_stems

_OWN_FORM, _ACRONYM, _NAME = "ñ0", "ñ1", "ñ2"
_MARKS = (_OWN_FORM, _ACRONYM, _NAME)
_IN_CAPITALS = re.compile(r"(?<![^\W_])[A-ZÆØÅ]{2,5}(?![^\W_])")
# Hans Nielsen · Anders; not in capitals throughout
_CAPITALISED = r"[A-ZÆØÅÄÖÜ][^\W\d_A-ZÆØÅÄÖÜ]++"
_ROW_OF_NAMES = re.compile(rf"(?<![^\W_]){_CAPITALISED}(?:[ -]{_CAPITALISED})*")
# Müller, Mueller, Myller, Muller, in the first syllable · Sørensen, Soerensen · Bæk, Baek
_SOUNDS = (
    (re.compile("^[^aeiouyæøå]*(?P<sound>ue|y|u)"), ("ue", "y", "u")),
    (re.compile("(?P<sound>ø|oe)"), ("ø", "oe")),
    (re.compile("(?P<sound>æ|ae)"), ("æ", "ae")),
)
_SHORTEST_NAME = 4
# What the stemmer takes from words of the dictionary.
_STEM_ENDINGS = ("e", "ig", "lig", "elig", "er", "en")
_WORD = re.compile(r"[^\W\d_]+")
# Of the words that do not inflect and are short enough to be taken for abbreviations those that people say.
_SMALL_WORDS = frozenset({"ja", "nej", "ok", "væk", "øst", "vest", "nord", "syd", "fru"})


@lru_cache(maxsize=100_000)
def own_form_word(word: str) -> str | None:
    """The word for a word's own form, where its stem is another word's, too; None where the stem is enough.

    >>> own_form_word("valg"), own_form_word("valgte"), own_form_word("skole"), own_form_word("mullers")
    ('ñ0valg', 'ñ0valgte', None, 'ñ2muller')
    """
    if name := _name_alone(word):
        return _NAME + name
    return _OWN_FORM + word if stem_of(word) in shared_stems() and word not in STOP_WORDS else None


def is_name_alone(word: str) -> bool:
    """Whether a word in normal form is only a name; its stem, which is that of a common word, then says nothing.

    >>> is_name_alone("muller"), is_name_alone("kruse"), is_name_alone("anders")
    (True, False, False)
    """
    return _name_alone(word) is not None


def _name_alone(word: str) -> str | None:
    """The name that a word is, in the genitive, too; None for one that is a word of the dictionary as well."""
    for name in (word, word.removesuffix("s")):
        if name in _surnames() and dictionary_word(name) != name and _is_stemmed_as_another(name):
            return name
    return None


def find_name_words(text: str) -> Iterator[tuple[str, int, int]]:
    """The words for names that search would take for other words; and where they stand.

    That is a name with a common word's stem, and a stop word in a row of capitalised words of which one is no word of
    the dictionary.

    >>> list(find_name_words("sagt af Hans Nielsen")), list(find_name_words("Anders"))
    ([('ñ2hans', 8, 12)], [('ñ2anders', 0, 6)])
    """
    for row in _ROW_OF_NAMES.finditer(text):
        for word, start, end in _name_words_of(row[0]):
            yield word, row.start() + start, row.start() + end


# The same names and first words of sentences come again in every text.
@lru_cache(maxsize=20_000)
def _name_words_of(row: str) -> tuple[tuple[str, int, int], ...]:
    words = [(fold(match[0]), match) for match in _WORD.finditer(row)]
    are_names = not all(word in STOP_WORDS or _is_plain_word(word) for word, _ in words)
    return tuple(
        (_NAME + word, *match.span())
        for word, match in words
        if (are_names and word in STOP_WORDS) or _is_stemmed_as_another(word)
    )


@lru_cache(maxsize=10_000)
def _is_plain_word(word: str) -> bool:
    """Whether it is a word; "anders" is none, for of "and" all forms are listed."""
    base = None if word in _surnames() else dictionary_word(word)
    return base is not None and (base == word or not is_listed(base) or is_listed(word))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(reviewed("surnames"))


@lru_cache(maxsize=20_000)
def _is_stemmed_as_another(word: str) -> bool:
    """Whether a name has the stem of a common word."""
    stem = stem_of(word)
    if stem == word or stem in STOP_WORDS or _is_plain_word(word):
        return False
    return any(
        dictionary_word(common) == common for common in (stem, *(stem + ending for ending in _STEM_ENDINGS))
    )


def name_spellings(word: str) -> Iterator[str]:
    """Other spellings of a word that may be a name, as they are looked for; none of a word of the dictionary.

    >>> list(name_spellings("myller")), list(name_spellings("nyt"))
    (['mueller', 'ñ2muller'], [])
    """
    if (
        len(word) < _SHORTEST_NAME
        or not word.isalpha()
        or len(split_compound(word)) > 1
        or _is_plain_word(word)
    ):
        return
    for written, sounds in _SOUNDS:
        if match := written.search(word):
            for sound in sounds:
                spelling = word[: match.start("sound")] + sound + word[match.end("sound") :]
                if spelling != word:
                    yield _NAME + spelling if _is_stemmed_as_another(spelling) else spelling


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


@lru_cache(maxsize=10_000)
def is_abbreviation_alone(word: str) -> bool:
    """Whether a word in small letters is an abbreviation that is also written so, and no other word.

    >>> is_abbreviation_alone("it"), is_abbreviation_alone("bo"), is_abbreviation_alone("med")
    (True, False, False)
    """
    is_small = word in STOP_WORDS or word in light_words() or word in _SMALL_WORDS
    return is_in_dictionary(word) and not is_small and not load_lexicon().kinds.get(word)


def match_own_word(word: str) -> str | None:
    """The word in small letters that a word of these stands for; None for any other.

    >>> match_own_word("ñ1med")
    'med'
    """
    return word[len(_ACRONYM) :] if word.startswith(_MARKS) else None
