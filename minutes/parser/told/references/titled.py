"""Items and cases that a text points to by their title, and attachments that are named for another body's case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from minutes.parser.told.values import ReferenceKind, Surroundings

from .body_names import find_bodies
from .pointers import Pointer

_MOST_IN_A_LINE = 50
_AT_MEETING = re.compile(r"\s(?:på|fra|til|i|ved)\s\Z")
_LONGEST_GAP = 8
# sagen "Ny kantine" · dagsordenspunktet »Ny kantine« · punkt under 'Direktionen internt'
_QUOTED = re.compile(
    r"""
    \b(?:(?:møde|dagsordens?)?(?:sag|punkt)(?:en|et)?|beslutningen|drøftelsen)(?:\s(?:om|vedr\.?|vedrørende|under|på))?\s?[:]?\s?
    [\"”„»'](?P<title>[^\"”“«»'\n]{3,150})[\"”“«']
    """,
    re.IGNORECASE | re.VERBOSE,
)
# under punktet Ny kantine.
_NAMED = re.compile(
    r"\b(?i:under|se(?:\sogså)?|jf\.?|på|i)\s(?:dagsordens)?punktet\s(?P<title>[A-ZÆØÅ][^\"”„»'“«,.;:()\n]{3,120})(?=[.,;:)\n]|\Z)"
)
# Of the same meeting's agenda; what follows can say that it is not: "punktet »Ny kantine« fra sidste møde"
_OF_THIS_AGENDA = re.compile(r"(?:dagsordens)?punktet\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r",?\s(?:på|fra|til|i|under|ved|den|d\.)\s[^.;]{0,60}?(?i:møde|dagsorden|seminar|[0-9]|udvalg|råd|direktion)"
)
# jf. sagen om ny kantine · se punktet vedr. ny kantine
_PLAIN = re.compile(
    r"""
    \b(?:jfr?\.?|jvf\.?|jævnfør|se(?:\sogså)?|henvis(?:es|er|ning)\stil)\s(?:den\stidligere\s|seneste\s|tidligere\s)?
    (?:møde|dagsordens?)?(?:sag|punkt)(?:en|et)?\s(?:om|vedr\.?|vedrørende|angående)\s(?P<title>[^\"”,.;:()\n]{5,120})
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A - Ny kantine - ØU: an attachment that is the case of another body
_CASE_OF_BODY = re.compile(r"[A-ZÆØÅ]{1,2}\s?[-–]\s(?P<title>\S.{3,250}?)\s[-–]\s(?P<body>\S[^-–]{0,60})")


def find_titled(text: str) -> Iterator[Pointer]:
    """What a line of prose points to by title; which item bears it is for others to find."""
    for pattern in (_QUOTED, _NAMED, _PLAIN):
        for match in islice(pattern.finditer(text), _MOST_IN_A_LINE):
            is_here = pattern is not _PLAIN and _OF_THIS_AGENDA.search(match[0]) is not None
            is_certain = is_here and _OF_ANOTHER.match(text, match.end()) is None
            yield _item(match, match["title"].strip(), is_certain=is_certain)


def with_title(pointer: Pointer, titled: Sequence[Pointer], text: str) -> Pointer:
    """The pointer to a meeting; with the item that stands before it by title: "punktet »Ny kantine« på mødet den …"."""
    before = _AT_MEETING.search(text, max(0, pointer.start - _LONGEST_GAP), pointer.start)
    if before is None or pointer.kind is not ReferenceKind.MEETING or pointer.title:
        return pointer
    item = next((one for one in titled if one.end == before.start()), None)
    return replace(pointer, start=item.start, kind=ReferenceKind.ITEM, title=item.title) if item else pointer


def find_case_of_body(title: str, surroundings: Surroundings) -> Iterator[Pointer]:
    """The case that an attachment is named for, with the body that it came before."""
    match = _CASE_OF_BODY.fullmatch(title.strip())
    bodies = find_bodies(match["body"], surroundings.bodies) if match else []
    if match and len(bodies) == 1 and (bodies[0].start, bodies[0].end) == (0, len(match["body"])):
        yield _item(match, match["title"].strip(), bodies[0].name)


def _item(match: re.Match[str], title: str, body: str = "", *, is_certain: bool = False) -> Pointer:
    return Pointer(*match.span(), ReferenceKind.ITEM, is_certain=is_certain, title=title, body=body)
