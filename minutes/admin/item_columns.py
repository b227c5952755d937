"""What lists of items show of each: its number with its letter, and of the closed ones that they are."""

from __future__ import annotations

from django.contrib import admin

from minutes.models import AgendaItem


@admin.display(description="punkt", ordering="number")
def label(item: AgendaItem) -> str:
    """The number as people read it, with its letter."""
    return item.label


@admin.display(description="lukket", ordering="is_closed")
def closed(item: AgendaItem) -> str:
    """The word for a closed item, nothing for an open one, which most are."""
    return "lukket" if item.is_closed else ""
