"""Where the sentences of a Danish text end: not at the full stop of an abbreviation, an ordinal or an initial."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutes.danish.dates import is_month


class Sentence(NamedTuple):
    """A sentence of a text, `text[start:end]`, without the blanks around it."""

    start: int
    end: int


# What may end a sentence: a line, or a mark with the quotes and brackets behind it and the first sign of what follows.
_MARK = re.compile(
    r"\n|(?P<mark>[.!?…])[\"”»'’)\]]{0,3}\s{1,9}(?P<opening>[\"”„»'‘(\[–*-]{0,3}\s?)(?P<next>[\w§])"
)
# The word that the mark stands behind: "bl.a", "f.eks", "31", "H".
_LAST_WORD = re.compile(r"(?<![\w.])[\w.]{1,12}\Z")
_NEXT_WORD = re.compile(r"\w{1,12}")
_LONGEST_WORD = 13
# Behind these a sentence always goes on; behind "mv.", "osv.", "kr." and a month it ends where a capital follows.
_ABBREVIATIONS = """
    adm afd ang art bl bl.a ca cf d dir dok dvs d.v.s eks ekskl evt f f.eks feks fx hhv h.h.v hr ifht ifm i.f.m ift
    i.f.t incl inkl iht i.h.t j jf jfr jnr j.nr jvf jr jr.nr kap kl lb lb.nr ltr m m.h.p m.h.t max maks mdl mhp mht min
    nr nuv p p.g.a p.t pga pkt pr pt red ref s sagsnr sml st stk str tlf u v v.h.a vedr vha vs årg §
"""
_GOES_ON = frozenset(_ABBREVIATIONS.split())
# Before the marker of a list: a dash, a star, some blanks.
_ROOM_BEFORE_MARKER = 6


def find_sentences(text: str) -> list[Sentence]:
    """The sentences of a text, in order; a text without any mark is one.

    >>> text = "Sagen udsættes, jf. pkt. 4. Den tages op d. 3. maj."
    >>> [text[start:end] for start, end in find_sentences(text)]
    ['Sagen udsættes, jf. pkt. 4.', 'Den tages op d. 3. maj.']
    """
    return list(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for end, following in [*_ends(text), (len(text), len(text))]:
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            begin = start + len(piece) - len(piece.lstrip())
            yield Sentence(begin, begin + len(bare))
        start = following


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence ends and where the next one begins."""
    start, position = 0, 0
    while match := _MARK.search(text, position):
        position = match.end() if match["mark"] is None else match.start() + 1
        if match["mark"] is None:
            yield match.start(), match.end()
            start = match.end()
        elif _is_end(text, start, match):
            yield match.start("opening"), match.start("opening")
            start = match.start("opening")


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    follows = match["next"]
    if follows.islower() or (match["mark"] == "…" and not follows.isupper()):
        return False
    if match["mark"] != ".":
        return True
    place = match.start()
    word = _LAST_WORD.search(text, max(start, place - _LONGEST_WORD), place)
    if word is None:
        return True
    last = word[0].strip(".").lower()
    is_initial = len(last) == 1 and word[0].isupper() and follows.isupper()
    if last in _GOES_ON or last.endswith("nr") or is_initial or _is_marker(text, start, word):
        return False
    if last.isdigit() and len(last) <= 2:
        following = _NEXT_WORD.match(text, match.start("next"))
        return not follows.isdigit() and not (following and is_month(following[0]))
    return True


def _is_marker(text: str, start: int, word: re.Match[str]) -> bool:
    """Whether a short word is the marker of a list that a sentence stands in: "1. Direktionen", "a. Planen"."""
    if len(word[0].strip(".")) > 2 or word.start() - start > _ROOM_BEFORE_MARKER:
        return False
    return not any(map(str.isalnum, text[start : word.start()]))
