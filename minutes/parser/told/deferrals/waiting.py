"""How a decision says that the matter waits: a table, of which the first form that fits in a sentence counts.

All patterns are of small letters, with single blanks between words. "udsættes", "genoptages" and the like, which the
outcomes know, stand in `minutes.parser.outcomes.verbs`.
"""

from __future__ import annotations

from minutes.danish.dates import MONTH_NAME
from minutes.parser.outcomes.subjects import MATTER
from minutes.parser.told.values import DeferralKind

from .forms import BACK, NOT, OPEN, Of, form
from .phrases import LATER, NEXT_MEETING, NO_QUESTION, NOT_ACROSS, STANCE, TAKE

_K = DeferralKind

WAITING = (
    # Punktet nåedes ikke · Sagen blev ikke behandlet
    form(
        _K.DEFERRED,
        Of.SUBJECT,
        r"\b(?P<verb>nåedes\sikke|(?:blev|er|kunne)\sikke\s(?:færdig)?(?:behandle[ts]|nået|nås|drøfte[ts]))\b"
        r"|\A\W*(?:ikke|ej)\s(?:færdig)?behandlet\b",
        *(OPEN, NOT),
    ),
    # Udsættelse til næste møde · Direktionen besluttede udsættelse af sagen
    form(
        _K.DEFERRED,
        Of.ANYTHING,
        r"(?:\A\W*|\bbeslutte(?:de|r)\s|\benige?(?:hed)?\som\s)udsættelse\b"
        rf"(?!\saf\s(?!(?:\w+\s)?{MATTER}\b))",
    ),
    # Sagen afventer budgettet · sættes på pause
    form(
        _K.DEFERRED,
        Of.SUBJECT,
        r"\b(?P<verb>afventer|beror|hviler|henstår|parkeres|(?:sættes|lægges|stilles)\spå\s(?:pause|hold|standby|is))\b",
    ),
    form(_K.DEFERRED, Of.DECIDER, r"\b(?P<verb>beslutte(?:de|r)|ønske(?:r|de)),?\sat\safvente\b", OPEN),
    # Direktionen kan ikke tage stilling i dag · Der blev ikke taget stilling
    form(
        _K.DISCUSSION_POSTPONED,
        Of.DECIDER,
        r"\b(?P<verb>kan|kunne|vil|ville|ønsker|ønskede|blev|tager|tog|tages|træffer|træffes|traf|er|var|så\ssig|finder"
        r"|fandt|mener|mente)\s(?:[\w-]+\s){0,2}?ikke,?\s(?:[\w-]+\s){0,8}?"
        rf"(?:(?:(?:tage|taget|træffe|truffet)\s(?:\w+\s)?)?{STANCE}|klar\stil\s\w+)\b(?!\stil,?\s(?:om|hvorvidt))",
        *(OPEN, NOT),
    ),
    # Inden Direktionen tager stilling, ønskes … · Notatet suppleres, før sagen kan behandles
    form(
        _K.DISCUSSION_POSTPONED,
        Of.DECIDER,
        r"\b(?:inden|før|førend|forud\sfor,?\sat)\s(?P<subject>(?:[\w-]+\s){0,4}?)"
        r"(?:(?:kan|skal|vil|igen|endeligt?)\s){0,2}"
        rf"(?:{TAKE}\s(?:[\w-]+\s){{0,3}}?{STANCE}\b|(?:godkende|vedtage|tiltræde)[rs]?\b|(?:færdig)?behandle[rs]?\b"
        r"|afgøres?\b|genoptages?\b|forelægges?\b|fremlægges?\b|drøftes?\b)",
    ),
    # Før endelig beslutning · forud for endelig stillingtagen
    form(
        _K.DISCUSSION_POSTPONED,
        Of.ANYTHING,
        r"\b(?:inden|før|forud\sfor)\s(?:der\s)?(?:en\s)?endelig\s"
        rf"(?:{STANCE}|stillingtagen|godkendelse|vedtagelse|behandling)\b",
    ),
    # Efter forsøget skal der ske endelig beslutning
    form(
        _K.PRESENTED_AGAIN,
        Of.ANYTHING,
        r"\b(?:efter|når)\s[^.;]{1,120}?\s(?:skal|vil|kan)\s(?:der\s)?(?:ske|træffes|tages|komme)\s(?:en\s)?"
        rf"(?:endelig\s)?(?:{STANCE}|stillingtagen|behandling)\b",
        BACK,
    ),
    # Direktionen tager endelig stilling, når … · Der træffes beslutning i maj
    form(
        _K.DISCUSSION_POSTPONED,
        Of.DECIDER,
        rf"\b(?P<verb>(?:(?:vil|skal)\s)?{TAKE})\s(?:[\w-]+\s){{0,4}}?{STANCE}\b"
        rf"(?:\s(?:til|om)\s(?P<object>(?:[\w-]+\s?){{1,3}}))?{NO_QUESTION}\b{LATER}",
    ),
    # Når høringen er slut, tager Direktionen endelig stilling · …, hvorefter Direktionen tager endelig stilling
    form(
        _K.DISCUSSION_POSTPONED,
        Of.DECIDER,
        rf"(?:\A\W*|[,;]\s|\bog\s)(?:når|efter|først|{NEXT_MEETING}|i\s{MONTH_NAME})\s[^.;]{{0,160}}?(?P<verb>\b{TAKE})\s"
        rf"(?P<subject>(?:[\w-]+\s){{0,3}}?)(?:endeligt?\s)?{STANCE}\b",
    ),
    form(
        _K.DISCUSSION_POSTPONED,
        Of.DECIDER,
        rf"\b(?:hvorefter|dernæst|derefter|herefter)\s(?:{TAKE}\s)?(?P<subject>(?:[\w-]+\s){{0,2}}?)(?:{TAKE}\s)?endelig\s{STANCE}\b",
    ),
    # Beslutning om stierne træffes, når … · Endelig stillingtagen afventer …
    form(
        _K.DISCUSSION_POSTPONED,
        Of.ANYTHING,
        r"(?:\A\W*|[,;]\s|\bden\s|\bog\s)(?:den\s)?(?:endelige?\s)?(?:politiske?\s)?"
        rf"(?:{STANCE}(?:en)?|stillingtagen|afgørelsen|godkendelsen?)\b[^.;]{{0,100}}?\s"
        rf"(?:afventer|udestår|(?:træffes|tages|sker|forventes)\b{NO_QUESTION}\b{LATER})",
    ),
    # Spørgsmålet afgøres efter besigtigelsen · Planen godkendes på næste møde
    form(
        _K.DISCUSSION_POSTPONED,
        Of.SUBJECT,
        rf"\b(?P<verb>afgøres|afklares|besluttes|fastlægges)\b{NOT_ACROSS}\b{LATER}"
        rf"|\b(?:godkendes|vedtages|tiltrædes)\s(?:først\s)?(?:på\s|endeligt\s)?{NEXT_MEETING}",
        OPEN,
    ),
    form(
        _K.DISCUSSION_POSTPONED,
        Of.DECIDER,
        rf"\b(?P<verb>afventer)\s(?=[^.;]{{0,60}}?\b(?:indstilling|behandling|{STANCE}|resultat|anbefaling|svar))",
        OPEN,
    ),
)
