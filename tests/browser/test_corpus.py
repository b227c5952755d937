"""Every page of the real minutes, which stand outside the project, in a real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from minutes.importing.importer import import_minutes
from minutes.models import AgendaItem, Meeting
from tests.browser.visitor import Visitor

CORPUS = sorted((Path(os.environ.get("MINUTES_CORPUS") or "/nowhere") / "minutes").glob("*.txt"))

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="MINUTES_CORPUS names no folder with minutes/"),
]


@pytest.fixture(scope="module")
def meetings(archive: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[int]]:
    """The keys of the real meetings, imported beside the samples."""
    with django_db_blocker.unblock():
        results = [import_minutes(path.read_bytes(), path.name, publish=True) for path in CORPUS]
        keys = [result.meeting.pk for result in results]
    yield keys
    with django_db_blocker.unblock():
        Meeting.objects.filter(pk__in=keys).delete()


def test_no_page_of_the_real_minutes_gives_the_browser_or_axe_anything_to_complain_of(
    meetings: list[int], visitor: Visitor
) -> None:
    items = AgendaItem.objects.filter(meeting__in=meetings).select_related("meeting__body")
    rows = [
        *Meeting.objects.filter(pk__in=meetings).select_related("body"),
        *items,
        *items.indexable().cases(),
    ]
    for row in rows:
        visitor.look(row.get_absolute_url())
    assert visitor.complaints == []
    for meeting in rows[: len(meetings)]:
        visitor.look_everywhere(meeting.get_absolute_url())
    assert visitor.complaints == []
