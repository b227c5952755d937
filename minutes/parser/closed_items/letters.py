"""The letters of a title or a line: whether they can say anything of closed items, and what they are meant to be.

Words are set in large type ("L U K K E T"), with letters of other alphabets that look alike, or with marks on them.
"""

from __future__ import annotations

import re
import unicodedata

# What Danish is written with; a line with anything else is looked at more closely.
_PLAIN = "\x00-\x7fÆØÅæøå§«»\u2010-\u2026"
_ODD = re.compile(f"[^{_PLAIN}]")
# Letters that look like others: Cyrillic, Greek, and those whose mark is part of them.
_LOOK_ALIKE = str.maketrans(
    "аеоорсухіјкѕтТКЕОРСАВМНХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧοκτυιεŁłĦħ",
    "aeoopcyxijkstTKEOPCABMHXISJABEZHIKMNOPTYXoktuieLlHh",
)
# Marks on letters, but for the ring of "å", and what is not seen at all: soft hyphens, joiners, directions.
_MARK = re.compile(
    r"(?<![Aa])\u030a|[\u0300-\u0309\u030b-\u036f\u20d0-\u20ff]"
    r"|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"
)
_LETTER = r"[^\W\d_]"
_GAP = r"[\W_]{1,3}"
_SPACED_OUT = re.compile(rf"(?<![^\W_])(?:{_LETTER}{_GAP}){{3,}}{_LETTER}(?![^\W_])")
# Looked for first: the beginning of such a word.
_SPELT = re.compile(rf"[LlFf]{_GAP}[UuOo]{_GAP}[KkRr]{_GAP}")
_RUN_TOGETHER = re.compile(r"(?i:\A(lukket|lukkede|fortrolig[te]?+)(?=\w))")


def may_say(text: str) -> bool:
    """Whether a text has letters of a word that can say something of closed or open items."""
    if _has_such_letters(text):
        return True
    plain = read_letters(text)
    return plain is not text and _has_such_letters(plain)


def _has_such_letters(text: str) -> bool:
    lower = text.lower()
    # Most lines have none of these. Written out, for every line is asked: faster than a loop, or a pattern of all.
    return (
        "luk" in lower
        or "fortr" in lower
        or "åb" in lower
        or "aab" in lower
        or "off" in lower
        or "fidenti" in lower
        or "hemmelig" in lower
        or "aktinds" in lower
        or "tilhører" in lower
    )


def read_letters(text: str) -> str:
    """The text in plain letters, words that are written letter by letter joined; most texts are given back as they are.

    >>> read_letters("L.U.K.K.E.T. Salg"), read_letters("Lu\u0301kket møde")
    ('LUKKET. Salg', 'Lukket møde')
    """
    if not text.isascii() and _ODD.search(text):
        text = _in_plain_letters(text)
    return _SPACED_OUT.sub(_joined, text) if _SPELT.search(text) else text


def _in_plain_letters(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text).translate(_LOOK_ALIKE)
    return unicodedata.normalize("NFC", _MARK.sub("", parts))


def _joined(spaced_out: re.Match[str]) -> str:
    """The word that was written letter by letter: "L U K K E T"."""
    joined = "".join(filter(str.isalpha, spaced_out[0]))
    return _RUN_TOGETHER.sub(r"\1 ", joined) if _has_such_letters(joined) else spaced_out[0]
