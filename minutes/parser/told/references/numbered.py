"""What a text points to by a number: cases, documents, items of the agenda, and the paragraphs of laws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from minutes.danish.numbers import iter_numbers
from minutes.parser.told.values import ReferenceKind, Surroundings
from minutes.parser.values import SectionKind

from .pointers import Pointer

# Lines with more numbers are no text that anybody wrote.
_MOST_IN_A_LINE = 200
# jf. punkt 4 · se pkt. 3 og 5 · behandles under punkt 7 på dagsordenen · jf. sag nr. 12
_ITEM = re.compile(
    r"""
    \b(?:jfr?\.?|jvf\.?|jævnfør|se(?:\sogså|\si\søvrigt)?|henvis(?:es|er|ning)(?:\s(?:endvidere|i\søvrigt|også|her))?\stil
      |behandl\w{1,8}\s(?:under|som|sammen\smed)|sammenhæng\smed|forbindelse\smed|deltog\sunder|deltager\sunder)
    \s(?:dag(?:ens|sordenens)\s)?
    (?P<what>(?:dagsordens?)?punkt(?:erne)?|pkt\.?|dagsordenspkt\.?|sag\snr\.?)\s(?:nr\.?\s?)?
    (?P<first>[0-9]{1,3}[a-z]?)(?![\w/%-]|[.,][0-9])
    (?P<more>(?:\s?(?:,|og|samt)\s?(?:(?:punkt|pkt\.?)\s)?[0-9]{1,3}[a-z]?(?![\w/%-]|[.,][0-9])){0,5})
    (?P<agenda>\s(?:på|i)\s(?:dagens\s|dags)?(?:dagsordenen|dagsorden|dagens\smøde))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER = re.compile(r"[0-9]{1,3}[a-z]?")
# What has points of its own: "punkt 2 i indstillingen", "punkt 4 i aftalen", "pkt. 1 ovenfor"
_POINT_OF_OTHER = re.compile(
    r"\s(?:i|af)\s(?!dag\b|Direktionen|Byrådet)|\s?(?:ovenfor|nedenfor|herover|herunder|ovenstående|nedenstående)\b"
)
_POINTS_OF_ITS_OWN = frozenset({SectionKind.DECISION, SectionKind.RECOMMENDATION})
# servicelovens § 85, stk. 2 · §17,4 · lov nr. 482 af 22. maj 2019 · lov om social service
_LAW = re.compile(
    r"""
    (?:\b[a-zæøå]{3,40}lovens?\s)? §{1,2}\s?[0-9]{1,3}(?:\s?[a-hj-z]\b)?
        (?:,?\s?(?:stk\.?|nr\.?|litra)\s?[0-9a-z]{1,3}\b|,\s?[0-9]{1,2}\b){0,3}
    | \b(?:lov(?:bekendtgørelse)?|bekendtgørelse|cirkulære|vejledning)\snr\.?\s?[0-9]{1,5}
        (?:\saf\s[0-9.]{1,10}\s?[a-zæøå]{0,9}\s?[0-9]{0,4})?
    | \blov\som\s[a-zæøå]{2,30}(?:\s[a-zæøå]{2,30}){0,4}
    """,
    re.IGNORECASE | re.VERBOSE,
)


def find_numbered(
    text: str, kind: SectionKind, own_case: str | None, surroundings: Surroundings
) -> Iterator[Pointer]:
    """What a line points to by a number; `own_case` is the item's own number, which points nowhere."""
    for found in islice(iter_numbers(text), _MOST_IN_A_LINE):
        if found.kind == "document":
            yield Pointer(
                found.start, found.end, ReferenceKind.DOCUMENT, is_certain=True, number=found.number
            )
        elif found.number != own_case:
            yield Pointer(found.start, found.end, ReferenceKind.CASE, is_certain=True, number=found.number)
    for match in islice(_ITEM.finditer(text), _MOST_IN_A_LINE):
        yield from _items(text, match, kind, surroundings)
    for match in islice(_LAW.finditer(text), _MOST_IN_A_LINE):
        yield Pointer(*match.span(), ReferenceKind.LAW, is_certain=True, number=" ".join(match[0].split()))


def _items(
    text: str, match: re.Match[str], kind: SectionKind, surroundings: Surroundings
) -> Iterator[Pointer]:
    """The items of this meeting's agenda; in a decision a point can be one of the recommendation, too."""
    if not match["agenda"] and _POINT_OF_OTHER.match(text, match.end()):
        return
    is_item = bool(match["agenda"]) or "dagsorden" in match["what"].lower()
    is_certain = is_item or (kind not in _POINTS_OF_ITS_OWN and not match["what"].lower().startswith("sag"))
    numbers = [match.span("first"), *(more.span() for more in _NUMBER.finditer(text, *match.span("more")))]
    for place, (start, end) in enumerate(numbers):
        yield Pointer(
            match.start("what") if place == 0 else start,
            end,
            ReferenceKind.ITEM,
            is_certain=is_certain,
            body=surroundings.body,
            number=text[start:end],
        )
