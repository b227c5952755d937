"""What a title or a line says of items being closed.

The word (lukket, fortrolig) decides by what stands beside it between two signs. Where that is nothing but sag, punkt,
møde and the like, it is a label: "LUKKET SAG", "Punktet behandles for lukkede døre". What is nearly a label, or says
the same in other words, leaves a doubt. Closing too much costs a click; too little cannot be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from minutes.danish.markers import MARKER
from minutes.parser.headings import VOCABULARY

from .letters import may_say, read_letters
from .words import (
    BESIDE_NOUN,
    LIKE_NOUNS,
    OTHER,
    PART,
    VERBS,
    WORDS,
    Piece,
    cut,
    is_hushed_label,
    is_label,
    is_loose,
    up_to_law,
    up_to_tail,
)

# A label is shorter; what is longer is prose.
_LONGEST_LINE = 60
# Several times the longest title there is; what is longer is not taken to pieces.
_LONGEST_TITLE = 2_000
# A marker, or a case number, with a blank behind it.
_LONGEST_ASIDE = 12

_LETTER_ALONE = re.compile(r"(?<![^\W_])[Ll](?![^\W_])")
# "L. Salg", "L.: Salg", "(L.) Salg", '"L" Salg', "Salg - L."; but "L. P. Holms Vej" begins with initials.
_LETTER_IN_DOUBT = re.compile(
    r"""
      (?:\A|[(\[{<*]) \s* L \s* [.;|!?…·•] (?!\s*[^\W\d_]\.)
    | ["'“”„»«] \s* L \s* ["'“”„»«]
    | [-–—|] \s* L \s* [.;!…] \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The marker of a list, or the case number, where the label stands beside it.
_ASIDE = re.compile(rf"(?:{MARKER}|[•◦▪*]|[0-9]{{2}}/[0-9]{{1,7}})\s+")
_CLOSING_WORD = re.compile(rf"\b(?:{WORDS['closed']})\b", re.IGNORECASE)
# "Sag 16/904 er lukket", "Lukket 24/12"
_CASE_OR_DAY = re.compile(r"[0-9]{1,2}/[0-9]")
# "Lukkede pkt." are several.
_POINTS_CUT_SHORT = re.compile(r"\b(?:lukkede|fortrolige)\s+pkt\b", re.IGNORECASE)
# The opposite is no more than these words: what else speaks of open items may be text.
_PLAIN_OPPOSITE = re.compile(
    r"(?:åbent møde|åben (?:dagsorden|(?:møde)?del)|åbne (?:dagsordens)?punkter)", re.IGNORECASE
)
_AROUND_OPPOSITE = " .:*_-–—=\t()"


class Says(IntEnum):
    """What a title says, the weakest first: nothing, a use of the word worth a look, something in doubt, closed."""

    NOTHING = 0
    REMARK = 1
    DOUBT = 2
    CLOSED = 3


@dataclass(frozen=True, slots=True)
class ClosingLine:
    """A line with a label: whether it closes the item it stands in, or those that follow, or opens these again.

    `is_whole`: there is nothing else on the line. One that is no label but nearly one does nothing but raise a doubt.
    """

    is_whole: bool
    closes_item: bool = False
    closes_following: bool = False
    opens_following: bool = False
    is_label: bool = True


_NEARLY = ClosingLine(is_whole=True, is_label=False)


def judge_title(title: str) -> Says:
    """Return what a title says of its item's being closed.

    >>> [judge_title(title).name for title in ("Salg - LUKKET SAG", "Den lukkede afdeling", "Skolen holder lukket")]
    ['CLOSED', 'REMARK', 'DOUBT']
    """
    if len(title) > _LONGEST_TITLE:
        return Says.DOUBT if _CLOSING_WORD.search(title) else Says.NOTHING
    has_letter = _LETTER_ALONE.search(title)
    if not has_letter and not may_say(title):
        return Says.NOTHING
    says = Says.DOUBT if has_letter and _LETTER_IN_DOUBT.search(title.strip()) else Says.NOTHING
    for piece in cut(title):
        says = max(says, _judge(piece))
        if says is Says.CLOSED:
            break
    return says


def match_closing_line(text: str) -> ClosingLine | None:
    """Return what a line says of being closed or open; None for a line that is text, which most are.

    >>> match_closing_line("LUKKET MØDE").closes_following, match_closing_line("- lukket i uge 29")
    (True, None)
    """
    bare = text.strip()
    if len(bare) > _LONGEST_LINE + _LONGEST_ASIDE or not may_say(bare):
        return None
    marker = _ASIDE.match(bare)
    bare = bare[marker.end() :] if marker else bare
    if len(bare) > _LONGEST_LINE:
        return None
    pieces = list(cut(bare))
    # A line with a TAB is the row of a table, unless the TAB only moves it to the right.
    if "\t" in text.lstrip():
        return _NEARLY if _is_row_of_label(pieces) else None
    label = _first_with("closed", pieces)
    if is_label(label):
        return _closing(bare, label, is_whole=all(map(_says_no_more, up_to_law(pieces))))
    if _is_plain_opposite(text, has_marker=marker is not None):
        return ClosingLine(is_whole=True, opens_following=True)
    return _NEARLY if _is_nearly_label(bare, pieces) else None


def is_divider(text: str) -> bool:
    """Whether a line of the contents is nothing but a label of the items below it: "Lukkede punkter", "Åbne sager"."""
    line = match_closing_line(text)
    if line is None:
        return may_say(text) and len(text) <= _LONGEST_LINE and _speaks_of_open(text)
    if not line.is_whole:
        return False
    return line.opens_following or (line.closes_following and not line.closes_item)


def _first_with(kind: str, pieces: Sequence[Piece]) -> tuple[str, ...]:
    return next((piece.kinds for piece in pieces if kind in piece.kinds), ())


def _closing(text: str, label: Sequence[str], *, is_whole: bool) -> ClosingLine:
    """What a label says of the word: "Lukket" alone, and "Punkt 5 er lukket", leave open of which item."""
    has_verb = bool(VERBS & {*label})
    if has_verb and ("one", "number") in pairwise(label):
        return ClosingLine(is_whole)
    if _POINTS_CUT_SHORT.search(text):
        return ClosingLine(is_whole, closes_following=True)
    is_of_one = "one" in label or has_verb
    # "Mødet er lukket" and "Følgende punkter er lukkede" speak of more than their item.
    subject = next((kind for kind in label if kind not in BESIDE_NOUN), "")
    closes_following = subject in PART if is_of_one else bool(PART & {*label})
    return ClosingLine(is_whole, closes_item=is_of_one, closes_following=closes_following)


def _is_plain_opposite(text: str, *, has_marker: bool) -> bool:
    """Whether a line says that what follows is open, and nothing else; the entry of a list may say it of anything."""
    is_framed = text.rstrip()[-1:] in {*_AROUND_OPPOSITE} - {".", ":"}
    bare = " ".join(read_letters(text).strip(_AROUND_OPPOSITE).split())
    return (is_framed or not has_marker) and _PLAIN_OPPOSITE.fullmatch(bare) is not None


def _speaks_of_open(text: str) -> bool:
    pieces = list(cut(text))
    label = _first_with("opened", pieces)
    return is_label(label) and bool(PART & {*label}) and all(map(_says_no_more, up_to_law(pieces)))


def _is_row_of_label(pieces: Sequence[Piece]) -> bool:
    """Whether a row of a table says nothing but such a label and where it stands: "LUKKET DAGSORDEN", a TAB, "4"."""
    kinds = _kinds_of(pieces)
    return is_loose(kinds) and _is_of_meeting(kinds)


def _is_nearly_label(bare: str, pieces: Sequence[Piece]) -> bool:
    """Whether a line that is no label is no prose either: "REFERAT Lukket møde", "Resten er lukket"."""
    kinds = _kinds_of(pieces)
    if any(is_hushed_label(piece.kinds) for piece in pieces) and is_loose({*kinds} - {"joint"}):
        return True
    is_denied = bool({"opened", "not"} & {*kinds})
    if "closed" not in kinds or is_denied or _CASE_OR_DAY.search(bare) or bare.endswith(","):
        return False
    if is_loose(kinds):
        is_named = bool(LIKE_NOUNS & {*kinds})
        return is_named or (bare[:1].isupper() and not {"number", "article"} & {*kinds})
    is_shut = {"many", "public"} <= {*kinds}
    return is_shut or _is_of_meeting(kinds) or (bare.isupper() and not {"number", "time"} & {*kinds})


def _is_of_meeting(kinds: Sequence[str]) -> bool:
    """Whether the word stands beside a part of the meeting: "Byrådets lukkede møde", "Vi gik bag lukkede døre"."""
    for place, (kind, noun) in enumerate(pairwise(kinds)):
        before = kinds[:place]
        is_behind_doors = before[-1:] == ["small"] and noun == "door"
        is_at_beginning = is_loose(before) or before[-1:] == ["body"]
        if kind == "closed" and (is_behind_doors or (is_at_beginning and noun in LIKE_NOUNS)):
            return True
    return False


def _kinds_of(pieces: Iterable[Piece]) -> list[str]:
    kinds = [kind for piece in pieces for kind in piece.kinds]
    return up_to_tail(kinds) or kinds


def _judge(piece: Piece) -> Says:
    return Says.CLOSED if piece.is_letter else _judge_words(piece.kinds)


@lru_cache(maxsize=1024)
def _judge_words(kinds: tuple[str, ...]) -> Says:
    if "closed" not in kinds:
        return Says.DOUBT if is_hushed_label(kinds) else Says.NOTHING
    unnumbered = [kind for kind in kinds if kind != "number"]
    is_closed_at_end = unnumbered[-2:] == ["closed", "one"] or kinds[-3:] == ("closed", "small", "public")
    if is_label(kinds) or is_closed_at_end or ("closed", "door") in pairwise(kinds):
        return Says.CLOSED
    described = [_is_description(kinds, place) for place, kind in enumerate(kinds) if kind == "closed"]
    return Says.REMARK if all(described) else Says.DOUBT


def _is_description(kinds: Sequence[str], place: int) -> bool:
    """Whether the word there only says which of some things is meant: "den lukkede afdeling"."""
    return kinds[place - 1 : place] == ("article",) and kinds[place + 1 : place + 2] == (OTHER,)


def _says_no_more(piece: Piece) -> bool:
    """Whether a piece adds nothing to a label: no words but those beside one, or the name of a section."""
    is_named = piece.text.strip().lower() in VOCABULARY
    return is_named or any(says(piece.kinds) for says in (is_loose, is_label, is_hushed_label))
