"""Meetings that are acted on: three drafts, and one of which another version waits."""

import pytest

from minutes.importing import versions
from minutes.models import Meeting, SourceDocument
from tests.build.sample import imported


@pytest.fixture
def meetings(organisation) -> list[Meeting]:
    return [imported(date=date) for date in ("05-02-2013", "05-03-2013", "09-04-2013")]


@pytest.fixture
def waiting(organisation) -> SourceDocument:
    meeting = imported()
    versions.publish(Meeting.objects.all(), None)
    imported(decision="Udsat.")
    return meeting.sources.waiting().get()
