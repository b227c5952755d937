"""The follow-up list (huskeliste) of one body: topics that come, slip from meeting to meeting, and go."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.synthetic.matters.standing import written_out
from benchmarks.synthetic.municipality import CENTRE_CODES
from benchmarks.synthetic.values import SyntheticCase
from minutes.danish.dates import MONTH_ABBREVIATIONS, MONTHS

HEADER = "Sag/emne\tForv. tidspunkt\tAnsvarlig"
# How many topics a list has at once, and for how many lists one of them stands there.
_TOPICS = (7, 14)
_FEWEST_LISTS, _MOST_LISTS = 4, 12
# Of the topics: how many are missing on a list though they return, are called a word more, move their deadline once it
# is past, and lead to an item of their own.
_ABSENT, _OTHERWISE, _SLIPS, _LEADS = 0.05, 0.1, 0.6, 0.5
_RECURRING = (
    ("Ledelsesrapport på løn", "(2. uge månedligt)", "ØDC"),
    ("Status på anlægsprojekter", "(Kvartalsvis)", "CEIS"),
    ("Sygefravær i centrene, kort status", "Kvartalsvis", "HRC/JC"),
    ("Aktuelle personalesager", "(Hvert møde)", "HRC"),
    ("Opfølgning på udbud", "(1. uge månedligt)", "TMC/ØDC"),
    ("Besøg i institutionerne", "Halvårligt", "ISC"),
)
_RECURRING_OF_A_LIST = 3
_INITIALS = ("PA", "SM", "MT", "LKB", "AH", "JN")
_HEADINGS = ("Chefforum", "Temamøde", "Direktionsmøde")


@dataclass(slots=True)
class _Topic:
    case: SyntheticCase
    lists_left: int
    deadline: datetime.date
    form: int
    responsible: str


class ListedTopics:
    """The topics of a body's list through its meetings.

    `begin` gives the case that a new one is called by; `lead` is told of one that goes and comes up as an item.
    """

    def __init__(
        self,
        random_: random.Random,
        begin: Callable[[datetime.date], SyntheticCase],
        lead: Callable[[SyntheticCase], None],
    ) -> None:
        self._random = random_
        self._begin = begin
        self._lead = lead
        self._size = random_.randint(*_TOPICS)
        self._recurring = random_.sample(_RECURRING, k=_RECURRING_OF_A_LIST)
        self._topics: list[_Topic] = []

    def paragraphs(self, date: datetime.date) -> tuple[str, ...]:
        """The table of the list of one meeting as one paragraph, and what is announced below it."""
        while len(self._topics) < self._size:
            self._topics.append(self._new(date))
        rows = [*self._rows(date), *("\t".join(row) for row in self._recurring)]
        coming = list(self._coming(date))
        self._go_on()
        return ("\n".join([HEADER, *rows]), *coming)

    def _new(self, date: datetime.date) -> _Topic:
        return _Topic(
            self._begin(date),
            lists_left=self._random.randint(_FEWEST_LISTS, _MOST_LISTS),
            deadline=date + datetime.timedelta(days=self._random.randint(10, 200)),
            form=self._random.randrange(len(_DEADLINES)),
            responsible=self._responsible(),
        )

    def _responsible(self) -> str:
        """A centre, two, a person's initials, or nobody."""
        one, other = self._random.sample(CENTRE_CODES, k=2)
        chosen = ("", self._random.choice(_INITIALS), f"{one}/{other}", one)
        return self._random.choices(chosen, (1, 2, 2, 7))[0]

    def _rows(self, date: datetime.date) -> Iterator[str]:
        for topic in self._topics:
            if topic.deadline < date and self._random.random() < _SLIPS:
                topic.deadline = date + datetime.timedelta(days=self._random.randint(20, 120))
            title = topic.case.title
            title = f"Status på {title}" if self._random.random() < _OTHERWISE else title
            if self._random.random() >= _ABSENT:
                yield f"{title}\t{_DEADLINES[topic.form](topic.deadline)}\t{topic.responsible}"

    def _coming(self, date: datetime.date) -> Iterator[str]:
        for heading in self._random.sample(_HEADINGS, k=self._random.randint(0, 2)):
            day = date + datetime.timedelta(days=self._random.randint(5, 40))
            yield f"{heading} {day.day}. {MONTHS[day.month - 1][0]}"
            yield from (topic.case.title for topic in self._random.sample(self._topics, k=2))

    def _go_on(self) -> None:
        """One list has passed: topics that have been on their last one go, and some come up as items."""
        for topic in self._topics:
            topic.lists_left -= 1
            if not topic.lists_left and self._random.random() < _LEADS:
                self._lead(topic.case)
        self._topics = [topic for topic in self._topics if topic.lists_left]


def _next_month(day: datetime.date) -> int:
    return day.month % 12


# How a deadline is written: a month, two, a day, a season.
_DEADLINES: tuple[Callable[[datetime.date], str], ...] = (
    lambda day: MONTHS[day.month - 1][0].capitalize(),
    lambda day: MONTH_ABBREVIATIONS[day.month - 1].capitalize(),
    lambda day: f"{MONTHS[day.month - 1][0].capitalize()}/{MONTH_ABBREVIATIONS[_next_month(day)]}",
    lambda day: f"{MONTHS[day.month - 1][0].capitalize()} {day.year}",
    lambda day: written_out(day),
    lambda day: f"{(day.month + 2) // 3}. kvartal {day.year}",
    lambda _: "",
)
