"""What was typed -> what is asked: words, "phrases", OR, -not, and numbers in every form that people write."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from minutes.parser.numbers import find_numbers, match_case_number, match_serial

from .danish import find_words, normalise, number_word, with_number_words, without_inner_hyphens

MAX_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Query:
    """A search as it is asked.

    `text` is what was typed, cleaned. `expressions` are for `websearch_to_tsquery`, to be joined by OR; without any,
    nothing was asked for. `words` are the normal forms of what should be found, for marking. At most one of the
    numbers is set, where the whole text is that number and nothing else; a possible case number may as well be a
    date or a span of years ("12/6", "2013/14"), and both are asked for.
    """

    text: str
    expressions: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    case_number: str | None = None
    possible_case_number: str | None = None
    document_number: str | None = None
    serial: int | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word or a phrase, wanted or unwanted (`is_not`); `joined` is the same with its hyphens taken out."""

    words: tuple[str, ...]
    joined: tuple[str, ...]
    is_phrase: bool
    is_not: bool

    def wanted(self, words: tuple[str, ...]) -> str:
        # The parts of a date or an amount mean something only side by side.
        if self.is_phrase or (len(words) > 1 and all(word.isdigit() for word in words)):
            return f'"{" ".join(words)}"'
        return " ".join(words)

    def unwanted(self) -> str:
        return " ".join(f'-"{" ".join(words)}"' for words in dict.fromkeys((self.words, self.joined)))


# Control characters, lone surrogates, private use, unassigned.
_UNTYPED = ("Cc", "Cs", "Co", "Cn")
_QUOTES = str.maketrans(dict.fromkeys("”“„«»", '"'))
# "sag 12/32140" asks for the number, not for the word before it, too.
_LABEL = re.compile(
    r"\b(?:(?:sag(?:en|s)?|dok(?:ument)?|j(?:ournal)?)\.?\s?(?:nr|nummer)?|nr|nummer)\b[.:\s]*(?=(?:sagnr|doknr)\d)",
    re.IGNORECASE,
)
_PIECE = re.compile(r'(?P<minus>-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')


def parse_query(typed: str) -> Query:
    """What a person typed, whatever it is, as a query; never raises, and reads the first 300 characters.

    >>> parse_query("sag 12-32140").case_number
    '12/32140'
    >>> parse_query('budget OR "udsatte boligområder" -2013').expressions
    ('budget OR "udsatte boligområder" -"2013"',)
    """
    text = clean(typed)
    if serial := match_serial(text):
        return Query(text, (str(serial),), frozenset({str(serial)}), serial=serial)
    asked = _LABEL.sub("", with_number_words(text))
    groups = _groups(asked)
    numbers = find_numbers(text)
    possible_case = None if numbers else match_case_number(text)
    if possible_case:
        groups.append([_single(number_word("case", possible_case))])
    sole = numbers[0] if len(numbers) == 1 and len(find_words(asked)) == 1 else None
    return Query(
        text,
        expressions=_expressions(groups),
        words=_wanted_words(groups),
        case_number=sole.number if sole and sole.kind == "case" else None,
        possible_case_number=possible_case,
        document_number=sole.number if sole and sole.kind == "document" else None,
    )


def any_word_of(query: Query) -> str | None:
    """A text to type that asks for any of the wanted words instead of all; None where there is only one."""
    words = [
        word
        for word in query.text.replace('"', " ").split()
        if not word.startswith("-") and word.upper() != "OR"
    ]
    return " OR ".join(words) if len(words) > 1 and query.expressions else None


def clean(typed: str) -> str:
    """The typed text in composed letters, on one line, without what nobody types, of at most 300 characters."""
    composed = unicodedata.normalize("NFC", "".join(map(_as_typed, typed)))
    return " ".join(composed.split())[:MAX_LENGTH].rstrip()


def _as_typed(character: str) -> str:
    """The character, or what stands for one that nobody types: nothing for a soft hyphen and its like, else a blank."""
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category in _UNTYPED else character


def _groups(text: str) -> list[list[_Piece]]:
    """The pieces between the ORs; a group that only says what is unwanted would match nearly everything: left out."""
    groups: list[list[_Piece]] = [[]]
    for match in _PIECE.finditer(text.translate(_QUOTES)):
        if match[0].upper() == "OR":
            groups.append([])
        elif piece := _piece(match):
            groups[-1].append(piece)
    return [group for group in groups if not all(piece.is_not for piece in group)]


def _piece(match: re.Match[str]) -> _Piece | None:
    text = match["phrase"] or match["word"] or ""
    words = tuple(normalise(text).split())
    joined = tuple(normalise(without_inner_hyphens(text)).split())
    is_phrase = match["phrase"] is not None
    return _Piece(words, joined, is_phrase, is_not=match["minus"] is not None) if words else None


def _single(word: str) -> _Piece:
    return _Piece((word,), (word,), is_phrase=False, is_not=False)


def _expressions(groups: list[list[_Piece]]) -> tuple[str, ...]:
    """The groups as typed, and once more with the hyphenated words in one, where that makes a difference."""
    if not groups:
        return ()
    return tuple(dict.fromkeys(_expression(groups, joined=joined) for joined in (False, True)))


def _expression(groups: list[list[_Piece]], *, joined: bool) -> str:
    return " OR ".join(
        " ".join(
            piece.unwanted() if piece.is_not else piece.wanted(piece.joined if joined else piece.words)
            for piece in group
        )
        for group in groups
    )


def _wanted_words(groups: list[list[_Piece]]) -> frozenset[str]:
    wanted = [piece for group in groups for piece in group if not piece.is_not]
    return frozenset(word for piece in wanted for word in (*piece.words, *piece.joined))
