"""How decisions name the points that they answer, and where: "Ad 1)", "pkt. a", "1. og 2. punkt", "b)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple, TypeVar

from minutes.danish.markers import COUNTED_NOUN, LETTER, NUMBER, read_marker
from minutes.parser.values import Outcome

# Nobody decides on more points than these.
_MOST_POINTS = 20

Classify = Callable[[str], Outcome]
_Found = TypeVar("_Found")

# 1 · 12 · 2.1 · 1a · a; but "i" and "å" are words, and "12.3.2013" is a day.
_ONE = r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})?[a-zæøå]?(?!\w|[.-][0-9]{1,2}[.-][0-9]|[.,-][0-9]{3})|[a-hj-zæø](?!\w|\.\w))"
_AND_MORE = rf"(?:\s?(?:[-–,/+]|og|samt|til)\s?(?:(?:punkt|pkt\.|ad)\s)?{_ONE}){{0,9}}"
_NAMED = rf"(?P<point>{_ONE}{_AND_MORE})(?P<mark>\s?[):.]*[):])?"
# Ad 1) · Ad. punkt 1 og 2: · (ad pkt. a)
_AD = re.compile(rf"\bad\.?\s?\(?(?:punkt(?:erne)?\s|pkt\.?\s)?{_NAMED}")
# Punkt 1 · pkt. a) · Punkterne 1 og 2 · Litra b · 1. og 2. punkt · Første at
_ORDINALS = {"første": "1", "andet": "2", "anden": "2", "tredje": "3", "fjerde": "4", "femte": "5"}
_POINT = re.compile(
    rf"\b(?:(?:punkt(?:erne)?\s|delpunkt\s|pkt\.?\s?|litra\s|indstilling\s)\(?{_NAMED}"
    rf"|(?:(?P<number>[0-9]{{1,2}}(?:\.\s?(?:og|,|-)\s?[0-9]{{1,2}}){{0,9}})\.|(?P<word>{'|'.join(_ORDINALS)}))"
    r"\s(?:punkt|pkt\.|pind|del|at(?=:|\sgodkend|\sudsæt|\sudsat|\stiltr|\safvi))(?!\w))"
)
# What a decision says that names points so; most do not.
_WORDS_OF_POINTS = ("punkt", "pkt", "litra", "indstilling ", ". pind", ". del", ". at", *_ORDINALS)
_WHOSE = ("indstillingens ", "forslagets ")
# 1. at godkende planen · a) Godkendt; but not "1. behandling", "3. september"
_AFTER_MARKER = re.compile(r"[.)]\s")
_MARKER = re.compile(
    r"(?:\A|(?<=\n)|(?<=[.;,:]\s)|(?<=\sbeslutte[drt]\s)|(?<=\sbesluttede\s))\s?"
    rf"(?P<marker>{NUMBER}|{LETTER})\Z"
)
_LONGEST_BEFORE_MARKER = 16
# Ends of sentences that are looked at for a marker: a page of them.
_MOST_ENDS = 60
_COUNTS_SOMETHING = re.compile(COUNTED_NOUN)

# An answer begins a line, a sentence or a part of one, but not behind "jf.".
_BEGINS = re.compile(
    r"(?<!\bjf)(?<!\bjvf)(?<!\bcf)(?:\A|[.;,:!?(–-]|\n|\b(?:og|men|mens|medens|samt|hvorimod))\s*\(?\Z"
)
_BEGINS_SENTENCE = re.compile(r"(?<!\bjf)(?<!\bjvf)(?<!\bcf)(?:\A|[.;:!?]|\n)\s*\(?\Z")
_LOOK_BACK = 24
# Punkt 2 blev sendt tilbage · punkt 3 udgår
_GOES_ON = re.compile(r"\s(?:blev|bliver|er|udgår|udgik|\w{3,30}es)\b")
# The part of a sentence that a point stands at the end of: "godkendte punkt 1, udsatte punkt 2 og afviste punkt 3".
_CLAUSE_BEGINS = re.compile(r"[.;,\n]|\b(?:og|men|mens|medens|samt|hvorimod)\b")
_LONGEST_CLAUSE = 200
_WORD_OF_POINT = re.compile(r"\b(?:punkt|pkt\.|ad)\s")
_DASH = re.compile(r"\s?[-–]\s?")


class TooManyPointsError(ValueError):
    """A decision names more points than anybody decides on."""


class Label(NamedTuple):
    """The name of a point, where what is said of it begins, and where the answer does: behind the name, or with it.

    It is certain where it can only be meant so. Where the name is the answer's `subject`, that stands for it: "punkt 3
    bortfalder" refuses nothing.
    """

    point: str
    begin: int
    answer: int
    is_certain: bool
    subject: str = ""


def find_ad_labels(text: str, classify: Classify) -> list[Label]:
    """The labels of the form "Ad 1" in a text of small letters; `classify` gives the outcome of a statement.

    This and the others raise TooManyPointsError.
    """
    return list(_labels(_AD, text, classify))


def find_point_labels(text: str, classify: Classify) -> list[Label]:
    """The labels that name a point as such: "pkt. a", "1. punkt"."""
    if not any(word in text for word in _WORDS_OF_POINTS):
        return []
    return list(_labels(_POINT, text, classify))


def find_markers(text: str) -> list[Label]:
    """The markers of a list that counts up one by one, in lines or within a sentence."""
    return _few(_markers(text))


def _few(found: Iterator[_Found]) -> list[_Found]:
    few = list(islice(found, _MOST_POINTS + 1))
    if len(few) > _MOST_POINTS:
        raise TooManyPointsError
    return few


def _labels(pattern: re.Pattern[str], text: str, classify: Classify) -> Iterator[Label]:
    end = 0
    for match in _few(pattern.finditer(text)):
        start = _with_owner(text, match.start())
        before = text[max(end, start - _LOOK_BACK) : start]
        begins = _BEGINS.search(before) is not None
        clause = _clause_before(text, end, start)
        if match["mark"] and (begins or pattern is _AD) and not before.endswith("("):
            label = Label(_name(match), start, match.end(), is_certain=True)
        elif text[clause:start].strip() and classify(text[clause : match.end()]) is not Outcome.OTHER:
            label = Label(_name(match), clause, clause, is_certain=True)
        elif begins and pattern is _AD:
            label = Label(_name(match), start, match.end(), is_certain=True)
        elif begins:
            is_certain = bool(_BEGINS_SENTENCE.search(before) or _GOES_ON.match(text, match.end()))
            label = Label(_name(match), start, match.end(), is_certain, subject="punktet ")
        else:
            continue
        yield label
        end = match.end()


def _with_owner(text: str, start: int) -> int:
    """Where the label begins that is found there: "indstillingens punkt 1"."""
    for whose in _WHOSE:
        if text.endswith(whose, 0, start):
            return start - len(whose)
    return start


def _clause_before(text: str, start: int, end: int) -> int:
    """Where the part of the sentence begins that ends there."""
    begin = max(start, end - _LONGEST_CLAUSE)
    for found in _CLAUSE_BEGINS.finditer(text, begin, end):
        begin = found.end()
    return begin


def _name(match: re.Match[str]) -> str:
    if match["point"] is None:
        return match["number"].replace(".", "") if match["number"] else _ORDINALS[match["word"]]
    return " ".join(_DASH.sub("-", _WORD_OF_POINT.sub("", match["point"])).split())


def _markers(text: str) -> Iterator[Label]:
    last = None
    for blank in islice(_AFTER_MARKER.finditer(text), _MOST_ENDS):
        start = max(0, blank.start() - _LONGEST_BEFORE_MARKER)
        match = _MARKER.search(text, start, blank.start() + 1)
        if match is None or _COUNTS_SOMETHING.match(text, blank.end()):
            continue
        marker = read_marker(match["marker"])
        if last is None or (marker.kind, marker.ordinal) == (last.kind, last.ordinal + 1):
            yield Label(match["marker"][:-1], match.start("marker"), blank.end(), is_certain=True)
            last = marker
