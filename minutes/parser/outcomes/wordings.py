"""What each verb words: one table, by what stands around the verb in its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes.parser.values import Outcome

from .subjects import DATED, DOING, MATTER, THING, TO_A_YEAR


@dataclass(frozen=True, slots=True)
class Wording:
    """A verb, what must stand around it in its sentence, if anything, and the outcomes that it then words.

    `denied` is the outcome of the same verb with a "not"; OTHER where that is unclear. An `outcome` of None says that
    the verb decides nothing as it stands. What is `weak` counts only where nothing else came of the matter.
    """

    verb: str
    outcome: Outcome | None
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    denied: Outcome | None = Outcome.OTHER
    weak: bool = False

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
# The words by which a remark is named.
REMARK = r"(?:bemærkning(?:er|en|erne)?|tilføjelse(?:r|n|rne)?|kommentar(?:er|en|erne)?|præcisering(?:er|en|erne)?)"
_NO_REMARK = (
    r"ikke|ingen|uden|kun|først|afvent\w*|udgår|punkt|pkt|undtag\w*|bortset|udsæt\w*"
    r"|stemte|stemmer|undlod|forbehold"
)
_SOME_BODY = r"(?:[\w-]*udvalget|byrådet|kommunalbestyrelsen|direktionen|man)"
# med enkelte tilføjelser · med den bemærkning, at … · . Bemærkning: … · idet det bemærkes, at …
_REMARK = re.compile(
    rf"[^.;]{{0,120}}?\bmed\s(?!ingen\b)(?:[\w.-]+\s){{0,4}}?{REMARK}\b"
    rf"|[^.;]{{0,60}}?[.,;]?\s(?:{REMARK}:|(?:idet\s)?det\sbemærkes\b|(?:idet\s)?{_SOME_BODY}\sbemærke(?:r|de)\b)",
)
# Tiltrådt, men skal ses i sammenhæng med budgettet; but not "tiltrådt, men ikke punkt 3"
BUT = re.compile(rf",?\smen\b(?![^.;]{{0,60}}?\b(?:{_NO_REMARK})\b)")
# Godkendt. Dog skal perspektivet fremgå tydeligere · Godkendt. Det skal dog sikres, at …
_HOWEVER = re.compile(
    rf"[^.;]{{0,80}}?[.,;–-]?\s(?:[\w-]+\s){{0,4}}?dog\b(?![^.;]{{0,60}}?\b(?:{_NO_REMARK})\b)"
)

# The committee that decides, at the beginning of its sentence.
_COMMITTEE = re.compile(r"\A\W*(?:[\w-]+\sog\s)?[\w-]*udvalget\s\Z")
_BEGINNING = r"\A\W*(?:(?:og|samt|men)\s)?(?:(?:den|det|derefter|herefter|hermed)\s)?"
_MATTER = (
    r"(?:sagen|punktet|forslaget|indstillingen|planen|oplægget|materialet"
    r"|drøftelsen|behandlingen|spørgsmålet|emnet)"
)
_THE_MATTER = re.compile(rf"(?:{_BEGINNING}|\b{_MATTER}\s(?:\w+\s){{0,2}})\Z")
# Fristen udsættes til 1. maj · at udskyde mødet · opførelsen af hallen udskydes: a day is put off, or what is done on
# it, not the matter.
_CLAUSE_BEGINS = r"(?:\A\W*|[,:]\s|\b(?:og|at|men|idet|samt)\s)(?:(?:den|det|de)\s(?:\w+\s)?)?"
_NO_MATTER = rf"(?:(?!(?:og|men|hvorfor|derfor|så)\s(?:\w+\s)?{MATTER}\s)[^.;,]){{0,80}}"
_DATED_BEFORE = re.compile(rf"{_CLAUSE_BEGINS}(?:{DATED}|{DOING}(?<=[nre]))\s(?:{_NO_MATTER}\s)?\Z")
_DATED_AFTER = re.compile(rf"\s(?:(?:den|det|de)\s(?:\w+\s)?)?(?:{DATED}|{DOING}(?<=[nre]))\b")
_THING_BEFORE = re.compile(rf"{_CLAUSE_BEGINS}{THING}\s(?:{_NO_MATTER}\s)?\Z")
_TO_A_YEAR = re.compile(TO_A_YEAR)
_NOT_EXPOSED = re.compile(r"(?<!\ben\s)(?<!\bet\s)(?<!ligt\s)(?<!lig\s)(?<!socialt\s)\Z")
# What is not done by itself: something was applied for or proposed.
_PROPOSAL = (
    r"(?:forslag(?:et|ene)?|indstilling(?:en|erne)?|anbefaling(?:en|erne)?|ansøgning(?:en|erne)?|anmodning(?:en|erne)?"
    r"|ønske(?:t|rne)?|henvendelse(?:n|rne)?|oplæg(?:get)?|dispensation(?:en)?)"
)
_A_PROPOSAL = re.compile(rf"(?:{_BEGINNING}|\b{_PROPOSAL}\s(?:[^.;]{{0,60}}\s)?)\Z")
_JUST_A_PROPOSAL = re.compile(rf"(?:{_BEGINNING}|\b{_PROPOSAL}\s(?:\w+\s){{0,2}})\Z")
_BODY = re.compile(r"\b(?:[\w-]*udvalget|byrådet|kommunalbestyrelsen|direktionen|der)\s(?:\w+\s)?\Z")
_BODY_GRANTS = re.compile(_BODY.pattern + rf"|{_BEGINNING}\Z|\bbeslutte(?:r|de)\s\Z")
# Direktionen følger indstillingen · følger forvaltningens indstilling · indstillingen følges; not "følges op"
_WHAT_IS_FOLLOWED = re.compile(r"\s(?:\w+\s){0,3}?\w*(?:indstilling|anbefaling)\w*")
_IS_FOLLOWED = re.compile(
    r"\b(?:indstilling|anbefaling)\w*\s(?:\w+\s){0,3}\Z|\b(?:tages|taget|tager|tog)\b[^.;]*\Z"
)
_NOT_UP = re.compile(
    rf"(?!\s(?:op|tæt|nøje|med(?!\s(?:[\w.-]+\s){{0,4}}{REMARK})|af\s(?!byrådet|direktionen|udvalget))\b)"
)
# Fulgt. · Følges.
_STANDS_ALONE = re.compile(rf"{_BEGINNING}\Z")
_SAYS_NO_MORE = re.compile(r"\s*(?:[.!\n]|\Z)")
_ENDS = re.compile(r"\s*(?:[.,;:!()]|\Z)|\s(?:af|i|fra|med|men|dog|idet|enstemmigt)\b")
_TAKEN = re.compile(r"\b(?:tages?|taget|tager|tog)\b|\A\W*\Z")
_MAJORITY = re.compile(
    r"(?:\A|[\s,])(?:et\s)?(?:flertal(?:let)?(?:\si\s\w+)?|(?:et\s)?enigt?\s\w+|(?:alle|samtlige)(?:\smedlemmer)?|byrådet|direktionen"
    r"|kommunalbestyrelsen|[\w-]*udvalget)\s\Z"
)
_FOR_A_PROPOSAL = re.compile(rf"(?:\s(?:til|for))?\s(?:\w+\s){{0,2}}?{_PROPOSAL}\b|\s*(?:[.,;!]|\Z)")
_TAKES_OFFICE = re.compile(
    r"\s(?:(?:sin|den|stillingen)\s)?(?:ny\w*\s)?(?:stilling\w*|som\s(?!indstillet|anbefalet|foreslået)\w+)\b"
    r"|\s(?:den\s[0-9]|d\.\s?[0-9]|pr\.|[0-9]{1,2}\.)"
)
# Sent back to be dealt with anew it is not sent on.
_ONWARDS = re.compile(r"(?!\s(?:tilbage|orientering|efterretning)\b|[^.;]{0,60}\bfornyet\b)")
# Efter fornyet behandling · uden fornyet behandling · ikke behov for fornyet behandling
_AWAITED = re.compile(r"\A(?!.*\b(?:efter|ved|uden|ikke|ingen|ej)\b)", re.DOTALL)
# Byrådet vedtog at udsætte sagen: what it came to is the second verb's.
_RESOLVED_TO = re.compile(
    r"\s(?:ikke\s|ej\s)?at\s(?:afvise|forkaste|afslå|udsætte|udskyde|godkende|tiltræde|tilslutte|anbefale|imødekomme|bevilge"
    r"|undlade|nægte)\b"
)
# Liste K frarådede at godkende: what some say is not what is decided.
_SOME_MEMBERS = re.compile(
    r"\b(?:mindretal(?:let)?|liste\s\w{1,3}|(?:et|enkelte?)\smedlem\w*)\s(?:[\w-]+\s){0,3}\Z"
)
_DENIES_THAT = re.compile(r",?\sat\b")

_R = Outcome.REJECTED
# Of those for one verb the first that fits counts.
WORDINGS = (
    Wording("refuse", None, before=_SOME_MEMBERS, denied=None),
    Wording("refuse", _R),
    Wording("approve", None, after=_RESOLVED_TO, denied=None),
    Wording("approve", Outcome.CONDITIONALLY_APPROVED, after=_CONDITION, denied=_R),
    Wording("approve", Outcome.APPROVED_WITH_REMARK, after=_REMARK, denied=_R),
    Wording("approve", Outcome.APPROVED_WITH_REMARK, after=BUT, denied=_R),
    Wording("approve", Outcome.APPROVED_WITH_REMARK, after=_HOWEVER, denied=_R),
    Wording("approve", Outcome.APPROVED, denied=_R),
    Wording("meet", Outcome.APPROVED, before=_A_PROPOSAL, denied=_R),
    Wording("meet", Outcome.APPROVED, before=_BODY_GRANTS, denied=_R),
    Wording("meet", None, denied=_R),
    Wording("endorse", None, after=_TAKES_OFFICE),
    Wording("endorse", Outcome.CONDITIONALLY_APPROVED, after=_CONDITION, denied=_R),
    Wording("endorse", Outcome.ENDORSED_WITH_REMARK, after=_REMARK, denied=_R),
    Wording("endorse", Outcome.ENDORSED_WITH_REMARK, after=BUT, denied=_R),
    Wording("endorse", Outcome.ENDORSED_WITH_REMARK, after=_HOWEVER, denied=_R),
    Wording("endorse", Outcome.ENDORSED, denied=_R),
    Wording("follow", Outcome.ENDORSED_WITH_REMARK, before=_IS_FOLLOWED, after=_REMARK, denied=_R),
    Wording("follow", Outcome.ENDORSED, before=_IS_FOLLOWED, after=_NOT_UP, denied=_R),
    Wording("follow", Outcome.ENDORSED, after=_WHAT_IS_FOLLOWED, denied=_R),
    Wording("follow", Outcome.ENDORSED, before=_STANDS_ALONE, after=_SAYS_NO_MORE, denied=_R),
    Wording("as", Outcome.ENDORSED, after=_ENDS),
    Wording("note", Outcome.NOTED),
    Wording("inform", Outcome.NOTED, before=_TAKEN),
    Wording("discuss", Outcome.DISCUSSED, weak=True),
    Wording("defer", None, before=_DATED_BEFORE, denied=None),
    Wording("defer", None, after=_DATED_AFTER, denied=None),
    Wording("defer", None, before=_THING_BEFORE, after=_TO_A_YEAR, denied=None),
    Wording("defer", Outcome.DEFERRED, before=_NOT_EXPOSED),
    Wording("resume", Outcome.DEFERRED, before=_THE_MATTER),
    Wording("return", Outcome.DEFERRED, before=_THE_MATTER, weak=True),
    Wording("renew", Outcome.DEFERRED, before=_AWAITED),
    Wording("examine", Outcome.UNDER_EXAMINATION),
    Wording("forward", Outcome.FORWARDED, denied=_R),
    Wording("pass", Outcome.FORWARDED, after=_ONWARDS),
    Wording("recommend", Outcome.FORWARDED, before=_COMMITTEE, denied=_R),
    Wording("recommend", None, denied=_R),
    Wording("send", Outcome.FORWARDED, before=_THE_MATTER, after=_ONWARDS),
    Wording("reject", None, after=_DENIES_THAT),
    Wording("reject", _R),
    Wording("fall", _R, before=_JUST_A_PROPOSAL),
    Wording("oppose", _R, before=_MAJORITY),
    Wording("lack", _R, after=_FOR_A_PROPOSAL),
    Wording("grant", None, denied=_R),
)


def find_wording(verb: str, before: str, after: str) -> Wording | None:
    """The wording of a verb that stands between these in its sentence; None where it says nothing of the matter."""
    return next((wording for wording in WORDINGS if wording.fits(verb, before, after)), None)
