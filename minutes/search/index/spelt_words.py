"""The words of the archive as they are spelt: what may be suggested to who searches, each with an item that has it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from django.db import connection

from minutes.danish.words import LONGEST_WORD

from .item_words import ItemText

# A word of letters alone that is worth suggesting.
_SPELT = re.compile(rf"(?<![^\W_])[^\W\d_]{{3,{LONGEST_WORD}}}(?![^\W_])")

_NEW_WORDS = """
    INSERT INTO minutes_searchword AS known (word, document_id)
    SELECT word, item_id
    FROM unnest(string_to_array(%s, ' '), string_to_array(%s, ' ')::bigint[]) AS met (word, item_id)
    -- Most are known, and to learn that from a conflict would lock their rows.
    WHERE NOT EXISTS (
        SELECT FROM minutes_searchword WHERE word = met.word AND document_id IS NOT NULL
    )
    ON CONFLICT (word) DO UPDATE SET document_id = excluded.document_id WHERE known.document_id IS NULL
"""


def spelt_words(text: ItemText) -> set[str]:
    """The words of an item as they are written, in lower case."""
    texts = (*text.titles, *text.decisions, *text.recommendations, *text.sections, *text.additions)
    return set(_SPELT.findall(unicodedata.normalize("NFC", "\n".join(texts)).lower()))


def remember_words(words: Mapping[str, int]) -> None:
    """Remember the words that are new, each with the key of an item that has it and is indexed.

    All in one order, so that no two writers wait for each other in a ring. Whoever meets a new word that another
    transaction has just written waits for its end.
    """
    if not words:
        return
    spelt = sorted(words)
    with connection.cursor() as cursor:
        cursor.execute(_NEW_WORDS, [" ".join(spelt), " ".join(str(words[word]) for word in spelt)])
