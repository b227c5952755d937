"""How a decision says that those who decide did not come to a matter, or let it wait: a table, as that of waiting."""

from __future__ import annotations

from minutes.danish.dates import MONTH_NAME
from minutes.parser.outcomes.subjects import MATTER
from minutes.parser.told.values import DeferralKind

from .forms import HERE, NOT, OPEN, Of, form
from .phrases import (
    DEALING,
    NEXT_MEETING,
    NOT_ACROSS,
    ON_THE_AGENDA,
    PUT_ON,
    STANCE,
    TO_DEAL_WITH,
)

_K = DeferralKind
_NOT_REACHED = r"(?:nåedes\sikke|blev\sikke\snået|kunne\sikke\snås)"
# A time that is past tells of what others did not finish: "nåedes ikke i 2012", "blev ikke nået før ferien"
_NOT_IN_TIME = r"(?!\s(?:i|inden|før|til|på|ved|sidste|helt)\s)"
_TO = rf"(?:til\s(?:efter\s|{MONTH_NAME}\b|(?:det|et|den)?\s?(?:møde\w*|efteråret|foråret|årsskiftet))|{NEXT_MEETING})"
_WELL = r"(?:tilstrækkeligt?|fuldt|godt\snok)"

UNREACHED = (
    # Orienteringen taget til efterretning. Gennemgangen af stierne nåedes ikke
    form(
        _K.DISCUSSION_POSTPONED,
        Of.OBJECT,
        rf"(?:\A\W*|,\s|\b(?:og|men|mens)\s)(?:den\s|det\s)?(?P<object>{DEALING}(?:\s[^.;,]{{1,80}}?)?)\s{_NOT_REACHED}"
        rf"{_NOT_IN_TIME}",
        NOT,
    ),
    # Opgørelsen over ledige stillinger nåedes ikke og gennemgås på næste møde
    form(
        _K.DISCUSSION_POSTPONED,
        Of.SUBJECT,
        rf"\b(?P<verb>{_NOT_REACHED}),?\s(?:og|men|hvorfor\s\w+)\s(?:\w+\s)?{PUT_ON}\b{NOT_ACROSS}{NEXT_MEETING}",
        *(NOT, HERE),
    ),
    # Direktionen nåede ikke punktet · nåede ikke at drøfte strategien
    form(
        _K.DEFERRED,
        Of.DECIDER,
        rf"\b(?P<verb>nåede)\s(?:[\w-]+\s)?ikke\s(?:at\s{TO_DEAL_WITH}\s(?P<object>(?:[\w-]+\s?){{1,3}})"
        rf"|(?:frem\stil\s)?{ON_THE_AGENDA}\b)",
        *(OPEN, NOT),
    ),
    # Der var ikke tid til punktet · Tiden tillod ikke en drøftelse
    form(
        _K.DEFERRED,
        Of.OBJECT,
        rf"\bder\s(?:var|er|blev)\sikke\s(?:nok\s)?tid\stil\s(?:at\s{TO_DEAL_WITH}\s)?(?P<object>(?:[\w-]+\s?){{1,3}})",
        *(OPEN, NOT),
    ),
    form(_K.DEFERRED, Of.ANYTHING, r"\btiden\s(?:tillod|rakte|var)\sikke\s", *(OPEN, NOT)),
    # På grund af tidnød blev punktet ikke behandlet · Punktet behandledes ikke · blev sprunget over
    form(
        _K.DEFERRED,
        Of.OBJECT,
        rf"\b(?:blev|kunne|er)\s(?P<object>{MATTER})\sikke\s(?:færdig)?(?:behandle[ts]|nået|nås|drøfte[ts])\b",
        *(OPEN, NOT),
    ),
    form(
        _K.DEFERRED,
        Of.SUBJECT,
        r"\b(?P<verb>(?:behandledes|drøftedes)\sikke)\b",
        *(OPEN, NOT),
    ),
    form(_K.DEFERRED, Of.SUBJECT, r"\b(?P<verb>(?:blev|bliver|er)\ssprunget\sover|springes\sover)\b", OPEN),
    # Drøftelsen blev ikke afsluttet · Direktionen blev ikke færdig med punktet
    form(
        _K.DEFERRED,
        Of.ANYTHING,
        r"(?:\A\W*|,\s|\b(?:og|men)\s)(?:drøftelsen|behandlingen|debatten)(?:\saf\s[^.;,]{1,60}?)?\s"
        r"(?:blev|er|kunne)\sikke\s(?:afslutte[ts]|færdiggjort|gjort\sfærdig)\b",
        *(OPEN, NOT),
    ),
    form(
        _K.DEFERRED,
        Of.DECIDER,
        rf"\b(?P<verb>blev)\s(?:[\w-]+\s)?ikke\sfærdige?\smed\s(?:\w+\s)?{ON_THE_AGENDA}\b",
        *(OPEN, NOT),
    ),
    # Punktet venter til næste møde · Sagen flyttes til mødet i maj
    form(
        _K.DEFERRED,
        Of.OBJECT,
        rf"(?<![\w-])(?P<object>{ON_THE_AGENDA})\s(?:(?:må|skal|kan)\s)?(?:vente[rs]?\s(?:ind)?til\b"
        rf"|(?:gemmes|rykkes|flyttes|skubbes|skydes|lægges\sover)\s(?:\w+\s)?{_TO})",
    ),
    # Sagen ligger stille, til økonomien er kendt · lægges til side · Direktionen lader sagen ligge
    form(
        _K.DEFERRED,
        Of.OBJECT,
        rf"(?<![\w-])(?P<object>{ON_THE_AGENDA})\s(?:\w+\s)?(?:ligger\sstille|lægges\stil\sside|ligger\sover|bliver\sliggende)\b",
    ),
    form(
        _K.DEFERRED,
        Of.DECIDER,
        rf"\b(?P<verb>lader|lod)\s(?P<object>{ON_THE_AGENDA})\s(?:ligge|hvile|vente)\b",
    ),
    # Sagen er ikke tilstrækkeligt belyst · Direktionen ønsker mere tid til at drøfte strategien
    form(
        _K.SENT_BACK,
        Of.OBJECT,
        rf"(?<![\w-])(?P<object>{MATTER})\s(?:er\sikke|ikke\ser)\s{_WELL}\s(?:be|op)lyst\b",
        *(OPEN, NOT),
    ),
    form(
        _K.SENT_BACK,
        Of.WANTED,
        rf"\b(?P<verb>fandt|finder)\sikke,?\s(?:at\s)?(?P<object>{MATTER})\s(?:er\s)?{_WELL}\s(?:be|op)lyst\b",
        *(OPEN, NOT),
    ),
    form(
        _K.DISCUSSION_POSTPONED,
        Of.DECIDER,
        r"\b(?P<verb>mangle(?:r|de)|savne(?:r|de))\s(?:et\s)?(?:\w+\s)?(?:beslutnings)?grundlag\sfor\sat\s(?:træffe|tage)\b",
        OPEN,
    ),
    form(
        _K.SENT_BACK,
        Of.ANYTHING,
        r"\b(?:beslutnings)?grundlaget\s(?:er|var)\s(?:for\s(?:spinkelt|tyndt|usikkert)|utilstrækkeligt|ikke\s(?:tilstrækkeligt|godt"
        r"\snok))\b",
        *(OPEN, NOT),
    ),
    form(
        _K.DISCUSSION_POSTPONED,
        Of.DECIDER,
        r"\b(?P<verb>ønske(?:r|de))\s(?:(?:mere|længere)\stid\stil\sat\s(?:drøfte|overveje|behandle)|betænkningstid)\b",
        OPEN,
    ),
    # Sagen behandles, når høringen er slut · Direktionen drøfter sagen, når …
    form(
        _K.DISCUSSION_POSTPONED,
        Of.OBJECT,
        rf"(?<![\w-])(?P<object>{ON_THE_AGENDA})\s{PUT_ON}(?:\sop)?,?\s(?:først,?\s)?(?:når|efter\sat)\s",
        *(OPEN, HERE),
    ),
    form(
        _K.DISCUSSION_POSTPONED,
        Of.DECIDER,
        rf"\b(?P<verb>(?:behandle|drøfte)r)\s(?:først\s)?(?P<object>{ON_THE_AGENDA}),?\s(?:først,?\s)?(?:når|efter\sat)\s",
        OPEN,
    ),
    # Der lægges op til beslutning på næste møde
    form(
        _K.DISCUSSION_POSTPONED,
        Of.ANYTHING,
        rf"\blægges\sop\stil\s(?:en\s)?(?:endelig\s)?(?:{STANCE}|stillingtagen|godkendelse|vedtagelse)\s{NEXT_MEETING}",
        *(OPEN, HERE),
    ),
)
