"""References as short lines, so that a table of sentences can be read."""

import datetime

from minutes.parser.told.references import read_references
from minutes.parser.told.values import ParsedReference, Surroundings
from minutes.parser.values import ParsedItem
from tests.build.parsed import parse_one

BODIES = {
    "Byrådet": "Byrådet",
    "Byråd": "Byrådet",
    "BY": "Byrådet",
    "Chefforum": "Chefforum",
    "Direktionen": "Direktionen",
    "Direktion": "Direktionen",
    "Økonomiudvalget": "Økonomiudvalget",
    "ØU": "Økonomiudvalget",
}
# A Tuesday on which Direktionen meets, and reads what stands below.
SURROUNDINGS = Surroundings("Direktionen", datetime.date(2013, 11, 5), BODIES)


def of_item(item: ParsedItem) -> tuple[ParsedReference, ...]:
    return read_references(item, SURROUNDINGS)


def read(text: str, heading: str = "Sagsfremstilling") -> list[str]:
    """What a text points to: kind, body, time, number and title, with "?" where that is unsure."""
    return [in_short(reference) for reference in of_item(parse_one(heading, text))]


def in_short(reference: ParsedReference) -> str:
    """One reference in short: "meeting Byrådet 2013-03-18", "item Direktionen #4"."""
    parts = [
        reference.kind.value,
        reference.body,
        reference.time.iso if reference.time else None,
        f"#{reference.number}" if reference.number else None,
        f"»{reference.title}«" if reference.title else None,
        "calendar" if reference.is_calendar else None,
        None if reference.is_certain else "?",
    ]
    return " ".join(part for part in parts if part)
