"""What lists of items show of each: its number with its letter, and of those that are hidden why."""

from __future__ import annotations

from django.contrib import admin

from minutes.models import AgendaItem


@admin.display(description="punkt", ordering="number")
def label(item: AgendaItem) -> str:
    """The number as people read it, with its letter."""
    return item.label


@admin.display(description="vises ikke", ordering="is_closed")
def hidden(item: AgendaItem) -> str:
    """Why an item is not shown: it is closed, withdrawn or both; nothing for one that is, as most are."""
    reasons = (("lukket", item.is_closed), ("trukket tilbage", item.is_withdrawn))
    return ", ".join(reason for reason, holds in reasons if holds)
