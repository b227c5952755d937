"""How many items a name would match, so that nobody makes an everyday word a name by mistake."""

from __future__ import annotations

from minutes.danish.words import normalise
from minutes.models import Reader
from minutes.search.matching.filters import Filters
from minutes.search.matching.search import Search
from minutes.search.query.query import Query
from minutes.search.query.terms import Term, Words

# A name that stands in so many items can be looked through; one in more is asked about.
A_FEW = 5
# The label of the tick that answers the question.
SAVE_ANYWAY = "Ja, gem alligevel"


def count_items(text: str, reader: Reader) -> int:
    """Return how many items that the reader may see have these words side by side, as far as a search counts."""
    words = tuple(normalise(text).split())
    if not words:
        return 0
    asked = ((Term((Words(words, is_phrase=len(words) > 1),)),),)
    return Search(Query(text, groups=asked), reader, Filters({})).total.items


def in_words(text: str, count: int) -> str:
    """Return the sentence "»budget« står i 71 punkter"."""
    return f"»{text}« står i {'1 punkt' if count == 1 else f'{count} punkter'}"


def question(text: str, count: int) -> str:
    """Return what is asked before a name is given that stands in more than a few items; "" where it does not."""
    if count <= A_FEW:
        return ""
    return f"{in_words(text, count)}, og de vil alle blive fundet. Sæt kryds ved »{SAVE_ANYWAY}«, hvis det er meningen."
