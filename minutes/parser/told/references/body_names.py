"""The bodies that a text names: those of the archive by name, alias, genitive or compound, and what can be no other;
and whether a name is that of the body whose minutes, or whose decision, they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from minutes.danish.letters import small_letters

# What a body has, or does, as the second half of a compound: "direktionsmøde", "BY-sag", "chefforumseminar"
_HALF = (
    r"-?(?:tema|heldags|budget|ekstra)?(?:møde|seminar|sag(?:en|er)?\b|beslutning|behandling|drøftelse|punkt|dagsorden"
    r"|referat|temadag)"
)
_ENDS = rf"(?=[^\w-]|-?\Z|{_HALF})"
_DEFINITE = "(?:en|et|n|t)?s?"
# Not "området", "forråd" and "samråd"; "råd" alone is advice.
_COUNCILS = (
    "by|ældre|senior|handicap|ungdoms|unge|børne|integrations|skole|forældre|bruger|pårørende|beboer|landsby|lokal|kultur"
    "|idræts|folkeoplysnings|udsatte|regions|erhvervs|trafiksikkerheds|miljø|klima|beskæftigelses"
)
_ANY_BODY = re.compile(
    rf"""
    (?<![\w-])
    (?: (?:[\w]{{2,30}}-,?\s(?:[\w]{{2,30}}-,?\s)?og\s)?[a-zæøå-]{{0,40}}udvalg(?:ene|et)?s?
      | (?:{_COUNCILS})råd(?:et)?s? | kommunalbestyrelse{_DEFINITE} | magistrat{_DEFINITE}
      | [a-zæøå-]{{0,30}}(?:leder|chef|skole|fag|direktør)forum(?:met)?s?
      | direktion{_DEFINITE} | hoved-?med(?:-udvalget)?s? | (?:chef|leder|direktions)gruppe{_DEFINITE}
      | [a-zæøå-]{{0,30}}styregruppe{_DEFINITE} )
    {_ENDS}
    """,
    re.VERBOSE,
)
# ØU · SSU · HU: a committee in capitals; EU is none.
_COMMITTEE = re.compile(rf"(?<![\w-])(?!EU\b)[A-ZÆØÅ]{{1,3}}U(?:'?s)?{_ENDS}")
# dir.møde · dir. møde
_SHORT_FOR = re.compile(r"(?<![\w-])dir\.?\s?(?=(?:møde|seminar|beslutning|sag)\w*)")
# Words of a name before its last one, none of them one that only begins a sentence.
_FIRST_WORDS = re.compile(
    r"(?<![\w.-])(?:(?!(?:På|Ved|Af|Til|Fra|Med|For|Om|Efter|Inden|Det|Den|De|Der|Både|Men|Og|Når|Hvis)\s)"
    r"[A-ZÆØÅ][a-zæøå]{2,20}\s){1,3}\Z"
)
_LONGEST_FIRST_WORDS = 60
_LONGEST_CODE = 4
_SHORTEST_STEM = 4


_COUNCIL = ("Byrådet", "Kommunalbestyrelsen")


class BodyName(NamedTuple):
    """A body as named, `text[start:end]`; its `name` is as written, where the archive does not know it (`is_known`)."""

    name: str
    start: int
    end: int
    is_known: bool


def find_bodies(text: str, known: Mapping[str, str]) -> list[BodyName]:
    """The bodies that a text names, in order, none inside another. `known` gives the name for each name and alias.

    >>> [body.name for body in find_bodies("på ØU og direktionsmødet", {"Direktionen": "Direktionen"})]
    ['ØU', 'Direktionen']
    """
    found = sorted(_all_bodies(text, known), key=lambda body: (body.start, -body.end, not body.is_known))
    kept: list[BodyName] = []
    for body in found:
        if not kept or body.start >= kept[-1].end:
            kept.append(body)
    return kept


def is_same_body(one: str, other: str) -> bool:
    """Whether two names are of one body, as far as their letters tell: "direktion" and "Direktionen" are."""
    return _bare(one) == _bare(other)


def is_own_body(name: str, own: str) -> bool:
    """Whether a name means this body: "direktion" Direktionen, "udvalget" any committee, "byrådet" the council."""
    if name.lower() in {"udvalget", "udvalg"}:
        return own.lower().endswith("udvalget")
    return is_same_body(name, own) or (is_council(name) and is_council(own))


def is_council(name: str) -> bool:
    """Whether a name is that of the council, which is above all other bodies (Byrådet, Kommunalbestyrelsen)."""
    return any(is_same_body(name, council) for council in _COUNCIL)


def _bare(name: str) -> str:
    return re.sub(r"(?:en|et)?s?\Z", "", name.strip().lower())


def _all_bodies(text: str, known: Mapping[str, str]) -> Iterator[BodyName]:
    small = small_letters(text)
    names = _known_names(tuple(known.items()))
    if names.words:
        for match in names.words.finditer(small):
            yield BodyName(names.by_stem[match["stem"]], *match.span(), is_known=True)
    if names.codes:
        for match in names.codes.finditer(text):
            yield BodyName(known[match["code"]], *match.span(), is_known=True)
    for match in _SHORT_FOR.finditer(small):
        directions = {name for name in known.values() if name.lower().startswith("dir")}
        name = directions.pop() if len(directions) == 1 else text[match.start() : match.end()].strip()
        yield BodyName(name, *match.span(), is_known=bool(known))
    for match in _ANY_BODY.finditer(small):
        start = _start_of_name(text, match.start())
        yield BodyName(_without_genitive(text[start : match.end()]), start, match.end(), is_known=False)
    for match in _COMMITTEE.finditer(text):
        yield BodyName(_without_genitive(match[0]), *match.span(), is_known=False)


def _start_of_name(text: str, start: int) -> int:
    """Where a name begins that has more than one word: "Direktionens Strategiske Lederforum"."""
    first = (
        _FIRST_WORDS.search(text, max(0, start - _LONGEST_FIRST_WORDS), start)
        if text[start].isupper()
        else None
    )
    return first.start() if first else start


def _without_genitive(written: str) -> str:
    return re.sub(r"(?<=[a-zæøåA-ZÆØÅ])['’]?s\Z", "", written)


class _Names(NamedTuple):
    """Patterns of the names that the archive knows: words in small letters by their stem, codes as they are."""

    words: re.Pattern[str] | None
    by_stem: dict[str, str]
    codes: re.Pattern[str] | None


@lru_cache(maxsize=8)
def _known_names(known: tuple[tuple[str, str], ...]) -> _Names:
    by_stem: dict[str, str] = {}
    codes: list[str] = []
    for alias, name in known:
        if len(alias) <= _LONGEST_CODE and alias.isupper():
            codes.append(alias)
        elif alias:
            by_stem.setdefault(_stem(small_letters(alias)), name)
    return _Names(_pattern("stem", by_stem, _DEFINITE), by_stem, _pattern("code", codes, "(?:'?s)?"))


def _stem(alias: str) -> str:
    """A name without the article at its end: "direktion" of "direktionen", "byråd" of "byrådet"."""
    stem = re.sub(r"(?:en|et)\Z", "", alias)
    return stem if len(stem) >= _SHORTEST_STEM else alias


def _pattern(group: str, forms: Iterable[str], ending: str) -> re.Pattern[str] | None:
    longest_first = sorted(forms, key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(rf"(?<![\w-])(?P<{group}>{'|'.join(map(re.escape, longest_first))}){ending}{_ENDS}")
