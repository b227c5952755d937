"""Danish compounds: where a word such as "sygedagpengerefusion" is put together, so that search finds its parts."""

from .lexicon import Part
from .splitter import (
    compound_parts,
    dictionary_verb,
    dictionary_word,
    is_in_dictionary,
    runs_of_parts,
    split_compound,
)

__all__ = [
    "Part",
    "compound_parts",
    "dictionary_verb",
    "dictionary_word",
    "is_in_dictionary",
    "runs_of_parts",
    "split_compound",
]
