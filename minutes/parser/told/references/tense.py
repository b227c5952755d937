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
# Den aflyste temadag holdes den …: what stands before a noun tells nothing of when it is.
_BEFORE_NOUN = re.compile(r"\b(?:den|det|de|en|et|denne|dette|disse|sin|sine)\s[\w-]+[td]e\s(?=[\w-])")
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
    r"|planlægges|er\s(?:\w+\s)?(?:flyttet|aflyst|rykket|fremrykket))\b"
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


def _verbs_of(words: str) -> list[str]:
    # "mødet" is no participle here.
    return [word for word in _WORDS.findall(words) if word != "mødet"]


def _is_present(word: str) -> bool:
    if word in ("er", "har"):
        return False
    bare = word.removeprefix("gen")
    return any(infinitive_of_present(form) or infinitive_of_passive(form) for form in {word, bare} if form)


def _tense_of(words: str) -> Tense:
    if _BEHIND_US.search(words):
        return Tense(is_told=True, is_coming=False)
    found = _verbs_of(words)
    is_coming = any(map(_is_present, found))
    if is_coming:
        found = _verbs_of(_BEFORE_NOUN.sub(" ", words))
    has_participle = any(map(infinitive_of_participle, found))
    is_told = any(map(infinitive_of_past, found)) or (has_participle and not is_coming)
    return Tense(is_told=is_told, is_coming=is_coming and not is_told)
