"""What only looks like a time: dates of laws, budget years, numbers of sections and versions, clock times, amounts."""

from __future__ import annotations

import re

from .periods import Period
from .stated import TimeKind

# How far a clause is looked at for what it speaks of.
_CLAUSE = 120
_NEAR = 60
# § 9.3 · pkt. 3.2 · kl. 10.30 · version 1.2 · mødelokale 2.14
_NUMBERED = re.compile(
    r"(?:§{1,2}|\b(?:stk|pkt|punkt(?:erne)?|afsnit|kap|kapitel|nr|numre|klokken|kl|side|s|bilag|tabel|figur|version"
    r"|ver|v|litra|artikel|art|type|niveau|fase|bygning|\w*lokale|rum|etape|model|windows|office|opgave|delmål|mål"
    r"|spørgsmål|note|sagsnr|sagsnummer|j\.nr|dok\.nr|cvr|tlf|telefon)\b\.?:?)\s{0,2}\Z"
)
_COUNTED = re.compile(
    r"\s?(?:kr\b|mio\b|mia\b|tkr\b|t\.kr|pct\b|procent|%|‰|timer\b|minutter\b|årsværk|point\b|km\b|m2\b|m²|kg\b|stk\b"
    r"|personer\b|elever\b|borgere\b|stillinger?\b|flertal|dele?\b|af\s(?:udgift|beløb|tid|alle|de)|promille)"
)
_CLOCK = re.compile(r"\b(?:kl|klokken)\.?\s?(?:[0-9]{1,2}(?:[.:][0-9]{2})?\s?(?:[-–]|til|og)\s?)?\Z")
# lov nr. 453 af 10. juni 2003 · LBK nr. 1059 af 29/09/2010 · forordning af 27. april
_OF_LAW = re.compile(
    r"\b(?:\w*lov(?:en)?|\w*loven|lbk|lovbkg|bek|bkg|\w*bekendtgørelsen?|cirkulæret?|cirk|forordning(?:en)?|direktiv(?:et)?"
    r"|anordning(?:en)?|kendelsen?|dom(?:men)?|lovforslag(?:et)?)\b[^;:!?\n]{0,60}?\b(?:af|fra)\s(?:den\s|d\.\s?)?\Z"
)
_LAW_IN_FORCE = re.compile(
    r"\b(?:\w*lov(?:en)?|lovændring(?:en|erne)?|lovgivning(?:en)?|\w*bekendtgørelsen?|\w*reform(?:en)?|lovforslag(?:et)?)\b"
    r"[^.;:!?\n]{0,60}?\bi\skraft\s(?:fra\s|pr\.?\s|per\s|med\svirkning\sfra\s)?(?:den\s|d\.\s?)?\Z"
)
# 1.2.10 Personale: a heading with its number
_HEADING = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2}")

# What money is spoken of with: a bare year beside it is a year of a budget.
_MONEY = re.compile(
    r"\bkr\b|\bt\.?kr\b|\bmi[oa]\b|beløb|budget|bevilling|\bmidler|\bmidlerne|finansier|udgift|indtægt"
    r"|besparelse|tilskud|lønsum|regnskab|merforbrug|mindreforbrug|serviceramme|overfør|pulje|takst|\bafsat"
    r"|\bafsættes|tildel|bloktilskud|årsværk|skatteprocent|udligning|\bprisniveau|\bp/l\b|\bpl\b"
)
_CLAUSE_ENDS_BEFORE = re.compile(
    r"[;:!?()\n]|,\s|(?<![.\s][a-zæøå])(?<!kr)(?<!mio)(?<!mia)(?<!ca)(?<!pr)\.\s"
)
_CLAUSE_ENDS_AFTER = re.compile(r"[;:!?()\n]|,\s|\.(?:\s|\Z)")
_GOES_ON_AS_BUDGET = re.compile(
    r"\s?(?:og\s(?:frem|fremover|fremefter|følgende|efterfølgende|overslags\w*)|stigende|faldende|[-–/](?:[0-9]|\w+)"
    r"|(?:,\s|\sog\s)(?:i\s)?(?:19|20)[0-9]{2}\sog\s(?:frem|overslags))"
)
_BUDGET_BEFORE = re.compile(
    r"\b(?:fra\sog\smed|end\si|årene|årrækken|perioden|budget(?:år)?(?:et)?|regnskab(?:et)?)\s\Z"
)


def only_looks(text: str, period: Period) -> bool:
    """Whether what has the form of a time is something else, by what stands around it in a text of small letters."""
    if period.kind is TimeKind.YEAR and not period.is_relative:
        return _is_of_budget(text, period)
    before = text[max(0, period.core - _CLAUSE) : period.core]
    if period.kind in {TimeKind.DAY, TimeKind.SPAN, TimeKind.MONTH} and (
        _OF_LAW.search(before) or _LAW_IN_FORCE.search(before)
    ):
        return True
    is_of_digits = not any(map(str.isalpha, text[period.core : period.end]))
    return is_of_digits and _is_number(text, period, before)


def _is_number(text: str, period: Period, before: str) -> bool:
    if _NUMBERED.search(before) or _CLOCK.search(before) or _COUNTED.match(text, period.end):
        return True
    begins_line = not before.strip(" \t") or before.rstrip(" \t").endswith("\n")
    is_heading = _HEADING.fullmatch(text, period.core, period.end) is not None
    return begins_line and is_heading and text[period.end : period.end + 2].strip(" ").isalpha()


def _is_of_budget(text: str, period: Period) -> bool:
    """Whether a bare year is that of a budget, a plan or a comparison, not one in which something happens."""
    if _GOES_ON_AS_BUDGET.match(text, period.end) or _BUDGET_BEFORE.search(
        text, max(0, period.core - 20), period.core
    ):
        return True
    before = text[max(0, period.start - _NEAR) : period.start]
    *_, begin = [0, *(found.end() for found in _CLAUSE_ENDS_BEFORE.finditer(before))]
    after = text[period.end : period.end + _NEAR]
    end = _CLAUSE_ENDS_AFTER.search(after)
    return (
        _MONEY.search(before, begin) is not None
        or _MONEY.search(after[: end.start()] if end else after) is not None
    )
