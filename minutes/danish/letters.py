"""Letters as search compares them, accents and the neighbours' letters made plain Danish ones, and as lists sort."""

from __future__ import annotations

import re
import unicodedata

# The neighbours' letters are the same sounds; the soft hyphen is none. "Müller" is no "muligt".
_LETTERS = str.maketrans({"ä": "æ", "ö": "ø", "ü": "y", "\u00ad": None})
# An older spelling of å; not where a first part of a compound ends on a: "dataanalyse", "klimaaftale".
_DOUBLE_A = re.compile("(?<!dat)(?<!dram)(?<!firm)(?<!kamer)(?<!klim)(?<!skem)(?<!tem)aa")
_DANISH = {"ae": "æ", "oe": "ø", "aa": "å"}
_SPELT_OUT = re.compile("|".join(_DANISH))


def fold(word: str) -> str:
    """The word in lower case and plain letters: "Idé" gives "ide", "Aabenraa" "åbenrå"."""
    composed = unicodedata.normalize("NFC", word.lower()).translate(_LETTERS)
    plain = composed if composed.isascii() else "".join(map(_without_accent, composed))
    return _DOUBLE_A.sub("å", plain) if "aa" in plain else plain


def from_spelt_out(word: str) -> str:
    """The word with the letters that were spelt out for want of a Danish keyboard: "hoeje" gives "høje"."""
    return _SPELT_OUT.sub(lambda letters: _DANISH[letters[0]], word)


def small_letters(text: str) -> str:
    """The text in small letters, each where it stood: the capital İ alone would become two."""
    return text.replace("İ", "I").lower()


def _without_accent(letter: str) -> str:
    """É gives e; å is no a with an accent, but a letter of its own."""
    if letter == "å":
        return letter
    return "".join(mark for mark in unicodedata.normalize("NFD", letter) if not unicodedata.combining(mark))


# What comes after "z" in the order of code points stands for the last three letters; the others are sorted as the plain
# letters that they are made of (Dansk Sprognævn, "Retskrivningsordbogen", § 3: ü as y).
SORTED_AS = {
    **{"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"},
    **{"é": "e", "è": "e", "ê": "e", "ë": "e", "á": "a", "à": "a", "ü": "y", "ó": "o", "ñ": "n", "ç": "c"},
}
DOUBLE_A = "aa"
_SORTED_AS = str.maketrans(SORTED_AS)


def sort_key(name: str) -> str:
    """What names are sorted by; the server makes the same of them (models/centres.py).

    >>> sorted(["Århus", "Østre", "Aabenraa", "Ældre", "Zoo", "asfalt"], key=sort_key)
    ['asfalt', 'Zoo', 'Ældre', 'Østre', 'Aabenraa', 'Århus']
    """
    return name.lower().replace(DOUBLE_A, "å").translate(_SORTED_AS)
