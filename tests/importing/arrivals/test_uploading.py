"""A file that came in is kept once, and nothing of it is in the archive until somebody saves it."""

import datetime

import pytest
from django.utils import timezone

from minutes.importing.arrivals import uploading
from minutes.importing.arrivals.uploading import AlreadyDecidedError, receive
from minutes.importing.importer import import_minutes
from minutes.importing.recognition.meeting_of_document import TakeAs, UnlikeMeetingError
from minutes.importing.results import ImportStatus
from minutes.models import (
    Body,
    Event,
    Finding,
    Meeting,
    PublicationState,
    SearchDocument,
    SourceDocument,
    SourceStatus,
)
from minutes.parser import MinutesSyntaxError
from minutes.sources.values import UnreadableSourceError
from tests.build.documents import decided, item_text, minutes_text
from tests.build.imports import imported
from tests.build.rows import add_user

pytestmark = pytest.mark.django_db

MINUTES = minutes_text(item_text(1, "Budget 2014", "13/101"), item_text(2, "Ny kantine", "13/102"))
CHANGED = minutes_text(item_text(1, "Budget 2014", "13/101"), item_text(2, "Nyt køkken", "13/102"))
OTHERS = minutes_text(item_text(1, "Ansættelse af direktør", "13/900"))
WITH_NUMBER = minutes_text(
    item_text(1, "Ansættelse", "13/900", sagsfremstilling="Ansøger 010180-1234 er valgt.")
)
LATE = MINUTES + "\n\n" + decided("Direktionen", "27-08-2016", "Godkendt.")
IMPOSSIBLE = MINUTES + "\n\n" + decided("Direktionen", "31-02-2013", "Godkendt.")


def received(text: str = MINUTES, name: str = "referat.txt", by=None) -> SourceDocument:
    return receive(text.encode(), name, by).source


def test_what_came_in_is_kept_without_a_meeting_and_without_rows() -> None:
    anna = add_user("anna")
    source = SourceDocument.objects.get(pk=received(by=anna).pk)
    assert (source.status, source.meeting, source.version) == (SourceStatus.UPLOADED, None, 0)
    assert (bytes(source.content), source.imported_by, source.name) == (MINUTES.encode(), anna, "referat.txt")
    assert not Meeting.objects.exists()
    assert not Body.objects.exists()
    assert not SearchDocument.objects.exists()
    assert Event.objects.get().kind == Event.Kind.UPLOADED


def test_the_same_file_is_kept_once_under_whichever_name() -> None:
    first = receive(MINUTES.encode(), "referat.txt", None)
    again = receive(MINUTES.encode(), "kopi.txt", None)
    assert (first.is_new, again.is_new) == (True, False)
    assert again.source == first.source
    assert Event.objects.count() == 1


@pytest.mark.parametrize("status", [SourceStatus.IN_FORCE, SourceStatus.WAITING, SourceStatus.EARLIER])
def test_what_the_archive_has_already_is_not_kept_again(status: SourceStatus) -> None:
    in_force = imported(MINUTES, publish=True).source
    waiting = imported(CHANGED).source
    if status == SourceStatus.EARLIER:
        imported(CHANGED, publish=True)
    texts = {SourceStatus.IN_FORCE: MINUTES, SourceStatus.WAITING: CHANGED, SourceStatus.EARLIER: MINUTES}
    there = waiting if status == SourceStatus.WAITING else in_force
    found = receive(texts[status].encode(), "igen.txt", None)
    assert (found.source, found.source.status, found.is_new) == (there, status, False)
    assert SourceDocument.objects.count() == 2


def test_what_was_discarded_can_come_in_again() -> None:
    imported(MINUTES, publish=True)
    imported(CHANGED)
    imported(minutes_text(item_text(1, "Budget 2014", "13/101")))
    assert receive(CHANGED.encode(), "igen.txt", None).is_new


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"\n", UnreadableSourceError),
        (b"En huskeseddel", MinutesSyntaxError),
        (b"PK\x03\x04", UnreadableSourceError),
    ],
)
def test_what_is_no_minutes_is_not_kept(content: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        receive(content, "fil.txt", None)
    assert not SourceDocument.objects.exists()
    assert not Event.objects.exists()


def test_no_name_of_a_file_is_kept_with_a_personal_number_or_a_path() -> None:
    source = received(name="C:\\sager\\010180-1234.txt")
    assert source.name == "010180-••••.txt"
    assert "010180-1234" not in Event.objects.get().subject


@pytest.mark.parametrize("publish", [False, True])
def test_what_is_saved_is_what_an_import_would_have_made(publish: bool) -> None:
    result = uploading.save(received(), None, publish=publish)
    assert result.status == ImportStatus.IMPORTED
    source = SourceDocument.objects.get()
    assert (source.status, source.version, source.meeting) == (
        SourceStatus.IN_FORCE,
        1,
        Meeting.objects.get(),
    )
    assert source.meeting.state == (PublicationState.PUBLISHED if publish else PublicationState.DRAFT)
    assert list(source.meeting.items.values_list("title", flat=True)) == ["Budget 2014", "Ny kantine"]
    assert SearchDocument.objects.count() == 2


@pytest.mark.parametrize(
    ("state", "publish", "status"),
    [
        (PublicationState.DRAFT, False, SourceStatus.IN_FORCE),
        (PublicationState.PUBLISHED, False, SourceStatus.WAITING),
        (PublicationState.PUBLISHED, True, SourceStatus.IN_FORCE),
    ],
)
def test_a_new_version_is_saved_as_one_that_is_imported(state, publish: bool, status: SourceStatus) -> None:
    meeting = imported(MINUTES, publish=state == PublicationState.PUBLISHED).meeting
    result = uploading.save(received(CHANGED), None, publish=publish)
    assert (result.meeting, result.source.version, result.source.status) == (meeting, 2, status)
    assert meeting.items.get(number=2).title == (
        "Ny kantine" if status == SourceStatus.WAITING else "Nyt køkken"
    )


def test_what_is_barred_from_publication_is_saved_all_the_same() -> None:
    result = uploading.save(received(IMPOSSIBLE), None, publish=True)
    assert result.obstacles
    assert result.meeting.state == PublicationState.DRAFT


def test_a_personal_number_is_found_when_the_document_is_saved() -> None:
    source = received(WITH_NUMBER)
    assert not Finding.objects.exists()
    uploading.save(source, None, publish=True)
    assert Finding.objects.get().masked == "010180-••••"
    assert Meeting.objects.get().state == PublicationState.DRAFT


def test_an_upload_that_the_archive_has_got_meanwhile_goes_when_it_is_saved() -> None:
    source = received()
    import_minutes(MINUTES.encode(), "andet.txt")
    result = uploading.save(source, None)
    assert result.status == ImportStatus.ALREADY_THERE
    assert SourceDocument.objects.get() == result.source


def test_an_upload_with_other_items_is_saved_once_somebody_has_said_what_it_is() -> None:
    meeting = imported(MINUTES).meeting
    source = received(OTHERS)
    with pytest.raises(UnlikeMeetingError):
        uploading.save(source, None)
    assert SourceDocument.objects.uploaded().get() == source
    uploading.say_what_it_is(source, TakeAs.OTHER_MEETING)
    assert uploading.save(source, None).meeting != meeting


def test_an_upload_with_other_items_can_be_the_next_version() -> None:
    meeting = imported(MINUTES).meeting
    source = received(OTHERS)
    uploading.say_what_it_is(source, TakeAs.NEW_VERSION)
    result = uploading.save(source, None)
    assert (result.meeting, result.source.version) == (meeting, 2)


def test_what_is_discarded_goes_with_its_bytes() -> None:
    anna = add_user("anna")
    uploading.discard(received(), anna)
    assert not SourceDocument.objects.exists()
    assert Event.objects.filter(kind=Event.Kind.DISCARDED, by_name="anna").count() == 1


@pytest.mark.parametrize("first", [uploading.save, uploading.discard])
@pytest.mark.parametrize("second", [uploading.save, uploading.discard])
def test_the_second_of_two_who_decide_is_told(first, second) -> None:
    source = received()
    first(source, None)
    with pytest.raises(AlreadyDecidedError, match="i mellemtiden"):
        second(source, None)


def test_nobody_says_what_a_saved_document_is() -> None:
    source = received()
    uploading.save(source, None)
    with pytest.raises(AlreadyDecidedError):
        uploading.say_what_it_is(source, TakeAs.OTHER_MEETING)


def test_what_nobody_finishes_goes_after_thirty_days_and_nothing_else() -> None:
    imported(MINUTES, publish=True)
    imported(CHANGED)
    imported(minutes_text(item_text(1, "Kladde", "13/500"), date="28-08-2013"))
    old, young = received(OTHERS), received(WITH_NUMBER)
    days = timezone.now() - datetime.timedelta(days=31)
    SourceDocument.objects.exclude(pk=young.pk).update(imported_at=days)
    assert uploading.forget_unfinished() == 1
    assert not SourceDocument.objects.filter(pk=old.pk).exists()
    assert SourceDocument.objects.count() == 4
    assert Event.objects.filter(kind=Event.Kind.TIDIED).count() == 1
