"""Who sees what: every combination of reader, state and closed item, asked in each of the ways there are."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import connection

from minutes.models import (
    EVERYBODY,
    AgendaItem,
    Meeting,
    PublicationState,
    Reader,
    SearchDecision,
    SearchDocument,
    SearchRole,
    SearchWord,
)
from minutes.models.visibility import (
    READABLE_INDEX_ROW,
    READABLE_ITEM,
    enters_admin,
    is_indexable,
    is_public,
    is_readable,
    may_publish,
    reads_originals,
    reads_sources,
    sees_drafts,
    sql_parameters,
)
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting, add_user

pytestmark = pytest.mark.django_db

STATES = {
    "published": PublicationState.PUBLISHED,
    "draft": PublicationState.DRAFT,
    "withdrawn": PublicationState.WITHDRAWN,
}


@pytest.fixture
def archive() -> None:
    """An open and a closed item in a meeting of each state, under titles that say so."""
    for number, (name, state) in enumerate(STATES.items(), start=1):
        meeting = add_meeting(f"2013-08-0{number}", state=state)
        for is_closed in (False, True):
            title = f"{'closed' if is_closed else 'open'} {name}"
            decided = [("deferred", str(meeting.date))]
            add_indexed_item(
                meeting,
                title,
                f"ord{name}",
                case="13/100",
                is_closed=is_closed,
                outcomes=decided,
                centres={"HRC": "HR-Centret"},
            )


READERS = {
    "anybody": lambda: EVERYBODY,
    "a reader who has logged in": add_user,
    "Django's staff": lambda: add_django_staff(),
    "who works in the admin": lambda: add_user("anna", "view_meeting", "change_agendaitem"),
    "who sees drafts": lambda: add_user("anna", "read_drafts"),
    "an administrator": lambda: User.objects.create_superuser("anna"),
}
SEES_DRAFTS = {"who sees drafts", "an administrator"}


def add_django_staff(**columns: bool) -> User:
    return User.objects.create_user("anna", is_staff=True, **columns)


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest, db: None) -> Reader:
    reader = READERS[request.param]()
    reader.expected = {"open published"} | ({"open draft"} if request.param in SEES_DRAFTS else set())
    return reader


def expected(reader: Reader) -> set[str]:
    return reader.expected


def titles(items: object) -> set[str]:
    return {item.title for item in items}


def test_items_are_read_where_they_are_open_and_their_meeting_is_readable(
    archive: None, reader: Reader
) -> None:
    assert titles(AgendaItem.objects.readable_by(reader)) == expected(reader)


def test_what_is_published_is_the_same_whoever_asks(archive: None) -> None:
    assert titles(AgendaItem.objects.published_only()) == {"open published"}
    assert [meeting.state for meeting in Meeting.objects.published_only()] == [PublicationState.PUBLISHED]


def test_a_meeting_is_read_by_its_state_alone(archive: None, reader: Reader) -> None:
    seen = {meeting.state for meeting in Meeting.objects.readable_by(reader)}
    assert seen == ({"published", "draft"} if sees_drafts(reader) else {"published"})
    assert seen == {meeting.state for meeting in Meeting.objects.all() if is_readable(meeting, reader)}


def test_closed_items_have_their_place_on_the_agendas_that_are_readable(
    archive: None, reader: Reader
) -> None:
    places = titles(AgendaItem.objects.on_agendas_readable_by(reader))
    assert places == expected(reader) | {title.replace("open", "closed") for title in expected(reader)}


def test_the_agenda_of_a_meeting_has_all_its_places_in_order(archive: None) -> None:
    meeting = Meeting.objects.get(state=PublicationState.PUBLISHED)
    agenda = AgendaItem.objects.agenda_of(meeting)
    assert [(item.position, item.public_title) for item in agenda] == [(1, "open published"), (2, "Lukket")]


def test_of_a_closed_item_an_agenda_has_no_title_and_no_case(archive: None) -> None:
    agenda = AgendaItem.objects.agenda_of(Meeting.objects.get(state=PublicationState.PUBLISHED))
    for items in (
        agenda,
        agenda.select_related("case"),
        agenda.filter(is_closed=True),
        agenda.order_by("-position"),
    ):
        (closed,) = [item for item in items if item.is_closed]
        assert (closed.title, closed.toc_title, closed.case, closed.case_id) == ("", "", None, None)
    assert [item.title for item in agenda if not item.is_closed] == ["open published"]


def test_only_what_somebody_may_read_is_indexed(archive: None) -> None:
    indexable = titles(AgendaItem.objects.indexable())
    assert indexable == {"open published", "open draft"}
    assert indexable == titles(
        item for item in AgendaItem.objects.select_related("meeting") if is_indexable(item)
    )
    assert indexable == {row.item.title for row in SearchDocument.objects.select_related("item")}


@pytest.mark.parametrize("rows", [SearchDocument, SearchRole, SearchDecision])
def test_every_table_of_the_index_shows_the_rows_of_what_is_readable(
    archive: None, reader: Reader, rows: type[SearchDocument]
) -> None:
    assert rows.objects.readable_by(reader).count() == len(expected(reader))


def test_words_are_known_by_the_items_that_have_them(archive: None, reader: Reader) -> None:
    words = {row.word for row in SearchWord.objects.known_to(reader) if row.word.startswith("ord")}
    assert words == {f"ord{title.split()[1]}" for title in expected(reader)}


def test_statements_written_by_hand_ask_the_same_of_rows_and_of_the_index(
    archive: None, reader: Reader
) -> None:
    of_rows = f"""
        SELECT title FROM minutes_agendaitem JOIN minutes_meeting AS meeting ON meeting.id = meeting_id
        WHERE {READABLE_ITEM}
    """
    of_index = f"""
        SELECT title FROM minutes_searchdocument JOIN minutes_agendaitem AS item ON item.id = item_id
        WHERE {READABLE_INDEX_ROW}
    """
    with connection.cursor() as cursor:
        for statement in (of_rows, of_index):
            cursor.execute(statement, sql_parameters(reader))
            assert {title for (title,) in cursor.fetchall()} == expected(reader)


@pytest.mark.parametrize(("state", "is_seen"), [("published", True), ("draft", False), ("withdrawn", False)])
def test_everybody_reads_what_is_published_and_nothing_else(state: str, is_seen: bool) -> None:
    assert is_public(add_meeting(state=STATES[state])) is is_seen


# Each right that decides what is seen or shown, and the question that asks for it and for nothing else.
RIGHTS = {
    "read_drafts": sees_drafts,
    "view_sourcedocument": reads_sources,
    "read_originals": reads_originals,
    "publish_meeting": may_publish,
}


@pytest.mark.parametrize(("right", "question"), [*product(RIGHTS, RIGHTS)])
def test_every_right_is_one_of_its_own(right: str, question: str) -> None:
    assert RIGHTS[question](add_user("anna", right)) is (right == question)


@pytest.mark.parametrize("right", RIGHTS)
def test_a_right_may_come_with_a_group(right: str) -> None:
    group = Group.objects.create(name="Arkivet")
    group.permissions.set(Permission.objects.filter(codename=right))
    reader = add_user()
    reader.groups.add(group)
    assert RIGHTS[right](reader)


@pytest.mark.parametrize("question", RIGHTS.values())
def test_nobody_else_has_it(question: Callable[[Reader], bool]) -> None:
    change = ("change_meeting", "change_agendaitem", "add_meeting", "delete_meeting", "view_meeting")
    for reader in (EVERYBODY, add_django_staff(), add_user("birthe", *change)):
        assert not question(reader)


@pytest.mark.parametrize("question", RIGHTS.values())
def test_who_is_not_active_any_more_has_no_right(question: Callable[[Reader], bool]) -> None:
    reader = User.objects.create_superuser("anna")
    assert question(reader)
    reader.is_active = False
    assert not question(reader)


def test_who_asks_without_a_name_may_not_publish() -> None:
    assert not may_publish(None)


@pytest.mark.parametrize(
    "right", ["view_meeting", "add_meeting", "read_originals", "view_event", "change_user"]
)
def test_who_has_a_right_at_the_desk_enters_the_admin(right: str) -> None:
    assert enters_admin(add_user("anna", right))
    assert enters_admin(add_user("birthe", "read_drafts", right))


@pytest.mark.parametrize(
    "nobody",
    [
        lambda: None,
        lambda: "",
        lambda: EVERYBODY,
        add_user,
        lambda: add_user("anna", "read_drafts"),
        add_django_staff,
        lambda: add_django_staff(is_active=False, is_superuser=True),
    ],
)
def test_nobody_else_enters_it(nobody: Callable[[], object]) -> None:
    assert not enters_admin(nobody())
