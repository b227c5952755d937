"""Several people who publish, or withdraw, one meeting at the same moment: it is done once, and told once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from minutes.editing import publication
from minutes.models import Event, Meeting
from tests.build.rows import add_meeting

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = 6


def publish(_person: int) -> int:
    try:
        return len(publication.publish(Meeting.objects.all()).changed)
    finally:
        connection.close()


def withdraw(_person: int) -> int:
    try:
        return len(publication.withdraw(Meeting.objects.all(), None, "dublet"))
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("step", "before", "after"), [(publish, "draft", "published"), (withdraw, "published", "withdrawn")]
)
def test_one_of_them_does_it_and_the_log_says_it_once(step, before, after):
    meeting = add_meeting(state=before)
    with ThreadPoolExecutor(PEOPLE) as people:
        changed = sorted(people.map(step, range(PEOPLE)))
    meeting.refresh_from_db()
    assert (changed, meeting.state) == ([0] * (PEOPLE - 1) + [1], after)
    assert Event.objects.count() == 1
