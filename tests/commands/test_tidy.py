"""`manage.py tidy` lets uploads go that nobody has finished, and says how many."""

import datetime

import pytest
from django.utils import timezone

from minutes.importing.arrivals.uploading import receive
from minutes.models import Meeting, SourceDocument
from tests.build.commands import run
from tests.build.documents import item_text, minutes_text
from tests.build.imports import imported

pytestmark = pytest.mark.django_db


def test_old_uploads_go_and_nothing_else() -> None:
    imported(minutes_text())
    for number in (1, 2):
        receive(minutes_text(item_text(1, f"Emne {number}", f"13/{number}")).encode(), "a.txt", None)
    SourceDocument.objects.update(imported_at=timezone.now() - datetime.timedelta(days=31))
    receive(minutes_text(item_text(1, "Emne 3", "13/3")).encode(), "a.txt", None)
    assert run("tidy").out == "2 uploads er slettet.\n"
    assert (Meeting.objects.count(), SourceDocument.objects.uploaded().count()) == (1, 1)


def test_with_nothing_old_nothing_goes() -> None:
    receive(minutes_text().encode(), "a.txt", None)
    assert run("tidy").out == "0 uploads er slettet.\n"
