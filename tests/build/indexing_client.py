"""A visitor to pages that are made of the search index: whatever a test has added is indexed before each visit."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client

from minutes.models import Meeting
from minutes.search.index.writing import index_meetings


class IndexingClient(Client):
    """Indexes all meetings, then asks."""

    def get(self, *arguments: Any, **named: Any) -> HttpResponse:
        """Return the answer."""
        index_meetings(Meeting.objects.values_list("pk", flat=True))
        return super().get(*arguments, **named)
