"""The wording of a decision to its outcome: one table, and "other" wherever the wording is mixed or unclear."""

from __future__ import annotations

import re

from .dates import MONTHS
from .values import Outcome

# Verbs and participles of deciding, by their stems.
_DECIDED = r"(?:godkend|tiltråd|tiltræd|vedtag|vedtog|drøfte|udsat|udsæt|afvis|anbefal)\w*"
_MONTH = "|".join(name for names in MONTHS for name in names)

# What a text tells of other decisions than this one: "som tidligere godkendt", "når planen er godkendt", "den vedtagne
# plan", "godkendt af Byrådet i juni 2012", "ændringsforslaget blev forkastet".
_ABOUT_ANOTHER_DECISION = re.compile(
    rf"""
      \b(?:tidligere|allerede|senest|når|efter\sat|inden(?!\sfor)
        |(?<=[\w,]\s)(?:der|som(?!\shelhed))\s(?:[\w-]+\s){{0,3}}?(?:blev|er|har))\b
        [^.;]{{0,60}}?\b{_DECIDED}
    | \bsom\s[\w-]+\s(?:indstiller|anbefaler)\b
    | \b(?:den|det|de|dens|dets|politisk)\s(?:godkendte|tiltrådte|vedtagne|drøftede|udsatte|afviste)\b
    | \b{_DECIDED}\s(?:af\s[\w\s-]{{1,40}}?\s)?(?:den\s|d\.\s?|i\s)(?:[0-9]|(?:{_MONTH})\b)
    | \bændringsforslag\w*\b[^.;]{{0,60}}?\b(?:{_DECIDED}|forkast\w*|fald\w*)
    """,
    re.IGNORECASE | re.VERBOSE,
)

# In this order, each on what the ones above have left: "ikke godkendt" holds no "godkendt".
_WORDINGS: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
    (outcome, re.compile(pattern, re.IGNORECASE | re.VERBOSE))
    for outcome, pattern in (
        # Ikke godkendt · Afvist · Forslaget kan ikke tiltrædes · Anbefales ikke
        (
            Outcome.REJECTED,
            r"""
              \bikke\s(?:\w+\s)?(?:godkend|tiltråd|tiltræd|vedtag|imødekom|anbefal)\w*
            | \b(?:godkend|tiltråd|tiltræd|vedtag|vedtog|imødekom|anbefal)\w*\sikke\b
            | \b(?:afvist|afvises|afviste|forkastet|forkastes|forkastede|afslag|afslået|afslås)\b
            """,
        ),
        # Udsættes. · Punktet udsættes. · besluttede, at udsætte drøftelsen; but not "udsatte boligområder"
        (
            Outcome.DEFERRED,
            r"""
              \b(?:udsættes|udskydes|udskudt|at\s(?:udsætte|udskyde))\b
            | (?<!\ben\s)(?<!\bet\s)(?<!ligt\s)(?<!lig\s)(?<!socialt\s)\budsat\b(?!\sfor\b)
            | \b(?:udsatte|udsætter|udskød)\s(?:sagen|punktet|drøftelsen|behandlingen|beslutningen)\b
            """,
        ),
        # undersøges nærmere · Administrationen undersøger sagen nærmere; what a centre looks into besides is a task
        (
            Outcome.UNDER_EXAMINATION,
            r"\bundersøges\b | \bundersøger?\s(?:sagen|spørgsmålet|forholdet|det)\snærmere\b",
        ),
        # Anbefales godkendt · Indstilles til Byrådets godkendelse · Sendes videre til Byrådet · Sagen sendes til høring
        (
            Outcome.FORWARDED,
            r"""
              \b(?:anbefales|anbefalede|anbefalet|indstilles|indstiller|indstillede|indstillet\stil)\b
                (?:[^.;]{0,60}?\b(?:godkendt|tiltrådt|vedtaget)\b)?
            | \banbefaler\b[^.;]{0,40}?\b(?:byrådet|at\s(?:godkende|vedtage|tiltræde)|godkendt|vedtaget|tiltrådt)\b
            | \b(?:oversendes|oversendt|videresendes|videresendt|(?:sendes|sendt)\svidere)\b
            | (?:\A|[.;:]\s+|\n|\b(?:sagen|punktet|forslaget|indstillingen|planen|oplægget|materialet)\s(?:\w+\s)?)
                (?:frem)?(?:sendes|sendt)\s(?:til|i\shøring)\b
            """,
        ),
        # Godkendt under forudsætning af · Godkendt med forbehold for · Godkendt, såfremt
        (
            Outcome.CONDITIONALLY_APPROVED,
            r"""
            \b(?:godkend|tiltråd|tiltræd|vedtag)\w*\b
            (?: [^.;]{0,60}?\b(?:under\sforudsætning|med\sforbehold|forudsat|på\sbetingelse|betinget)\b
              | ,?\s(?:hvis|såfremt)\b )
            """,
        ),
        # Tiltrådt, med den bemærkning at · Tiltrådt med bemærkning
        (
            Outcome.ENDORSED_WITH_REMARK,
            r"\b(?:tiltråd|tiltræd)\w*\b[^.;]{0,60}?\b(?:bemærkning|bemærkninger|tilføjelse|tilføjelser)\b",
        ),
        # Orienteringen blev taget til efterretning · tager orienteringen til efterretning
        (Outcome.NOTED, r"\btil\sefterretning\b"),
        # Tiltrådt. · Indstillingen tiltrædes. · Direktionen tiltrådte indstillingen
        (Outcome.ENDORSED, r"\b(?:tiltrådt|tiltrædes|tiltrådte|tiltræder|at\stiltræde)\b"),
        # Godkendt. · Sagen blev godkendt. · Direktionen godkendte
        (
            Outcome.APPROVED,
            r"\b(?:godkendt|godkendes|godkendte|godkender|vedtaget|vedtages|vedtog|vedtager|at\s(?:godkende|vedtage))\b",
        ),
        # Drøftet. · Direktionen drøftede oplægget
        (Outcome.DISCUSSED, r"\b(?:drøftet|drøftede|drøftedes)\b"),
    )
)

# A decision that needs more words than this is no single outcome.
_LONGEST_WORDING = 4000

# The narrower outcome is what a wording means that shows both.
_IMPLIED = {
    Outcome.CONDITIONALLY_APPROVED: {Outcome.APPROVED, Outcome.ENDORSED, Outcome.ENDORSED_WITH_REMARK},
    Outcome.ENDORSED_WITH_REMARK: {Outcome.ENDORSED},
    Outcome.FORWARDED: {Outcome.APPROVED, Outcome.ENDORSED},
    Outcome.DEFERRED: {Outcome.UNDER_EXAMINATION},
}
# Agreed at once, but, or in part: neither yes nor no.
_MIXED = re.compile(
    r"""
      \b(?:umiddelbart|foreløbigt?|delvist?|som\sudgangspunkt|i\sprincippet)\s(?:godkendt|tiltrådt|vedtaget)\b
    | \b(?:fornyet|endelig)\s\w*stilling
    | \bikke\s(?:\w+\s)?(?:drøftet|udsat|udsættes|til\sefterretning|taget\stil\sefterretning)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)

# A decision can answer the points of its recommendation one by one: "Ad 1-2: Godkendt. Ad 3: Udsættes."
_POINT = re.compile(
    r"\bad\.?\s?\(?(?:punkt\s)?(?:\d{1,2}|[a-zæøå])\b(?:\s?(?:[-–,/+]|og)\s?(?:\d{1,2}|[a-zæøå])\b)*[.):]*",
    re.IGNORECASE,
)
# Or have several things to say, each on a line with a marker.
_LISTED = re.compile(r"^\s*(?:[-–•·]|\d{1,2}[.)]|[a-zæøå][.)])\s", re.MULTILINE)


def classify_outcome(text: str) -> Outcome:
    """The outcome that a decision's text words, verbatim as it stands; OTHER unless it words exactly one.

    Discussing a matter is its outcome only where nothing else came of it.

    >>> classify_outcome("Tiltrådt, med den bemærkning at økonomien følges.")
    <Outcome.ENDORSED_WITH_REMARK: 'endorsed_with_remark'>
    """
    if len(text) > _LONGEST_WORDING:
        return Outcome.OTHER
    outcomes = {_classify(point) for point in _points(text)}
    return outcomes.pop() if len(outcomes) == 1 else Outcome.OTHER


def _points(text: str) -> list[str]:
    separator = _LISTED if _LISTED.match(text) else _POINT
    return [point for point in separator.split(text) if any(map(str.isalpha, point))]


def _classify(text: str) -> Outcome:
    if _MIXED.search(text):
        return Outcome.OTHER
    words = _ABOUT_ANOTHER_DECISION.sub(" ", text)
    worded: set[Outcome] = set()
    for outcome, pattern in _WORDINGS:
        words, count = pattern.subn(" ", words)
        if count:
            worded.add(outcome)
    for narrower, implied in _IMPLIED.items():
        if narrower in worded:
            worded -= implied
    if len(worded) > 1:
        worded.discard(Outcome.DISCUSSED)
    return worded.pop() if len(worded) == 1 else Outcome.OTHER
