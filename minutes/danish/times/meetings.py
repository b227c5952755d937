"""Meetings as a time: "på et kommende møde i Chefforum", "næste møde", "til budgetseminaret", "på augustmødet"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.danish.dates import MONTH_NAME

_AT = (
    r"(?:på|til|ved|under|inden|efter|før|forud\sfor|i\sforbindelse\smed|i\sforlængelse\saf|ifm\.?|ifbm\.?|i\sfbm\.?"
    r"|frem\s(?:mod|til)|op\stil|senest\s(?:på|til|ved)|til\sefter|indtil)\s"
)
_THE = r"(?:det|den|de|et|en|sit|sine|vores)\s"
# Direktionens · Byrådets · børne- og ungdomsudvalgets
_WHOSE = r"(?:(?:\w+-\sog\s)?[\w/-]{2,30}s\s)"
_COMING = (
    r"(?:kommende|næste|førstkommende|følgende|efterfølgende|nærmeste|senere|snarligt?|fremtidigt?|nyt|ekstraordinært"
    r"|først\smulige|næstkommende|et\saf\sde\skommende|andet|ordinære?t?)"
)
_ORDINAL = r"(?:[1-9]\.|første|anden|andet|tredje|fjerde|årets|halvårlige)"
# What bodies hold, and the stages of a year that staff count by.
_GATHERING = (
    r"[\w./-]{0,30}(?:møde|seminar|temadag|temadrøftelse|mødebånd|møderække|møderunde|workshop|konference|dialogmøde"
    r"|strategidag|heldag|byrådshøjskole|budgetopfølgning|budgetlægning|budgetforhandling|budgetproces"
    r"|budgetvedtagelse|budgetrevision|budgetbehandling|økonomirapport|halvårsregnskab|overførselssag|førstebehandling"
    r"|andenbehandling|(?:1|2)\.\s?behandling)(?:et|en|t|n|r|rne|erne|er|ne|s)?"
)
_BODY = r"(?:\w[\w-]*(?:forum|udvalg|råd|gruppe|nævn|bestyrelse)|direktion|hovedudvalg|med|chefgruppe)(?:et|en|n)?"
# i Chefforum · i Børne- og Skoleudvalget · med centercheferne; no month, and nothing but a name
_OF = (
    rf"(?:\s(?:i|for|med|hos)\s(?!{MONTH_NAME}(?!\w)|uge|løbet|foråret|sommeren|efteråret|vinteren|begyndelsen"
    r"|slutningen|forbindelse|henhold|for|at|henblik|start|hvert?|år|næste)(?:det\s|den\s|de\s)?"
    r"(?:[\w/-]{2,30}-?\s(?:og|,)\s)?[\w/.-]{2,40}(?<!\.))"
)
_MEETING = re.compile(
    rf"""(?<![\w-])(?:
      {_AT}(?:{_THE})?(?:{_WHOSE})?(?:(?:{_COMING}|{_ORDINAL})\s){{0,2}}{_GATHERING}(?!\w){_OF}?
    | {_AT}(?:{_THE})?(?:{_COMING})\s{_BODY}(?!\w){_OF}?
    | (?:{_WHOSE})?(?:næste|kommende|førstkommende|næstkommende)\s(?:ordinære\s)?{_GATHERING}(?!\w){_OF}?
    | (?<!sidst\s)næste\sgang(?!\w)
    | {_AT}{MONTH_NAME}-?mød(?:et|erne)(?!\w)
    | (?:i\sforbindelse\smed|ifm\.?|ifbm\.?|i\sfbm\.?)\s(?:det\s)?budget(?:tet)?\s(?:for\s)?20[0-9]{{2}}(?![\w-])
    )""",
    re.VERBOSE,
)
# augustmødet · september-mødet
_IN_MONTH = re.compile(rf"(?<!\w)(?P<month>{MONTH_NAME})-?mød(?:et|erne)(?!\w)")
# Not "til møder" nor "på seminar": one that is coming, or known, or waited for as in "forud for HU-møde"
_COMES = re.compile(rf"(?<!\w)(?:{_COMING}|{_ORDINAL}|næste\sgang)(?!\w)")
_IS_KNOWN = re.compile(
    r"(?:mød(?:et|erne)|(?:seminar|regnskab)(?:et|erne)|(?:opfølgning|lægning|forhandling|behandling|række|runde"
    r"|konference|temadag|dag|proces|revision|rapport|skole|sag|vedtagelse|drøftelse)s?(?:en|n|erne|ne)"
    r"|\w{3,}s\s(?:\w+\s)?\w*(?:møde|seminar))(?!\w)"
)
_WAITS_FOR = re.compile(r"(?:forud\sfor|inden|før|op\stil|frem\smod|ifm|ifbm|i\sf)")


def find_meetings(text: str) -> Iterator[tuple[int, int]]:
    """Where a text in small letters says that a meeting is the time."""
    for found in _MEETING.finditer(text):
        if _COMES.search(found[0]) or _IS_KNOWN.search(found[0]) or _WAITS_FOR.match(found[0]):
            yield found.span()


def month_of_meeting(words: str) -> str | None:
    """The month that a meeting is named by: "på augustmødet" gives "august"."""
    found = _IN_MONTH.search(words)
    return found["month"] if found else None
