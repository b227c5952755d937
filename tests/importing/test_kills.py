"""Uploads and publications that are killed with -9 at any moment: nothing is half, and the next run completes it.

`script/benchmark kills` does the same more often, and tells where the kills have struck.
"""

import datetime
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo
from pytest_django import DjangoDbBlocker

from minutes.importing.importer import import_minutes
from minutes.models import (
    AgendaItem,
    Attachment,
    Decision,
    DocumentReference,
    Event,
    ItemCentre,
    Meeting,
    SearchDocument,
    Section,
    SourceDocument,
)
from minutes.models.visibility import is_public
from tests.build.documents import many_items
from tests.build.killable import publish_all, upload

pytestmark = pytest.mark.django_db(transaction=True)

# Of each of the two; one run in some is killed where it hurts.
KILLS = int(os.environ.get("ARCHIVE_TEST_KILLS", "10"))
ITEMS = 10
FIRST_DAY = datetime.date(2001, 1, 1)
# What stands below a meeting, by how its rows name it.
BELOW = {
    AgendaItem: "meeting",
    **dict.fromkeys((Section, Decision, Attachment, DocumentReference, ItemCentre), "item__meeting"),
    SearchDocument: "item__meeting",
}


class Killable:
    """What does things in a process of its own, and knows how long each takes if it is left alone."""

    def __init__(self) -> None:
        connection.ensure_connection()
        info = connection.connection.info
        # The tests' own database, also where the server is the embedded one.
        address = make_conninfo(
            host=info.host, port=info.port, user=info.user, password=info.password, dbname=info.dbname
        )
        environment = {
            **os.environ,
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "archive_site.settings",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.build.killable"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=settings.BASE_DIR,
            env=environment,
        )
        self._expect("ready")

    def do(self, deed: str, path: Path | str = "") -> float:
        """Do it to the end, and return how many seconds it took."""
        started = time.perf_counter()
        self._begin(deed, path)
        self._expect("ended")
        return time.perf_counter() - started

    def kill(self, deed: str, path: Path | str = "", *, after: float) -> None:
        """Kill it so many seconds after it has begun, and wait until the database has ended what it did for it."""
        child = self._begin(deed, path)
        time.sleep(after)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        self._expect("ended")
        for _ in range(1_000):
            if not others_are_connected():
                return
            time.sleep(0.01)
        raise AssertionError("the server still works for a process that is gone")

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def _begin(self, deed: str, path: Path | str) -> int:
        self._process.stdin.write(f"{deed} {path}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def _expect(self, word: str) -> None:
        assert self._process.stdout.readline() == f"{word}\n"


def others_are_connected() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return cursor.fetchone()[0] > 0


@pytest.fixture(scope="module")
def killable(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Killable]:
    """One process for both tests: to load the program takes as long as some kills."""
    with django_db_blocker.unblock():
        process = Killable()
    yield process
    process.close()


def minutes_of(day: int, items: int = ITEMS) -> str:
    """Minutes of a day of their own, so that no meeting has to go before the next is brought."""
    date = FIRST_DAY + datetime.timedelta(days=day)
    return many_items(range(1, items + 1)).replace("27-08-2013", f"{date:%d-%m-%Y}")


def file_of(folder: Path, day: int) -> Path:
    path = folder / f"{day}.txt"
    path.write_text(minutes_of(day), encoding="utf-8")
    return path


def all_below(meeting: Meeting) -> dict[str, int]:
    """How many rows a meeting has of each kind."""
    return {
        model.__name__: model._default_manager.filter(**{name: meeting}).count()
        for model, name in BELOW.items()
    }


def moments(most: float) -> Iterator[float]:
    """Seconds at which to kill, other ones in every run; the first and the last fall outside of what is done."""
    for _ in range(KILLS):
        yield random.uniform(0, 1.3 * most)


def tell(what: str, struck: Counter[str]) -> None:
    print(f"{what} killed {KILLS} times:", ", ".join(f"{count} × {word}" for word, count in struck.items()))


# Uploads


def what_is_there(path: Path) -> str:
    """How far an upload has come, which is nothing, or one of its two steps and all of it."""
    source = SourceDocument.objects.filter(name=path.name).first()
    events = [*Event.objects.filter(subject=path.name).values_list("kind", flat=True)]
    if source is None:
        assert events == []
        return "nothing"
    assert bytes(source.content) == path.read_bytes()
    assert source.text
    assert events == ["uploaded"]
    if source.is_uploaded:
        assert source.meeting is None
        return "uploaded"
    assert source.is_in_force
    assert [*Event.objects.filter(meeting=source.meeting).values_list("kind", flat=True)] == ["imported"]
    return "saved"


def test_a_killed_upload_leaves_nothing_or_a_whole_step_and_the_next_one_completes(killable, tmp_path):
    undisturbed = file_of(tmp_path, 0)
    seconds = max(killable.do("upload", undisturbed), killable.do("upload", file_of(tmp_path, 1)))
    whole = all_below(SourceDocument.objects.get(name=undisturbed.name).meeting)
    assert whole["AgendaItem"] == whole["SearchDocument"] == ITEMS
    struck: Counter[str] = Counter()
    for day, after in enumerate(moments(seconds), start=2):
        path = file_of(tmp_path, day)
        killable.kill("upload", path, after=after)
        left = what_is_there(path)
        struck[left] += 1
        meetings = Meeting.objects.filter(date=FIRST_DAY + datetime.timedelta(days=day))
        assert [all_below(meeting) for meeting in meetings] == [whole] * (left == "saved")
        upload(path)
        assert what_is_there(path) == "saved"
        assert all_below(meetings.get()) == whole
        assert SourceDocument.objects.filter(name=path.name).count() == 1
    assert SearchDocument.objects.count() == ITEMS * Meeting.objects.count()
    tell("uploads", struck)


# Publications: of a draft, and of a version that waits beside what is public


def bring_two(day: int) -> tuple[Meeting, Meeting]:
    """A draft, and a public meeting with a version that waits, which has one item more."""
    draft = import_minutes(minutes_of(day).encode(), f"{day}.txt").meeting
    public = import_minutes(minutes_of(day + 5_000, ITEMS - 1).encode(), f"{day}-1.txt", publish=True).meeting
    import_minutes(minutes_of(day + 5_000).encode(), f"{day}-2.txt")
    return draft, public


def publication_seconds(killable: Killable, day: int) -> float:
    bring_two(day)
    return killable.do("publish")


def what_is_published(draft: Meeting, public: Meeting) -> str:
    """How far a publication has come; each meeting is as it was, or as it is to be, in all its rows."""
    assert_is_shown_as_its_state_says(draft)
    assert_is_shown_as_its_state_says(public)
    in_force = public.sources.in_force().get()
    statuses = [*public.sources.order_by("version").values_list("status", flat=True)]
    assert statuses == (["in_force", "waiting"] if in_force.version == 1 else ["earlier", "in_force"])
    assert public.items.count() == ITEMS - 2 + in_force.version
    put_in_force = Event.objects.filter(meeting=public, kind=Event.Kind.IN_FORCE).count()
    assert put_in_force == in_force.version - 1
    is_published = is_public(draft)
    assert Event.objects.filter(meeting=draft, kind=Event.Kind.PUBLISHED).count() == is_published
    return f"{'version in force' if put_in_force else 'nothing'}{', draft published' if is_published else ''}"


def assert_is_shown_as_its_state_says(meeting: Meeting) -> None:
    meeting.refresh_from_db()
    indexed = SearchDocument.objects.filter(item__meeting=meeting)
    assert set(indexed.values_list("is_public", flat=True)) == {is_public(meeting)}
    assert indexed.count() == meeting.items.count()
    assert (meeting.published_at is not None) == is_public(meeting)


def test_a_killed_publication_leaves_each_meeting_as_it_was_or_is_to_be_and_the_next_one_completes(killable):
    done = "version in force, draft published"
    struck: Counter[str] = Counter()
    seconds = max(publication_seconds(killable, day) for day in range(2))
    for day, after in enumerate(moments(seconds), start=2):
        draft, public = bring_two(day)
        killable.kill("publish", after=after)
        struck[what_is_published(draft, public)] += 1
        publish_all(Path())
        assert what_is_published(draft, public) == done
    tell("publications", struck)
