"""Whether a sentence tells what has been or what is to come, where a date in it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes.danish.grammar.verb_forms import (
    infinitive_of_participle,
    infinitive_of_passive,
    infinitive_of_past,
    infinitive_of_present,
)

_WORDS = re.compile(r"[\w'’-]+")
_BREAK = re.compile(r"[,;:()–]")
# As much of a clause on either side of a date as can say when it is.
_FURTHEST = 120
# jf. Direktionens møde · i forlængelse af Direktionens drøftelse · Byrådets beslutning den …
_POINTS_BACK = re.compile(
    r"(?:\A|[\s(])(?:jf|jfr|jvf|jævnfør|cf|se|ifølge|(?:i\sforlængelse|på\sbaggrund)\saf|opfølgning\spå"
    r"|(?:i\shenhold|med\shenvisning|henvis(?:es|er))\stil|i\soverensstemmelse\smed)\.?\s[^,;:()]*\Z"
    r"|\b\w*(?:beslutning|vedtagelse|referat)(?:en|et|n)?\s(?:\w+\s){0,4}\Z"
)
# What stands there is to come, whatever tense is used: "fristen for møderækken i marts var", "et kommende møde"
_TO_COME = re.compile(
    r"\b(?:\w*frist(?:en|er)?|deadline|tilmelding(?:en)?|kommende|næste|førstkommende|forvent\w+|evt|eventuelt|skal|vil|bliver"
    r"|planlægges)\b"
)
_BEHIND_US = re.compile(r"\b(?:sidste|seneste|forrige|tidligere|senest\sblev)\b")


@dataclass(frozen=True, slots=True)
class Tense:
    """What the words around a date say of its time; neither is said where a line has no verb."""

    is_told: bool
    is_coming: bool


def tense_at(small: str, start: int, end: int) -> Tense:
    """The tense of the clause around `text[start:end]`, and where that has no verb, of the whole sentence."""
    before, after = small[max(0, start - _FURTHEST) : start], small[end : end + _FURTHEST]
    if _POINTS_BACK.search(before):
        return Tense(is_told=True, is_coming=False)
    clause = f"{_BREAK.split(before)[-1]} {small[start:end]} {_BREAK.split(after)[0]}"
    if _TO_COME.search(clause):
        return Tense(is_told=False, is_coming=True)
    for words in (clause, f"{before} {after}"):
        tense = _tense_of(words)
        if tense.is_told or tense.is_coming:
            return tense
    return Tense(is_told=_BEHIND_US.search(clause) is not None, is_coming=False)


def _tense_of(words: str) -> Tense:
    if _BEHIND_US.search(words):
        return Tense(is_told=True, is_coming=False)
    found = _WORDS.findall(words)
    is_coming = any(
        infinitive_of_present(word) or infinitive_of_passive(word)
        for word in found
        if word not in ("er", "har")
    )
    has_participle = any(map(infinitive_of_participle, found))
    is_told = any(map(infinitive_of_past, found)) or (has_participle and not is_coming)
    return Tense(is_told=is_told, is_coming=is_coming and not is_told)
