"""A real chromium before a served archive: one browser and one filled archive for all tests of this folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import Client
from playwright.sync_api import BrowserContext, sync_playwright
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from tests.browser.visitor import Visitor

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SAMPLES = sorted((Path(settings.BASE_DIR) / "fixtures" / "minutes").glob("*.txt"))
ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")


@pytest.fixture(scope="package")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    # Playwright runs an event loop in this thread; Django would take the tests' own queries for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("chromium"),
            executable_path=CHROMIUM,
            headless=True,
            chromium_sandbox=False,
            args=ARGUMENTS,
            locale="da-DK",
            permissions=["clipboard-read", "clipboard-write"],
        )
        yield context
        context.close()
        connection.close()  # beside an event loop, Django has opened a second one
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="package")
def archive(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The sample minutes, published; afterwards the database is as empty as it was."""
    from minutes.importing.importer import import_minutes
    from minutes.importing.organisation import load_organisation

    with django_db_blocker.unblock():
        load_organisation()
        for path in SAMPLES:
            import_minutes(path.read_bytes(), path.name, publish=True)
        yield
        models = apps.get_app_config("minutes").get_models(include_auto_created=True)
        tables = [model._meta.db_table for model in models]
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {', '.join(map(connection.ops.quote_name, tables))}")


@pytest.fixture(scope="package")
def server(archive: None) -> Iterator[str]:
    """The address of the served archive, which keeps no connection open that would hold on to the database."""
    connection.settings_dict["CONN_MAX_AGE"] = 0
    server = LiveServer("localhost")
    yield server.url
    server.stop()


@pytest.fixture
def visitor(server: str, chromium: BrowserContext) -> Iterator[Visitor]:
    page = chromium.new_page()
    yield Visitor(page, server)
    page.close()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a login, and a session in which that has been done already."""

    name: str
    password: str
    session: str


@pytest.fixture(scope="module")
def publisher(server: str, django_db_blocker: DjangoDbBlocker) -> Iterator[Person]:
    """Somebody who may publish; gone afterwards, with all minutes that were brought meanwhile."""
    from django.contrib.auth.models import Group, User

    from minutes.editing.deletion import delete_meetings
    from minutes.editing.people.groups import Role, group_of, keep_groups
    from minutes.models import Case, Meeting, SourceDocument

    with django_db_blocker.unblock():
        keep_groups()
        user = User.objects.create_user("udgiver", password="en-adgangskode")
        user.groups.add(group_of(Role.PUBLISHER))
        client = Client()
        client.force_login(user)
        before = [*Meeting.objects.values_list("pk", flat=True)]
        yield Person("udgiver", "en-adgangskode", client.cookies[settings.SESSION_COOKIE_NAME].value)
        SourceDocument.objects.uploaded().delete()
        delete_meetings([*Meeting.objects.exclude(pk__in=before).values_list("pk", flat=True)])
        Case.objects.filter(items=None).delete()
        user.delete()
        Group.objects.filter(name__in=Role.values).delete()


@pytest.fixture
def log_in(visitor: Visitor, chromium: BrowserContext) -> Iterator[Callable[[str], Visitor]]:
    """Let the visitor go on with somebody's session; as a stranger again afterwards."""

    def log_in(session: str) -> Visitor:
        chromium.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": visitor.server}]
        )
        return visitor

    yield log_in
    chromium.clear_cookies()
