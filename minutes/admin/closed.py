"""Marks closed items in lists, and says nothing of the open ones, which most are."""

from __future__ import annotations

from django.contrib import admin

from minutes.models import AgendaItem


@admin.display(description="lukket", ordering="is_closed")
def closed(item: AgendaItem) -> str:
    """The word for a closed item, nothing for an open one."""
    return "lukket" if item.is_closed else ""
