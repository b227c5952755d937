"""What all tests share: a data folder of their own, so that a run touches no archive and no other run; and readers."""

import atexit
import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests.build.page import Page

FOLDER = "ARCHIVE_TEST_FOLDER"


def pytest_configure(config: pytest.Config) -> None:
    """Make the folder in the process that was started; the workers of a parallel run use that one."""
    if not hasattr(config, "workerinput"):
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="archive-tests-")
        # Registered before the database server is known, so called after that has stopped.
        atexit.register(shutil.rmtree, os.environ[FOLDER], ignore_errors=True)
    # A run that is told to end ends as any other, and leaves no server behind.
    signal.signal(signal.SIGTERM, lambda signum, _frame: pytest.exit("told to end", 128 + signum))
    folder = Path(os.environ[FOLDER])
    folder.chmod(0o711)  # as root, the database server runs as another user and has to pass through
    if "EMBEDDED_IN" in settings.DATABASES["default"]:
        settings.DATABASES["default"]["EMBEDDED_IN"] = folder / "postgres"
    settings.MEDIA_ROOT = folder / "media"
    settings.STATIC_ROOT = folder / "static"
    settings.ARCHIVE_LOGIN_LOCKS = folder / "login"
    # Hashed names of static files exist only after collectstatic.
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect the tests without looking meanwhile, or later among them, for what can go: they stay to the end.

    There are twenty thousand; to go through them again and again took as long as to collect them.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


class Together(LoadScopeScheduling):
    """Gives a worker one test after the other, and one of the workers all tests of the browser, before all others.

    Theirs is one browser and one filled archive. A group named by a mark comes to nothing: xdist writes it into a
    name of the test that pytest 9.2 has no more.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling | None:
    return Together(config, log) if config.getvalue("dist") == "loadgroup" else None


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Let tests with transactions of their own empty the log afterwards, as they do all tables; nobody else can."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE minutes_event DISABLE TRIGGER minutes_event_never_emptied")


@pytest.fixture
def staff_client(db: None) -> Client:
    from tests.build.rows import add_editor  # models: not before Django is set up

    client = Client()
    client.force_login(add_editor())
    return client


@pytest.fixture
def read(client: Client, db: None) -> Callable[..., Page]:
    """Read an address as anybody; `read(address, q="ord")` with parameters, several values of one as a list."""

    def read(address: str, **parameters: str | list[str]) -> Page:
        return Page(client.get(address, parameters))

    return read


@pytest.fixture
def read_as_staff(staff_client: Client) -> Callable[..., Page]:
    def read(address: str, **parameters: str) -> Page:
        return Page(staff_client.get(address, parameters))

    return read
