"""Whether a sentence of a decision puts off the matter, by what words, and in which way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from minutes.parser.outcomes.subjects import (
    TO_A_YEAR,
    clause_before,
    head_of,
    is_dated,
    is_matter,
    is_paper,
    is_point,
    subject_of,
)
from minutes.parser.outcomes.verbs import find_verbs
from minutes.parser.told.asked import Asked
from minutes.parser.told.passages import plain
from minutes.parser.told.references.body_names import is_council
from minutes.parser.told.values import DeferralKind

from .forms import PAPERS_COME_AND_GO, Form, Of
from .guards import Decided
from .phrases import BUDGET, NEW
from .returning import RETURNING
from .unreached import UNREACHED
from .waiting import WAITING
from .wanted_again import WANTED_AGAIN

# What a sentence of so many verbs or forms says, nobody follows.
_MOST = 8
# What the outcomes know of putting off.
_VERBS = {
    "defer": DeferralKind.DEFERRED,
    "resume": DeferralKind.PRESENTED_AGAIN,
    "return": DeferralKind.PRESENTED_AGAIN,
}
_FORMS = (*WAITING, *UNREACHED, *WANTED_AGAIN, *RETURNING)
_ACTIVE = ("udsætter ", "udskyder ", "udskød ", "udsatte ")
_DISCUSSING = re.compile(
    r"[\w-]*(?:drøftelse|debat|behandling|beslutning|afgørelse|stillingtagen|godkendelse|vedtagelse)\w*"
)
_POINT_WORD = re.compile(r"\A[a-zæø]{2,}\.?\s")
_UNTIL_A_YEAR = re.compile(TO_A_YEAR)
# drøftelsen om stierne · stillingtagen til bemandingen
_OF_WHAT = re.compile(r"\s(?P<sign>om|til|af|vedr\.?|vedrørende|omkring|angående)\s(?P<what>.*)")
_CONCERNS = re.compile(
    r"\W*(?:i\sforhold\stil|med\shensyn\stil|hvad\sangår|for\sså\svidt\sangår|vedr\.?|vedrørende|angående|omkring|ift\.?)\s"
)
# Oplægget forelægges igen; "et revideret oplæg" is the matter, too.
_ANEW = re.compile(rf"\b{NEW}\s|\b(?:oplægget|udkastet|materialet|notatet|planen)\b")
_TO_BUDGET = re.compile(rf"\b(?:til|i)\s(?:\w+\s){{0,2}}{BUDGET}\b")
_DELEGATES = re.compile(
    r"\b(?:(?:skal|bør|må|kan)\s(?:selv\s)?"
    r"(?:tage\s(?:\w+\s)?stilling|træffe\s(?:\w+\s)?(?:beslutning|afgørelse)|afgøre|beslutte)"
    r"|(?:tager|træffer)\s(?:selv\s|endelig\s)?(?:stilling|beslutning|afgørelse)|afgør\b)"
)
_HANDS_OVER = re.compile(
    r"\b(?:over(?:lades|drages)\stil\s[^.;,]{2,60}\sat|bemyndiges\stil\sat)\s"
    r"(?:afgøre|beslutte|træffe|tage\s(?:\w+\s)?stilling|fastlægge|vurdere)\b"
)


@dataclass(frozen=True, slots=True)
class PutOff:
    """What a sentence puts off, `verb` being the place in its plain text from which on it does so.

    `is_restricted`: it is of less than the matter, as far as the sentence says.
    """

    kind: DeferralKind
    verb: int
    head: str = ""
    comes_back: bool = False
    is_delegated: bool = False
    is_restricted: bool = False
    only_here: bool = False

    @property
    def point(self) -> str:
        """The point that is put off by its name, where it has one: "punkt 3" gives "3"."""
        return _POINT_WORD.sub("", self.head).strip(" .)") if is_point(self.head) else ""


def find_put_off(text: str, decided: Decided) -> PutOff | None:
    """What a sentence of a decision puts off; None where it puts off nothing."""
    small = plain(text)
    if small.endswith("?"):
        return None
    found = chain(_by_verbs(small, decided), _by_forms(small, decided), _by_delegating(small, decided))
    return next((put_off for put_off in found if _stays_or_goes(text, put_off, decided)), None)


def _by_verbs(small: str, decided: Decided) -> Iterator[PutOff]:
    for match in islice(find_verbs(small), _MOST):
        verb, said = match.lastgroup or "", match[0]
        if verb not in _VERBS:
            continue
        phrase = subject_of(small, match.start(), match.end())
        if said.startswith("at "):
            phrase = small[match.end() :]
        elif said.startswith(_ACTIVE):
            phrase = said.partition(" ")[2] + small[match.end() :]
        kind = _VERBS[verb]
        if kind is DeferralKind.DEFERRED and _DISCUSSING.fullmatch(head_of(phrase) or ""):
            kind = DeferralKind.DISCUSSION_POSTPONED
        if _UNTIL_A_YEAR.match(small, match.end()) and not _is_named(head_of(phrase) or "", decided.asked):
            continue
        if _may_wait(phrase, kind, decided.asked) and decided.says(small, *match.span(), verb=verb):
            yield _put_off(kind, small, match.start(), phrase, decided, may_come_back=verb != "defer")


def _by_forms(small: str, decided: Decided) -> Iterator[PutOff]:
    for form in _FORMS:
        if form.only_asked and not decided.asked.recommendation:
            continue
        for match in islice(form.pattern.finditer(small), _MOST):
            phrase = _fitting(form, match, small, decided)
            if phrase is None or (
                form.only_if_open and decided.is_answered and not is_point(head_of(phrase) or "")
            ):
                continue
            if decided.says(small, *match.span(), is_no=form.says_not):
                found = _put_off(
                    form.kind, small, match.start(), phrase, decided, may_come_back=form.comes_back
                )
                yield replace(found, only_here=form.only_here)


def _by_delegating(small: str, decided: Decided) -> Iterator[PutOff]:
    for match in islice(_DELEGATES.finditer(small), _MOST):
        subject = clause_before(small, match.start())
        if subject and not decided.is_decider(subject) and decided.says(small, *match.span()):
            yield PutOff(DeferralKind.SENT_ON, match.start(), is_delegated=True)
    for match in islice(_HANDS_OVER.finditer(small), _MOST):
        if decided.says(small, *match.span()):
            yield PutOff(DeferralKind.SENT_ON, match.start(), is_delegated=True)


def _put_off(
    kind: DeferralKind, small: str, verb: int, phrase: str, decided: Decided, *, may_come_back: bool
) -> PutOff:
    is_restricted = _CONCERNS.match(small) is not None or _is_less(phrase, decided.asked)
    comes_back = may_come_back and decided.is_settled and not is_restricted
    return PutOff(kind, verb, head_of(phrase) or "", comes_back=comes_back, is_restricted=is_restricted)


def _is_less(phrase: str, asked: Asked) -> bool:
    """Whether a phrase names less than the matter: a point of it, or what the item's title does not name."""
    head = head_of(phrase) or ""
    if not head or is_point(head):
        return bool(head)
    if not is_matter(head):
        return not asked.is_titled(head) and _ANEW.search(phrase) is None
    of_what = _OF_WHAT.match(phrase, phrase.find(head) + len(head))
    if of_what is None:
        return False
    other = head_of(of_what["what"]) or ""
    return of_what["sign"] not in {"af", "til"} or not (
        not other or is_matter(other) or asked.is_titled(other)
    )


def _fitting(form: Form, match: re.Match[str], small: str, decided: Decided) -> str | None:
    """The phrase that a form is said of, empty where none is said; None where the form is said of something else."""
    named = {name: text for name, text in match.groupdict().items() if text}
    end = match.end("verb") if "verb" in named else match.end()
    if form.of is Of.ANYTHING:
        return ""
    if form.of in {Of.DECIDER, Of.WANTED}:
        subject = named["subject"] if "subject" in named else subject_of(small, match.start("verb"), end)
        if not decided.is_decider(subject):
            return None
        if form.of is Of.DECIDER:
            return named.get("object", "")
    phrase = named["object"] if "object" in named else subject_of(small, match.start(), end)
    return phrase if _may_wait(phrase, form.kind, decided.asked) else None


def _may_wait(phrase: str, kind: DeferralKind, asked: Asked) -> bool:
    """Whether what a phrase names can be the matter: by itself, or since the title or the recommendation names it."""
    head = head_of(phrase) or ""
    if phrase == "der" or is_dated(head):
        return False
    if is_paper(head) and kind in PAPERS_COME_AND_GO:
        return asked.is_titled(head) or _ANEW.search(phrase) is not None
    return is_matter(head) or is_paper(head) or asked.names(head)


def _is_named(head: str, asked: Asked) -> bool:
    """Whether a noun is the matter by itself, or since the title names it."""
    return is_matter(head) or asked.is_titled(head)


def _stays_or_goes(text: str, put_off: PutOff, decided: Decided) -> bool:
    """Whether what is sent on goes where nobody asked that it should go, and what returns does so to those who decide.

    A discussion that goes on elsewhere does so by itself.
    """
    if put_off.is_delegated or not (put_off.only_here or put_off.kind is DeferralKind.SENT_ON):
        return True
    others = decided.others_in(text)
    if put_off.only_here:
        return not others
    # The council is above all others: what goes there goes its ordinary way.
    others = [name for name in others if not is_council(name)]
    asked_for = any(name.lower() in decided.asked.text for name in others)
    return (
        not decided.is_discussed
        and (bool(others) or _TO_BUDGET.search(plain(text)) is not None)
        and not asked_for
    )
