"""Who may see which meetings, and which of them are asked for."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import AgendaItem, Meeting, PublicationState
from tests.build.rows import add_body, add_editor, add_item, add_meeting, add_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def meetings():
    """A meeting with an item in each state."""
    for day, state in enumerate(PublicationState, start=10):
        add_item(add_meeting(f"2013-08-{day}", state=state))


def seen_by(user) -> tuple[set[str], set[str]]:
    """The states of the meetings, and of the items, that somebody sees."""
    items = AgendaItem.objects.on_agendas_readable_by(user).values_list("meeting__state", flat=True)
    return set(Meeting.objects.readable_by(user).values_list("state", flat=True)), set(items)


def test_the_address_of_a_body_is_that_of_its_meetings():
    assert add_body("Byrådet").get_absolute_url() == "/moeder/?organ=byraadet"


def test_everybody_sees_what_is_published(meetings):
    assert seen_by(AnonymousUser()) == ({"published"}, {"published"})


def test_a_user_who_is_not_staff_sees_no_more(meetings):
    user = add_user("laeser")
    assert seen_by(user) == ({"published"}, {"published"})


def test_staff_see_drafts_too_but_nobody_sees_what_is_withdrawn(meetings):
    user = add_editor("arkivar")
    assert seen_by(user) == ({"published", "draft"}, {"published", "draft"})


def test_a_new_meeting_is_a_draft():
    body = add_body()
    assert Meeting.objects.create(body=body, date="2013-08-27", slug="2013-08-27").is_draft


def test_the_days_later_meeting_comes_first_when_the_newest_come_first():
    add_meeting(start_time=datetime.time(10))
    add_meeting(start_time=datetime.time(14), slug="2013-08-27-1400")
    add_meeting("2013-08-28")
    slugs = [meeting.slug for meeting in Meeting.objects.newest_first()]
    assert slugs == ["2013-08-28", "2013-08-27-1400", "2013-08-27"]


def test_the_neighbours_of_a_meeting_are_of_its_own_body():
    first, second = add_meeting(start_time=datetime.time(10)), add_meeting("2013-09-03")
    afternoon = add_meeting(start_time=datetime.time(14), slug="2013-08-27-1400")
    add_meeting("2013-08-28", body="Byrådet")
    assert Meeting.objects.neighbours(first) == (None, afternoon)
    assert Meeting.objects.neighbours(afternoon) == (first, second)
    assert Meeting.objects.neighbours(second) == (afternoon, None)
