"""Invented meetings that hang together in every way that the archive joins, for tests that change some of them."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.importing.importer import import_minutes
from minutes.models import AgendaItem, Meeting
from tests.build.documents import decided, item_text, minutes_text
from tests.build.follow_ups import Row, list_text

# A title, a case number, and what was decided.
Matter = tuple[str, str, str]
PATH = "Ny cykelsti", "13/101"
FIRST, SECOND, THIRD, FOURTH = "05-02-2013", "05-03-2013", "09-04-2013", "07-05-2013"


def minutes_of(date: str, matters: Sequence[Matter], *rows: Row, body: str = "Direktionen") -> str:
    """Return minutes with a follow-up list of the rows, an economy report of its day, and the matters."""
    items = [
        list_text(date, *rows),
        f"{item_text(2, f'Økonomiopfølgning {date}', '12/9')}\n\n{decided(body, date, _of_report(date))}",
    ]
    for number, (title, case, decision) in enumerate(matters, start=3):
        items.append(f"{item_text(number, title, case)}\n\n{decided(body, date, decision)}")
    return minutes_text(*items, body=body, date=date)


def _of_report(date: str) -> str:
    return "Udsættes." if date in (FIRST, SECOND) else "Taget til efterretning."


# The minutes by their names.
MINUTES = {
    "first": minutes_of(
        FIRST,
        [
            (*PATH, "Udsættes. TMC forelægger en plan i april."),
            ("Tilsyn på plejecentre", "13/102", "Udsættes."),
        ],
        ("Ny cykelsti", "Marts", "TMC"),
        ("Politik om indkøb", "Juni", "ØDC"),
    ),
    "second": minutes_of(
        SECOND,
        [
            (*PATH, "Udsættes."),
            ("Tilsyn på plejecentre i 2013", "13/103", "Udsættes."),
            ("Kantinens åbningstid", "13/104", "Sagen sendes til Chefforum."),
        ],
        ("Ny cykelsti", "Maj", "TMC"),
        ("Politik for indkøb", "August", "ØDC"),
    ),
    "third": minutes_of(
        THIRD,
        [
            (*PATH, "TMC forelægger en plan senest den 1. maj 2013."),
            ("Tilsyn på plejecentre", "13/102", "Drøftet."),
        ],
        ("Status på ny cykelsti", "Juni", "TMC"),
    ),
    "fourth": minutes_of(
        FOURTH,
        [(*PATH, "Godkendt."), ("Kantinens åbningstid", "13/104", "Godkendt.")],
        ("Ny cykelsti", "Juli", "TMC"),
    ),
    "other body": minutes_of(
        "10-04-2013",
        [("Kantinens åbningstid", "13/104", "Udsættes."), (*PATH, "Drøftet.")],
        ("Ny cykelsti", "September", "TMC"),
        body="Chefforum",
    ),
}


def hold(name: str, *, publish: bool = True, text: str | None = None) -> Meeting:
    """Store the minutes of this name, or another text as a version of them."""
    said = MINUTES[name] if text is None else text
    return import_minutes(said.encode(), f"{name}.txt", publish=publish).meeting


def hold_all(*drafts: str) -> None:
    """Store all minutes, the oldest last, for the order is nothing; those of these names as drafts."""
    for name in reversed(MINUTES):
        hold(name, publish=name not in drafts)


def meeting(name: str) -> Meeting:
    return Meeting.objects.filter(sources__name=f"{name}.txt").distinct().get()


def item(name: str, title: str) -> AgendaItem:
    return AgendaItem.objects.select_related("meeting").get(meeting=meeting(name), title__startswith=title)
