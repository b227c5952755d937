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
from tests.build.matrix.addresses import addresses, routes, states_of
from tests.build.matrix.archive import Place, State, build_archive, people
from tests.build.matrix.forms import fields_of, typed
from tests.build.matrix.rules import (
    ANONYMOUS,
    DONE,
    EVERYBODY,
    FORBIDDEN,
    GONE,
    LOGIN,
    NOT_TAKEN,
    NOTHING,
    PUBLIC,
    Answer,
    Who,
    expected,
    is_answered_as_the_role_below,
    is_at_least,
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
        if expected(name, Role.ADMINISTRATOR, "POST", place.state) != DONE:
            return typed(name, place)
        asked = address + (f"?_selected_action={place.meeting.pk}" if name.endswith("_chosen") else "")
        if asked not in self.forms:
            page = self.get(Role.ADMINISTRATOR, asked)
            self.forms[asked] = fields_of(page.body) if page.status == 200 else {}
        return {**self.forms[asked], **typed(name, place)}

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


def asked(site: Site, who: Who, method: str) -> Iterator[tuple[str, Place, str]]:
    """Every address in every state that it depends on.

    At the desk, where all is shown to whoever comes in, a role that is answered as the one below asks in one state.
    """
    for name, route in ROUTES.items():
        states = states_of(name, route)
        if name not in PUBLIC and is_answered_as_the_role_below(name, who, method):
            states = states[-1:]
        for state in states:
            for address in addresses(name, route, site.places[state]):
                yield name, site.places[state], address


def test_every_address_of_the_site_has_an_entry():
    assert [name for name in ROUTES if expected(name, ANONYMOUS, "GET", State.PUBLISHED) is None] == []


@pytest.mark.parametrize("who", EVERYBODY, ids=lambda who: who.name.lower() if who else "anonymous")
def test_everybody_is_answered_and_shown_what_the_rules_say(site: Site, who: Who):
    wrong, shown = [], set()
    for name, place, address in asked(site, who, "GET"):
        reply = site.get(who, address)
        wrong += deviations(reply, who, "GET", name, place, address)
        shown.update(reply.secrets)
    wrong += [
        f"{table} is changed by reading" for table in site.changed() if table not in _COUNTED_BY_READING
    ]
    assert not wrong, "\n".join(["", *wrong])
    # What is looked for is there to be found.
    assert shown == ({state for state in State if state.secret} if is_at_least(who, Role.EDITOR) else set())


@pytest.mark.parametrize("who", EVERYBODY, ids=lambda who: who.name.lower() if who else "anonymous")
def test_a_form_does_what_its_sender_may_and_else_changes_no_row(site: Site, who: Who):
    wrong, tried, done = [], set(), set()
    for name, place, address in asked(site, who, "POST"):
        form = site.form(name, address, place)
        reply = site.post(who, address, form)
        wrong += deviations(reply, who, "POST", name, place, address)
        rule = expected(name, who, "POST", place.state)
        if (reply.answer in REFUSED or rule in REFUSED) and reply.changed:
            wrong.append(f"POST {address} ({name}, {place.state.name}) changes {reply.changed}")
        if rule == DONE and typed(name, place) and not is_answered_as_the_role_below(name, who, "POST"):
            tried.add(name)
            done.update([name] if reply.changed else [])
    # The same forms that change nothing for others do something for whoever may.
    wrong += [f"POST to {name} changes nothing in any state" for name in sorted(tried - done)]
    assert not wrong, "\n".join(["", *wrong])


def deviations(reply: Reply, who: Who, method: str, name: str, place: Place, address: str) -> Iterator[str]:
    """What is otherwise than the rules say: the answer, and the words that are shown."""
    where = f"{method} {address} ({name}, {place.state.name})"
    rule = expected(name, who, method, place.state)
    if reply.answer != rule:
        yield f"{where}: {reply.answer}, not {rule}"
    for state in reply.secrets:
        if not may_see(who, name, state):
            yield f"{where} shows what is secret of {state.name}"
