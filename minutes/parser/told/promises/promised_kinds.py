"""What kind of promise a clause makes, to whom a matter goes by it, and who has undertaken it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from minutes.danish.letters import small_letters
from minutes.danish.times import StatedTime
from minutes.parser.told.references.body_names import find_bodies, is_own_body
from minutes.parser.told.values import PromiseKind
from minutes.parser.values import ParsedCentre

from .clauses import without_question
from .to_come import UNIT

# How a matter or a paper comes before those who meet.
COMES = re.compile(
    r"\b(?:(?:fore|frem)læg(?!ges\s(?:i\s(?:perioden|\w+\suger)|offentligt|til\soffentlig))\w*|(?:fore|frem)lagt|præsent\w+|behandl\w+|drøft\w+|gennemgå\w*|(?:frem|over|videre|til)send\w*"
    r"|sende[rs]?|lancer\w+|orienter\w+|informer\w+|gen(?:optag|fremlæg|behandl|forelæg)\w*|tages\s(?:\w+\s)?op|udmeld\w*"
    r"|(?:vende|komme|melde)[rs]?\s(?:\w+\s){0,2}?(?:tilbage|op|på|ud)|redegør\w*|dagsorden\w*|tage[rs]?\s(?:\w+\s)?stilling|stillingtagen"
    r"|(?:af)?rapporter\w*|status|omdel\w*|til\s(?:\w+\s)?(?:godkendelse|beslutning|vedtagelse|afgørelse))\b"
)
_COMES_BACK = re.compile(
    r"\b(?:igen|på\sny|tilbage|genoptag\w*|genfremlæg\w*|genbehandl\w*|(?:næste|kommende|senere|førstkommende)\s[\w-]*møde"
    r"|(?:fore|frem)læg(?:ges|ge|ger)|(?:fore|frem)lagt|(?:vender|vendes))\b"
)
_POLITICAL = re.compile(
    r"\bpolitisk\s(?:behandling|drøftelse|godkendelse|beslutning|stillingtagen)|\btillægsbevilling\w*|\bbudgetopfølgning\w*"
)
_EVENT = re.compile(
    r"\b[\w-]*(?:møde(?:t|r|rne)?|seminar(?:et)?|temadag(?:en)?|workshop|konference(?:n)?|besøg(?:et)?|kursus|valg(?:et)?)\s"
    r"(?:[\w.-]+\s){0,4}?(?:er|holdes|afholdes|finder\ssted|ligger|starter|bliver)\b|\bmødes\b|\bholder\s(?:[\w.-]+\s){0,2}?[\w-]*møde\b|\b(?:afholdes|holdes)\s(?:der\s)?(?:et|en)\s"
)
# fremlægges på et møde: a paper, not the meeting, is what will be there
_PAPER = re.compile(r"\b(?:fore|frem)læg\w*|\bpræsenteres\b")
# på Direktionens møde; but not "Direktionens beslutninger"
_OF_BODY = re.compile(r"(?:\s(?:\w+\s)?)?\w*(?:møde|dagsorden|seminar|behandling|drøftelse|godkendelse)")
# BYC sender … · HRC og ØDC udarbejder …
_CODE = re.compile(r"\W*(?:at\s|derfor\s)?[A-ZÆØÅ]{2,5}(?:(?:,|\sog|/)\s?[A-ZÆØÅ]{2,5}){0,4}\s[a-zæøå]")
_AND = re.compile(r"\s?(?:,|og|samt|/)\s(?:for\s|i\s)?")
_UNIT = re.compile(rf"\b{UNIT}(?!\w)")
# Tallene kommer fra HRC
_OF_SOMEBODY = re.compile(r"\b(?:fra|for|til|af|hos|takker)\s\Z")
# A subject stands at the beginning of its clause, or right behind its verb.
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Promised:
    """What a clause promises."""

    kind: PromiseKind
    to_body: str = ""
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parties:
    """The body whose minutes these are, the names of all bodies, and the centres of the item."""

    own: str
    bodies: Mapping[str, str] = field(default_factory=dict)
    centres: tuple[ParsedCentre, ...] = ()

    def promised_by(self, clause: str, time: StatedTime | None) -> Promised:
        """What a clause, as written, promises at this time."""
        clause = without_question(clause)
        small = small_letters(clause)
        who = self._who(clause, small)
        if time is not None and time.recurs:
            return Promised(PromiseKind.RECURRING, self._first_of(clause), who)
        if _EVENT.search(small) and not _PAPER.search(small):
            return Promised(PromiseKind.EVENT, self._first_of(clause), who)
        comes = COMES.search(small)
        if comes:
            at = clause.find(time.words) if time else -1
            to_body = self._goes_to(clause, at if at > 0 else len(clause))
            if to_body:
                kind = PromiseKind.COMES_BACK if is_own_body(to_body, self.own) else PromiseKind.GOES_TO
                return Promised(kind, to_body, who)
            if _POLITICAL.search(small):
                return Promised(PromiseKind.GOES_TO, "", who)
            if _COMES_BACK.search(small):
                return Promised(PromiseKind.COMES_BACK, self.own, who)
        return Promised(PromiseKind.DONE_BY if time else PromiseKind.TASK, "", who)

    def names_body(self, text: str) -> bool:
        """Whether a text names a body."""
        return bool(find_bodies(text, self.bodies))

    def acts_in(self, clause: str) -> bool:
        """Whether a centre or an office begins a clause, as written."""
        beginning = clause[:_NEAR]
        return any(_acts(beginning, centre.surface) for centre in self.centres) or bool(
            _CODE.match(clause) or _UNIT.match(small_letters(clause))
        )

    def _goes_to(self, clause: str, before: int) -> str:
        """The body before which something comes: of several that nearest before the time, or the own beside it."""
        found = [
            body
            for body in find_bodies(clause, self.bodies)
            if not clause.lower().endswith("enkelte ", 0, body.start)
            and (clause[body.end - 1] != "s" or body.name[-1:] == "s" or _OF_BODY.match(clause, body.end))
        ]
        ahead = [body for body in found if body.start < before] or found[:1]
        if not ahead:
            return ""
        together = [ahead[-1]]
        for body in reversed(ahead[:-1]):
            if not _AND.fullmatch(clause, body.end, together[-1].start):
                break
            together.append(body)
        if any(is_own_body(body.name, self.own) for body in together):
            return self.own
        return together[0].name

    def _first_of(self, clause: str) -> str:
        name = next((body.name for body in find_bodies(clause, self.bodies)), "")
        return self.own if name and is_own_body(name, self.own) else name

    def _who(self, clause: str, small: str) -> tuple[str, ...]:
        """The centres that a clause names, by their codes; else the office that it begins with."""
        named = [centre for centre in self.centres if _names(clause, centre.surface)]
        if named:
            named.sort(key=lambda centre: clause.find(centre.surface))
            return tuple(dict.fromkeys(centre.code for centre in named))
        unit = _UNIT.search(small, 0, _NEAR)
        return (clause[unit.start() : unit.end()],) if unit else ()


def _acts(clause: str, surface: str) -> bool:
    """Whether a clause names a centre otherwise than as the one from, for or by whom something is."""
    return _names(clause, surface) and not _OF_SOMEBODY.search(clause, 0, clause.find(surface))


def _names(clause: str, surface: str) -> bool:
    place = clause.find(surface)
    return place >= 0 and not clause[place + len(surface) : place + len(surface) + 1].isalnum()
