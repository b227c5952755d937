"""Minutes of invented meetings with a follow-up list, or with one item and what was decided under it."""

from __future__ import annotations

from minutes.importing.importer import import_minutes
from minutes.models import Meeting
from tests.build.documents import decided, item_text, minutes_text

# A row of a list: the topic, its deadline, who has it.
Row = tuple[str, str, str]


def list_text(date: str, *rows: Row, below: str = "", number: int = 1) -> str:
    """Return the item of a follow-up list; `below` is what stands below its table."""
    table = "\n".join("\t".join(row) for row in (("Sag/emne", "Forv. tidspunkt", "Ansvarlig"), *rows))
    presented = f"{table}\n\n{below}" if below else table
    return item_text(number, f"Huskeliste {date}", "12/9", sagsfremstilling=presented)


def list_held(
    date: str, *rows: Row, below: str = "", body: str = "Direktionen", publish: bool = True
) -> Meeting:
    """Store the minutes of a meeting that went through its follow-up list."""
    return held(date, list_text(date, *rows, below=below), body=body, publish=publish)


def matter_held(
    date: str,
    title: str,
    case: str,
    decision: str = "",
    *,
    body: str = "Direktionen",
    publish: bool = True,
    recommendation: str = "",
) -> Meeting:
    """Store the minutes of a meeting that had one matter, and decided that."""
    sections = {"indstilling": recommendation} if recommendation else {}
    text = item_text(1, title, case, **sections)
    return held(
        date, f"{text}\n\n{decided(body, date, decision)}" if decision else text, body=body, publish=publish
    )


def held(date: str, *items: str, body: str = "Direktionen", publish: bool = True) -> Meeting:
    """Store the minutes of a meeting of these items."""
    text = minutes_text(*items, body=body, date=date)
    return import_minutes(text.encode(), f"{body}-{date}.txt", publish=publish).meeting
