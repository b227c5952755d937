"""How Word writes the number of a list: in figures, letters or Roman numerals."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Beyond these nobody counts so; Word itself stops there too.
_LAST_ROMAN = 3999
_LAST_LETTER = 30 * len(_LETTERS)


def numeral(count: int, number_format: str) -> str:
    """Return a count in one of Word's formats ("lowerRoman"); in figures where the format is none that is known.

    >>> numeral(4, "upperRoman"), numeral(28, "lowerLetter"), numeral(7, "decimalZero")
    ('IV', 'bb', '07')
    """
    kind = number_format.lower()
    if kind.endswith("roman") and 0 < count <= _LAST_ROMAN:
        written = _roman(count)
    elif kind.endswith("letter") and 0 < count <= _LAST_LETTER:
        # After z come aa, bb, cc.
        repeated, letter = divmod(count - 1, len(_LETTERS))
        written = _LETTERS[letter] * (repeated + 1)
    elif kind == "decimalzero":
        written = f"{count:02}"
    elif kind == "ordinal":
        written = f"{count}."
    else:
        written = str(count)
    return written.upper() if kind.startswith("upper") else written


def _roman(count: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        written += letters * times
    return written
