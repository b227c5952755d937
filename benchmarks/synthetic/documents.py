"""Synthetic meetings as the text of their minutes, in the layout that most of them have."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.synthetic.municipality import BODY_NAMES, LOCATION
from benchmarks.synthetic.values import SyntheticItem, SyntheticMeeting


def minutes_of(meeting: SyntheticMeeting) -> str:
    """Return the minutes of a meeting, as a text file holds them."""
    body = BODY_NAMES[meeting.body]
    day = f"{meeting.date:%d-%m-%Y}"
    paragraphs = [
        f"REFERAT {body} d. {day}",
        f"Mødedato d. {day} kl. {meeting.start_time:%H:%M}",
        f"Mødested {LOCATION}",
        f"Medlemmer: {', '.join(meeting.members)}",
        "Indholdsfortegnelse",
        "\n".join(f"{item.title}.....\t{page}" for page, item in enumerate(meeting.items, start=2)),
    ]
    for number, item in enumerate(meeting.items, start=1):
        paragraphs += [f"Punkt {number}: {item.title}", *_said(item, f"{body} den {day}")]
    return "\n\n".join(paragraphs) + "\n"


def _said(item: SyntheticItem, decided: str) -> Iterator[str]:
    if item.is_closed:
        return
    if item.case:
        yield item.case.number
    for section in item.sections:
        yield section.kind.word.capitalize()
        yield "\n\n".join(section.lines)
    if item.documents:
        yield "Andre relevante dokumenter"
        yield "\n".join(f"{title} ({number})" for number, title in item.documents)
    if item.attachments:
        yield "Bilag"
        yield "\n".join(item.attachments)
    if item.decision:
        yield f"Beslutning i {decided}"
        yield item.decision
