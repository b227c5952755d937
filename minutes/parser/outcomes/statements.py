"""What one statement of a decision comes to: its verbs, each turned by its context, and what they say together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from minutes.danish.emphasis import without_marks
from minutes.danish.letters import small_letters
from minutes.parser.values import Outcome

from .contexts import is_another, is_denied, is_unclear
from .doubts import is_contradicted, is_doubtful
from .verbs import find_verbs
from .wordings import Wording, find_wording

# A statement that needs more verbs is no single outcome.
_MOST_VERBS = 8
# The characters before and after a verb that can change what it says; what stands further off is of another verb.
_BEFORE = 100
_AFTER = 160

# A paragraph that a page break has cut in two goes on in small letters.
_CUT = re.compile(r"\n(?<![.:;!?\n]\n)(?=[a-zæøå](?![.)]))")
# What is quoted has been said elsewhere.
_QUOTED = re.compile(r"[\"“”„»«][^\"“”„»«\n]{1,500}[\"“”„»«]")
# What is said of one verb holds for the next: "som Byrådet har drøftet og godkendt", "hverken tiltrådt eller godkendt".
_AND = re.compile(r"\s*(?:og|eller|samt)\s+")
_OR = re.compile(r"\s*eller\s+")
# I K K E
_SPACED_OUT = re.compile(r"\b(?:\w ){2,}\w\b")
_ONE_SENTENCE = re.compile(r"[^.:;\n]*")
# For a part of it, or for later: whatever else is said.
_UNDECIDED = re.compile(
    r"\b(?:(?:fornyet|endelig)\s\w*stilling|(?:dog|men)\s(?:ikke|ej|kun|uden)|dog\sudgår|bortset\sfra"
    r"|m(?:ed|\.)\s(?:\w+\s){0,2}?undtagelser?|undtagen|undtaget|på\snær|(?:uden|minus)\s(?:punkt|pkt))\b"
)

_WITH_REMARK = {Outcome.APPROVED_WITH_REMARK, Outcome.ENDORSED_WITH_REMARK}
# What no doubt may be left about. To put a matter off is often said with a "not": "kan ikke afgøres i dag og udsættes".
_WITHOUT_DOUBT = {
    Outcome.APPROVED,
    Outcome.ENDORSED,
    Outcome.CONDITIONALLY_APPROVED,
    Outcome.FORWARDED,
    Outcome.NOTED,
    *_WITH_REMARK,
}
# The narrower outcome is what a wording means that shows both.
_IMPLIED = {
    Outcome.FORWARDED: {
        Outcome.APPROVED,
        Outcome.ENDORSED,
        Outcome.CONDITIONALLY_APPROVED,
        *_WITH_REMARK,
    },
    Outcome.CONDITIONALLY_APPROVED: {Outcome.APPROVED, Outcome.ENDORSED, *_WITH_REMARK},
    Outcome.APPROVED_WITH_REMARK: {Outcome.APPROVED},
    Outcome.ENDORSED_WITH_REMARK: {Outcome.ENDORSED},
    Outcome.DEFERRED: {Outcome.UNDER_EXAMINATION},
}


def classify_statement(text: str, body: str) -> Outcome:
    """The outcome that a statement of a decision of this body (in small letters) words; OTHER unless exactly one."""
    text = _plain(text)
    verbs = list(islice(find_verbs(text), _MOST_VERBS + 1))
    if not 0 < len(verbs) <= _MOST_VERBS or _UNDECIDED.search(text):
        return Outcome.OTHER
    worded = list(_worded(text, verbs, body))
    strong = {outcome for outcome, is_weak in worded if not is_weak}
    outcomes = strong or {outcome for outcome, _ in worded}
    for narrower, implied in _IMPLIED.items():
        if narrower in outcomes:
            outcomes -= implied
    if len(outcomes) > 1:
        outcomes.discard(Outcome.DISCUSSED)
    outcome = outcomes.pop() if len(outcomes) == 1 else Outcome.OTHER
    return Outcome.OTHER if outcome in _WITHOUT_DOUBT and is_contradicted(text) else outcome


def worded_outcomes(text: str, body: str) -> set[Outcome]:
    """All that the verbs of a statement word, however they fit together; empty where there is nothing, or too much."""
    text = _plain(text)
    verbs = list(islice(find_verbs(text), _MOST_VERBS + 1))
    if len(verbs) > _MOST_VERBS or is_contradicted(text):
        return set()
    return {outcome for outcome, _ in _worded(text, verbs, body.lower())}


def _plain(text: str) -> str:
    """The text in small letters, without what is quoted in it, its paragraphs whole."""
    unquoted = _QUOTED.sub(" ", text)
    if unquoted != text and any(map(str.isalpha, unquoted)):
        text = unquoted
    if "\n" in text:
        text = _CUT.sub(" ", text)
    plain = small_letters(without_marks(text)).replace("_", " ")
    plain = "\n".join(" ".join(line.split()) for line in plain.split("\n"))
    return _SPACED_OUT.sub(lambda letters: letters[0].replace(" ", ""), plain)


def _worded(text: str, verbs: list[re.Match[str]], body: str) -> Iterator[tuple[Outcome, bool]]:
    """What the verbs word, each with whether it is weak; those that speak of another decision are left out."""
    end, was_another, was_denied = 0, False, False
    for match in verbs:
        verb, form = match.lastgroup or "", match[0]
        before = _sentence_before(text, max(end, match.start() - _BEFORE), match.start())
        after = text[match.end() : match.end() + _AFTER]
        goes_on = end > 0 and _AND.fullmatch(before) is not None
        was_another = (goes_on and was_another) or is_another(verb, before, form, after, body)
        was_denied = (goes_on and was_denied and _OR.fullmatch(before) is not None) or is_denied(
            before, form, after
        )
        qualifies_another_verb = (
            verb == "as" and end > 0 and _ONE_SENTENCE.fullmatch(text, end, match.start())
        )
        end = match.end()
        wording = find_wording(verb, before, after)
        if wording is None or was_another or qualifies_another_verb:
            continue
        outcome = _turned(wording, before, form, after, is_denied=was_denied)
        if outcome in _WITHOUT_DOUBT and is_doubtful(text, match.start(), match.end()):
            outcome = Outcome.OTHER
        if outcome:
            yield outcome, wording.weak


def _turned(wording: Wording, before: str, form: str, after: str, *, is_denied: bool) -> Outcome | None:
    if is_unclear(wording.verb, before, form, after):
        return Outcome.OTHER
    return wording.denied if is_denied else wording.outcome


def _sentence_before(text: str, start: int, end: int) -> str:
    before = text[start:end]
    return before[max(before.rfind(mark) for mark in ".;:\n") + 1 :]
