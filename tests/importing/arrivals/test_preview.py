"""A preview says what an import would do, and leaves nothing behind."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minutes.editing import corrections
from minutes.editing.set_again import AfterImport
from minutes.importing import versions
from minutes.importing.arrivals import uploading
from minutes.importing.arrivals.item_facts import facts_of
from minutes.importing.arrivals.preview import Preview, preview
from minutes.importing.arrivals.uploading import receive
from minutes.importing.results import ImportStatus
from minutes.models import Meeting, SourceDocument
from tests.build.documents import decided, item_text, many_items, minutes_text
from tests.build.imports import all_rows, imported
from tests.build.rows import add_user

pytestmark = pytest.mark.django_db


def item(number: int, title: str, case: str = "", decision: str = "Godkendt.") -> str:
    return item_text(number, title, case) + "\n\n" + decided("Direktionen", "27-08-2013", decision)


BEFORE = minutes_text(
    item(1, "Budget 2014", "13/101"), item(2, "Ny kantine", "13/102"), item(3, "Ferie", "13/103")
)
AFTER = minutes_text(
    item(1, "Budget 2014 og overslagsår", "13/101"),
    item(2, "Ny kantine", "13/102", "Udsat."),
    item(4, "Ferie", "13/103"),
)


def previewed(text: str) -> Preview:
    return preview(receive(text.encode(), "referat.txt", None).source)


def titles(seen: Preview) -> list[str]:
    return [item.title for item in seen.items]


@pytest.mark.parametrize("state", ["none", "draft", "published"])
def test_a_preview_writes_nothing(state: str) -> None:
    if state != "none":
        imported(BEFORE, publish=state == "published")
    source = receive(AFTER.encode(), "referat.txt", None).source
    before = all_rows()
    preview(source)
    assert all_rows() == before


@pytest.mark.parametrize("is_there", [False, True])
def test_a_preview_writes_nothing_into_the_index_of_the_search(is_there: bool) -> None:
    if is_there:
        imported(BEFORE)
    source = receive(AFTER.encode(), "referat.txt", None).source
    with CaptureQueriesContext(connection) as queries:
        preview(source)
    assert not [query for query in queries if query["sql"].startswith('INSERT INTO "minutes_search')]


@pytest.mark.parametrize("publish", [False, True])
@pytest.mark.parametrize(
    "text", [BEFORE, AFTER, many_items(range(1, 9)), minutes_text("Punkt 1: Lukket\n\n13/9")]
)
def test_a_preview_shows_the_items_and_problems_that_the_import_then_writes(text: str, publish: bool) -> None:
    imported(BEFORE.replace("Ferie", "Feriekalender"), publish=publish)
    source = receive(text.encode(), "referat.txt", None).source
    seen = preview(source)
    if seen.unlike:
        return
    result = uploading.save(source, None, publish=True)
    assert [*seen.items] == [*facts_of(Meeting.objects.get(pk=result.meeting.pk))]
    assert {problem.code for problem in seen.problems} == {problem.code for problem in result.problems}
    assert [*seen.obstacles] == [*result.obstacles]


def test_a_new_meeting_has_no_difference() -> None:
    seen = previewed(BEFORE)
    assert (seen.becomes, seen.difference) == (ImportStatus.IMPORTED, None)
    assert titles(seen) == ["Budget 2014", "Ny kantine", "Ferie"]


@pytest.mark.parametrize(
    ("publish", "becomes"), [(False, ImportStatus.NEW_VERSION), (True, ImportStatus.WAITING)]
)
def test_a_new_version_is_compared_with_what_is_in_force(publish: bool, becomes: ImportStatus) -> None:
    imported(BEFORE, publish=publish)
    seen = previewed(AFTER)
    assert seen.becomes == becomes
    assert seen.difference is not None
    changed = {
        change.after.label: [field.name for field in change.fields] for change in seen.difference.changed
    }
    assert changed == {"1": ["Titel"], "2": ["Beslutning", "Udfald", "Tekst"], "4": []}
    assert seen.difference.lost_addresses == ("punkt-3",)
    assert not seen.difference.new


def test_a_version_that_waits_is_compared_with_what_is_in_force() -> None:
    imported(BEFORE, publish=True)
    waiting = imported(AFTER).source
    seen = preview(waiting)
    assert titles(seen)[0] == "Budget 2014 og overslagsår"
    assert seen.difference is not None
    assert len(seen.difference.changed) == 3


def test_an_earlier_version_is_compared_before_it_is_restored() -> None:
    earlier = imported(BEFORE).source
    imported(AFTER)
    seen = preview(SourceDocument.objects.get(pk=earlier.pk))
    assert seen.becomes == ImportStatus.NEW_VERSION
    before = all_rows()
    assert titles(seen)[0] == "Budget 2014"
    assert all_rows() == before
    versions.restore(SourceDocument.objects.get(pk=earlier.pk), None)
    assert [*seen.items] == [*facts_of(Meeting.objects.get())]


def test_what_is_in_force_is_shown_as_it_is() -> None:
    source = imported(BEFORE).source
    seen = preview(source)
    assert (seen.becomes, seen.difference) == (ImportStatus.ALREADY_THERE, None)
    assert titles(seen) == ["Budget 2014", "Ny kantine", "Ferie"]


def test_corrections_are_said_to_be_kept_or_not_to_fit() -> None:
    anna = User.objects.get(pk=add_user("anna").pk)
    meeting = imported(BEFORE).meeting
    corrections.correct_title(meeting.items.get(number=2), "Kantinen", anna)
    corrections.correct_title(meeting.items.get(number=3), "Ferieplan", anna)
    seen = previewed(AFTER)
    became = {correction.item_slug: became for correction, became in seen.corrections}
    assert became == {"punkt-2": AfterImport.SET_AGAIN, "punkt-3": AfterImport.WITHOUT_PLACE}
    assert titles(seen) == ["Budget 2014 og overslagsår", "Kantinen", "Ferie"]


def test_what_cannot_be_read_any_more_is_said() -> None:
    source = receive(BEFORE.encode(), "referat.txt", None).source
    SourceDocument.objects.filter(pk=source.pk).update(text="Ikke et referat")
    source.refresh_from_db()
    seen = preview(source)
    assert seen.becomes is None
    assert seen.refusal
