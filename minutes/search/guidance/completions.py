"""How a word that is being typed may go on: the archive's words that begin so, and that the reader may know of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db import connection

from minutes.danish.letters import from_spelt_out
from minutes.danish.words import LONGEST_WORD, normalise
from minutes.models import Reader
from minutes.models.visibility import READABLE_INDEX_ROW, sql_parameters
from minutes.search.matching.lexemes import find_lexemes
from minutes.search.query.pieces import piece_of_word
from minutes.search.query.query import Query, clean, query_of
from minutes.search.query.terms import Term, Words

from .slips import words_begun_with_a_slip
from .vocabulary import find_answered_lately

# One letter begins half the archive.
_SHORTEST_BEGINNING = 2
# Words that begin so are looked at, and the shortest of them read: enough for a list of a dozen, and bounded also where
# two letters begin a large part of all words.
_MOST_SCANNED = 5_000
_MOST_READ = 60
# Where more words begin so than are read, those of the newest titles come first: most likely one of them is what
# somebody has begun to type. Titles.
_MOST_TITLES = 500
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
# Of words by their spelling whether the reader may see the item that each is remembered with.
_REMEMBERED = f"""
    SELECT word, item_id IS NOT NULL AND {READABLE_INDEX_ROW}
    FROM minutes_searchword LEFT JOIN minutes_searchdocument ON item_id = document_id
    WHERE word = ANY(%(words)s)
"""  # noqa: S608 - what is put in is a constant
_NEWEST_TITLES = f"""
    SELECT title_key FROM minutes_searchdocument WHERE {READABLE_INDEX_ROW} ORDER BY date DESC LIMIT %(titles)s
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


def completed(query: Query, word: str, other: str) -> Query:
    """The query for a text that ends in a word, as it would be with another one in its place, both in normal form."""
    groups = []
    for group in query.groups:
        terms = tuple(_with_other_word(term, word, other) for term in group)
        if terms != group or word == other:
            groups.append(terms)
    return replace(query, groups=tuple(groups))


def _with_other_word(term: Term, word: str, other: str) -> Term:
    # Where the word's own form stands first, its stem is behind that.
    written = (*term.alternatives[:1], *term.lesser[:1])
    words = next((each for each in written if isinstance(each, Words) and each.words[-1] == word), None)
    if words is None:
        return term
    return Term((replace(words, words=(*words.words[:-1], other)),), term.is_unwanted)


def complete(beginning: str, reader: Reader, limit: int) -> list[str]:
    """Words that begin so and by which the reader would find something, the likeliest first.

    Those are the commonest of the newest titles where too many words begin so, and then the shortest. Where none begins
    so, they are words that begin so but for one slip. Of the forms of a word there is the shortest alone, since each
    finds them all. Two queries, or three; one more for lexemes not met before, and two more where the reader may not
    see the remembered item of a word; twice as many where none begins so.
    """
    found = _words_beginning(beginning.lower(), reader)
    common = _in_newest_titles(beginning.lower(), reader) if len(found) == _MOST_READ else {}
    begun = _choose(found | dict.fromkeys(common, True), common, reader)
    if not begun:
        begun = _choose(_remembered(words_begun_with_a_slip(beginning)[:_MOST_READ], reader), {}, reader)
    return begun[:limit]


def _choose(found: Mapping[str, bool], common: Mapping[str, int], reader: Reader) -> list[str]:
    """Of words and whether the remembered item of each is visible, those that the reader may know of, in order."""
    lexemes = find_lexemes([normalise(word) for word in found])
    firsts: dict[tuple[str, ...], str] = {}
    uses: Counter[tuple[str, ...]] = Counter()
    for word in sorted(found, key=lambda word: (not found[word], len(word), word)):
        if stems := lexemes[normalise(word)]:
            firsts.setdefault(stems, word)
            uses[stems] += common.get(word, 0)
    unknown = [word for word in firsts.values() if not found[word]][:_MOST_LOOKED_FOR]
    queries = {word: query_of([(piece_of_word(word),)], text=word) for word in unknown}
    seen = find_answered_lately(queries, reader)
    visible = {stems: word for stems, word in firsts.items() if found[word] or word in seen}
    return [word for _, _, word in sorted((-uses[stems], len(word), word) for stems, word in visible.items())]


def _words_beginning(beginning: str, reader: Reader) -> dict[str, bool]:
    """Words that begin so, or so in the other spelling of å, æ and ø; and whether a remembered item is visible."""
    if not beginning:
        return {}
    parameters = {
        "beginning": f"{beginning}%",  # letters alone, so nothing in it means anything to LIKE
        "other": f"{_in_other_spelling(beginning)}%",
        **sql_parameters(reader),
        "scanned": _MOST_SCANNED,
        "limit": _MOST_READ,
    }
    with connection.cursor() as cursor:
        cursor.execute(_BEGINNING, parameters)
        return dict(cursor.fetchall())


def _in_newest_titles(beginning: str, reader: Reader) -> Counter[str]:
    """The words of the newest titles that begin so, in normal form, and how often each stands there."""
    begun = normalise(beginning)
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST_TITLES, {"titles": _MOST_TITLES, **sql_parameters(reader)})
        words = (word for (title,) in cursor.fetchall() for word in title.split())
    return Counter(word for word in words if word.startswith(begun) and word.isalpha() and len(word) > 2)


def _remembered(words: list[str], reader: Reader) -> dict[str, bool]:
    """The same words, and whether the remembered item of each is visible."""
    if not words:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_REMEMBERED, {"words": words, **sql_parameters(reader)})
        return dict(cursor.fetchall())


def _in_other_spelling(beginning: str) -> str:
    other = from_spelt_out(beginning)
    return beginning.replace("å", "aa") if other == beginning else other
