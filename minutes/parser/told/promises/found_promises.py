"""Reads of an item what is said to come back, to go on to another body, or to be done.

1. Every sentence is read by itself, of decisions and recommendations without the words that only say that they are.
2. Each time in it that a clause of what is to come belongs to is a promise; where there is none, the sentence may be.
3. What a decision says binds, and what a recommendation says that was followed; what puts a matter off says when it
   comes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from minutes.danish.times import StatedTime, TimeKind
from minutes.parser.told.deferrals import read_deferrals
from minutes.parser.told.passages import collapsed
from minutes.parser.told.values import DeferralKind, ParsedDeferral, ParsedPromise, PromiseKind, Surroundings
from minutes.parser.values import ParsedItem, SectionKind

from .clauses import Clause, clause_around, main_clause, without_deciding, without_question
from .promised_kinds import COMES, Parties
from .said import Said, find_said
from .states import is_no_wish
from .to_come import has_sign, is_to_come, is_told, will_be

# Nobody promises in more sentences of an item than these.
_MOST_SENTENCES = 1_000
_COMING = {PromiseKind.COMES_BACK, PromiseKind.GOES_TO}
# "finansieres frem til maj" ends something, "planen for 2015" is of a time: nothing is done then.
_NOT_THEN = re.compile(r"(?:frem\stil|indtil|til\sog\smed|siden|hidtil)\b")
_OF_TIME = re.compile(
    r"\b(?:sendt|modtaget|dateret|for|om|vedr\.?|vedrørende|af|fra|jf\.?)\s(?:perioden\s|fra\s[\w ]{1,30})?\Z"
)
# budgetopfølgningen pr. 30. april
_AS_OF = re.compile(r"pr\b")
_ACCOUNT = re.compile(r"\b(?:\w*opfølgning(?:en|er)?|status|opgørelse\w*|\w*regnskab\w*|opgjort)\s\Z")
_IF = re.compile(r"\W*(?:hvis|såfremt)\s")
# to opfølgninger om året, pr. 30. april og pr. 31. august
_EACH_YEAR = re.compile(r"\b(?:om\såret|årligt?|hvert\sår)\b")
# "Næste møde er den 10. november. Her fremlægges …"
_THERE = re.compile(r"\W*(?:her|på\smødet|på\sdette\smøde|ved\smødet)\s")
_INFINITIVE = re.compile(r"\W*(?:(?:at|derfor|også|igen)\s){0,2}\w{2,}e\s")
# Drøfter … · Byrådet tager stilling …: the body that is asked does so now.
_ACTS_ITSELF = re.compile(r"\W*(?:at\s)?(?:[\w-]+\s)?(?!\w+ber\b)\w{2,}er\s")
_OWN_BODY_ACTS = re.compile(
    r"\b(?:direktionen|byrådet|\w*udvalget)\s(?:drøfter|tager|beslutter|oversender|vedtager)\b"
)
_DUTY = re.compile(r"\b(?:skal|bedes|forventes|vil)\b")
# I denne sag fremlægges … · hermed forelægges …: that is this meeting.
_NOW = re.compile(r"\b(?:(?:i|med)\sdenne\ssag|i\ssagen|hermed|nu|nærværende)\b")
_WISHES = re.compile(
    r"\b(?:ønske(?:r|de|s)(?!\som\b)|efterspurgte|efterspørger|efterlyste|efterlyser|anmode\w*|bad|beder|bede[rs])\b"
)


def read_promises(item: ParsedItem, surroundings: Surroundings) -> tuple[ParsedPromise, ...]:
    """What is said in an item to come back, go on or be done, in the order in which it stands there."""
    deferrals = [deferral for deferral in read_deferrals(item, surroundings) if not deferral.is_delegated]
    put_off: dict[int, list[str]] = {}
    for deferral in deferrals:
        put_off.setdefault(deferral.line, []).append(deferral.text)
    parties = Parties(surroundings.body, surroundings.bodies, item.centres)
    found = [promise for deferral in deferrals for promise in _of_deferral(deferral, item)]
    previous: Said | None = None
    for said in islice(find_said(item, surroundings), _MOST_SENTENCES):
        passage = said.passage
        # Most sentences of what a case is about tell of nothing to come.
        may_promise = said.is_decided or has_sign(passage.plain)
        is_put_off = any(text in passage.text for text in put_off.get(passage.line, ()))
        if may_promise and not is_put_off:
            found += _of_sentence(said, _time_before(said, previous), replace(parties, own=said.body))
        previous = said
    return tuple(sorted(found, key=lambda promise: promise.line))


def _time_before(said: Said, previous: Said | None) -> StatedTime | None:
    """The time of the sentence before, where this one goes on from it: "Her fremlægges …"."""
    if previous is None or previous.passage.line != said.passage.line or not _THERE.match(said.passage.plain):
        return None
    return next((time for time in reversed(previous.times) if time.iso), None)


def _of_deferral(deferral: ParsedDeferral, item: ParsedItem) -> Iterator[ParsedPromise]:
    """What is put off until a time, or goes and returns, is promised for then."""
    if deferral.until is None and deferral.kind in {DeferralKind.DEFERRED, DeferralKind.DISCUSSION_POSTPONED}:
        return
    goes = deferral.kind is DeferralKind.SENT_ON and deferral.to_body
    yield ParsedPromise(
        line=deferral.line,
        text=deferral.text,
        section=SectionKind.DECISION,
        kind=PromiseKind.GOES_TO if goes else PromiseKind.COMES_BACK,
        is_binding=True,
        time=deferral.until,
        to_body=deferral.to_body if goes else item.decisions[deferral.decision_index].body,
    )


def _of_sentence(said: Said, there: StatedTime | None, parties: Parties) -> list[ParsedPromise]:
    """The promises of a sentence, one for each time; `there` is that of the sentence before, where it is meant."""
    small = said.passage.plain
    if small.endswith("?") or _IF.match(small):
        return []
    times = said.times
    rhythms = [time for time in times if time.recurs]
    dated = [time for time in times if time.iso and not time.recurs]
    found = [(time, _clause_of(said, small, time, parties)) for time in (*rhythms, *dated)]
    clauses = [(time, clause) for time, clause in found if clause]
    if clauses and clauses[0][0].recurs:
        clauses = clauses[:1]
    if clauses:
        return [_promise(said, clause, time, parties) for time, clause in clauses]
    if there and not dated and is_to_come(small):
        return [_promise(said, Clause(0, len(small)), there, parties)]
    if any(time.last and time.last < said.on for time in dated):
        # It speaks of what was.
        return []
    return [*_without_date(said, small, times, parties)]


def _clause_of(said: Said, small: str, time: StatedTime, parties: Parties) -> Clause | None:
    """The clause that says what will be done at a time; None where the time is of something else."""
    if _NOT_THEN.match(time.words.lower()) or _OF_TIME.search(small[: time.start]):
        return None
    clause = clause_around(small, time.start, time.end)
    if clause.is_told or (_AS_OF.match(time.words.lower()) and _ACCOUNT.search(small[: time.start])):
        return None
    if clause.is_decided and not said.is_decided and time.year_inferred:
        # What was decided once was for a time near to then.
        return None
    text = _said_in_clause(said, small, clause)
    last = time.last or time.first
    if last and last < said.on and not will_be(text):
        return None
    if time.recurs and said.is_decided:
        return None if is_told(text) else clause
    is_infinitive = clause.is_decided and said.is_decided and _INFINITIVE.match(text)
    has_actor = said.is_decided and parties.acts_in(collapsed(said.passage.text)[clause.start : clause.end])
    return clause if is_infinitive or is_to_come(text, has_actor=has_actor) else None


def _said_in_clause(said: Said, small: str, clause: Clause) -> str:
    text = without_question(small[clause.start : clause.end])
    return without_deciding(text) if said.is_decided else text


def _without_date(
    said: Said, small: str, times: list[StatedTime], parties: Parties
) -> Iterator[ParsedPromise]:
    """What is promised for a meeting, under a condition or without a time; but for decisions, what comes and goes."""
    is_decision = said.passage.section is SectionKind.DECISION
    time = next((time for time in times if not time.iso and not time.recurs), None)
    clause = main_clause(small)
    if not said.is_decided:
        comes = COMES.search(small)
        if comes is None:
            return
        clause = clause_around(small, *comes.span())
    text = _said_in_clause(said, small, clause)
    if time and time.kind is TimeKind.CONDITION:
        text = text.replace(time.words.lower(), " ")
    wishes = is_decision and _WISHES.search(small) and not is_no_wish(small)
    is_infinitive = clause.is_decided and said.is_decided and _INFINITIVE.match(text)
    has_actor = is_decision and parties.acts_in(collapsed(said.passage.text)[clause.start :])
    if not wishes and not is_infinitive and not is_to_come(text, has_actor=has_actor):
        return
    promise = _promise(said, clause, time, parties)
    if promise.kind in _COMING:
        if is_decision or _comes_for_sure(said, text, time, parties):
            yield promise
    elif (is_decision and (time or wishes or promise.who or _DUTY.search(text))) or (
        said.is_decided and promise.who
    ):
        yield promise


def _comes_for_sure(said: Said, text: str, time: StatedTime | None, parties: Parties) -> bool:
    """Whether what a recommendation or another section says is more than what this meeting is asked to do."""
    if said.is_decided:
        is_asked_now = _ACTS_ITSELF.match(text) or _OWN_BODY_ACTS.search(text)
        return time is not None or (parties.names_body(said.passage.text) and not is_asked_now)
    is_named = parties.names_body(said.passage.text)
    return is_named and (time is not None or will_be(text)) and not _NOW.search(said.passage.plain)


def _promise(said: Said, clause: Clause, time: StatedTime | None, parties: Parties) -> ParsedPromise:
    written = collapsed(said.passage.text)[clause.start : clause.end]
    promised = parties.promised_by(written, time)
    comes_each_year = time is not None and said.is_decided and _EACH_YEAR.search(said.passage.plain)
    return ParsedPromise(
        line=said.passage.line,
        text=said.passage.text,
        section=said.passage.section,
        kind=PromiseKind.RECURRING if comes_each_year else promised.kind,
        is_binding=said.binds,
        time=time,
        to_body=promised.to_body,
        who=promised.who,
    )
