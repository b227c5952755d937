"""Which version is in force: what is uploaded of a published meeting waits, until a decision shows it to everybody."""

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile

from minutes.editing import corrections, publication
from minutes.importing import versions
from minutes.importing.importer import ImportResult, ImportStatus, import_minutes, reparse
from minutes.importing.recognition.meeting_of_document import TakeAs
from minutes.models import (
    AgendaItem,
    Attachment,
    Body,
    Correction,
    Decision,
    Event,
    Meeting,
    PublicationState,
    SearchDocument,
    SourceDocument,
)
from tests.build.documents import decided, item_text, minutes_text
from tests.build.imports import all_rows, imported
from tests.build.rows import add_user

pytestmark = pytest.mark.django_db

# An error of the document itself: publication is barred.
IMPOSSIBLE = "\n\n" + decided("Direktionen", "31-02-2013", "Godkendt.")


def titled(title: str, suffix: str = "", **sections: str) -> str:
    """Minutes of one item, which is known again by its case number."""
    return minutes_text(item_text(1, title, "13/101", **sections)) + suffix


def shown() -> str:
    """The title that the rows have."""
    return AgendaItem.objects.get().title


def statuses() -> list[str]:
    return list(SourceDocument.objects.order_by("version").values_list("status", flat=True))


def states() -> list[str]:
    return list(Meeting.objects.values_list("state", flat=True))


def content_rows() -> dict[str, list[tuple]]:
    """All rows but those of the sources, and of the log, which says that they came."""
    return {name: rows for name, rows in all_rows().items() if name not in {"SourceDocument", "Event"}}


@pytest.fixture
def published() -> ImportResult:
    return imported(titled("Gammel"), publish=True)


@pytest.fixture
def waiting(published: ImportResult) -> SourceDocument:
    return imported(titled("Ny")).source


@pytest.fixture
def user() -> User:
    return add_user("arkivar")


# What waits


def test_a_new_version_of_a_published_meeting_changes_no_row_but_that_of_its_source(published):
    before = content_rows()
    result = imported(titled("Ny"))
    assert (result.status, result.answer) == (ImportStatus.WAITING, "venter på offentliggørelse")
    assert (result.meeting, result.item_count) == (published.meeting, 1)
    assert content_rows() == before
    assert statuses() == ["in_force", "waiting"]


def test_what_waits_is_kept_with_all_that_is_to_be_remarked_on_it(published, user):
    result = imported(titled("Ny", IMPOSSIBLE), imported_by=user)
    source = SourceDocument.objects.waiting().get()
    assert "date_impossible" in [problem["code"] for problem in source.problems]
    assert [problem.code for problem in result.problems] == [problem["code"] for problem in source.problems]
    assert (source.version, source.imported_by, source.decided_by) == (2, user, None)
    assert bytes(source.content) == titled("Ny", IMPOSSIBLE).encode()


def test_the_same_bytes_again_are_there_and_wait(waiting):
    before = all_rows()
    again = imported(titled("Ny"))
    assert (again.status, again.source) == (ImportStatus.ALREADY_THERE, waiting)
    assert again.answer == "findes allerede og venter på offentliggørelse"
    assert all_rows() == before


def test_another_that_waits_takes_the_place_of_the_first(waiting):
    assert imported(titled("Nyere")).status == ImportStatus.WAITING
    assert statuses() == ["in_force", "discarded", "waiting"]


def test_what_was_discarded_for_a_newer_version_is_told_in_the_log(waiting, user):
    import_minutes(titled("En tredje", "\n").encode(), "tredje.txt", imported_by=user)
    event = Event.objects.get(kind=Event.Kind.DISCARDED)
    assert (event.by_name, event.details, event.reason) == (
        user.username,
        "version 2",
        "afløst af en nyere version",
    )
    waiting.refresh_from_db()
    assert waiting.decided_by == user and waiting.decided_at


def test_one_that_was_discarded_waits_again_when_somebody_uploads_it_again(waiting):
    imported(titled("Nyere"))
    again = imported(titled("Ny"))
    assert (again.status, again.source.version) == (ImportStatus.WAITING, 2)
    assert statuses() == ["in_force", "waiting", "discarded"]


def test_the_version_in_force_uploaded_again_leaves_what_waits(waiting):
    assert imported(titled("Gammel"), publish=True).status == ImportStatus.ALREADY_THERE
    assert statuses() == ["in_force", "waiting"]


def test_reading_again_leaves_what_waits(waiting):
    before = all_rows()
    assert reparse(waiting).status == ImportStatus.ALREADY_THERE
    assert all_rows() == before


# Put in force


def test_a_waiting_version_is_put_in_force_by_somebody(waiting, user):
    result = versions.put_in_force(waiting, user)
    assert (result.status, shown(), statuses()) == (ImportStatus.NEW_VERSION, "Ny", ["earlier", "in_force"])
    source = SourceDocument.objects.in_force().get()
    assert (source.decided_by, source.decided_at is not None) == (user, True)
    assert states() == [PublicationState.PUBLISHED]
    assert SearchDocument.objects.get().is_public


def test_published_with_its_upload_it_is_in_force_at_once(published):
    assert imported(titled("Ny"), publish=True).status == ImportStatus.NEW_VERSION
    assert (shown(), statuses()) == ("Ny", ["earlier", "in_force"])


def test_published_with_its_upload_it_takes_the_place_of_what_waited(waiting):
    imported(titled("Nyere"), publish=True)
    assert (shown(), statuses()) == ("Nyere", ["earlier", "discarded", "in_force"])


def test_uploaded_again_to_be_published_a_waiting_version_is_put_in_force(waiting, user):
    result = imported(titled("Ny"), publish=True, imported_by=user)
    assert (result.status, shown(), statuses()) == (ImportStatus.NEW_VERSION, "Ny", ["earlier", "in_force"])
    assert SourceDocument.objects.in_force().get().decided_by == user


def test_a_meeting_that_nobody_sees_has_its_newest_version_in_force_at_once(published):
    publication.withdraw(Meeting.objects.all())
    before = states()
    assert imported(titled("Ny")).status == ImportStatus.NEW_VERSION
    assert (shown(), statuses(), states()) == ("Ny", ["earlier", "in_force"], before)


def test_what_waited_for_a_meeting_that_nobody_sees_any_more_is_discarded_by_the_next(waiting):
    publication.withdraw(Meeting.objects.all())
    imported(titled("Nyere"))
    assert (shown(), statuses()) == ("Nyere", ["earlier", "discarded", "in_force"])


def test_what_waited_for_a_meeting_that_nobody_sees_any_more_is_in_force_when_it_comes_again(waiting):
    publication.withdraw(Meeting.objects.all())
    assert imported(titled("Ny")).status == ImportStatus.NEW_VERSION
    assert (shown(), states()) == ("Ny", [PublicationState.WITHDRAWN])


def test_rows_addresses_files_and_corrections_stay_when_a_version_is_put_in_force(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    imported(titled("Gammel", bilag="Kort"), publish=True)
    item = AgendaItem.objects.get()
    corrections.correct_title(item, "Rettet", None)
    Attachment.objects.get().file.save("kort.pdf", ContentFile(b"indhold"))
    source = imported(titled("Ny", bilag="Notat\n\nKort")).source
    versions.put_in_force(source, None)
    again = AgendaItem.objects.get()
    assert (again.pk, again.slug, again.title) == (item.pk, "punkt-1", "Rettet")
    assert Correction.objects.get().parsed_value == "Ny"
    assert [bool(attachment.file) for attachment in Attachment.objects.all()] == [False, True]


def test_a_version_that_somebody_else_has_decided_on_is_left_alone(waiting):
    versions.discard(SourceDocument.objects.get(pk=waiting.pk), None)
    before = all_rows()
    assert versions.put_in_force(waiting, None).status == ImportStatus.ALREADY_THERE
    assert not versions.discard(waiting, None)
    assert all_rows() == before


# Discarded, and restored


def test_a_discarded_version_is_kept_with_who_decided_that(waiting, user):
    assert versions.discard(waiting, user)
    source = SourceDocument.objects.get(version=2)
    assert (source.status, source.decided_by, shown()) == ("discarded", user, "Gammel")
    assert bytes(source.content) == titled("Ny").encode()


def test_an_earlier_version_is_restored_by_somebody(waiting, user):
    versions.put_in_force(waiting, None)
    old = SourceDocument.objects.get(version=1)
    assert versions.restore(old, user).status == ImportStatus.RESTORED
    assert (shown(), statuses()) == ("Gammel", ["in_force", "earlier"])
    assert SourceDocument.objects.in_force().get().decided_by == user


def test_what_waits_goes_on_waiting_when_an_earlier_version_is_restored(waiting):
    versions.put_in_force(waiting, None)
    imported(titled("Nyere"))
    imported(titled("Gammel"), take_as=TakeAs.RESTORED)
    assert (shown(), statuses()) == ("Gammel", ["in_force", "earlier", "waiting"])


def test_only_an_earlier_version_is_restored(published, waiting):
    before = all_rows()
    assert versions.restore(waiting, None).status == ImportStatus.ALREADY_THERE
    assert versions.restore(published.source, None).status == ImportStatus.ALREADY_THERE
    assert all_rows() == before


# What bars


def test_minutes_with_an_error_become_a_draft_that_says_why():
    result = imported(titled("Emne", IMPOSSIBLE), publish=True)
    assert (result.status, states()) == (ImportStatus.IMPORTED, [PublicationState.DRAFT])
    assert ["er ingen dato i kalenderen" in str(obstacle) for obstacle in result.obstacles] == [True]
    assert not SearchDocument.objects.get().is_public


def test_so_they_do_in_every_run():
    imported(titled("Emne", IMPOSSIBLE), publish=True)
    again = imported(titled("Emne", IMPOSSIBLE), publish=True)
    assert (again.status, states()) == (ImportStatus.ALREADY_THERE, [PublicationState.DRAFT])
    assert again.obstacles


def test_nobody_asks_for_obstacles_who_does_not_publish():
    assert imported(titled("Emne", IMPOSSIBLE)).obstacles == ()


def test_a_version_with_an_error_waits_and_says_why(published):
    for _ in range(2):
        result = imported(titled("Ny", IMPOSSIBLE), publish=True)
        assert (result.status, bool(result.obstacles)) == (ImportStatus.WAITING, True)
    assert (shown(), statuses()) == ("Gammel", ["in_force", "waiting"])
    assert versions.put_in_force(result.source, None).obstacles
    assert (shown(), statuses()) == ("Gammel", ["in_force", "waiting"])


def test_an_earlier_version_with_an_error_is_not_restored_where_everybody_sees_it():
    imported(titled("Gammel", IMPOSSIBLE))
    imported(titled("Ny"), publish=True)
    before = content_rows()
    result = imported(titled("Gammel", IMPOSSIBLE), take_as=TakeAs.RESTORED)
    assert (result.status, bool(result.obstacles)) == (ImportStatus.EARLIER, True)
    assert content_rows() == before
    assert statuses() == ["earlier", "in_force"]


def test_a_withdrawn_meeting_stays_withdrawn_and_the_error_is_named(published):
    publication.withdraw(Meeting.objects.all())
    result = imported(titled("Ny", IMPOSSIBLE), publish=True)
    assert (result.status, states()) == (ImportStatus.NEW_VERSION, [PublicationState.WITHDRAWN])
    assert result.obstacles


def test_a_draft_of_which_the_new_version_has_no_error_any_more_is_published_with_it():
    imported(titled("Emne", IMPOSSIBLE), publish=True)
    result = imported(titled("Emne"), publish=True)
    assert (result.obstacles, states()) == ((), [PublicationState.PUBLISHED])
    assert SearchDocument.objects.get().is_public
    assert result.meeting.published_at == Meeting.objects.get().published_at


def test_a_draft_of_which_the_new_version_has_an_error_stays_one_with_that_version():
    imported(titled("Emne"))
    result = imported(titled("Ny", IMPOSSIBLE), publish=True)
    assert (result.status, shown(), states()) == (ImportStatus.NEW_VERSION, "Ny", [PublicationState.DRAFT])
    assert result.obstacles


# Many at once


def test_publishing_meetings_puts_in_force_what_waits_and_shows_drafts(waiting, user):
    imported(minutes_text(date="28-08-2013"))
    published = versions.publish(Meeting.objects.all(), user)
    assert (published.changed, published.put_in_force, published.barred) == (1, (waiting,), {})
    assert (AgendaItem.objects.get(meeting=waiting.meeting).title, set(states())) == ("Ny", {"published"})


def test_a_withdrawn_meeting_is_published_with_the_version_that_waits_for_it(waiting):
    publication.withdraw(Meeting.objects.all())
    published = versions.publish(Meeting.objects.all(), None)
    assert (published.changed, len(published.put_in_force)) == (1, 1)
    assert (shown(), states(), SearchDocument.objects.get().is_public) == ("Ny", ["published"], True)


def test_what_is_barred_stays_and_is_named_and_the_others_are_published(published):
    other = imported(titled("Ny", IMPOSSIBLE)).meeting
    draft = imported(minutes_text(date="28-08-2013") + IMPOSSIBLE).meeting
    free = imported(minutes_text(date="29-08-2013")).meeting
    result = versions.publish(Meeting.objects.all(), None)
    assert (result.changed, result.put_in_force, {*result.barred}) == (1, (), {other.pk, draft.pk})
    free.refresh_from_db()
    assert free.state == PublicationState.PUBLISHED
    assert AgendaItem.objects.get(meeting=other).title == "Gammel"


def test_a_waiting_version_that_cannot_be_read_any_more_stays_and_says_why(waiting):
    SourceDocument.objects.filter(pk=waiting.pk).update(text="novelle")
    result = versions.publish(Meeting.objects.all(), None)
    ((obstacle,),) = result.barred.values()
    assert "Forventede et referat" in str(obstacle)
    assert (shown(), statuses()) == ("Gammel", ["in_force", "waiting"])


def test_a_meeting_is_deleted_with_all_its_versions(waiting):
    Meeting.objects.all().delete()
    assert not SourceDocument.objects.exists()
    assert Body.objects.exists()
    assert not Decision.objects.exists()


def test_publishing_remarks_on_a_closed_item_that_a_number_joins_with_an_open_one():
    import_minutes(
        minutes_text(
            item_text(1, "Skolen", "13/500", sagsfremstilling="Om skolen."), date="13-08-2013"
        ).encode(),
        "a.txt",
        publish=True,
    )
    result = import_minutes(
        minutes_text(item_text(1, "Lukket", "13/500"), item_text(2, "Emne", "13/501")).encode(),
        "b.txt",
        publish=True,
    )
    assert "case_number_joined" in {problem.code for problem in result.problems}
    assert "13/500" in str(result.source.problems)


def test_publishing_from_the_list_tells_the_same():
    import_minutes(
        minutes_text(
            item_text(1, "Skolen", "13/500", sagsfremstilling="Om skolen."), date="13-08-2013"
        ).encode(),
        "a.txt",
        publish=True,
    )
    import_minutes(minutes_text(item_text(1, "Lukket", "13/500")).encode(), "b.txt")
    joined = versions.publish(Meeting.objects.all(), None).joined
    assert [number.number for number in joined] == ["13/500"]
