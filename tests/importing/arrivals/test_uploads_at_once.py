"""Several who bring the same file, or decide on the same upload, at one moment: it is done once, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Barrier
from typing import TypeVar

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.urls import reverse

from minutes.importing import versions
from minutes.importing.arrivals import uploading
from minutes.importing.arrivals.uploading import AlreadyDecidedError, receive
from minutes.importing.importer import import_minutes
from minutes.models import AgendaItem, Event, Meeting, SearchDocument, SourceDocument
from minutes.models.visibility import is_public
from tests.build.documents import item_text, many_items, minutes_text

pytestmark = pytest.mark.django_db(transaction=True)

Answer = TypeVar("Answer")
EIGHT = 8
TEXT = many_items(range(1, 6)).encode()
QUICKER = "somebody was quicker"


def at_once(deeds: Sequence[Callable[[], Answer]]) -> list[Answer]:
    """What each comes to, all of them begun at the same moment, over connections of their own."""
    together = Barrier(len(deeds))

    def one(deed: Callable[[], Answer]) -> Answer:
        connection.ensure_connection()
        together.wait(30)
        try:
            return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as people:
        return list(people.map(one, deeds))


def kinds_of_events() -> list[str]:
    return [*Event.objects.order_by("pk").values_list("kind", flat=True)]


# Eight bring one file


def test_eight_uploads_of_one_file_leave_one_row():
    received = at_once([lambda name=name: receive(TEXT, f"{name}.txt", None) for name in range(EIGHT)])
    source = SourceDocument.objects.get()
    assert {each.source.pk for each in received} == {source.pk}
    assert sum(each.is_new for each in received) == 1
    assert bytes(source.content) == TEXT
    assert kinds_of_events() == ["uploaded"]


def test_eight_requests_with_one_file_leave_one_row_and_each_is_told_so():
    people = [Client() for _ in range(EIGHT)]
    for number, person in enumerate(people):
        person.force_login(User.objects.create_superuser(f"arkivar-{number}"))

    def send(person: Client) -> str:
        files = BytesIO(TEXT)
        files.name = "referat.txt"
        page = reverse("admin:minutes_meeting_add")
        return person.post(page, {"files": files}, headers={"X-Requested-With": "XMLHttpRequest"}).text

    answers = at_once([lambda person=person: send(person) for person in people])
    assert SourceDocument.objects.count() == 1
    assert kinds_of_events() == ["uploaded"]
    address = reverse("admin:minutes_sourcedocument_review", args=[SourceDocument.objects.get().pk])
    assert all(address in answer for answer in answers)
    assert sum("upload--there" in answer for answer in answers) == EIGHT - 1


def test_an_upload_beside_the_import_of_the_same_file_leaves_one_meeting():
    at_once([lambda: import_minutes(TEXT, "referat.txt"), lambda: receive(TEXT, "referat.txt", None)])
    for source in SourceDocument.objects.uploaded():
        uploading.save(source, None)
    assert (Meeting.objects.count(), SourceDocument.objects.count(), AgendaItem.objects.count()) == (1, 1, 5)


# Two decide on one upload

DEEDS = {
    "save": lambda source: uploading.save(source, None),
    "publish": lambda source: uploading.save(source, None, publish=True),
    "discard": lambda source: uploading.discard(source, None),
}
# What each leaves: the states of the meetings, and what the log says after the upload.
LEFT = {
    "save": (["draft"], ["imported"]),
    "publish": (["published"], ["imported", "published"]),
    "discard": ([], ["discarded"]),
}


def try_to(name: str, source: SourceDocument) -> str:
    """Do it to a row of one's own, as each request reads one; what is returned is who has done it."""
    try:
        DEEDS[name](SourceDocument.objects.get(pk=source.pk))
    except (AlreadyDecidedError, SourceDocument.DoesNotExist):
        return QUICKER
    return name


@pytest.mark.parametrize("first", DEEDS)
@pytest.mark.parametrize("second", DEEDS)
def test_one_of_two_who_decide_on_an_upload_does_it_and_the_other_is_told(first, second):
    source = receive(TEXT, "referat.txt", None).source
    did = at_once([lambda: try_to(first, source), lambda: try_to(second, source)])
    assert sorted(did, key=lambda name: name == QUICKER)[1] == QUICKER
    (winner,) = {*did} - {QUICKER}
    states, events = LEFT[winner]
    assert [meeting.state for meeting in Meeting.objects.all()] == states
    assert kinds_of_events() == ["uploaded", *events]
    assert SourceDocument.objects.count() == len(states)
    assert SearchDocument.objects.count() == 5 * len(states)


# Two decide on one version that waits


def test_one_of_two_who_decide_on_a_waiting_version_does_it_and_no_version_is_lost():
    texts = [minutes_text(item_text(1, title, "13/101")).encode() for title in ("Havnen", "Broen")]
    meeting = import_minutes(texts[0], "1.txt", publish=True).meeting
    waiting = import_minutes(texts[1], "2.txt").source

    def own() -> SourceDocument:
        return SourceDocument.objects.select_related("meeting__body").get(pk=waiting.pk)

    discarded, result = at_once(
        [lambda: versions.discard(own(), None), lambda: versions.put_in_force(own(), None)]
    )
    statuses = [*SourceDocument.objects.order_by("version").values_list("status", flat=True)]
    # Which of the two was quicker shows in what each of them was told.
    if discarded:
        assert (result.status, statuses) == ("already_there", ["in_force", "discarded"])
        assert AgendaItem.objects.get().title == "Havnen"
    else:
        assert (result.status, statuses) == ("new_version", ["earlier", "in_force"])
        assert AgendaItem.objects.get().title == "Broen"
    meeting.refresh_from_db()
    assert is_public(meeting)
    assert {bytes(source.content) for source in SourceDocument.objects.all()} == {*texts}
