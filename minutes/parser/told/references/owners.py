"""What a date in a text can belong to: a body, or a meeting, a decision or a case, of a body or of nobody named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from minutes.danish.letters import small_letters

from .body_names import find_bodies

# Not "at møde", "imødekommer", "fremmødet", "mødesag", "årsag", "indstillingens punkt 2".
_NOUN = re.compile(
    r"""
    (?<![\w-])(?<!\bat\s)
    (?: (?P<meeting>(?!fremm|imø)[\w-]{0,30}?
            (?:møde(?:t|r|rne)?|møderækken?|seminar(?:et|iet|er)?|temadag(?:en)?))
      | (?P<decision>[\w-]{0,30}?
            (?:beslutning(?:en|er|erne)?|vedtagelse(?:n)?|(?:behandling|drøftelse)(?:en|n|r|rne)?|referat(?:et)?
              |dagsorden(?:en)?))
      | (?P<item>(?:møde|udvalgs|by|[\w-]{0,20}-)?sag(?:en)?|(?:dagsordens?)?(?:punkt(?:et)?|pkt\.?))
        (?:\s(?:nr\.?\s?)?(?P<number>[0-9]{1,3})(?![\w/.-]))? )
    (?![\w-])
    """,
    re.VERBOSE,
)
# Direktionens kommende møde · chefforum seminariet · BY-sag
_OF_BODY = re.compile(r"[-.]?\s?")
_OF_GENITIVE = re.compile(r"\s?(?:\s[\w-]+e|\sførste){0,2}\s")
# møde i styregruppen · sag på SSU · beslutning på direktionens møde
_IN = re.compile(r"\s(?:i|på|af|fra|hos|for|under|med)\s(?:(?:den|det|de|et|en|kommunens)\s)?(?:[\w-]+e\s)?")


@dataclass(frozen=True, slots=True)
class Owner:
    """What a date can belong to, `text[start:end]`; `noun` is empty for a body alone, `body` for a meeting of nobody.

    The nouns are "meeting", "decision" and "item"; `number` is that of a case or an item.
    """

    start: int
    end: int
    body: str = ""
    noun: str = ""
    number: str = ""
    is_genitive: bool = False


def find_owners(text: str, known: Mapping[str, str]) -> list[Owner]:
    """What dates in a text can belong to, in order, none inside another."""
    small = small_letters(text)
    found = [*_bodies(text, known), *_nouns(small)]
    joined: list[Owner] = []
    for owner in sorted(found, key=lambda one: (one.start, one.noun != "")):
        if joined and _is_short_for(small, joined[-1], owner):
            joined[-1] = replace(joined[-1], end=owner.end + 1, body=owner.body)
            continue
        whole = _join(small, joined[-1], owner) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(owner)
    return joined


def _bodies(text: str, known: Mapping[str, str]) -> Iterator[Owner]:
    for body in find_bodies(text, known):
        is_genitive = text[body.end - 1] == "s" and text[body.end : body.end + 1] == " "
        yield Owner(body.start, body.end, body.name, is_genitive=is_genitive)


def _nouns(small: str) -> Iterator[Owner]:
    for match in _NOUN.finditer(small):
        noun = next(kind for kind in ("meeting", "decision", "item") if match[kind])
        yield Owner(match.start(), match.end(), noun=noun, number=match["number"] or "")


def _join(small: str, first: Owner, second: Owner) -> Owner | None:
    """Two that are one: a body and its meeting, a meeting and its body, a decision and its meeting."""
    gap = small[first.end : second.start]
    is_one = (
        second.start < first.end
        or ((not first.noun or first.is_genitive) and _is_of(first, second, gap))
        or (first.noun and _is_in(first, second) and _IN.fullmatch(gap))
    )
    if not is_one:
        return None
    return Owner(
        first.start,
        max(first.end, second.end),
        body=first.body or second.body,
        noun=first.noun or second.noun,
        number=first.number or second.number,
        is_genitive=second.is_genitive,
    )


def _is_short_for(small: str, first: Owner, second: Owner) -> bool:
    """Whether a body is named twice: "Hoved-MED (HU)"."""
    are_bodies = bool(first.body and second.body) and not first.noun and not second.noun
    return (
        are_bodies and small[first.end : second.start] == " (" and small[second.end : second.end + 1] == ")"
    )


def _is_of(body: Owner, second: Owner, gap: str) -> bool:
    if not second.noun or second.body:
        return False
    return bool(_OF_BODY.fullmatch(gap) or (body.is_genitive and _OF_GENITIVE.fullmatch(gap)))


def _is_in(first: Owner, second: Owner) -> bool:
    if second.noun == "item":
        return bool(first.body) and first.noun == "decision"
    return bool(second.body and not second.noun) or (first.noun != "meeting" and second.noun == "meeting")
