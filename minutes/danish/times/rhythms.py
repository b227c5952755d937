"""What comes back: "kvartalsvis", "to gange årligt", "2. uge månedligt", "hvert år i marts", "hver mandag"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.danish.dates import MONTH_NAME, WEEKDAY

from .periods import ANY_MONTH, before, words_before

_NUMBER = r"(?:[0-9]{1,2}|en|én|een|et|to|tre|fire|fem|seks|syv|otte|ni|ti|tolv|flere|et\spar|nogle)"
_UNIT = r"(?:dag|døgn|uge|måned|kvartal|halvår|halve\sår|år|skoleår|kalenderår|budgetår|valgperiode|byrådsperiode)"
_WHICH = r"(?:anden|andet|tredje|fjerde|femte|sjette|sidste|[0-9]{1,2}\.|[0-9]{1,2}|eneste)"
_OFTEN = (
    r"(?:årligt|månedligt|kvartalsvist?|halvårligt|ugentligt|dagligt|pr\.?\s(?:år|måned|kvartal|halvår|uge|dag|skoleår)"
    r"|om\s(?:året|måneden|ugen|dagen)|i\s(?:året|måneden|kvartalet|halvåret|ugen|døgnet)"
    rf"|hver(?:t)?\s(?:{_WHICH}\s)?{_UNIT})"
)
_MONTHS = rf"{ANY_MONTH}(?:\s?(?:,|/|og|samt|eller)\s?(?:i\s)?{ANY_MONTH}){{0,3}}"
_WHEN = (
    rf"(?:\s\(?(?:(?:senest|inden|primo|medio|ultimo|i|til|den|d\.|udgangen\saf|begyndelsen\saf|slutningen\saf)\s){{0,3}}"
    rf"(?:[0-9]{{1,2}}\.\s?)?{_MONTHS}\)?|\si\s(?:foråret|sommeren|efteråret|vinteren))"
)

_RHYTHM = re.compile(
    rf"""(?<![\w-])(?:
      # to gange årligt · 2-3 gange om året · 1 x kvartalsvis · én gang i kvartalet
      {_NUMBER}(?:\s?(?:-|–|til|eller)\s?{_NUMBER})?\s?(?:gange?|x)\s{_OFTEN}
      # hvert år · hvert tredje år · hver anden måned · hver mandag · hvert forår
    | hvert?\s(?:{_WHICH}\s)?(?:{_UNIT}|{WEEKDAY}|forår|efterår|sommer|vinter|{MONTH_NAME}(?=\W|\Z))(?!\w)
      # 2. uge månedligt · den første mandag i måneden · ultimo hver måned
    | (?:(?:i|den)\s)?(?:[1-5]\.|første|anden|tredje|fjerde|sidste)\s(?:uge|{WEEKDAY}|arbejdsdag|hverdag)\s{_OFTEN}
    | den\s[0-9]{{1,2}}\.\s(?:i\shver\småned|i\småneden|hver\småned)
      # på hvert møde · forud for hvert HU-møde
    | (?:på|til|ved|før|efter|inden|forud\sfor)\shvert\s(?:\w[\w/-]*)?(?:møde|seminar)(?!\w)
    | fast\spunkt(?:\spå\s\w+)?
      # løbende · kvartalsvis · med jævne mellemrum
    | med\s(?:jævne|faste|regelmæssige|passende)\smellemrum | jævnligt | regelmæssigt | (?:fort)?løbende
    | (?:to|tre|fire)?(?:årlig|månedlig|kvartalsvis|halvårlig|ugentlig)(?:t|e)? | dagligt | kvartalsmæssigt | månedsvis
    | kvartalvist? | halvårsvist? | pr\.?\s(?:kvartal|halvår)
    )(?!\w){_WHEN}?""",
    re.VERBOSE,
)
# i maj hvert år · marts og september hvert år
_MONTHS_BEFORE = before(
    rf"(?:(?:i|primo|medio|ultimo|den)\s){{0,2}}(?:[0-9]{{1,2}}\.\s)?{_MONTHS},?\s", r"\("
)

# 60.000 kr. årligt · 37 timer ugentligt · den årlige udgift: how much, not how often
_AMOUNT_BEFORE = re.compile(
    r"(?:\bkr\.?|\bmi[oa]\.?|\bt?kr\.?|,-|[0-9]%|[0-9]\s%|\bpct\.?|\btimer|årsværk|[0-9])\s?\Z"
)
_AMOUNT_BEHIND = re.compile(
    r"\s(?:\w*(?:udgift|besparelse|indtægt|driftsudgift|ydelse|leje|omkostning|budget|beløb|tilskud|gevinst|takst|pris"
    r"|afgift|stigning|vækst|fald|bevilling|ramme|lønsum|drift|leasing|afdrag|rente|effektivisering|forbrug|timetal"
    r"|arbejdstid|regning)\w*)"
)
# den løbende drift · de daglige ledere · en løbende udgift
_IS_ATTRIBUTE = re.compile(
    r"(?:\b(?:den|det|de|en|et|sin|deres|kommunens|sædvanlige|almindelige)|\w{4,}ens)\s\Z"
)


def find_rhythms(text: str) -> Iterator[tuple[int, int]]:
    """Where a text in small letters says that something comes back, and how often."""
    for found in _RHYTHM.finditer(text):
        start, end = found.span()
        near = text[max(0, start - 16) : start]
        if _AMOUNT_BEFORE.search(near) or _AMOUNT_BEHIND.match(text, end):
            continue
        if found[0].endswith("løbende") and _IS_ATTRIBUTE.search(near):
            continue
        months = words_before(text, start, _MONTHS_BEFORE) if found[0].startswith("hver") else ""
        yield start - len(months), end
