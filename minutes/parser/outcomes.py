"""The wording of a decision to its outcome: one table of verbs, and "other" where the wording is mixed or unclear.

All patterns are of small letters, and matched on those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from minutes.danish.dates import MONTH_NAME, YEAR
from minutes.danish.markers import BULLET, LETTER, NUMBER

from .values import Outcome

# The verbs that decide, by what they do, in the forms in which they do so. Each form begins with a letter that stands,
# so that a text is searched for all of them at the speed of its letters.
VERBS = {
    # Godkendt. · Sagen blev godkendt. · Byrådet vedtog budgettet · besluttede at godkende
    "approve": r"godkend(?:t|es|te|er)|vedtag(?:et|es|er)|vedtog|at\s(?:godkende|vedtage)",
    # Tiltrådt. · Indstillingen tiltrædes. · Direktionen tilsluttede sig indstillingen
    "endorse": r"tiltråd(?:t|te)|tiltræd(?:es|er)|at\stiltræde|tilslutte(?:de|r)\ssig",
    # Orienteringen blev taget til efterretning
    "note": r"til\sefterretning",
    # Drøftet. · Direktionen drøftede oplægget
    "discuss": r"drøftet|drøftede|drøftedes",
    # Udsættes. · Punktet udsættes. · besluttede, at udsætte drøftelsen; but not "socialt udsatte børn"
    "defer": r"udsættes|udskydes|udskudt|at\s(?:udsætte|udskyde)|udsat(?!\sfor\b)"
    r"|udsætter\s(?:sagen|punktet)|udsatte\s(?:sagen|punktet|drøftelsen|behandlingen|beslutningen)",
    # undersøges nærmere · Administrationen undersøger sagen nærmere; what a centre looks into besides is a task
    "examine": r"undersøges|undersøger?\s(?:sagen|spørgsmålet|forholdet|det)\snærmere",
    # Anbefales godkendt · Indstilles til Byrådets godkendelse · anbefaler Byrådet at vedtage · Sendes videre
    "forward": r"anbefal(?:es|ede|et)|indstill(?:es|er|ede|et\stil)"
    r"|anbefaler(?=[^.;]{0,40}?\b(?:byrådet|at\s(?:godkende|vedtage|tiltræde)|godkendt|vedtaget|tiltrådt)\b)"
    r"|oversend(?:es|t)|videresend(?:es|t)|send(?:es|t)\svidere",
    # Udvalget anbefaler, at … – whatever it is, it is for another body to decide
    "recommend": r"anbefaler",
    # Sendes til Byrådet · Sagen sendes i høring; but not "notatet sendes til skolerne"
    "send": r"send(?:es|t)\s(?:til|i\shøring)|fremsend(?:es|t)\s(?:til|i\shøring)",
    # Afvist. · Forslaget forkastes
    "reject": r"afvis(?:t|es|te)|forkast(?:et|es|ede)|afslag|afslået|afslås",
    # These decide only when they are denied: kan ikke imødekommes · kan ikke anbefale
    "grant": r"godkende|vedtage|tiltræde|anbefale|imødekom(?:me|mes|met)",
}
_ANY_VERB = re.compile(r"(?:" + "|".join(VERBS.values()) + r")\b")
_VERB = re.compile(r"\b(?:" + "|".join(rf"(?P<{verb}>{forms})" for verb, forms in VERBS.items()) + r")\b")


@dataclass(frozen=True, slots=True)
class Wording:
    """A verb, what must stand around it in its sentence, if anything, and the outcome that it then words."""

    verb: str
    outcome: Outcome
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None

    def fits(self, verb: str, before: str, after: str) -> bool:
        """Whether a verb that stands between these says it."""
        return (
            self.verb == verb
            and (self.before is None or self.before.search(before) is not None)
            and (self.after is None or self.after.match(after) is not None)
        )


_CONDITION = re.compile(
    r"[^.;]{0,50}?\b(?:under\sforudsætning|med\sforbehold|forudsat|på\sbetingelse|betinget)\b|,?\s(?:hvis|såfremt)\b",
)
_REMARK = re.compile(r"[^.;]{0,50}?\b(?:bemærkning|bemærkninger|tilføjelse|tilføjelser)\b")
# Tiltrådt, men skal ses i sammenhæng med budgettet; but not "tiltrådt, men ikke punkt 3"
_BUT = re.compile(r",?\smen\b(?![^.;]{0,60}?\b(?:ikke|ingen|uden|kun|først|afvent\w*|udgår|punkt|pkt)\b)")
# The committee that decides, at the beginning of its sentence.
_COMMITTEE = re.compile(r"\A\W*(?:[\w-]+\sog\s)?[\w-]*udvalget\s\Z")
_THE_MATTER = re.compile(
    r"(?:\A\W*|\b(?:sagen|punktet|forslaget|indstillingen|planen|oplægget|materialet)\s(?:\w+\s)?)\Z",
)
_NOT_EXPOSED = re.compile(r"(?<!\ben\s)(?<!\bet\s)(?<!ligt\s)(?<!lig\s)(?<!socialt\s)\Z")

# The first that fits wins.
WORDINGS = (
    Wording("approve", Outcome.CONDITIONALLY_APPROVED, after=_CONDITION),
    Wording("endorse", Outcome.CONDITIONALLY_APPROVED, after=_CONDITION),
    Wording("endorse", Outcome.ENDORSED_WITH_REMARK, after=_REMARK),
    Wording("endorse", Outcome.ENDORSED_WITH_REMARK, after=_BUT),
    Wording("approve", Outcome.APPROVED),
    Wording("endorse", Outcome.ENDORSED),
    Wording("note", Outcome.NOTED),
    Wording("discuss", Outcome.DISCUSSED),
    Wording("defer", Outcome.DEFERRED, before=_NOT_EXPOSED),
    Wording("examine", Outcome.UNDER_EXAMINATION),
    Wording("forward", Outcome.FORWARDED),
    Wording("recommend", Outcome.FORWARDED, before=_COMMITTEE),
    Wording("send", Outcome.FORWARDED, before=_THE_MATTER),
    Wording("reject", Outcome.REJECTED),
)
# What a denied verb words; the other verbs say nothing clear then: "blev ikke drøftet".
_DENIED = dict.fromkeys(("approve", "endorse", "forward", "recommend", "grant"), Outcome.REJECTED)
_NOT_BEFORE = re.compile(r"\bikke\s(?:\w+\s)?\Z")
_NOT_AFTER = re.compile(r"\sikke\b")

# What speaks of another decision than this one, up to the verb and after it: "som tidligere godkendt", "når planen
# godkendes", "den godkendte plan", "ændringsforslaget blev forkastet"; "godkendt af Byrådet i juni 2012".
_ANOTHER_BEFORE = re.compile(
    r"""
      \b(?:tidligere|allerede|senest|når|efter\sat|inden(?!\sfor)|ændringsforslag\w*)\b
    | (?<=[\w,]\s)(?:der|som(?!\shelhed))\s(?:[\w-]+\s){0,3}?(?:blev|er|har)\b
    | \bsom\s(?:[\w-]+\s)?(?:indstille[rt]|anbefale[rt])\Z
    | \b(?:den|det|de|dens|dets|politisk)\s\w+[td]e\Z
    """,
    re.VERBOSE,
)
_ANOTHER_AFTER = re.compile(
    rf"(?:\saf\s[\w\s-]{{1,40}}?)?\s(?:(?:den|d\.)\s?[0-9]|i\s(?:{YEAR}|{MONTH_NAME})\b)"
)
# What is said of one verb holds for the next: "som Byrådet har drøftet og godkendt".
_AND = re.compile(r"\s*(?:og|eller|samt)\s+")
# For now, or in part: neither yes nor no. What is said before the verb, and what anywhere.
_HALF_BEFORE = re.compile(r"\b(?:foreløbigt?|delvist?|som\sudgangspunkt|i\sprincippet)\s\Z")
# Agreed at once: it takes the remark that goes on from there to say what that means.
_AT_ONCE_BEFORE = re.compile(r"\bumiddelbart\s\Z")
_UNDECIDED = re.compile(
    r"\b(?:(?:fornyet|endelig)\s\w*stilling|(?:dog|men)\sikke|men\s(?:kun|uden)|bortset\sfra|med\sundtagelse\saf)"
)

# A decision can answer the points of its recommendation one by one: "Ad 1-2: Godkendt. Ad 3: Udsættes."
_POINT = re.compile(
    r"\bad\.?\s?\(?(?:punkt\s)?(?:\d{1,2}|[a-zæøå])\b(?:\s?(?:[-–,/+]|og)\s?(?:\d{1,2}|[a-zæøå])\b)*[.):]*",
)
# Or have several things to say, each on a line with a marker.
_LISTED = re.compile(rf"^\s*(?:{BULLET}|{NUMBER}|{LETTER})\s", re.MULTILINE)

# A decision that needs more – characters, points, verbs – is no single outcome.
_LONGEST_WORDING = 4000
_MOST_POINTS = 20
_MOST_VERBS = 8
# The characters on either side of a verb that can change what it says; what stands further off is of another verb.
_CONTEXT = 70

# The narrower outcome is what a wording means that shows both.
_IMPLIED = {
    Outcome.FORWARDED: {Outcome.APPROVED, Outcome.ENDORSED, Outcome.CONDITIONALLY_APPROVED},
    Outcome.CONDITIONALLY_APPROVED: {Outcome.APPROVED, Outcome.ENDORSED, Outcome.ENDORSED_WITH_REMARK},
    Outcome.ENDORSED_WITH_REMARK: {Outcome.ENDORSED},
    Outcome.DEFERRED: {Outcome.UNDER_EXAMINATION},
}


def classify_outcome(text: str) -> Outcome:
    """The outcome that a decision's text words, verbatim as it stands; OTHER unless it words exactly one.

    Discussing a matter is its outcome only where nothing else came of it.

    >>> classify_outcome("Tiltrådt, med den bemærkning at økonomien følges.")
    <Outcome.ENDORSED_WITH_REMARK: 'endorsed_with_remark'>
    """
    points = _points(text.lower()) if len(text) <= _LONGEST_WORDING else []
    if len(points) > _MOST_POINTS:
        return Outcome.OTHER
    outcomes = {_classify(point) for point in points}
    return outcomes.pop() if len(outcomes) == 1 else Outcome.OTHER


def _points(text: str) -> list[str]:
    separator = _LISTED if _LISTED.match(text) else _POINT
    return [point for point in separator.split(text) if any(map(str.isalpha, point))]


def _classify(text: str) -> Outcome:
    verbs = list(islice(_verbs(text), _MOST_VERBS + 1))
    if len(verbs) > _MOST_VERBS or _UNDECIDED.search(text):
        return Outcome.OTHER
    worded = set(_outcomes(text, verbs))
    for narrower, implied in _IMPLIED.items():
        if narrower in worded:
            worded -= implied
    if len(worded) > 1:
        worded.discard(Outcome.DISCUSSED)
    return worded.pop() if len(worded) == 1 else Outcome.OTHER


def _verbs(text: str) -> Iterator[re.Match[str]]:
    for found in _ANY_VERB.finditer(text):
        verb = _VERB.match(text, found.start())
        if verb:
            yield verb


def _outcomes(text: str, verbs: list[re.Match[str]]) -> Iterator[Outcome]:
    """What the verbs of this decision word; those that speak of another are left out."""
    end, is_another = 0, False
    for verb in verbs:
        before = _sentence_before(text, max(end, verb.start() - _CONTEXT), verb.start())
        after = text[verb.end() : verb.end() + _CONTEXT]
        if not (is_another and _AND.fullmatch(before)):
            is_another = bool(_ANOTHER_BEFORE.search(before + verb[0]) or _ANOTHER_AFTER.match(after))
        outcome = None if is_another else _outcome_of(verb.lastgroup or "", before, after)
        if outcome:
            yield outcome
        end = verb.end()


def _sentence_before(text: str, start: int, end: int) -> str:
    before = text[start:end]
    return before[max(before.rfind(mark) for mark in ".;:\n") + 1 :]


def _outcome_of(verb: str, before: str, after: str) -> Outcome | None:
    """What a verb words between these: OTHER where that is unclear, None where it is nothing."""
    if _NOT_BEFORE.search(before) or _NOT_AFTER.match(after):
        return _DENIED.get(verb, Outcome.OTHER)
    if _HALF_BEFORE.search(before):
        return Outcome.OTHER
    if _AT_ONCE_BEFORE.search(before) and not (verb == "endorse" and _BUT.match(after)):
        return Outcome.OTHER
    return next((wording.outcome for wording in WORDINGS if wording.fits(verb, before, after)), None)
