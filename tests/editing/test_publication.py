"""Draft, published, withdrawn, published: each step changes what may be seen and found, and stands in the log."""

import pytest
from django.db import IntegrityError, transaction

from minutes.editing import publication
from minutes.importing.importer import import_minutes
from minutes.models import Event, Meeting, PublicationState, SearchDocument
from tests.build.documents import item_text, minutes_text
from tests.build.rows import add_meeting, add_user

pytestmark = pytest.mark.django_db

DRAFT, PUBLISHED, WITHDRAWN = PublicationState.DRAFT, PublicationState.PUBLISHED, PublicationState.WITHDRAWN


@pytest.fixture
def meeting() -> Meeting:
    text = minutes_text(item_text(1, "Emne", "13/101"), item_text(2, "Lukket", "13/102"))
    return import_minutes(text.encode(), "referat.txt").meeting


def may_be_found() -> list[bool]:
    return list(SearchDocument.objects.values_list("is_public", flat=True))


def log() -> list[tuple[str, str, str]]:
    """What was published and withdrawn, by whom and why, the oldest first."""
    kinds = (Event.Kind.PUBLISHED, Event.Kind.WITHDRAWN)
    return list(Event.objects.filter(kind__in=kinds).order_by("pk").values_list("kind", "by_name", "reason"))


def test_a_draft_is_published(meeting):
    assert len(publication.publish(Meeting.objects.all()).changed) == 1
    meeting.refresh_from_db()
    assert (meeting.state, meeting.withdrawn_at) == (PUBLISHED, None)
    assert meeting.published_at
    assert may_be_found() == [True]


def test_a_published_meeting_is_withdrawn_and_can_no_longer_be_found(meeting):
    publication.publish(Meeting.objects.all())
    assert publication.withdraw(Meeting.objects.all()) == [meeting.pk]
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


def test_what_was_public_is_never_a_draft_again_whoever_writes_it(meeting):
    publication.publish(Meeting.objects.all())
    for state in (PUBLISHED, WITHDRAWN):
        Meeting.objects.update(state=state)
        with pytest.raises(IntegrityError, match="meeting_draft_was_never_public"), transaction.atomic():
            Meeting.objects.update(state=DRAFT)


def test_a_draft_that_was_never_public_has_nothing_to_withdraw(meeting):
    assert publication.withdraw(Meeting.objects.all()) == []
    meeting.refresh_from_db()
    assert meeting.state == DRAFT
    assert log() == []


@pytest.mark.parametrize("step", [publication.publish, publication.withdraw])
def test_a_step_taken_twice_changes_nothing_the_second_time_and_is_told_once(meeting, step):
    publication.publish(Meeting.objects.all())
    step(Meeting.objects.all())
    before, told = Meeting.objects.values().get(), log()
    assert step(Meeting.objects.all()) in ([], publication.Published(changed=(), barred={}))
    assert Meeting.objects.values().get() == before
    assert log() == told


def test_only_the_chosen_meetings_are_changed(meeting):
    other = import_minutes(minutes_text(date="28-08-2013").encode(), "referat.txt").meeting
    assert len(publication.publish(Meeting.objects.filter(pk=other.pk)).changed) == 1
    meeting.refresh_from_db()
    assert meeting.state == DRAFT


def test_meetings_can_be_chosen_through_a_join(meeting):
    assert len(publication.publish(Meeting.objects.filter(items__number__in=[1, 2]).distinct()).changed) == 1


# The log


def test_who_published_and_withdrew_it_when_and_why_stands_in_the_log(meeting):
    anna, bo = add_user("anna"), add_user("bo")
    publication.publish(Meeting.objects.all(), anna)
    publication.withdraw(Meeting.objects.all(), bo, "dublet: se 28-08-2013")
    publication.publish(Meeting.objects.all(), anna, "det var ingen dublet")
    assert log() == [
        ("published", "anna", ""),
        ("withdrawn", "bo", "dublet: se 28-08-2013"),
        ("published", "anna", "det var ingen dublet"),
    ]
    assert {event.meeting_id for event in Event.objects.all()} == {meeting.pk}


def test_what_the_archive_takes_back_itself_is_told_without_a_name():
    meeting = add_meeting()
    publication.take_back(Meeting.objects.all(), "Referatet kan ikke læses mere.")
    assert log() == [("withdrawn", "", "Referatet kan ikke læses mere.")]
    meeting.refresh_from_db()
    assert meeting.state == WITHDRAWN


def test_a_deed_that_is_undone_leaves_no_line(meeting):
    with pytest.raises(RuntimeError), transaction.atomic():
        publication.publish(Meeting.objects.all())
        raise RuntimeError
    assert log() == []
    meeting.refresh_from_db()
    assert meeting.state == DRAFT


def test_what_is_published_with_its_import_is_told_with_the_name_of_who_did_it():
    by = add_user("anna")
    text = minutes_text(item_text(1, "Emne", "13/101")).encode()
    import_minutes(text, "referat.txt", imported_by=by, publish=True)
    import_minutes(text, "referat.txt", imported_by=by, publish=True)
    assert log() == [("published", "anna", "")]


def test_a_draft_that_is_published_by_its_own_bytes_is_told_too(meeting):
    text = minutes_text(item_text(1, "Emne", "13/101"), item_text(2, "Lukket", "13/102"))
    import_minutes(text.encode(), "referat.txt", imported_by=add_user("bo"), publish=True)
    assert log() == [("published", "bo", "")]
