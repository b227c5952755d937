"""The phrases that the forms of putting off are made of, in small letters."""

from __future__ import annotations

from minutes.danish.dates import MONTH_NAME

# A meeting that is to come: på næste møde · til mødet i maj · på direktionens seminar
NEXT_MEETING = (
    r"(?:(?:på|til|ved|i|under|for)\s(?:(?:det|den|et|en|de|vores|sit|\w+s)\s)?"
    r"(?:næste|kommende|senere|førstkommende|efterfølgende|nyt|snarligt|ekstraordinært|særskilt|særligt)\s[\w-]+"
    r"|(?:på|til|ved)\s(?:\w+s\s)?[\w-]*(?:møde(?:t)?|seminar(?:et)?|temadag(?:en)?)\b)"
)
_SEASON = r"(?:for|efter)året|sommeren|vinteren|årsskiftet|uge|[1-4]\.\skvartal"
# What a decision waits for: a time or an event that is not there yet.
LATER = (
    rf"(?:når|først|senere|efterfølgende|inden\s(?!for)|efter\s|i\sforbindelse\smed|ifm\.?\s|i\sløbet\saf|{NEXT_MEETING}"
    r"|ved\s(?:budget|behandling|næste)"
    r"|(?:i|til|inden|pr\.|primo|medio|ultimo|ved)\s(?:udgangen\saf\s|slutningen\saf\s)?"
    rf"(?:{MONTH_NAME}|{_SEASON})\b|(?:den|d\.)\s?[0-9]"
    r"|til\s(?:efter|når|næste)\b|på\set\s(?:senere\stidspunkt|møde)\b)"
)
# Not across the question that is to be decided: "tager stilling til, om arbejdet skal begynde i maj".
NO_QUESTION = r"(?:(?!,?\s(?:om|at|hvorvidt|hvordan|hvor|hvilke\w*|som|der)\s)[^.;]){0,120}?"
NOT_ACROSS = r"(?:(?!\b(?:og|men|der|som|hvor|når|hvis|så)\s)[^.;,]){0,70}?"

STANCE = r"(?:stilling|beslutning|afgørelse|bestemmelse|valg)"
TAKE = r"(?:tage[rs]?|træffe[rs]?)"
AGAIN = r"(?:igen|på\sny|påny|fornyet|endnu\sen\sgang|atter|til\sfornyet\s\w+)"
# How a matter is dealt with, as its verb: of those, "drøftes" and the like are said of where it goes, too.
DISCUSSED = r"(?:drøftes|tages\s(?:\w+\s)?op|dagsordensættes|optages|løftes)"
TREATED = (
    rf"(?:{DISCUSSED}|behandles|forelægges|fremlægges|præsenteres|fremsendes|fremsættes|bringes|kommer|sættes\s(?:op\s)?på"
    r"|vender|vendes|gennemgås)"
)
PUT_ON = rf"(?:{TREATED}|tages|medtages|fortsættes|fortsætter)"
# What stands on an agenda; and of what those who decide may not reach, what can only be theirs to do.
ON_THE_AGENDA = (
    r"(?:sag(?:en|erne)|(?:dagsordens)?punkt(?:et|erne)?(?:\s[0-9]{1,2})?|pkt\.?\s[0-9]{1,2}|emne(?:t|rne)|spørgsmål(?:et|ene)"
    r"|drøftelse(?:n|rne)|behandlingen|beslutningen|stillingtagen|indstillingen|resten|det\søvrige|de\søvrige\spunkter)"
)
DEALING = (
    rf"(?:{ON_THE_AGENDA}|gennemgang(?:en)?|[\w-]*drøftelse(?:n|rne)?|fremlæggelsen|forelæggelsen|præsentationen"
    r"|orientering(?:en|erne))"
)
TO_DEAL_WITH = r"(?:(?:færdig)?behandle|drøfte|gennemgå|afslutte|nå|tage\sstilling\stil)"
PRESENTED = (
    r"(?:forelagt|fremlagt|fremsat|behandlet|drøftet|præsenteret|gennemgået|taget(?:\sop)?|bragt(?:\sop)?|fremsendt|tilbage"
    r"|retur|vendt|op|at\sse)"
)
MORE = r"(?:nærmere|yderligere|bedre|grundigere|videre|mere|igen|på\sny|fornyet)"
WORKED_ON = (
    r"(?:belys|kvalificer|bearbejd|omarbejd|uddyb|revurder|genovervej|konkretiser|afklar|undersøg|tilret"
    r"|revider|overvej|modn|gennemarbejd|præciser|suppler)"
)
WORKED_ON_ANEW = r"(?:revurderes|genovervejes|omarbejdes|gennemarbejdes|genberegnes|omskrives)"
NEW = (
    r"(?:revidere[dt]e?|nyt|ny|tilrette[dt]e?|omarbejde[dt]e?|bearbejde[dt]e?|opdatere[dt]e?|justere[dt]e?|fornye[dt]e?"
    r"|alternativt?)"
)
CLOSER = r"(?:nærmere|yderligere|grundigere|bedre|fornyet|mere\s(?:uddyb\w+|detaljere\w+|konkret\w?|gennemarbejde\w+))"
CLOSER_LOOK = (
    r"(?:undersøgelse|belysning|behandling|vurdering|drøftelse|afklaring|beregning|analyse|kvalificering|bearbejdning"
    r"|redegørelse|begrundelse|(?:beslutnings)?grundlag|sag|sagsfremstilling|oplæg|notat)"
)
BUDGET = (
    r"budget(?:forhandling|behandling|lægning|proces|drøftelse|seminar|arbejde|forlig)?"
    r"(?:en|er|erne|sen|n|r|rne|et|t)?"
)
