"""Whether what stands in a text says in another way what was typed, so that it is a reason: "1,5 mio. kr.", "BO"."""

from __future__ import annotations

from minutes.danish.amounts import match_amount_word, plain_spelling
from minutes.danish.forms.own_words import find_acronyms
from minutes.danish.letters import small_letters
from minutes.danish.numbers import find_numbers
from minutes.danish.words import normalise, number_word

from .highlight import Mark


def begins_as_asked(word: str, typed: str) -> bool:
    """Whether it is a word with an ending, any of which was asked for: "skoler" for "skol*"."""
    return typed.endswith("*") and normalise(word).startswith(normalise(typed))


def other_spelling(text: str, mark: Mark, typed: str) -> str:
    """What is marked, as it is told beside what was typed; empty where it says it in the same way.

    Signs and capitals make no difference, but for the capitals of an acronym that spells a word.
    """
    written = text[mark.start : mark.end]
    if match_amount_word(mark.key):
        return "" if plain_spelling(written) == plain_spelling(typed) else small_letters(written)
    if _is_acronym(text, mark) and not _has_acronym(typed) and _bare(written) == _bare(typed):
        return written
    is_same = _bare(written) == _bare(typed) or _is_number_of(mark.key, typed)
    return "" if is_same else small_letters(written)


def _bare(words: str) -> str:
    """The words without signs, in small letters."""
    return " ".join("".join(filter(str.isalnum, word)) for word in small_letters(words).split())


def _is_number_of(key: str, typed: str) -> bool:
    """Whether the number that was typed, whatever stands before it, is the one that was found."""
    return [number_word(found.kind, found.number) for found in find_numbers(typed)] == [key]


def _has_acronym(typed: str) -> bool:
    # One word alone tells of no line in capitals.
    return any(True for _ in find_acronyms(f"{typed} i"))


def _is_acronym(text: str, mark: Mark) -> bool:
    """Whether it is an acronym that spells a word, which its line tells."""
    begin, end = text.rfind("\n", 0, mark.start) + 1, text.find("\n", mark.end)
    line = text[begin : end if end >= 0 else len(text)]
    return any(start == mark.start - begin for _, start, _ in find_acronyms(line))
