"""How each decision stands to what was recommended: the same, a reference to it, more than it, or something else."""

from __future__ import annotations

import re

from minutes.parser.kinds import Outcome
from minutes.parser.outcomes import worded_outcomes
from minutes.parser.values import ParsedDecision, ParsedDecisionPart, ParsedItem

from .asked import Act, Asked, asked_of, stem_of, words_of
from .deferrals import read_deferrals
from .deferrals.phrases import BUDGET
from .passages import Passage, decided_passages, plain
from .values import DeferralKind, ParsedDeferral, Relation, Surroundings

_O = Outcome
_AGREED = {_O.APPROVED, _O.ENDORSED}
_AGREED_WITH_MORE = {_O.APPROVED_WITH_REMARK, _O.ENDORSED_WITH_REMARK, _O.CONDITIONALLY_APPROVED}
_REFUSED = {_O.DEFERRED, _O.UNDER_EXAMINATION, _O.REJECTED}
# Indstillingen godkendt · som anbefalet · Tiltrådt: it says itself that it is an answer.
_REFERS = re.compile(
    r"\bindstil\w*|\banbefalingen?\b|\bsom\s(?:anbefalet|foreslået)\b|\btiltr[æå]d\w*|\btilslut\w*|\btil\sfølge\b"
)
# Dog skal … · idet … · under forudsætning af … · Direktionen ønsker …: more than was asked for.
_MORE = re.compile(
    r"\b(?:dog|idet|således\sat|forudsat|forudsætter|forudsætning|betinget|betingelse|forbehold|bemærkning(?:er|en)?"
    r"|bemærker|bemærkes|tilføjelse(?:r|n)?|ændring(?:er|en)?|rettelse(?:r|n)?|præcisering(?:er|en)?|skal|bør|ønsker"
    r"|ønskes|opfordrer|opfordres|henstiller|understreger|pointerer|lægger\svægt|lægges\svægt)\b|,\smen\b"
)
# How some voted, and what somebody does without being told to, adds nothing.
_ADDS_NOTHING = re.compile(
    r"\bstemte\b|\bundlod\b|\bt[ao]ge?r?\sforbehold\b|\bdeltog\sikke\b|\binhabil\w*|\bikke\s(?:anledning\stil\s)?bemærkning|\bingen\sbemærkning"
    r"|\buden\s(?:\w+\s)?(?:bemærkning|ændring)"
)
# Holger Stenager ønsker oplyst, …
_ONE_MEMBER = re.compile(
    r"(?:[A-ZÆØÅ][\w.’'-]+\s){2,3}(?:\([A-ZÆØÅ]\)\s)?(?:og\s|ønske|tager|tog|mene|spurgte|fore|finder|fandt|stemte|undlod"
    r"|kan(?:\s\w+)?\sikke|kunne(?:\s\w+)?\sikke|var\simod|begær)"
)
# Et forslag fra Liste G om at udsætte sagen blev forkastet: what some proposed, and was not done.
_FELL = re.compile(
    r"\b(?:(?:et|deres|dette|\w+s)\s(?:ændrings)?forslag|ændringsforslag\w*|forslaget\s(?:fra|om)|forslag\s(?:fra|om))\s?[^.;]{0,120}?"
    r"\b(?:forkastet|forkastedes|faldt|bortfaldt|nedstemt|stemt\sned|ikke\svedtaget|ikke\sgodkendt|fik\sikke\sflertal)\b"
)
# Where a refusal is recommended, to grant is something else, and to refuse is the same.
_ASKS_TO_REFUSE = re.compile(
    r"\b(?:afslås|afvises|imødekommes\sikke|ikke\s(?:imødekommes|godkendes|bevilges)|afslag\spå|at\s(?:afslå|afvise)"
    r"|meddeles\safslag|gives\safslag)\b"
)
_GRANTS = re.compile(
    r"\bimødekom\w*|\bbevilge\w*|\bgives\s(?:\w+\s)?(?:tilladelse|tilskud|dispensation|tilsagn)\b"
)
_OF_RECOMMENDATION = re.compile(r"\b(?:indstilling|anbefaling)\w*")
_TO_BUDGET = re.compile(rf"\b(?:til|i)\s(?:\w+\s){{0,2}}{BUDGET}\b")
_EXCEPT = re.compile(
    r"\b(?:dog|men)\s(?:\w+\s)?ikke\b|\bundtag(?:en|et)\b|\bundtagelse\b|\bbortset\sfra\b|\bpå\snær\b|\bdelvis\w*|\bminus\b|\bi\sstedet\sfor\b"
)
# Of the words of a decision so many must stand in the recommendation, for it to say the same.
_SAME_WORDS = 0.75
_FEWEST_WORDS = 3


def read_relations(item: ParsedItem, surroundings: Surroundings) -> tuple[Relation, ...]:
    """How each decision of an item stands to its recommendation, in the order of `item.decisions`."""
    asked = asked_of(item)
    if not asked.recommendation:
        return (Relation.NONE,) * len(item.decisions)
    deferrals = [
        deferral
        for deferral in read_deferrals(item, surroundings)
        if not deferral.comes_back and not deferral.is_delegated
    ]
    if asked.is_to_discuss:
        # What was asked for is done, though the matter comes again.
        deferrals = [deferral for deferral in deferrals if deferral.kind is not DeferralKind.PRESENTED_AGAIN]
    return tuple(
        _relation(
            decision,
            [*decided_passages(item.sections[decision.section_index])],
            asked,
            [deferral for deferral in deferrals if deferral.decision_index == index],
        )
        for index, decision in enumerate(item.decisions)
    )


def _relation(
    decision: ParsedDecision, passages: list[Passage], asked: Asked, deferrals: list[ParsedDeferral]
) -> Relation:
    answers = {part.outcome for part in decision.parts} or {decision.outcome}
    text = " ".join(passage.plain for passage in passages)
    if decision.outcome in _AGREED_WITH_MORE:
        return Relation.ADDS_CONDITION
    if _ASKS_TO_REFUSE.search(asked.text):
        if _GRANTS.search(text):
            return Relation.DIFFERS
        if answers == {_O.REJECTED} and not _OF_RECOMMENDATION.search(text):
            return Relation.SAME
    if answers & _REFUSED or any(deferral.point or not deferral.is_part for deferral in deferrals):
        return Relation.DIFFERS
    if len(answers) > 1 or decision.outcome is _O.OTHER:
        return _mixed(decision, passages, asked, text)
    is_discussed_as_asked = decision.outcome is _O.DISCUSSED and asked.is_to_discuss
    if _EXCEPT.search(text) and not is_discussed_as_asked:
        return Relation.DIFFERS
    if decision.outcome in {_O.NOTED, _O.DISCUSSED}:
        wanted = Act.NOTE if decision.outcome is _O.NOTED else Act.DISCUSS
        if Act.DECIDE in asked.acts or wanted not in asked.acts:
            return Relation.DIFFERS
    elif decision.outcome is _O.FORWARDED and not _is_forwarded_as_asked(text, asked):
        return Relation.DIFFERS
    if decision.outcome is not _O.DISCUSSED and (deferrals or _adds(passages)):
        return Relation.ADDS_CONDITION
    is_reference = decision.outcome is _O.ENDORSED or _REFERS.search(text) is not None
    return Relation.REFERS if is_reference and decision.outcome in {*_AGREED, _O.FORWARDED} else Relation.SAME


def _mixed(decision: ParsedDecision, passages: list[Passage], asked: Asked, text: str) -> Relation:
    """The relation of a decision that is no single outcome."""
    if len(decision.parts) > 1:
        answered = [_is_answered_as_asked(part, asked) for part in decision.parts]
        if all(answered):
            return Relation.ADDS_CONDITION if _adds(passages) else Relation.SAME
        if any(_TO_BUDGET.search(plain(part.text)) for part in decision.parts):
            return Relation.DIFFERS
    answers = {part.outcome for part in decision.parts}
    passages = [passage for passage in passages if not _is_of_some(passage)]
    text = " ".join(passage.plain for passage in passages)
    worded = answers or set().union(*(worded_outcomes(passage.text, decision.body) for passage in passages))
    if _EXCEPT.search(text) or worded & _REFUSED:
        return Relation.DIFFERS
    if worded and _O.OTHER not in worded and worded & (_AGREED | _AGREED_WITH_MORE):
        if worded & _AGREED_WITH_MORE or _adds(passages):
            return Relation.ADDS_CONDITION
        return Relation.REFERS if _REFERS.search(text) else Relation.SAME
    if worded == {_O.FORWARDED} and _is_forwarded_as_asked(text, asked) and not _adds(passages):
        return Relation.SAME
    return Relation.SAME if _says_the_same(text, asked) else Relation.DIFFERS


def _is_answered_as_asked(part: ParsedDecisionPart, asked: Asked) -> bool:
    """Whether an answer to a point is what the recommendation asks for in that point."""
    text = plain(part.text)
    acts = asked.acts_of(part.point)
    if not acts or _TO_BUDGET.search(text) or _EXCEPT.search(text):
        return False
    if part.outcome is _O.NOTED:
        return acts == {Act.NOTE}
    if part.outcome is _O.FORWARDED:
        return _is_forwarded_as_asked(text, asked)
    return part.outcome in _AGREED


def _is_of_some(passage: Passage) -> bool:
    """Whether a sentence says no more than what some members want, or wanted in vain."""
    return _FELL.search(passage.plain) is not None or _ONE_MEMBER.match(passage.text) is not None


def _adds(passages: list[Passage]) -> bool:
    """Whether a decision says more than that it agrees; what one member wants is no part of it."""
    return any(
        _MORE.search(passage.plain)
        and not _ADDS_NOTHING.search(passage.plain)
        and not _ONE_MEMBER.match(passage.text)
        for passage in passages
    )


def _is_forwarded_as_asked(text: str, asked: Asked) -> bool:
    """Whether a matter goes on as was recommended: with the recommendation itself, or where that wants it."""
    return re.search(r"\b(?:anbefal|indstil)", text) is not None or Act.FORWARD in asked.acts


def _says_the_same(text: str, asked: Asked) -> bool:
    """Whether a decision is the recommendation in its own words."""
    words = {stem_of(word) for word in words_of(text)}
    known = sum(word in asked.stems for word in words)
    return len(words) >= _FEWEST_WORDS and known >= _SAME_WORDS * len(words)
