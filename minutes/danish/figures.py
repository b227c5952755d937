"""Figures as the cells of tables write them: "-1.234,5", "12 %", "3,5 mia. kr.", "27.000 kr.", "100 tkr.", "1 234"."""

from __future__ import annotations

import re

# Digits with full stops anywhere, or with blanks before each three; decimals after a comma.
_NUMBER = r"[-–+]?\s?[0-9](?:[0-9.]*|[0-9]{0,2}(?:\s[0-9]{3})+)(?:,[0-9]+)?"
# % · kr. · tkr. · mio. · mia. kr. · mio.kr.
_UNIT = r"%|t?kr\.?|mi[oa]\.?(?:\s?kr\.?)?"
_FIGURE = re.compile(rf"{_NUMBER}\s?(?:{_UNIT})?")


def is_figure(text: str) -> bool:
    """Whether a text without blanks around it is a number, with a unit of money or per cent or none; so is a year.

    Such cells stand to the right, and a row that has one is no heading of its table. What only has a figure in it is
    none: a day ("25. juni"), a case number, a span ("12-15"), a count of something ("12 stk.").
    """
    return _FIGURE.fullmatch(text) is not None
