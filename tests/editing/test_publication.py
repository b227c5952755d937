"""Draft, published, withdrawn: each step changes what may be seen and what may be found."""

import pytest

from minutes.editing import publication
from minutes.importing.importer import import_minutes
from minutes.models import Meeting, PublicationState, SearchDocument
from tests.build.documents import item_text, minutes_text

pytestmark = pytest.mark.django_db

DRAFT, PUBLISHED, WITHDRAWN = PublicationState.DRAFT, PublicationState.PUBLISHED, PublicationState.WITHDRAWN


@pytest.fixture
def meeting() -> Meeting:
    text = minutes_text(item_text(1, "Emne", "13/101"), item_text(2, "Lukket", "13/102"))
    return import_minutes(text.encode(), "referat.txt").meeting


def may_be_found() -> list[bool]:
    return list(SearchDocument.objects.values_list("is_public", flat=True))


def test_a_draft_is_published(meeting):
    assert len(publication.publish(Meeting.objects.all()).changed) == 1
    meeting.refresh_from_db()
    assert (meeting.state, meeting.withdrawn_at) == (PUBLISHED, None)
    assert meeting.published_at
    assert may_be_found() == [True]


def test_a_published_meeting_goes_back_to_draft_and_keeps_when_it_was_published(meeting):
    publication.publish(Meeting.objects.all())
    assert publication.unpublish(Meeting.objects.all()) == 1
    meeting.refresh_from_db()
    assert meeting.state == DRAFT
    assert meeting.published_at
    assert may_be_found() == [False]


def test_a_published_meeting_is_withdrawn_and_can_no_longer_be_found(meeting):
    publication.publish(Meeting.objects.all())
    assert publication.withdraw(Meeting.objects.all()) == 1
    meeting.refresh_from_db()
    assert meeting.state == WITHDRAWN
    assert meeting.withdrawn_at
    assert may_be_found() == []


def test_a_withdrawn_meeting_can_be_published_again(meeting):
    publication.publish(Meeting.objects.all())
    publication.withdraw(Meeting.objects.all())
    assert len(publication.publish(Meeting.objects.all()).changed) == 1
    meeting.refresh_from_db()
    assert (meeting.state, meeting.withdrawn_at) == (PUBLISHED, None)
    assert may_be_found() == [True]


def test_a_draft_that_was_public_once_can_be_withdrawn(meeting):
    publication.publish(Meeting.objects.all())
    publication.unpublish(Meeting.objects.all())
    assert publication.withdraw(Meeting.objects.all()) == 1


def test_a_draft_that_was_never_public_has_nothing_to_withdraw(meeting):
    assert publication.withdraw(Meeting.objects.all()) == 0
    meeting.refresh_from_db()
    assert meeting.state == DRAFT


@pytest.mark.parametrize("step", [publication.publish, publication.unpublish, publication.withdraw])
def test_a_step_taken_twice_changes_nothing_the_second_time(meeting, step):
    publication.publish(Meeting.objects.all())
    step(Meeting.objects.all())
    before = Meeting.objects.values().get()
    assert step(Meeting.objects.all()) in (0, publication.Published(changed=(), barred={}))
    assert Meeting.objects.values().get() == before


def test_only_the_chosen_meetings_are_changed(meeting):
    other = import_minutes(minutes_text(date="28-08-2013").encode(), "referat.txt").meeting
    assert len(publication.publish(Meeting.objects.filter(pk=other.pk)).changed) == 1
    meeting.refresh_from_db()
    assert meeting.state == DRAFT


def test_meetings_can_be_chosen_through_a_join(meeting):
    assert len(publication.publish(Meeting.objects.filter(items__number__in=[1, 2]).distinct()).changed) == 1
