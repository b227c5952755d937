"""The words that speak of closed and open items, by what they are, and the pieces of a text that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from .letters import may_say, read_letters

# The words of titles and lines by what they are; the first kind that fits is a word's own.
WORDS = {
    "closed": r"lukket|lukkede|fortrolig[te]?",
    "opened": r"(?:å|aa)b(?:en|ent|ne)",
    # One item: what is said of it holds for the item it stands in.
    "one": r"(?:sag(?:en)?|(?:dagsordens?)?punkt(?:et)?|pkt)s?",
    # A part of the meeting: what is said of it holds for the items that follow.
    "many": r"(?:m(?:ø|oe)de(?:t|r|rne)?|(?:m(?:ø|oe)de)?del(?:en|e|ene)?|dagsorden(?:en|er|erne)?"
    r"|behandling(?:en|er|erne)?|sager(?:ne)?|(?:dagsordens?)?punkter(?:ne)?|pkte?r)s?",
    "door": r"d(?:ø|oe)r(?:en|e|ene)?s?",
    "public": r"offentlighed(?:en)?s?",
    "verb": r"er|blev|behandles|behandlet",
    "small": r"for|f|på|i|som|bag",
    "article": r"den|det|de",
    # "jf." and "§" go on to the end: the law that the matter is closed by.
    "law": r"jf|jfr|jvf|jævnfør|iht|§",
    "clock": r"kl",
    "number": r"[0-9]+|[ivx]+",
    # Beside a noun of the above these are part of a label: "Følgende punkter drøftes for lukkede døre".
    "act": r"bliver|var|behandledes|behandlede|drøftes|drøftet|drøftedes|(?:af)?holdes|(?:af)?holdt|foregår|foregik",
    "beside": r"en|et|dette|denne|disse|(?:efter)?følgende|øvrige|resterende|resten|hele|alle|kun|helt|delvist?|og|samt"
    r"|også|af|fra|under|ved|med|herefter|derefter|nu|igen|følger|starter|begynder|nr|nummer",
    # Beside these a label leaves a doubt. How closed, when and where on the paper, and by whom:
    # "STRENGT FORTROLIGT", "Her begynder den lukkede del", "Byrådets lukkede møde".
    "loose": r"strengt|yderst|højst|meget|alt|(?:ekstra)?ordinær[te]?|herfra|her|start(?:et)?|begynd(?:t|te|es|else)"
    r"|påbegynd(?:t|es)|fortsæt(?:ter|tes)|fortsatte?|overg(?:år|ik)|erklær(?:es|et|edes?)|side|til|mellem|efter|henhold"
    r"|medfør|næste|sidste|første|anden",
    "body": r"\w*(?:udvalg|råd|bestyrelse|direktion|nævn|kommission|komit[eé])(?:et|en)?s?",
    # What a meeting consists of besides: "Lukket session".
    "kin": r"(?:session|seance|emne|referat|protokol|forhandling|drøftelse|afsnit|sektion|tillæg|anliggende|orientering"
    r"|meddelelse|beslutning|samling|runde)(?:t|n|en|et|len|tet|get|r|er|rne|erne)?|ref|dgs|dagsord",
    # What says the same without the word, and leaves a doubt: cut short, misspelt or another; shut ("Dørene lukkes"),
    # or not shown ("Ikke offentligt").
    "hushed": r"konfidentiel(?:t|le)?|hemmeligt?|hemmelige|uoffentlig[te]?|luk{1,4}(?:e?te?|ede)?|fortr",
    "shut": r"lukkes|lukkedes|udelukke[ts]",
    "not": r"ikke|ej|ingen|uden|undtag(?:et|es|ne)",
    "shown": r"off|offentlig[te]?|offentliggør(?:es|else|elsen)|offentliggjort|aktindsigt|tilhører(?:e|ne)?|publikum"
    r"|pressen?",
    # When something is closed that is no meeting: "LUKKET I UGE 29".
    "time": r"\w*(?:dag|uge|måned|weekend|jul|påske|ferie|sommer|vinter|aften|år)(?:n|r|rne|en|e|ene|s|et)?",
    # Behind these "den lukkede" is no thing's name: it stands alone.
    "joint": r"der|hvor|men|eller|om|at|så|når|mens|hos|over|har|skal|kan|vil|må|bør|egnet|adgang",
}
OTHER = "other"
# A compound of the nouns: "personalesag", but not "årsag".
COMPOUND = "compound"
PART = frozenset({"many", "door"})
NOUNS = PART | {"one", "public"}
LIKE_NOUNS = NOUNS | {"kin", COMPOUND}
VERBS = frozenset({"verb", "act"})
BESIDE_NOUN = frozenset({"article", "beside", "act"})
TAIL = frozenset({"law", "clock"})

_LABEL = NOUNS | {"closed", "opened", "verb", "small"}
_NUMBERED = NOUNS | {"number", "beside"}
_SAME_WITHOUT = frozenset({"hushed", "shut", "not", "shown"})
_LOOSE = _LABEL | BESIDE_NOUN | LIKE_NOUNS | _SAME_WITHOUT | {"loose", "body", "number"}

_KIND = re.compile("|".join(rf"(?P<{kind}>{forms})" for kind, forms in WORDS.items()))
_COMPOUND = re.compile(
    r"(?!årsag)\w+?(?:sag|punkt|møde|dagsorden|referat|protokol)(?:et|en|er|r|t|ne|erne|rne)?s?"
)
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
_HYPHENS = re.compile(f"[{_HYPHEN}]+")
# With what hyphens join to it.
_WORD = re.compile(rf"[^\W_]+(?:[{_HYPHEN}]+[^\W_]+)*|§")
_CLOSED_WITH_NOUN = re.compile(f"({WORDS['closed']})({WORDS['one']}|{WORDS['many']})")
# "(L)", "L - Salg", "Salg - L"
_MARKS_LETTER = frozenset("[](){}<>*-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")


class Piece(NamedTuple):
    """What stands between two signs: its text, the kinds of its words, and the signs, "" at the ends."""

    text: str
    kinds: tuple[str, ...]
    before: str
    after: str

    @property
    def is_letter(self) -> bool:
        """Whether it is the letter that stands for the word: "(L)", "L - …", "… - L", "L: …"."""
        if self.text.strip() not in {"L", "l"}:
            return False
        is_marked = _MARKS_LETTER.issuperset(self.before) and _MARKS_LETTER.issuperset(self.after)
        return is_marked or (not self.before and self.after == ":")


def cut(text: str) -> Iterator[Piece]:
    """What stands between the signs of a text, in order."""
    written = read_letters(text)
    before, start = "", 0
    for sign in _SIGN.finditer(written):
        yield from _pieces(written[start : sign.start()], before, sign[0])
        before, start = sign[0], sign.end()
    yield from _pieces(written[start:], before, "")


def _pieces(between: str, before: str, after: str) -> Iterator[Piece]:
    if between and not between.isspace():
        words = map(kinds_of_word, _WORD.findall(between.lower()))
        yield Piece(between, tuple(chain.from_iterable(words)), before, after)


def up_to_law(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces without what goes on behind "jf.", "§" or "kl."."""
    for piece in pieces:
        if piece.kinds[:1] != ("law",):
            yield piece
        if TAIL & {*piece.kinds}:
            return


# Labels are made of few words: what these are, and what they make together, is remembered.
@lru_cache(maxsize=1024)
def is_label(kinds: tuple[str, ...]) -> bool:
    """Whether the words are nothing but the word and what goes with it, up to the law or the hour."""
    said = up_to_tail(kinds)
    if len({"closed", "opened"} & {*said}) != 1:
        return False
    allowed = _LABEL | BESIDE_NOUN if NOUNS & {*said} else _LABEL
    return all(
        kind in allowed or (kind == "number" and before in _NUMBERED)
        for before, kind in pairwise(["", *said])
    )


@lru_cache(maxsize=1024)
def is_hushed_label(kinds: tuple[str, ...]) -> bool:
    """Whether the words say the same without the word: "Ikke åbent møde", "Konfidentielt", "Dørene lukkes"."""
    if _SAME_WITHOUT.isdisjoint(kinds):
        return False
    said = {*up_to_tail(kinds)}
    if not said <= _LOOSE - {"closed"} | {"joint"}:
        return False
    is_denied = "not" in said and {"opened", "shown", "public"} & said
    is_shut = "shut" in said and ({"door", "shown", "public"} & said or "law" in kinds)
    return bool("hushed" in said or is_denied or is_shut)


def is_loose(kinds: Iterable[str]) -> bool:
    """Whether the words say nothing of a matter, so that a label may stand among them: "Side 2 af 3"."""
    return _LOOSE.issuperset(kinds)


def up_to_tail(kinds: Iterable[str]) -> list[str]:
    """The kinds of the words up to the law or, behind a noun, the hour."""
    said: list[str] = []
    for kind in kinds:
        if kind == "law" or (kind == "clock" and NOUNS & {*said}):
            break
        said.append(kind)
    return said


@lru_cache(maxsize=4096)
def kinds_of_word(word: str) -> tuple[str, ...]:
    """The kinds of a word in small letters and of what a hyphen joins to it; "lukketsag" is two words, too.

    Joined to what is no noun of these the word is another: "halv-lukket", "lukket-ordning".
    """
    kinds = tuple(chain.from_iterable(map(_kinds_of_part, _HYPHENS.split(word))))
    is_another = len(kinds) > 1 and "closed" in kinds and not LIKE_NOUNS.issuperset({*kinds} - {"closed"})
    return (OTHER,) if is_another else kinds


def _kinds_of_part(word: str) -> tuple[str, ...]:
    if match := _KIND.fullmatch(word):
        return (match.lastgroup or OTHER,)
    if match := _CLOSED_WITH_NOUN.fullmatch(word):
        return ("closed", *_kinds_of_part(match[2]))
    return (COMPOUND if _COMPOUND.fullmatch(word) else OTHER,)


def closing_word(text: str) -> str:
    """The word for closed in a text as it is written; where it has none, the first that says something like it."""
    words = _WORD.findall(read_letters(text))
    closed = (word for word in words if kinds_of_word(word.lower()) == ("closed",))
    return next(closed, None) or next(filter(may_say, words), "L")
