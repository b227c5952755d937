"""A visitor to pages that are made of the index and the joins: what a test has added is known before each visit."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client

from minutes.matters.joining.writing import joined_again
from minutes.models import Meeting
from minutes.search.index.writing import index_meetings


class IndexingClient(Client):
    """Indexes and joins all meetings, then asks."""

    def get(self, *arguments: Any, **named: Any) -> HttpResponse:
        """Return the answer."""
        meetings = list(Meeting.objects.values_list("pk", flat=True))
        with joined_again(meetings):
            index_meetings(meetings)
        return super().get(*arguments, **named)
