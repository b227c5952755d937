"""How an item is referred to in other documents."""

from __future__ import annotations

from django.conf import settings
from django.utils.formats import date_format

from minutes.models import AgendaItem


def cite(item: AgendaItem, address: str) -> str:
    """Return the reference to an item: whose minutes, which meeting, item and case, and the item's address.

    >>> cite(item, "https://…/punkt-1/")
    'Høje-Taastrup Kommune, Direktionen 6. maj 2014, punkt 1, sag 14/2291, https://…/punkt-1/'
    """
    meeting = item.meeting
    parts = [
        settings.ARCHIVE_MUNICIPALITY,
        f"{meeting.body.name} {date_format(meeting.date, 'j. F Y')}",
        f"punkt {item.label}",
    ]
    if item.case and not item.is_hidden:
        parts.append(f"sag {item.case.number}")
    return ", ".join([*parts, address])
