"""What a body did at a date: "Byrådet vedtog i maj 2013", "den 3. maj godkendt af Byrådet"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.danish.grammar.verb_forms import infinitive_of_participle
from minutes.danish.times import StatedTime

from .clauses import BREAK, WORDS, Bound, Clauses, is_coarse, is_day, is_deed, is_past_deed

_MOST_WORDS = 8
_AUXILIARIES = frozenset({"har", "havde", "blev", "er"})
# What opens another clause, or says what else the date is of: "bevilgede penge til konferencen i maj"
_OPENS = frozenset({"at", "der", "som", "hvor", "hvis", "til", "fra", "om", "for", "på", "i", "af", "ved"})
_BY = frozenset({"af", "i", "på", "hos", "for"})
_AND = re.compile(r"\s?,\s|\s(?:og|samt)\s")


def bind_acting(clauses: Clauses, time: StatedTime, free_from: int) -> Iterator[Bound]:
    """The body that did something at a date, and those beside it: "I maj 2011 vedtog Direktionen og Byrådet"."""
    bound = _acting_before(clauses, time, free_from) or _acting_behind(clauses, time)
    if bound is None:
        return
    yield bound
    # Two bodies seldom meet on one day: of those that a day stands behind it is the last one's.
    for other in () if is_day(time) else clauses.neighbours(bound.owner):
        first, second = sorted((bound.owner, other), key=lambda owner: owner.start)
        if other.body and not other.noun and _AND.fullmatch(clauses.small, first.end, second.start):
            yield Bound(other, time, min(bound.start, other.start), max(bound.end, other.end))


def _acting_before(clauses: Clauses, time: StatedTime, free_from: int) -> Bound | None:
    """Byrådet vedtog i maj 2013 · ØU har i august godkendt · Direktionen nedsatte en gruppe i maj 2013."""
    owner = clauses.body_before(time.start)
    if owner is None or clauses.near(owner, time, free_from) is None:
        return None
    words = _words_of_clause(clauses, owner.end, time.start)
    if not words:
        return None
    verb, *between = words
    if verb in _AUXILIARIES:
        end = clauses.end_of_participle(time.end)
        has_acted = end > time.end or any(map(infinitive_of_participle, between))
    else:
        end = time.end
        has_acted = is_past_deed(verb) and not _OPENS.intersection(_without_company(between))
    # A year belongs to the verb alone: "bevilgede 3 mio. kr. i 2013" is of the money.
    is_its_time = not is_coarse(time) or is_deed(words[-1]) or words[-1] in _AUXILIARIES
    return Bound(owner, time, owner.start, end) if has_acted and is_its_time else None


def _acting_behind(clauses: Clauses, time: StatedTime) -> Bound | None:
    """I maj 2013 vedtog Byrådet · den 3. maj blev planen godkendt af Byrådet · drøftet i maj i Byrådet."""
    owner = clauses.body_behind(time)
    words = _words_of_clause(clauses, time.end, owner.start) if owner else []
    if owner is None or not words:
        return None
    *before, last = words
    if len(words) <= 2 and is_past_deed(words[0]):
        has_acted = True
    elif words == ["har"]:
        has_acted = clauses.end_of_participle(owner.end) > owner.end
    elif last in _BY:
        has_acted = any(map(infinitive_of_participle, before[-3:] or clauses.words_before(time.start, 3)))
    else:
        has_acted = infinitive_of_participle(last) == "forelægge"
    return Bound(owner, time, time.start, owner.end) if has_acted else None


def _words_of_clause(clauses: Clauses, start: int, end: int) -> list[str]:
    """The words between two places of one clause; none where another begins between them, or they are many."""
    gap = clauses.small[start:end]
    words = [] if BREAK.search(gap) else WORDS.findall(gap)
    return words if len(words) <= _MOST_WORDS else []


def _without_company(words: list[str]) -> list[str]:
    """Without those who did it, too: "drøftede sammen med udvalgsformændene"."""
    return words[: words.index("sammen")] if "sammen" in words else words
