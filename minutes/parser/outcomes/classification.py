"""What a decision comes to as a whole, and in each of its parts: "other" where the wording is mixed or unclear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from minutes.danish.letters import small_letters
from minutes.danish.markers import BULLET, LETTER, NUMBER
from minutes.parser.values import Outcome

from .labels import Classify, TooManyPointsError
from .points import DecidedPart, find_parts
from .statements import classify_statement
from .verbs import find_verbs
from .wordings import REMARK

# A decision that is longer, in characters, or has more verbs is no single outcome, and has no parts.
_LONGEST_WORDING = 4000
_MOST_VERBS = 24
# Tiltrådt med disse bemærkninger: – however long they are, they are no wording.
_REMARKS_FOLLOW = re.compile(
    r"med(?<!\wmed)\s(?:disse|denne|følgende|flg\.?|nedenstående|nedennævnte)\s"
    rf"(?:[\w-]+\s){{0,2}}?{REMARK}\s?[:\n]"
)
_WITH_REMARK = {
    Outcome.APPROVED: Outcome.APPROVED_WITH_REMARK,
    Outcome.APPROVED_WITH_REMARK: Outcome.APPROVED_WITH_REMARK,
    Outcome.ENDORSED: Outcome.ENDORSED_WITH_REMARK,
    Outcome.ENDORSED_WITH_REMARK: Outcome.ENDORSED_WITH_REMARK,
}
# Several things to say, each on a line with a marker.
_LISTED = re.compile(rf"^\s*(?:{BULLET}|{NUMBER}|{LETTER})\s", re.MULTILINE)


def classify_outcome(text: str, body: str = "") -> Outcome:
    """The outcome that a decision's text words, verbatim as it stands; OTHER unless it words exactly one.

    `body` is whose decision it is, where that is known: what the text says of another's is none of it. Discussing a
    matter is its outcome only where nothing else came of it.

    >>> classify_outcome("Tiltrådt, med den bemærkning at økonomien følges.")
    <Outcome.ENDORSED_WITH_REMARK: 'endorsed_with_remark'>
    """
    return read_decision(text, body)[0]


def read_decision(text: str, body: str = "") -> tuple[Outcome, tuple[DecidedPart, ...]]:
    """The outcome of a decision, and its parts where it answers the points of a recommendation one by one.

    >>> outcome, parts = read_decision("Ad 1) Godkendt. Ad 2) Udsættes.")
    >>> outcome, [(part.point, part.text) for part in parts]
    (<Outcome.OTHER: 'other'>, [('1', 'Godkendt.'), ('2', 'Udsættes.')])
    """
    classify = partial(_classify, body=body.lower())
    sentence = _up_to_remarks(text)
    if sentence and (outcome := _WITH_REMARK.get(classify(sentence))) and not _has_parts(sentence, classify):
        return outcome, ()
    if len(text) > _LONGEST_WORDING or not 0 < _count_verbs(text) <= _MOST_VERBS:
        return Outcome.OTHER, ()
    try:
        parts = find_parts(text, classify)
    except TooManyPointsError:
        return Outcome.OTHER, ()
    if not parts:
        return _common(map(classify, _entries(text))), ()
    outside = [outcome for outcome in map(classify, _outside(text, parts)) if outcome is not Outcome.OTHER]
    return _common([*(part.outcome for part in parts), *outside]), parts


def _count_verbs(text: str) -> int:
    return sum(1 for _ in islice(find_verbs(small_letters(text)), _MOST_VERBS + 1))


def _classify(statement: str, body: str) -> Outcome:
    """The outcome of a statement, of which the remarks that it was agreed to with are no wording."""
    sentence = _up_to_remarks(statement)
    outcome = _WITH_REMARK.get(classify_statement(sentence, body)) if sentence else None
    return outcome or classify_statement(statement, body)


def _up_to_remarks(text: str) -> str:
    """The beginning of a text up to the remarks that follow; empty where none do."""
    if ":" not in text and "\n" not in text:
        return ""
    remarks = _REMARKS_FOLLOW.search(small_letters(text[:_LONGEST_WORDING]))
    return text[: remarks.end()] if remarks else ""


def _has_parts(sentence: str, classify: Classify) -> bool:
    try:
        return bool(find_parts(sentence, classify))
    except TooManyPointsError:
        return True


def _common(outcomes: Iterable[Outcome]) -> Outcome:
    different = set(outcomes)
    return different.pop() if len(different) == 1 else Outcome.OTHER


def _outside(text: str, parts: Sequence[DecidedPart]) -> Iterator[str]:
    """What stands before, between and behind the parts."""
    end = 0
    for part in parts:
        yield text[end : part.begin]
        end = part.end
    yield text[end:]


def _entries(text: str) -> list[str]:
    """The entries of a list, of which each says something; any other text is one."""
    entries = _LISTED.split(text) if _LISTED.match(text) else [text]
    return [entry for entry in entries if any(map(str.isalpha, entry))]
