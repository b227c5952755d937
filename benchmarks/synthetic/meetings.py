"""Blocks of synthetic items, in their meetings: block b is the same for the same seed, however many there are.

So ten thousand items are the beginning of a hundred thousand, and blocks can be made in any order and process.
"""

from __future__ import annotations

import datetime
import math
import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from benchmarks.synthetic.matters.agendas import Agendas, Planned
from benchmarks.synthetic.matters.standing import COLLECTIVE_TITLES, dated
from benchmarks.synthetic.matters.telling import Teller
from benchmarks.synthetic.municipality import BODIES, CENTRE_CODES, CENTRES
from benchmarks.synthetic.texts import SectionText, Topic, Writer
from benchmarks.synthetic.values import Dealing, SyntheticCase, SyntheticItem, SyntheticMeeting
from benchmarks.synthetic.vocabulary import WeightedWords, make_vocabulary, zipf
from minutes.danish.numbers import join_case_number
from minutes.parser.values import CentreRole, SectionKind

SEED = 2013
BLOCK = 10_000
MOST_BLOCKS = 100
FIRST_YEAR, YEARS = 2006, 20
# The case that every block has these many items of: 3,200 of a million.
COLLECTIVE_CASE = "06/100000"
COLLECTIVE_ITEMS = 32

_POOL = 2**18
_FIELDS = 240
_FIELD_WORDS = 600
_OWN_WORDS = 12
_MEETINGS = 1400
_CLOSED = 0.06
_NEW_CASE = 0.42
# Cases that are still treated, of which an item takes up one again.
_LIVE_CASES = 600
_BODY_SHARES = tuple(1 / (rank + 4) for rank in range(1, BODIES + 1))
# The first centre has to do with a tenth of all items.
_CENTRE_SHARES = tuple(1 / (rank + 22) for rank in range(1, CENTRES + 1))
_FURTHER_ROLES = [role for role in CentreRole if role is not CentreRole.RECOMMENDS]
_DEFERRED = 0.05
# Of what is put off, and of what is promised: how much comes up again.
_TAKEN_UP, _MET = 0.85, 0.6
_PROMISED, _GRANTED, _REFERRING = 0.12, 0.1, 0.3
# Of the items of the collective case, how many have a standing title.
_STANDING = 0.75


class Archive:
    """The blocks of one seed: the same block of the same seed has the same meetings on every machine."""

    def __init__(self, seed: int = SEED) -> None:
        self.seed = seed

    def block(self, number: int, size: int = BLOCK) -> Iterator[SyntheticMeeting]:
        """The meetings of a block, oldest first, with `size` items in all; the blocks count from 0."""
        if not 0 <= number < MOST_BLOCKS:
            raise ValueError(f"There are {MOST_BLOCKS} blocks, so no block {number}.")
        return _Block(self, number, size).meetings()

    @cached_property
    def vocabulary(self) -> WeightedWords:
        return make_vocabulary(self.seed)

    @cached_property
    def fields(self) -> list[WeightedWords]:
        """The words of each field of the municipality's work, evenly from frequent and rare ones."""
        random_ = random.Random(f"fields {self.seed}")
        most = math.log(len(self.vocabulary.words) - 1)
        return [
            zipf([self._word(random_, most) for _ in range(_FIELD_WORDS)], shift=6, exponent=1)
            for _ in range(_FIELDS)
        ]

    def _word(self, random_: random.Random, most: float) -> str:
        return self.vocabulary.words[int(math.exp(random_.uniform(math.log(40), most)))]


class _Block:
    def __init__(self, archive: Archive, number: int, size: int) -> None:
        self._random = random.Random(f"block {archive.seed} {number}")
        self._archive = archive
        self._number = number
        self._size = size
        self._pool = archive.vocabulary.pool(self._random, _POOL)
        self._writer = Writer(self._random, self._pool)
        self._teller = Teller(self._random)
        self._collective = self._case(COLLECTIVE_CASE)
        self._of_collective = 0
        self._cases: list[SyntheticCase] = []
        self._serial = 0
        self._agendas = Agendas(self._random, self._new_case)
        self._dealt: dict[str, Dealing] = {}

    def meetings(self) -> Iterator[SyntheticMeeting]:
        """The meetings with their items, of which each has its share of those left, more or less."""
        days = self._days()
        written = 0
        for place, (date, body) in enumerate(days):
            share = (self._size - written) / (len(days) - place)
            is_last = place == len(days) - 1
            number = round(share if is_last else share * self._random.uniform(0.2, 1.8))
            if number:
                agenda = self._agendas.of_meeting(body, date, number)
                yield SyntheticMeeting(
                    body=body,
                    date=date,
                    start_time=self._start_time(),
                    members=tuple(dict.fromkeys(self._writer.person() for _ in range(7))),
                    items=tuple(
                        self._item(written + at, Dealing(body, date, at + 1), planned)
                        for at, planned in enumerate(agenda)
                    ),
                )
                written += number

    def _days(self) -> list[tuple[datetime.date, int]]:
        """Different days and bodies, oldest first."""
        first = datetime.date(FIRST_YEAR, 1, 1)
        number = max(1, _MEETINGS * self._size // BLOCK)
        found: dict[tuple[datetime.date, int], None] = {}
        bodies = range(BODIES)
        while len(found) < number:
            date = first + datetime.timedelta(days=self._random.randrange(YEARS * 365))
            if date.weekday() < 5:
                found[date, self._random.choices(bodies, _BODY_SHARES)[0]] = None
        return sorted(found)

    def _start_time(self) -> datetime.time:
        """A time of day that belongs to the block, so that meetings of different blocks never coincide."""
        minutes = 8 * 60 + 5 * self._number
        return datetime.time(minutes // 60, minutes % 60)

    def _item(self, place: int, dealing: Dealing, planned: Planned | None) -> SyntheticItem:
        id_ = self._number * BLOCK + place + 1
        if planned is None and self._random.random() < _CLOSED:
            return SyntheticItem(id_, "Lukket punkt", is_closed=True)
        planned = planned or self._by_chance(place, dealing.date)
        case, title = planned.case, planned.title
        if planned.listed:
            sections = (SectionText(SectionKind.CASE_PRESENTATION, planned.listed),)
            return SyntheticItem(id_, title, case, sections)
        centres = self._centres()
        documents = tuple(self._document(case.topic, dealing.date) for _ in range(self._few() // 2))
        item = SyntheticItem(
            id=id_,
            title=title,
            case=case,
            sections=tuple(self._sections(case, centres)),
            decision=self._decision(planned, dealing, centres),
            attachments=tuple(self._writer.attachment(case.topic) for _ in range(self._few())),
            documents=documents,
        )
        numbers = tuple(number for number, _ in documents)
        self._dealt[case.number] = replace(dealing, title=title, documents=numbers)
        return item

    def _by_chance(self, place: int, date: datetime.date) -> Planned:
        case = self._case_of(place, date)
        if case is self._collective and self._random.random() < _STANDING:
            title = dated(self._random.choice(COLLECTIVE_TITLES), date, self._random)
            return Planned(title, case, stands=True)
        return Planned(case.title if self._random.random() < 0.8 else self._writer.title(case.topic), case)

    def _sections(self, case: SyntheticCase, centres: dict[CentreRole, int]) -> list[SectionText]:
        """The sections before the decision; one is of what is told of earlier meetings and other centres."""
        recommending = centres.get(CentreRole.RECOMMENDS)
        code = "" if recommending is None else CENTRE_CODES[recommending]
        grant = self._teller.grant() if self._random.random() < _GRANTED else ""
        told = []
        if case.number in self._dealt and self._random.random() < _REFERRING:
            told.append(self._teller.reference(self._dealt[case.number]))
        if CentreRole.MENTIONED in centres:
            told.append(self._teller.deed(centres[CentreRole.MENTIONED], CentreRole.MENTIONED))
        said = " ".join(self._writer.filled(sentence, case.topic) for sentence in told)
        return self._writer.sections(case.topic, code, told=said, grant=grant)

    def _decision(self, planned: Planned, dealing: Dealing, centres: dict[CentreRole, int]) -> str:
        """What is decided; what is put off, or promised, mostly comes up again."""
        topic = planned.case.topic
        if self._random.random() < _DEFERRED:
            if self._random.random() < _TAKEN_UP:
                self._agendas.plan(dealing.body, planned)
            return self._writer.filled(self._teller.deferral(dealing.date), topic)
        said = [self._writer.decision()]
        if self._random.random() < _PROMISED:
            said.append(self._teller.promise(dealing.date))
            if self._random.random() < _MET:
                self._agendas.plan(dealing.body, planned)
        for role in (CentreRole.RESPONSIBLE, CentreRole.TASKED, CentreRole.PARTICIPATES):
            if role in centres:
                said.append(self._teller.deed(centres[role], role))
        return " ".join(self._writer.filled(sentence, topic) for sentence in said)

    def _few(self) -> int:
        return min(int(self._random.expovariate(0.6)), 9)

    def _case_of(self, place: int, date: datetime.date) -> SyntheticCase:
        """A new case, or one of the latest; now and then the collective case."""
        if place * COLLECTIVE_ITEMS >= self._of_collective * self._size:
            self._of_collective += 1
            return self._collective
        if not self._cases or self._random.random() < _NEW_CASE:
            self._cases.append(self._new_case(date))
            return self._cases[-1]
        live = min(len(self._cases), _LIVE_CASES)
        return self._cases[-self._random.randint(1, live)]

    def _new_case(self, date: datetime.date) -> SyntheticCase:
        self._serial += 1
        serial = 100_000 + 10_000 * self._number + self._serial
        return self._case(join_case_number(f"{date.year % 100:02}", str(serial)))

    def _case(self, number: str) -> SyntheticCase:
        field = self._random.choice(self._archive.fields)
        own = field.draw(self._random, _OWN_WORDS // 2) + self._random.choices(self._pool, k=_OWN_WORDS // 2)
        self._random.shuffle(own)
        topic = Topic(zipf(own, shift=1, exponent=0.8), field)
        return SyntheticCase(number, self._writer.title(topic), topic)

    def _document(self, topic: Topic, date: datetime.date) -> tuple[str, str]:
        number = f"{self._random.randint(100_000, 9_999_999)}/{date.year % 100:02}"
        return number, self._writer.attachment(topic)

    def _centres(self) -> dict[CentreRole, int]:
        """The centre whose matter it is, and now and then others, by what they have to do with it."""
        number = min(1 + int(self._random.expovariate(1.5)), len(CentreRole))
        chosen = dict.fromkeys(self._random.choices(range(CENTRES), _CENTRE_SHARES, k=number))
        roles = self._random.sample(_FURTHER_ROLES, k=len(_FURTHER_ROLES))
        return dict(zip((CentreRole.RECOMMENDS, *roles), chosen, strict=False))
