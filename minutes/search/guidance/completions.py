"""How a word that is being typed may go on: the archive's words that begin so, and that the reader may know of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db import connection

from minutes.danish.letters import from_spelt_out
from minutes.danish.words import LONGEST_WORD, normalise
from minutes.models import Reader
from minutes.models.visibility import READABLE_INDEX_ROW, sql_parameters
from minutes.search.matching.lexemes import find_lexemes
from minutes.search.query.pieces import piece_of_word
from minutes.search.query.query import clean, query_of

from .vocabulary import find_answered_lately

# One letter begins half the archive.
_SHORTEST_BEGINNING = 2
# Words that begin so are looked at, and the shortest of them read: enough for a list of a dozen, and bounded also where
# two letters begin a large part of all words.
_MOST_SCANNED = 5_000
_MOST_READ = 60
# Words whose remembered item the reader may not see, and which are looked for in the newest items.
_MOST_LOOKED_FOR = 10

_LAST_WORD = re.compile(rf"(?<![^\W_])[^\W\d_]{{{_SHORTEST_BEGINNING},{LONGEST_WORD}}}\Z")

_BEGINNING = f"""
    SELECT word, item_id IS NOT NULL AND {READABLE_INDEX_ROW}
    FROM (
        SELECT word, document_id
        FROM (
            SELECT word, document_id FROM minutes_searchword
            WHERE word LIKE %(beginning)s OR word LIKE %(other)s
            LIMIT %(scanned)s
        ) AS beginning
        ORDER BY length(word), word
        LIMIT %(limit)s
    ) AS shortest
    LEFT JOIN minutes_searchdocument ON item_id = document_id
    ORDER BY length(word), word
"""  # noqa: S608 - what is put in is a constant


@dataclass(frozen=True, slots=True)
class UnfinishedText:
    """A text that is being typed: the word at its end, not yet complete, and all that stands before it.

    `beginning` is empty where the text ends in a blank, a digit or less than two letters.
    """

    before: str
    beginning: str

    @property
    def is_unwanted(self) -> bool:
        """Whether the word says what should not be found: "-skol"."""
        return bool(re.search(r"(?:^|\s)-\Z", self.before))

    def with_word(self, word: str) -> str:
        """The text with the word at its end completed."""
        return self.before + word


def read_unfinished(typed: str) -> UnfinishedText:
    """What has been typed so far, whatever it is.

    >>> read_unfinished("nye skol")
    UnfinishedText(before='nye ', beginning='skol')
    """
    text = clean(typed)
    match = None if typed[-1:].isspace() else _LAST_WORD.search(text)
    return UnfinishedText(text[: match.start()], match[0]) if match else UnfinishedText(text, "")


def complete(beginning: str, reader: Reader, limit: int) -> list[str]:
    """Words that begin so and by which the reader would find something, shortest first.

    Of the forms of a word there is the shortest alone, since each finds them all. Two queries; one more for lexemes
    not met before, and two more where the reader may not see the remembered item of a word.
    """
    found = _words_beginning(beginning.lower(), reader)
    lexemes = find_lexemes([normalise(word) for word in found])
    firsts: dict[tuple[str, ...], str] = {}
    for word in sorted(found, key=lambda word: (not found[word], len(word), word)):
        if stems := lexemes[normalise(word)]:
            firsts.setdefault(stems, word)
    unknown = [word for word in firsts.values() if not found[word]][:_MOST_LOOKED_FOR]
    queries = {word: query_of([(piece_of_word(word),)], text=word) for word in unknown}
    seen = find_answered_lately(queries, reader)
    visible = [word for word in firsts.values() if found[word] or word in seen]
    return sorted(visible, key=lambda word: (len(word), word))[:limit]


def _words_beginning(beginning: str, reader: Reader) -> dict[str, bool]:
    """Words that begin so, or so in the other spelling of å, æ and ø; and whether a remembered item is visible."""
    if not beginning:
        return {}
    other = from_spelt_out(beginning)
    if other == beginning:
        other = beginning.replace("å", "aa")
    parameters = {
        "beginning": f"{beginning}%",  # letters alone, so nothing in it means anything to LIKE
        "other": f"{other}%",
        **sql_parameters(reader),
        "scanned": _MOST_SCANNED,
        "limit": _MOST_READ,
    }
    with connection.cursor() as cursor:
        cursor.execute(_BEGINNING, parameters)
        return dict(cursor.fetchall())
