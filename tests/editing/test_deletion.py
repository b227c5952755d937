"""Deleting meetings while others work on them."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from minutes.editing.deletion import delete_meetings
from minutes.models import Attachment, Meeting
from tests.build.rows import add_attachment, add_item, add_meeting

pytestmark = pytest.mark.django_db(transaction=True)


def delete(key: int) -> None:
    try:
        delete_meetings([key])
    finally:
        connection.close()


def wait_until_somebody_waits_for_a_lock() -> None:
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
        time.sleep(0.05)
    raise AssertionError("nobody waits for a lock")


def test_a_deletion_waits_for_whoever_writes_the_meeting_and_holds_nothing_that_they_need():
    meeting = add_meeting()
    add_attachment(add_item(meeting), file="attachments/2013/08/kantine.pdf")
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            Meeting.objects.select_for_update(no_key=True).get()
            deletion = threads.submit(delete, meeting.pk)
            wait_until_somebody_waits_for_a_lock()
            assert Attachment.objects.select_for_update(nowait=True).get()
        deletion.result()
    assert not Meeting.objects.exists()
    assert not Attachment.objects.exists()
