"""What a title or a line says of items being closed: one table of words, and what they make together.

The word (lukket, fortrolig) decides by what stands beside it between two signs. Where that is nothing but sag, punkt,
møde and the like, it is a label: "LUKKET SAG", "Punktet behandles for lukkede døre". Closing too much costs a click;
too little cannot be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from minutes.danish.markers import MARKER
from minutes.parser.headings import VOCABULARY

# A label is shorter; what is longer is prose.
_LONGEST_LINE = 60
# Several times the longest title there is; what is longer is not taken to pieces.
_LONGEST_TITLE = 2_000
# A marker, or a case number, with a blank behind it.
_LONGEST_ASIDE = 12

# The words that a label consists of, by what they are. The article stands in a label beside a noun alone.
WORDS = {
    "closed": r"lukket|lukkede|fortrolig[te]?",
    "opened": r"åben|åbent|åbne",
    # One item: what is said of it holds for the item it stands in.
    "one": r"(?:sag(?:en)?|(?:dagsordens?)?punkt(?:et)?|pkt)s?",
    # A part of the meeting: what is said of it holds for the items that follow.
    "many": r"(?:møde(?:t|r|rne)?|(?:møde)?del(?:en|e|ene)?|dagsorden(?:en|er|erne)?|behandling(?:en|er|erne)?"
    r"|sager(?:ne)?|(?:dagsordens?)?punkter(?:ne)?)s?",
    "door": r"dør(?:en|e|ene)?s?",
    "public": r"offentlighed(?:en)?s?",
    "verb": r"er|blev|behandles|behandlet",
    "small": r"for|på|i|som",
    "article": r"den|det|de",
    # These are part of a label where a noun of the above is, too: "Følgende punkter drøftes for lukkede døre".
    "act": r"bliver|var|behandledes|behandlede|drøftes|drøftet|drøftedes|(?:af)?holdes|(?:af)?holdt|foregår|foregik",
    "beside": r"en|et|dette|denne|disse|(?:efter)?følgende|øvrige|resten|hele|alle|kun|helt|delvist?|og|samt|også|af"
    r"|fra|under|ved|med|herefter|derefter|nu|igen|følger|starter|begynder|nr|nummer",
    # "jf." and "§" go on to the end: the law that the matter is closed by.
    "law": r"jf|jfr|jvf|jævnfør|§",
    "clock": r"kl",
    "number": r"[0-9]+",
    # What no noun is: behind it "den lukkede" stands alone.
    "joint": r"der|hvor|men|eller|om|at|ikke|så|når|mens|hos|efter|over|mellem|uden|til|har|skal|kan|vil",
}
# Labels are made of few words: what these are, and what they make together, is remembered below.
_KIND = re.compile("|".join(rf"(?P<{kind}>{forms})" for kind, forms in WORDS.items()))
_OTHER = "other"
_PART = frozenset({"many", "door"})
_NOUNS = _PART | {"one", "public"}
_LABEL = _NOUNS | {"closed", "opened", "verb", "small"}
_TAIL = frozenset({"law", "clock"})
_BESIDE_NOUN = frozenset({"article", "beside", "act"})
_VERBS = frozenset({"verb", "act"})
_NUMBERED = _NOUNS | {"number", "beside"}

_HYPHEN = r"\-\u2010\u2011\ufe63\uff0d"
_DASH = r"\u2012-\u2015\u2212\u2e3a\u2e3b\ufe58"
_SMALL, _CAPITAL = "[a-zæøå0-9]", "[A-ZÆØÅ]"
# What a title or a line is cut at. A hyphen is one of them as a dash: doubled, beside a blank, or where small letters
# meet capitals ("grund-LUKKET SAG"), as no compound is written.
_SIGN = re.compile(
    rf"""
      [][(){{}}<>*:;,.!?/\\|_…·•\t{_DASH}]
    | [{_HYPHEN}](?: [{_HYPHEN}]++ | (?!\S) | (?<!\S[{_HYPHEN}])
        | (?<={_SMALL}[{_HYPHEN}])(?={_CAPITAL}) | (?<={_CAPITAL}{{2}}[{_HYPHEN}])(?={_CAPITAL}[a-zæøå]) )
    """,
    re.VERBOSE,
)
_HYPHEN_AT_WORD = re.compile(f"[{_HYPHEN}]")
_WORD = re.compile(r"[^\W\d_]+|[0-9]+|§")
# "(L)", "L - Salg", "Salg - L", and "L: Salg"
_MARKS_LETTER = re.compile(rf"[][(){{}}<>*{_DASH}{_HYPHEN}]+")

# Most lines have none of these. Blanks between the letters are how some set a line in large type.
_MAY_SAY = ("lukke", "fortrolig", "åbe", "åbn", "l u k k e", "f o r t r", "å b e", "å b n")
_LETTER_ALONE = re.compile(r"(?<![^\W_])[Ll](?![^\W_])")
_SPACED_OUT = re.compile(r"(?<![^\W_])(?:[^\W\d_] ){2,}[^\W\d_](?![^\W_])")
_RUN_TOGETHER = re.compile(r"(?i:\A(lukket|lukkede|fortrolig[te]?+|åbent|åben|åbne)(?=\w))")
# The marker of a list, or the case number, where the label stands beside it.
_ASIDE = re.compile(rf"(?:{MARKER}|[•◦▪*]|[0-9]{{2}}/[0-9]{{1,7}})\s+")
_CLOSING_WORD = re.compile(rf"\b(?:{WORDS['closed']})\b", re.IGNORECASE)


class Says(IntEnum):
    """What a title says, the weakest first: nothing, a use of the word worth a look, something in doubt, closed."""

    NOTHING = 0
    REMARK = 1
    DOUBT = 2
    CLOSED = 3


@dataclass(frozen=True, slots=True)
class ClosingLine:
    """A line with a label: whether it closes the item it stands in, or those that follow, or opens these again.

    `is_whole`: there is nothing else on the line.
    """

    is_whole: bool
    closes_item: bool = False
    closes_following: bool = False
    opens_following: bool = False


class _Piece(NamedTuple):
    """What stands between two signs: its text, the kinds of its words, and the signs, "" at the ends."""

    text: str
    kinds: tuple[str, ...]
    before: str
    after: str


def judge_title(title: str) -> Says:
    """Return what a title says of its item's being closed.

    >>> [judge_title(title).name for title in ("Salg - LUKKET SAG", "Den lukkede afdeling", "Skolen holder lukket")]
    ['CLOSED', 'REMARK', 'DOUBT']
    """
    if not _may_say(title) and not _LETTER_ALONE.search(title):
        return Says.NOTHING
    if len(title) > _LONGEST_TITLE:
        return Says.DOUBT if _CLOSING_WORD.search(title) else Says.NOTHING
    return max((_judge(piece) for piece in _pieces(title)), default=Says.NOTHING)


def match_closing_line(text: str) -> ClosingLine | None:
    """Return what a line says of being closed or open; None for a line that is text, which most are.

    >>> match_closing_line("LUKKET MØDE").closes_following, match_closing_line("- lukket i uge 29")
    (True, None)
    """
    bare = text.strip()
    if len(bare) > _LONGEST_LINE + _LONGEST_ASIDE or not _may_say(bare):
        return None
    marker = _ASIDE.match(bare)
    bare = bare[marker.end() :] if marker else bare
    # A line with a TAB is the row of a table, unless the TAB only moves it to the right.
    if len(bare) > _LONGEST_LINE or "\t" in text.lstrip():
        return None
    pieces = list(_pieces(bare))
    label = _first_with("closed", pieces) or _first_with("opened", pieces)
    if not _is_label(label):
        return None
    is_whole = all(map(_says_no_more, _up_to_law(pieces)))
    if "closed" in label:
        return _closing(label, is_whole=is_whole)
    return ClosingLine(is_whole, opens_following=True) if is_whole and _PART & {*label} else None


def _may_say(text: str) -> bool:
    lower = text.lower()
    # Looked for one by one: faster than a pattern of all.
    return any(letters in lower for letters in _MAY_SAY)


def _first_with(kind: str, pieces: Sequence[_Piece]) -> tuple[str, ...]:
    return next((piece.kinds for piece in pieces if kind in piece.kinds), ())


def closing_word(text: str) -> str:
    """Return the word for closed in a text as it is written, the first of them."""
    found = _CLOSING_WORD.search(text)
    return found[0] if found else "lukket"


def is_divider(text: str) -> bool:
    """Whether a line is nothing but a label of the items below it: "Lukkede punkter", "ÅBENT MØDE"."""
    line = match_closing_line(text)
    if line is None or not line.is_whole:
        return False
    return line.opens_following or (line.closes_following and not line.closes_item)


def _closing(label: Sequence[str], *, is_whole: bool) -> ClosingLine:
    """What a label says of the word: "Lukket" alone, and "Punkt 5 er lukket", leave open of which item."""
    has_verb = bool(_VERBS & {*label})
    if has_verb and ("one", "number") in pairwise(label):
        return ClosingLine(is_whole)
    is_of_one = "one" in label or has_verb
    # "Mødet er lukket" and "Følgende punkter er lukkede" speak of more than their item.
    subject = next((kind for kind in label if kind not in _BESIDE_NOUN), "")
    closes_following = subject == "many" if is_of_one else bool(_PART & {*label})
    return ClosingLine(is_whole, closes_item=is_of_one, closes_following=closes_following)


def _judge(piece: _Piece) -> Says:
    kinds = piece.kinds
    if _is_letter(piece):
        return Says.CLOSED
    if "closed" not in kinds:
        return Says.NOTHING
    unnumbered = [kind for kind in kinds if kind != "number"]
    is_closed_at_end = unnumbered[-2:] == ["closed", "one"] or kinds[-3:] == ("closed", "small", "public")
    if _is_label(kinds) or is_closed_at_end or ("closed", "door") in pairwise(kinds):
        return Says.CLOSED
    described = [_is_description(kinds, place) for place, kind in enumerate(kinds) if kind == "closed"]
    return Says.REMARK if all(described) else Says.DOUBT


def _is_letter(piece: _Piece) -> bool:
    """Whether it is the letter that stands for the word: "(L)", "L - …", "… - L"."""
    if piece.text.strip() not in {"L", "l"}:
        return False
    before, after = (not sign or _MARKS_LETTER.fullmatch(sign) for sign in (piece.before, piece.after))
    return bool((before and after) or (not piece.before and piece.after == ":"))


def _is_description(kinds: Sequence[str], place: int) -> bool:
    """Whether the word there only says which of some things is meant: "den lukkede afdeling"."""
    return kinds[place - 1 : place] == ("article",) and kinds[place + 1 : place + 2] == (_OTHER,)


def _is_label(kinds: tuple[str, ...]) -> bool:
    """Whether the words are nothing but the word and what goes with it, up to the law or the hour."""
    said: list[str] = []
    for kind in kinds:
        if kind == "law" or (kind == "clock" and _NOUNS & {*said}):
            break
        said.append(kind)
    if not {"closed", "opened"} & {*said} or {"closed", "opened"} <= {*said}:
        return False
    allowed = _LABEL | _BESIDE_NOUN if _NOUNS & {*said} else _LABEL
    return all(
        kind in allowed or (kind == "number" and before in _NUMBERED)
        for before, kind in pairwise(["", *said])
    )


def _says_no_more(piece: _Piece) -> bool:
    """Whether a piece adds nothing to a label: no words, a label, or the name of a section ("Beslutning (lukket)")."""
    is_number = {*piece.kinds} <= {"number"}
    return is_number or _is_label(piece.kinds) or piece.text.strip().lower() in VOCABULARY


def _up_to_law(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """The pieces without what goes on behind "jf.", "§" or "kl."."""
    for piece in pieces:
        if piece.kinds[:1] != ("law",):
            yield piece
        if _TAIL & {*piece.kinds}:
            return


def _pieces(text: str) -> Iterator[_Piece]:
    """What stands between the signs of a text, in order."""
    written = _SPACED_OUT.sub(_joined, text) if _SPACED_OUT.search(text) else text
    before, start = "", 0
    for sign in _SIGN.finditer(written):
        between = written[start : sign.start()]
        if between.strip():
            yield _Piece(between, tuple(_kinds(between)), before, sign[0])
        before, start = sign[0], sign.end()
    if written[start:].strip():
        yield _Piece(written[start:], tuple(_kinds(written[start:])), before, "")


def _joined(spaced_out: re.Match[str]) -> str:
    """The word that was written letter by letter: "L U K K E T"."""
    return _RUN_TOGETHER.sub(r"\1 ", spaced_out[0].replace(" ", ""))


def _kinds(piece: str) -> Iterator[str]:
    """The kind of each word of a piece; the word with a hyphen at it is another ("ikke-lukkede")."""
    for word in _WORD.finditer(piece):
        kind = _kind(word[0].lower())
        if kind == "closed":
            neighbours = piece[word.start() - 1 : word.start()] + piece[word.end() : word.end() + 1]
            yield _OTHER if _HYPHEN_AT_WORD.search(neighbours) else kind
        else:
            yield kind


def _kind(word: str) -> str:
    match = _KIND.fullmatch(word)
    return (match.lastgroup if match else None) or _OTHER
