"""Sums of money as Danish minutes write them: "3,3 mio. kr.", "500.000 kr.", "kr. 25.000", "100.000,-", "450 t.kr."."""

from .amount_words import (
    amount_word,
    find_spelt_amounts,
    find_typed_amounts,
    is_read_as,
    match_amount_word,
    match_typed_figure,
)
from .figures_of_tables import match_figure, unit_of_column
from .spellings import beginnings_in_words, plain_spelling
from .sums import StatedAmount, find_amounts, write_kroner

__all__ = [
    "StatedAmount",
    "amount_word",
    "beginnings_in_words",
    "find_amounts",
    "find_spelt_amounts",
    "find_typed_amounts",
    "is_read_as",
    "match_amount_word",
    "match_figure",
    "match_typed_figure",
    "plain_spelling",
    "unit_of_column",
    "write_kroner",
]
