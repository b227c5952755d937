"""The clause that a time of a sentence belongs to, without the words by which a body decides. Small letters."""

from __future__ import annotations

import re
from typing import NamedTuple

_BORDER = re.compile(
    r"[;:()]\s?|,\s|\s[–-]\s|(?<=[\w,])(?<!ventes)(?<!venter)\s(?:at|som|hvorefter|hvor|mens|men)\s"
)
_HAS_VERB = re.compile(
    r"\b(?:skal|vil|bliver|blev|er|var|har|kan|deadline\w*|\w*frist\w*|\w{2,}(?<!n)es|(?!\w+ber\b)\w{3,}er|\w{2,}ede|\w{3,}te)\b"
)
# Direktionen besluttede · Det blev aftalt · der var enighed om: what comes behind is what is decided.
_DECIDES = re.compile(
    r"\b(?:det\s(?:blev|er)\s(?:derfor\s)?)?(?:beslutte\w*|vedt[oa]g\w*|aftal(?:t|te|es)|enighed\som|enige?\som|enedes\som"
    r"|godkend(?:te|er|t)|tiltrå?[dæ]d\w*|tiltræder|tilslutte\w*|ønskede|anmodede|bad|opfordrede|pålagde|indskærpede"
    r"|indstille[rs]|anbefale[rs]|anbefalede|bemyndig\w*|drøfter(?=\sog\s\w+er))\b"
)
# What the body does itself is no undertaking: "Direktionen drøfter og godkender …"
_BODY_ACTS = re.compile(
    r"\A\W*(?:at\s)?(?:(?:direktionen|byrådet|[\w-]*udvalget|chefforum|[\w-]*styregruppen)\s)?"
    r"(?:(?:og|samt)?\s?(?:drøfter|godkender|tiltræder|beslutter|anbefaler|prioriterer|tilkendegiver"
    r"|tager\s[^.;,]{0,80}?til\s(?:efterretning|orientering))\s?){1,3}(?:,\s|\s|\Z)"
)


_FRAME = re.compile(
    rf"[^,;:.]{{0,80}}?(?:{_DECIDES.pattern}|\bbeslutning\w*\ser)(?:\s[\w-]+){{0,3}}?,?\sat\s"
)


_QUESTION = re.compile(
    r"(?<=\w),?\s(?:om|hvorvidt|hvordan|hvornår|hvilke\w*|hvorfor)\s(?!(?:ca|[0-9]|et|en|to|tre)\b)(?=[^.;,]*\b(?:skal|kan|bør|er|har|vil|\w+es)\b)"
)


# Direktionen konstaterede, at … · Det blev oplyst, at …: what others do is told.
_TELLS = re.compile(
    r"\b(?:konstater|noter(?:ede|et)|oply(?:st|s)|orienter(?:ede|et)|gjorde\sopmærksom|bemærke(?:de|t)|nævn)\w*\b"
    r"|\b(?:bemærke[rs]|understreg|vurdere|skønne|mene|foreslå|foreslog|betyde|medføre|indebære)\w{0,2},?\s(?:at\s|\Z)"
)


# Det blev besluttet ikke at …
_NOT_TO = re.compile(r"\b(?:ikke|ej),?\s(?:længere\s)?at\s\Z")


_BRACKETS = re.compile(r"\([^()]*\)")


class Clause(NamedTuple):
    """A stretch of a sentence, `plain[start:end]`.

    `is_decided`: what stands before it decides what it says; `is_told`: that only tells it, or decides against it.
    """

    start: int
    end: int
    is_decided: bool = False
    is_told: bool = False


def clause_around(plain: str, start: int, end: int) -> Clause:
    """The clause that the place belongs to: to the borders around it, and further back where no verb is between."""
    borders = [border.span() for border in _BORDER.finditer(_without_brackets(plain, start))]
    right = next((left for left, _ in borders if left >= end), len(plain))
    lefts = [0, *(after for before, after in borders if after <= start)]
    begin = lefts.pop()
    while lefts and not plain.endswith(" at ", 0, begin) and not _HAS_VERB.search(plain, begin, right):
        begin = lefts.pop()
    is_told = _TELLS.search(plain, 0, begin) is not None or _NOT_TO.search(plain, 0, begin) is not None
    return Clause(begin, right, _DECIDES.search(plain, 0, begin) is not None, is_told)


def _without_brackets(plain: str, place: int) -> str:
    """The sentence with blanks for what stands in brackets, but for those around a place."""

    def blank(brackets: re.Match[str]) -> str:
        return brackets[0] if brackets.start() < place < brackets.end() else " " * len(brackets[0])

    return _BRACKETS.sub(blank, plain)


def main_clause(plain: str) -> Clause:
    """What a sentence says, without what stands before it to say that it is decided: "Det blev aftalt, at …"."""
    frame = _FRAME.match(plain)
    return Clause(frame.end() if frame else 0, len(plain), is_decided=frame is not None)


def without_question(clause: str) -> str:
    """A clause without the question in it that somebody shall answer: "tager stilling til, om planen …"."""
    question = _QUESTION.search(clause)
    return clause[: question.start()] if question else clause


def without_deciding(clause: str) -> str:
    """A clause of a decision or a recommendation without the words that only say that it is one."""
    return _DECIDES.sub(" ", _BODY_ACTS.sub(" ", clause))
