"""How a decision says that the matter goes back, comes again or goes on to others: a table, as that of waiting."""

from __future__ import annotations

from minutes.danish.dates import MONTH_NAME
from minutes.parser.outcomes.subjects import MATTER, PAPER
from minutes.parser.told.values import DeferralKind

from .forms import ASKED, BACK, HERE, OPEN, Of, form
from .phrases import (
    AGAIN,
    BUDGET,
    CLOSER,
    CLOSER_LOOK,
    DISCUSSED,
    MORE,
    NEW,
    NEXT_MEETING,
    NOT_ACROSS,
    PUT_ON,
    TREATED,
    WORKED_ON,
    WORKED_ON_ANEW,
)

_K = DeferralKind

RETURNING = (
    # Direktionen ønsker en fornyet stillingtagen
    form(
        _K.SENT_BACK,
        Of.ANYTHING,
        r"\b(?:fornyet|ny)\s(?:politisk\s)?"
        r"(?:behandling|stillingtagen|drøftelse|vurdering|sagsfremstilling|forelæggelse|sagsbehandling)\b",
    ),
    # Sagen sendes tilbage til … · hjemvises · Sagen tilbage til TMC
    form(
        _K.SENT_BACK,
        Of.SUBJECT,
        r"\b(?P<verb>tilbagesend(?:es|t)|hjemvis(?:es|t)|returner(?:es|et)"
        r"|(?:sendes?|sendt|går|gik)\s(?:\w+\s)?(?:tilbage|retur))\b",
    ),
    form(
        _K.SENT_BACK,
        Of.ANYTHING,
        rf"\A\W*(?:{MATTER}\s)?(?:tilbage|retur)\stil\b|\b(?:have|få|får|ønske[rs]?)\s{MATTER}\s(?:tilbage|retur)\b",
    ),
    # Sagen undersøges nærmere · Oplægget skal kvalificeres yderligere · Sagen revurderes
    form(
        _K.SENT_BACK,
        Of.SUBJECT,
        rf"\b(?P<verb>{WORKED_ON}e[st]?\s(?:\w+\s)?{MORE}|{WORKED_ON_ANEW}"
        rf"|(?:skal|bør|ønskes)\s(?:{MORE}\s)?{WORKED_ON}(?:es|et|t))\b",
        OPEN,
    ),
    form(
        _K.SENT_BACK,
        Of.OBJECT,
        rf"\bønske(?:r|de|s)\s(?P<object>{MATTER}(?:\s[0-9]{{1,2}})?|{PAPER})\s(?:\w+\s)?(?:{MORE}\s)?{WORKED_ON}e?t\b",
        OPEN,
    ),
    # Direktionen ønsker flere modeller belyst
    form(
        _K.SENT_BACK,
        Of.DECIDER,
        rf"\b(?P<verb>ønske(?:r|de|s))\s(?:[\w-]+\s){{1,4}}?(?:{MORE}\s)?{WORKED_ON}e?t\b",
        *(OPEN, ASKED),
    ),
    # Direktionen ønsker et revideret oplæg · TMC udarbejder et nyt forslag
    form(
        _K.SENT_BACK,
        Of.ANYTHING,
        r"\b(?:ønske\w*|efterspurgte|efterspørger|udarbejde[rs]?|fremlægge[rs]?|forelægge[rs]?|anmode\w*|bede[rs]?|bad"
        rf"|kommer|afvente[rs]?)\s[^.;]{{0,60}}?\b{NEW}\s(?:{MATTER}|{PAPER})\b",
        *(OPEN, ASKED),
    ),
    form(
        _K.SENT_BACK,
        Of.DECIDER,
        rf"\b(?P<verb>ønske(?:r|de|s))\s(?:en\s|et\s)?{CLOSER}\s{CLOSER_LOOK}\w*\b",
        OPEN,
        ASKED,
    ),
    # Sagen forelægges på ny · genfremlægges · Sagen på dagsordenen igen
    form(
        _K.PRESENTED_AGAIN,
        Of.SUBJECT,
        rf"\b(?P<verb>{TREATED})\b{NOT_ACROSS}\b{AGAIN}\b|\b{AGAIN}\s{TREATED}\b"
        r"|\bgen(?:forelægges|fremsættes|behandles|besøges)\b",
        BACK,
    ),
    form(
        _K.PRESENTED_AGAIN,
        Of.ANYTHING,
        rf"\A\W*{MATTER}\s(?:skal\s(?:op\s)?)?på\s(?:\w+\s){{0,2}}igen\b",
        BACK,
    ),
    # BYC genfremsætter sagen
    form(
        _K.PRESENTED_AGAIN,
        Of.ANYTHING,
        rf"\bgen(?:fremsætte|fremlægge|forelægge)r?\s(?:\w+\s)?(?:{MATTER}|{PAPER})\b",
        BACK,
    ),
    # Direktionen vender tilbage til sagen · drøfter sagen igen
    form(
        _K.PRESENTED_AGAIN,
        Of.DECIDER,
        rf"\b(?P<verb>vende[rs]?)\s(?:\w+\s){{0,2}}?tilbage\stil\s(?:\w+\s)?{MATTER}\b",
        BACK,
    ),
    form(
        _K.PRESENTED_AGAIN,
        Of.DECIDER,
        rf"\b(?P<verb>(?:(?:vil|skal)\s)?(?:drøfte|behandle|genoptage|fortsætte|tage)r?)\s(?:\w+\s)?{MATTER}\b{NOT_ACROSS}\b(?:op\s)?"
        rf"(?:{AGAIN}|{NEXT_MEETING})",
        BACK,
    ),
    # Sagen henvises til budgetforhandlingerne · Oversendes til Økonomiudvalget
    form(
        _K.SENT_ON,
        Of.SUBJECT,
        r"\b(?P<verb>oversende[st]|henvise[st]|overføre[st]|henskydes|overgår|indgår)\s(?:\w+\s)?(?:til|i)\s(?:\w+\s)?"
        rf"(?:kommende\s)?{BUDGET}\b",
        OPEN,
    ),
    form(
        _K.SENT_ON,
        Of.SUBJECT,
        r"\b(?P<verb>(?:oversende|henvise|videresende)[st]|sende[st]\svidere|sendes)\s(?:\w+\s)?til\b",
        *(OPEN, ASKED),
    ),
    # Sagen drøftes på et kommende møde i Chefforum
    form(_K.SENT_ON, Of.SUBJECT, rf"\b(?P<verb>{DISCUSSED})\b", OPEN, ASKED),
    # Punktet behandles på næste møde
    form(
        _K.PRESENTED_AGAIN,
        Of.SUBJECT,
        rf"\b(?P<verb>{PUT_ON})\b{NOT_ACROSS}(?:{NEXT_MEETING}|\bden\s[0-9]|\bi\s{MONTH_NAME}|\bvidere\b|\bi\sforbindelse\smed\b)",
        *(OPEN, HERE),
    ),
)
