"""The wording of a decision to its outcome: one table, and "other" wherever the wording is mixed or unclear."""

from __future__ import annotations

import re

from .values import Outcome

# What a sentence tells of other decisions than this one: "som tidligere godkendt", "når planen er godkendt".
_ABOUT_ANOTHER_DECISION = re.compile(
    r"\b(?:tidligere|allerede|senest|når|hvis|såfremt|inden|efter\sat|der\sblev|som\sblev|har)\b[^.;]{0,60}?"
    r"\b(?:godkend|tiltråd|tiltræd|drøfte|udsat|udsæt|afvis)\w*",
    re.IGNORECASE,
)

_WORDINGS: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
    (outcome, re.compile(pattern, re.IGNORECASE))
    for outcome, pattern in (
        # Ikke godkendt · Afvist · Forslaget kan ikke tiltrædes
        (
            Outcome.REJECTED,
            r"\b(?:ikke\s(?:\w+\s)?(?:godkendt|godkendes|tiltrådt|tiltrædes|imødekommes|imødekommet)|(?:godkendes|tiltrædes|imødekommes)\sikke"
            r"|afvist|afvises|afviste|forkastet|forkastes|afslag|afslået|afslås)\b",
        ),
        # Udsættes. · Punktet udsættes. · besluttede, at udsætte drøftelsen
        (
            Outcome.DEFERRED,
            r"\b(?:udsættes|udsat|udsatte|udskydes|udskudt|(?:besluttede|besluttet),?\sat\s(?:udsætte|udskyde))\b",
        ),
        # undersøges nærmere · Administrationen undersøger sagen nærmere
        (Outcome.UNDER_EXAMINATION, r"\bundersøg(?:es|er|e)\b[^.;]{0,60}?\bnærmere\b|\bundersøges\b"),
        # Sendes videre til Byrådet · Oversendes · Anbefales godkendt · Indstilles til Byrådet
        (
            Outcome.FORWARDED,
            r"\b(?:oversendes|oversendt|fremsendes|(?:sendes|sendt)\s(?:videre|i\shøring|til)|videresendes|videresendt"
            r"|anbefales|anbefalede|anbefalet|indstilles\stil|indstiller\s(?:til|over\sfor))\b",
        ),
        # Godkendt under forudsætning af · Godkendt med forbehold for
        (
            Outcome.CONDITIONALLY_APPROVED,
            r"\b(?:godkend|tiltråd|tiltræd)\w*\b[^.;]{0,60}?\b(?:under\sforudsætning|med\sforbehold|forudsat|på\sbetingelse|betinget)\b",
        ),
        # Tiltrådt, med den bemærkning at · Tiltrådt med bemærkning
        (
            Outcome.ENDORSED_WITH_REMARK,
            r"\b(?:tiltrådt|tiltrædes|tiltrådte)\b[^.;]{0,60}?\b(?:bemærkning|bemærkninger|tilføjelse|tilføjelser)\b",
        ),
        # Orienteringen blev taget til efterretning · tager orienteringen til efterretning
        (
            Outcome.NOTED,
            r"\b(?:tages|taget|tog|tager)\b[^.;]{0,80}?\btil\sefterretning\b|\btil\sefterretning\b",
        ),
        # Tiltrådt. · Indstillingen tiltrædes. · Direktionen tiltrådte indstillingen
        (Outcome.ENDORSED, r"\b(?:tiltrådt|tiltrædes|tiltrådte)\b"),
        # Godkendt. · Sagen blev godkendt. · Direktionen godkendte
        (Outcome.APPROVED, r"\b(?:godkendt|godkendes|godkendte|vedtaget|vedtages|vedtog)\b"),
        # Drøftet. · Direktionen drøftede oplægget
        (Outcome.DISCUSSED, r"\b(?:drøftet|drøftede)\b"),
    )
)

# A decision that needs more words than this is no single outcome.
_LONGEST_WORDING = 4000

# The narrower outcome is what a wording means that shows both.
_IMPLIED = {
    Outcome.REJECTED: {Outcome.APPROVED, Outcome.ENDORSED},
    Outcome.CONDITIONALLY_APPROVED: {Outcome.APPROVED, Outcome.ENDORSED, Outcome.ENDORSED_WITH_REMARK},
    Outcome.ENDORSED_WITH_REMARK: {Outcome.ENDORSED},
    Outcome.FORWARDED: {Outcome.APPROVED, Outcome.ENDORSED},
}
# Agreed at once, but: neither yes nor no.
_MIXED = re.compile(
    r"\b(?:umiddelbart|foreløbigt|delvist|som\sudgangspunkt)\s(?:godkendt|tiltrådt)\b|\b(?:fornyet|endelig)\s\w*stilling",
    re.IGNORECASE,
)


def classify_outcome(text: str) -> Outcome:
    """The outcome that a decision's text words, verbatim as it stands; OTHER unless it words exactly one.

    Discussing a matter is its outcome only where nothing else came of it.

    >>> classify_outcome("Tiltrådt, med den bemærkning at økonomien følges.")
    <Outcome.ENDORSED_WITH_REMARK: 'endorsed_with_remark'>
    """
    if len(text) > _LONGEST_WORDING or _MIXED.search(text):
        return Outcome.OTHER
    own_words = _ABOUT_ANOTHER_DECISION.sub(" ", text)
    worded = {outcome for outcome, pattern in _WORDINGS if pattern.search(own_words)}
    for narrower, implied in _IMPLIED.items():
        if narrower in worded:
            worded -= implied
    if len(worded) > 1:
        worded.discard(Outcome.DISCUSSED)
    return worded.pop() if len(worded) == 1 else Outcome.OTHER
