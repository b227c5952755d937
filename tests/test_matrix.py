"""Every address of the site × everybody × GET and POST × every state of a meeting: what is answered, shown and changed.

The rules are in tests/build/matrix/rules.py. A new address fails the first test until it has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoDbBlocker

from minutes.editing.people.groups import Role
from tests.build.matrix.addresses import addresses, names_a_meeting, routes
from tests.build.matrix.archive import Place, State, build_archive, people
from tests.build.matrix.forms import fields_of, typed
from tests.build.matrix.rules import (
    ANONYMOUS,
    EVERYBODY,
    FORBIDDEN,
    GONE,
    LOGIN,
    NOT_TAKEN,
    NOTHING,
    Answer,
    Who,
    expected,
    may_see,
)

pytestmark = pytest.mark.django_db

REFUSED = {LOGIN, FORBIDDEN, NOTHING, NOT_TAKEN, GONE}
ROUTES = routes()
# Rows of these say who is logged in, not what the archive knows.
_NOT_LOOKED_AT = {"django_session", "django_migrations"}
# What was seen of a document is kept by whoever looks at it, so that the next one need not wait.
_NOT_COMPARED = "{preview,verdict}"
# A search that finds nothing is counted.
_COUNTED_BY_READING = ["minutes_failedsearch"]


@dataclass
class Site:
    """The archive with everybody logged in: what each is answered, as often as it is asked."""

    places: dict[State, Place]
    sessions: dict[Who, str]
    contents: dict[str, str]
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))
    forms: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def get(self, who: Who, address: str) -> Reply:
        return self._reply(self._as(who).get(address))

    def post(self, who: Who, address: str, data: dict[str, object]) -> Reply:
        """The answer to a form, and the tables of which a row is another one after it; then all is as before."""
        with transaction.atomic():
            written = rows_written()
            reply = self._reply(self._as(who).post(address, data))
            if rows_written() != written:
                reply.changed = self.changed()
            transaction.set_rollback(True)
        return reply

    def changed(self) -> list[str]:
        """The tables of which a row is another one than in the beginning."""
        return [table for table, rows in contents_of_tables().items() if rows != self.contents[table]]

    def form(self, name: str, address: str, place: Place) -> dict[str, object]:
        """What an administrator would send from the page: he sees all forms."""
        if address not in self.forms:
            asked = f"?_selected_action={place.meeting.pk}" if name.endswith("_chosen") else ""
            page = self.get(Role.ADMINISTRATOR, address + asked)
            self.forms[address] = fields_of(page.body) if page.status == 200 else {}
        return {**self.forms[address], **typed(name, place)}

    def _as(self, who: Who) -> Client:
        self.client.cookies.clear()
        if who is not ANONYMOUS:
            self.client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[who]
        return self.client

    def _reply(self, response: HttpResponse) -> Reply:
        body = b"".join(response).decode("utf-8", "replace")
        headers = " ".join(f"{name}: {value}" for name, value in response.headers.items())
        return Reply(response.status_code, response.headers.get("Location", ""), f"{headers}\n{body}")


@dataclass
class Reply:
    status: int
    location: str
    body: str
    changed: list[str] = field(default_factory=list)

    @property
    def answer(self) -> Answer:
        is_login = self.status == 302 and self.location.partition("?")[0] in ("/login/", "/admin/login/")
        return LOGIN if is_login else self.status

    @property
    def secrets(self) -> list[State]:
        """The states of which something is shown that is not for everybody."""
        shown = self.body.casefold()
        return [state for state in State if state.secret and state.secret in shown]


def contents_of_tables() -> dict[str, str]:
    """A fingerprint of all rows of each table."""
    with connection.cursor() as cursor:
        cursor.execute(_fingerprints())
        return dict(cursor.fetchall())


def _fingerprints() -> str:
    tables = sorted({*connection.introspection.table_names()} - _NOT_LOOKED_AT)
    row = f"(to_jsonb(t) - '{_NOT_COMPARED}'::text[])::text"
    each = f"SELECT '{{0}}', md5(coalesce(string_agg({row}, '' ORDER BY {row}), '')) FROM \"{{0}}\" t"
    return " UNION ALL ".join(each.replace("{0}", table) for table in tables)


def rows_written() -> int:
    """How many rows this transaction has written so far: where none was, nothing has to be compared."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables")
        return int(cursor.fetchone()[0])


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    """One archive for all that is asked here; nothing of it stays."""
    with django_db_blocker.unblock(), transaction.atomic():
        places = build_archive()
        sessions = {role: _log_in(user) for role, user in people().items()}
        yield Site(places, sessions, contents_of_tables())
        transaction.set_rollback(True)


def _log_in(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def asked(site: Site) -> Iterator[tuple[str, Place, str]]:
    """Every address in every state that it depends on."""
    for name, route in ROUTES.items():
        for place in site.places.values() if names_a_meeting(name, route) else [site.places[State.PUBLISHED]]:
            for address in addresses(name, route, place):
                yield name, place, address


def test_every_address_of_the_site_has_an_entry():
    assert [name for name in ROUTES if expected(name, ANONYMOUS, "GET", State.PUBLISHED) is None] == []


@pytest.mark.parametrize("who", EVERYBODY, ids=lambda who: who.name.lower() if who else "anonymous")
def test_everybody_is_answered_and_shown_what_the_rules_say(site: Site, who: Who):
    wrong = []
    for name, place, address in asked(site):
        reply = site.get(who, address)
        rule = expected(name, who, "GET", place.state)
        if reply.answer != rule:
            wrong.append(f"GET {address} ({name}, {place.state.name}): {reply.answer}, not {rule}")
        wrong += [
            f"GET {address} ({name}, {place.state.name}) shows what is secret of {state.name}"
            for state in reply.secrets
            if not may_see(who, name, state)
        ]
    wrong += [
        f"{table} is changed by reading" for table in site.changed() if table not in _COUNTED_BY_READING
    ]
    assert not wrong, "\n".join(["", *wrong])


@pytest.mark.parametrize("who", EVERYBODY, ids=lambda who: who.name.lower() if who else "anonymous")
def test_a_form_does_what_its_sender_may_and_else_changes_no_row(site: Site, who: Who):
    wrong = []
    for name, place, address in asked(site):
        reply = site.post(who, address, site.form(name, address, place) if name.startswith("admin") else {})
        rule = expected(name, who, "POST", place.state)
        where = f"POST {address} ({name}, {place.state.name})"
        if reply.answer != rule:
            wrong.append(f"{where}: {reply.answer}, not {rule}")
        if (reply.answer in REFUSED or rule in REFUSED) and reply.changed:
            wrong.append(f"{where} changes {reply.changed}")
        wrong += [
            f"{where} shows what is secret of {state.name}"
            for state in reply.secrets
            if not may_see(who, name, state)
        ]
    assert not wrong, "\n".join(["", *wrong])
