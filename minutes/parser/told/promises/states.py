"""What a clause tells as being so, though its verbs are those of undertakings: nobody promises it. Small letters."""

from __future__ import annotations

import re

# Kantinen holder lukket i maj · BYC holder til på 2. sal · udvalget holder fast i, at …
_HOLDS = r"holder\s(?:\w+\s)?(?:\w*lukket|åbent|ferie|fri|til|øje|sig\s\w+|fast\b[^;:]*)"
# HRC er enig; but who is in charge, or is ready by a time, shall do something.
_IS = r"er(?!\s(?:[\w-]+\s){0,2}?(?:[\w-]*tovholder\w*|[\w-]*ansvarlige?|[\w-]*(?:leder|ejer)|klar|færdige?|med\si))"
_GETS = r"får(?!\s(?:[\w-]+\s){0,2}?(?:opgave\w*|ansvar\w*|mandat\w*|frist\w*|besked|lov))"
# What is so of people and offices without their doing anything.
_STATIVE = (
    r"(?:består|ligger|findes|kender|mangler|bruger|anvender|modtager|takker|tilhører|bor|sidder|mener|synes|bestemmer|støtter"
    r"|forventer(?!\sat)|ser\sfrem|bakker\sop|roser|byder\svelkommen|siger\s(?:farvel|tak)|glæder\ssig|rejser(?=\s(?:den|i\s|til|pr|ved))|fratræder"
    r"|tager\s[^;:]{0,40}?til\s(?:efterretning|orientering)|afholder\s(?:selv\s)?udgift\w*"
    r"|følger\s(?:fortsat\s|stadig\s)?(?:den\s|de\s|skolernes\s|kommunens\s|statens\s)?"
    r"(?:gældende\s|almindelige\s|samme\s|sædvanlige\s)?(?:praksis|regl\w+|kalender\w*|lov\w*|vejledning\w*|standard\w*))"
)
# Papers, plans and sums act only in a manner of speaking.
_THING = (
    r"(?<![\w-])[\w-]*(?:evaluering|rapport|notat|bilag|plan|aftale|ordning|strategi|politik|skema|oversigt|redegørelse"
    r"|materiale|undersøgelse|vejledning|model|tal|udgift|beløb|budget|regnskab|tabel|indsats|forslag|løsning|penge)"
    r"(?:ken|k?t?en|e?t|n|ne|k?k?erne|r?ne)?\s"
    r"(?:beskriver|giver|tager|følger|samler|stiller|retter\ssig|holder|kommer\sfra|sikrer|viser|omfatter)"
)
_IDIOMS = (
    r"(?:giver\s(?:god\s|ikke\s)?(?:mening|plads|udtryk|anledning)|kommer\s(?:fra|af)"
    r"|tager\s(?:højde|hensyn|udgangspunkt|afsæt|form|fart|tid|[0-9]+|to|tre|fire)\b)"
)
# Skoleåret starter … · Den nye centerchef begynder den …: that comes of itself.
_COMES_OF_ITSELF = (
    r"(?:(?:skole|kalender|budget)året|[\w-]*ferien?|sæsonen|[\w-]*(?:chef|leder|direktør|medarbejder|konsulent|vikar|elev)(?:en)?)"
    r"\s(?:begynder|starter|slutter|tiltræder|stopper)"
)
# HRC deltager under punktet · kommer kl. 11: that is this meeting.
_AT_THIS_MEETING = (
    r"(?:deltager|kommer|orienterer|giver|præsenterer|fremlægger|gennemgår)\s[^;:]{0,60}?"
    r"\b(?:(?:i|under|ved)\s(?:punktet|sagens|drøftelsen|behandlingen|mødet(?!\sden))|kl\.?\s?[0-9]+)|åbner\smødet"
)
_STATE = re.compile(
    rf"\b(?:{_HOLDS}|{_IS}|{_GETS}|{_STATIVE}|{_IDIOMS}|{_COMES_OF_ITSELF}|{_AT_THIS_MEETING})(?!\w)|{_THING}(?!\w)"
)
# Udgifterne forventes at stige · det vil kræve to medarbejdere · udgiften vil blive 2 mio. kr.
_FORECAST = re.compile(
    r"\b(?:vil|forventes|ventes|skønnes|forventer)\s(?:[\w-]+\s){0,3}?"
    r"(?:stige|falde|vokse|koste|udgøre|medføre|betyde|kræve|indebære|svare\stil|(?:være|blive)\s(?:på\s|ca\.?\s|omkring\s)*[0-9])"
    r"|\b(?:forventes|ventes),?\sat\s(?:[\w-]+\s){1,5}?(?:stiger|falder|vokser|koster|udgør|bliver\s(?:på\s|ca\.?\s)*[0-9])"
)
# Det skal bemærkes, at … · HRC vurderer, at …: what stands behind is told.
_REPORTS = re.compile(
    r"\b(?:(?:det|der)\s(?:skal|bør|kan)\s(?:også\s|endvidere\s|dog\s|desuden\s)?)?"
    r"(?:bemærk|nævn|understreg|fremhæv|tilføj|pointér?|præciser|oplys|vurder|skønn?|mene?|foreslå|konstater|betyd|indebær|medfør)"
    r"e?(?:r|s),?\sat\s.*|\b(?:gør|gøres)\sopmærksom\s.*"
    r"|\b(?:det|der)\s(?:skal|bør|kan)\s(?:[\w-]+\s)?(?:bemærkes|nævnes|understreges|fremhæves|tilføjes|pointeres)\b"
    r"|\bder\sskal\slyde\b.*",
    re.DOTALL,
)
_GREETING = re.compile(r"\bønsk\w+\s[^;:]{0,60}?\b(?:god|godt|gode|glædelig|held|tillykke|velkommen)\b")
# What some wanted and did not get.
_IN_VAIN = re.compile(r"\bmindretal\w*\b")


def without_states(clause: str) -> str:
    """A clause without what it says is so, is expected to come of itself, or is told by somebody."""
    return _STATE.sub(" ", _FORECAST.sub(" ", _REPORTS.sub(" ", clause)))


def is_no_wish(clause: str) -> bool:
    """Whether what is wished in a clause is a greeting, or what a minority wanted."""
    return _GREETING.search(clause) is not None or _IN_VAIN.search(clause) is not None
