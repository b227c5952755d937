"""Phrases that the index cannot tell, checked in the texts of the few items that may have them.

The index has no stop words, so that "taget til efterretning med tak" would be found wherever other small words stand in
their places; it has the parts of compounds as words, which quotes round one word keep out; and it has no capitals,
without which "Anders And" would be found where Anders Holm says something and something else.
"""

from __future__ import annotations

from minutes.danish.forms.stems import STOP_WORDS
from minutes.danish.forms.stems import stem as stem_of
from minutes.danish.words import match_number_word
from minutes.search.query.query import Query
from minutes.search.query.terms import Term

# Of a row that is called {row}: whether one of its texts has what each pattern says. The patterns are the parameter
# `spoken`; they have no parts to go back to, and are held against texts only where the index has all their words.
IS_SPOKEN = """NOT EXISTS (
    SELECT FROM unnest(%(spoken)s::text[]) AS spoken (pattern)
    WHERE NOT EXISTS (
        SELECT FROM (
            SELECT title || '\n' || toc_title FROM minutes_agendaitem WHERE id = {row}.item_id
            UNION ALL SELECT text FROM minutes_section WHERE item_id = {row}.item_id
            UNION ALL SELECT title FROM minutes_attachment WHERE item_id = {row}.item_id
            UNION ALL SELECT title FROM minutes_documentreference WHERE item_id = {row}.item_id
            UNION ALL SELECT name || '\n' || text FROM minutes_decision
                JOIN minutes_body AS body ON body.id = body_id WHERE item_id = {row}.item_id
            UNION ALL SELECT code || ' ' || name FROM minutes_itemcentre
                JOIN minutes_centre AS centre ON centre.id = centre_id WHERE item_id = {row}.item_id
        ) AS told (words)
        WHERE words ~* pattern
    )
)"""
# What one letter of a normal form is in a text.
_WRITTEN = {
    "a": "[aàáâãAÀÁ]", "e": "[eéèêëEÉÈ]", "i": "[iíìïI]", "o": "[oóòôO]", "y": "[yüYÜ]", "å": "(?:[åÅ]|aa|Aa|AA)",
    "æ": "[æäÆÄ]", "ø": "[øöØÖ]",
}  # fmt: skip
_ENDINGS = r"(?:e|en|et|er|eren|erne|ene|ere|r|n|ne|t|te|ede)?s?"


def find_spoken(query: Query) -> tuple[str, ...]:
    """Patterns of the phrases that every item must say, whichever of the groups it answers."""
    if not query.groups:
        return ()
    first, *others = ([*map(_pattern, group)] for group in query.groups)
    return tuple(
        dict.fromkeys(pattern for pattern in first if pattern and all(pattern in other for other in others))
    )


def _pattern(term: Term) -> str | None:
    """How a wanted phrase or name stands in texts, where the index alone cannot tell."""
    piece = term.pieces[0] if len(term.pieces) == 1 else None
    if term.is_name and piece:
        # The rest is held against texts without regard to capitals.
        name = piece.as_written(piece.words[0])
        return rf"(?c)\m(?:{name}|{name.upper()})'?[sS]?\M"
    if piece is None or not piece.is_phrase or term.is_unwanted or term.properties():
        return None
    words = piece.normal_forms
    if len(words) == 1:
        # A word of which texts have other forms than its stem with an ending is found by these, too.
        is_alone = words[0].isalpha() and words[0] not in STOP_WORDS
        return rf"\m{_letters(stem_of(words[0]), doubled=True)}{_ENDINGS}\M" if is_alone else None
    if STOP_WORDS.isdisjoint(words) or STOP_WORDS.issuperset(words):
        return None
    return r"\W+".join(map(_word_pattern, words))


def _word_pattern(word: str) -> str:
    if word in STOP_WORDS:
        return rf"\m{_letters(word)}\M"
    if match_number_word(word) or not word.isalpha():
        return r"\w\S*"
    return rf"\m{_letters(stem_of(word))}\w*"


def _letters(stem: str, *, doubled: bool = False) -> str:
    """A stem as it may be written; "centret" is stemmed as "cent", and "rummet" as "rum"."""
    written = "".join(_WRITTEN.get(letter, letter) for letter in stem)
    return f"{written}{_WRITTEN.get(stem[-1], stem[-1])}?r?" if doubled else written
