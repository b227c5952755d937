"""The typed text in plain signs: numbers as their words, and without the labels before them."""

from __future__ import annotations

import re

from minutes.danish.amounts import match_typed_figure
from minutes.danish.dates import SHORT_YEAR, YEAR
from minutes.danish.numbers import match_serial
from minutes.danish.words import with_number_words

_QUOTES = str.maketrans(dict.fromkeys("”“„«»", '"'))
_DASHES = str.maketrans(dict.fromkeys("–−‐‑", "-"))
# 12/00321 is 12/321.
_LEADING_ZEROS = re.compile(r"(?<=[0-9]/)0+(?=[1-9][0-9]{2})")
# The number of a document within its case: 12/32140-3.
_PART_OF_CASE = re.compile(rf"(?<![\w/-])((?:{YEAR}|{SHORT_YEAR})/[0-9]{{3,7}})-[0-9]{{1,3}}(?![\w/-])")
# An item of a case: 12/32140/4 · 12/32140 #4.
_ITEM_OF_CASE = re.compile(
    rf"(?<![\w/-])((?:{YEAR}|{SHORT_YEAR})[/-][0-9]{{3,7}})(?:/|\s?#\s?)([0-9]{{1,3}}[a-zæøå]?)(?![\w/-])",
    re.IGNORECASE,
)
# "sag 12/32140" asks for the number, not for the word before it, too; "nr. 32140" and "lokalplan nr. 4.17" likewise.
_NUMBERED = r"(?:sag(?:en|s)?|dok(?:ument)?|j(?:ournal)?)"
LABEL = re.compile(
    rf"\b(?:(?:{_NUMBERED}\.?\s?(?:nr|nummer)?|nr|nummer)\b[.:\s]*(?=(?:sagnr|doknr)[0-9])"
    rf"|(?:{_NUMBERED}\.?\s?)?(?:nr|nummer)\b[.:\s]*(?=[0-9]))",
    re.IGNORECASE,
)
_LABELLED_FIGURE = re.compile(
    rf"\b(?:{_NUMBERED}\.?\s?)?(?:nr|nummer)\b[.:\s]*(?P<figure>[0-9][0-9.]{{2,20}}[0-9])(?![\w/-]|[.,][0-9])",
    re.IGNORECASE,
)


def with_plain_signs(text: str) -> str:
    """The text with one kind of quotes and hyphens, and case numbers without zeros and a document's number.

    >>> with_plain_signs("«budget» – 12/0032140-3, 12/32140/4")
    '"budget" - 12/32140, 12/32140 punkt 4'
    """
    plain = _LEADING_ZEROS.sub("", text.translate(_QUOTES).translate(_DASHES))
    return _ITEM_OF_CASE.sub(r"\1 punkt \2", _PART_OF_CASE.sub(r"\1", plain))


def with_bare_numbers(plain: str) -> str:
    """The text, in plain signs, with each number as its one word, and without the labels before numbers.

    >>> with_bare_numbers("budget, sagsnr. 12 / 32140")
    'budget, sagnr12x32140'
    """
    if serial := match_serial(plain):
        figure = str(serial)
        return _as_number(figure) if any(map(str.isalpha, plain)) else figure
    bare = _LABELLED_FIGURE.sub(_without_sum, with_number_words(plain))
    while (shorter := LABEL.sub(_in_place_of_label, bare)) != bare:  # "Sag: sagsnr. 12/32140" has two
        bare = shorter
    return " ".join(bare.split())


def _in_place_of_label(label: re.Match[str]) -> str:
    """What keeps a number apart from what stands before it, but for a minus: "(sag 12/32140)", "-sag 12/32140"."""
    is_before_number = label.string.startswith(("sagnr", "doknr"), label.end())
    return " " if is_before_number and not label.string.endswith("-", 0, label.start()) else ""


def _without_sum(labelled: re.Match[str]) -> str:
    is_quoted = labelled.string.count('"', 0, labelled.start()) % 2 == 1
    number = _as_number(labelled["figure"])
    return labelled[0] if is_quoted or number == labelled["figure"] else number


def _as_number(figure: str) -> str:
    """The figure of which somebody said that it is a number, in quotes where it might be read as a sum."""
    return f'"{figure}"' if match_typed_figure(figure) else figure
