"""How the tests of times ask: what is found in a sentence, in few letters."""

import datetime

from minutes.danish.times import Sense, StatedTime, find_times

# A Thursday in spring.
SAID_ON = "2014-03-27"


def times(text: str, said_on: str = SAID_ON, sense: Sense = Sense.COMING) -> list[StatedTime]:
    return find_times(text, datetime.date.fromisoformat(said_on), sense)


def isos(text: str, said_on: str = SAID_ON, sense: Sense = Sense.COMING) -> list[str | None]:
    return [time.iso for time in times(text, said_on, sense)]


def words(text: str) -> list[tuple[str, str]]:
    """Kind and words of each time in a sentence."""
    return [(time.kind.value, time.words) for time in times(text)]
