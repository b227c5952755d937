"""An invented meeting as text, and what the tests of the admin do with it."""

from minutes.importing.importer import import_minutes
from minutes.models import AgendaItem, Meeting

ITEM = """Punkt 1: {title}

{case_number}

Sagsfremstilling

Aftalen om rengøring af rådhuset udløber til sommer. Der er lavet et notat (269057/12).

Indstilling

HR-Centret indstiller, at aftalen forlænges med et år.

Beslutning i Direktionen den {date}

{decision}

Bilag

Udkast til aftale
"""


def minutes_text(
    date: str = "05-02-2013",
    title: str = "Ny aftale om rengøring",
    case_number: str = "13/1234",
    decision: str = "Godkendt.",
    extra: str = "",
) -> str:
    """Minutes of a meeting with one open and one closed item; `extra` stands before the first."""
    day = f"Mødedato {date} kl. 10:00\nMødested Mødelokale 1"
    contents = f"Indholdsfortegnelse\n{title}.....\t1\nLukket.....\t2"
    item = ITEM.format(title=title, case_number=case_number, date=date, decision=decision)
    return f"REFERAT Direktionen d. {date}\n{day}\n{contents}\n{extra}\n{item}\nPunkt 2: Lukket\n\n13/4321\n"


def imported(text: str = "", **changes: str) -> Meeting:
    """Store the minutes, and return their meeting."""
    return imported_file((text or minutes_text(**changes)).encode(), "direktionen.txt")


def imported_file(content: bytes, name: str) -> Meeting:
    """Store the minutes of a file, and return their meeting."""
    return import_minutes(content, name).meeting


def open_item(meeting: Meeting) -> AgendaItem:
    return meeting.items.get(slug="punkt-1")
