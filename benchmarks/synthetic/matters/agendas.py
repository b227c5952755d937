"""What is on the agendas of a block's meetings for another reason than chance."""

from __future__ import annotations

import datetime
import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.synthetic.matters.listed_topics import ListedTopics
from benchmarks.synthetic.matters.standing import FOLLOW_UP_LIST, StandingTitle, dated, standing_of
from benchmarks.synthetic.values import SyntheticCase

# A matter that comes up again does so within this many meetings of its body.
_MEETINGS_UNTIL = 3


@dataclass(frozen=True, slots=True)
class Planned:
    """A standing title, which returns by itself, or a matter; `listed` are the paragraphs of a follow-up list."""

    title: str
    case: SyntheticCase
    stands: bool = False
    listed: tuple[str, ...] = ()


class Agendas:
    """The standing items of the bodies, their follow-up lists, and what comes up again, meeting after meeting."""

    def __init__(self, random_: random.Random, new_case: Callable[[datetime.date], SyntheticCase]) -> None:
        self._random = random_
        self._new_case = new_case
        # The numbers under which bodies file their standing items in a year, and the lists of those that keep one.
        self._filed: dict[tuple[int, int], SyntheticCase] = {}
        self._lists: dict[int, ListedTopics] = {}
        # What comes up again, by its body and how many meetings of that have been held by then.
        self._held: dict[int, int] = defaultdict(int)
        self._due: dict[tuple[int, int], list[Planned]] = defaultdict(list)

    def of_meeting(self, body: int, date: datetime.date, number: int) -> list[Planned | None]:
        """What the items of the next meeting of a body are about, `number` of them: None where chance shall tell."""
        self._held[body] += 1
        due = self._due.pop((body, self._held[body]), [])
        standing = list(standing_of(body, self._random))
        if len(standing) >= number:
            standing = []
        between = number - len(standing)
        if len(due) > between:
            self._due[body, self._held[body] + 1] += due[between:]
        chosen: list[Planned | None] = [*due[:between], *([None] * (between - len(due)))]
        self._random.shuffle(chosen)
        first = [self._standing(title, body, date) for title in standing if title.is_first]
        last = [self._standing(title, body, date) for title in standing if not title.is_first]
        return [*first, *chosen, *last]

    def plan(self, body: int, again: Planned) -> None:
        """Let a matter come up again at one of the next meetings of a body."""
        if not again.stands:
            held = self._held[body] + self._random.randint(1, _MEETINGS_UNTIL)
            self._due[body, held].append(again)

    def _standing(self, standing: StandingTitle, body: int, date: datetime.date) -> Planned:
        title = dated(standing.title, date, self._random) if standing.is_dated else standing.title
        is_list = standing.title == FOLLOW_UP_LIST
        listed = self._list_of(body).paragraphs(date) if is_list else ()
        return Planned(title, self._filed_under(body, date), stands=True, listed=listed)

    def _filed_under(self, body: int, date: datetime.date) -> SyntheticCase:
        """The collective case of a body's standing items of a year."""
        if (body, date.year) not in self._filed:
            self._filed[body, date.year] = self._new_case(date)
        return self._filed[body, date.year]

    def _list_of(self, body: int) -> ListedTopics:
        if body not in self._lists:

            def lead(case: SyntheticCase) -> None:
                self.plan(body, Planned(case.title, case))

            self._lists[body] = ListedTopics(self._random, self._new_case, lead)
        return self._lists[body]
