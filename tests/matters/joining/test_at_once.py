"""What belongs together and changes at one moment is joined by whoever comes second, and nobody waits in a ring."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from minutes.editing import following
from minutes.editing.closing import close_item
from minutes.editing.deletion import delete_meetings
from minutes.editing.publication import publish, withdraw
from minutes.importing.importer import reparse
from minutes.models import Case, Meeting, Series, SourceDocument, TopicKey
from tests.build.at_once import at_once, behind
from tests.build.joined_archive import MINUTES, hold, hold_all, item, meeting
from tests.build.joins import all_joins, all_joins_made_anew, tell_differences
from tests.build.rows import add_centre, add_publisher

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 4


@pytest.fixture(autouse=True)
def by() -> User:
    add_centre("TMC", "Teknik- og Miljøcentret")
    add_centre("ØDC", "Økonomi- og Digitaliseringscentret")
    return add_publisher()


def changed(name: str) -> str:
    """Another version of minutes, with a new case and a new word."""
    return MINUTES[name].replace("13/102", "13/777").replace("Tilsyn", "Rundvisning")


def read_again(name: str) -> None:
    reparse(SourceDocument.objects.in_force().select_related("meeting__body").get(name=f"{name}.txt"))


# Deeds to the minutes of a name.
DEEDS: dict[str, Callable[[str], object]] = {
    "withdrawn": lambda name: withdraw(Meeting.objects.filter(pk=meeting(name).pk)),
    "deleted": lambda name: delete_meetings([meeting(name).pk]),
    "closed": lambda name: close_item(item(name, "Ny cykelsti"), None),
    "replaced": lambda name: hold(name, text=changed(name)),
    "read again": read_again,
}


@pytest.mark.parametrize(
    ("first", "second"), [("first", "second"), ("second", "first"), ("first", "other body")]
)
def test_of_two_imports_at_once_the_second_joins_both(first: str, second: str):
    behind(lambda: hold(first), lambda: hold(second))
    assert any(row[3] for row in all_joins()["taken up"])
    assert not tell_differences(all_joins(), all_joins_made_anew())


@pytest.mark.parametrize("deed", DEEDS)
def test_an_import_behind_a_change_joins_what_is_left(deed: str):
    hold("second")
    behind(lambda: DEEDS[deed]("second"), lambda: hold("first"))
    assert not tell_differences(all_joins(), all_joins_made_anew())


@pytest.mark.parametrize("deed", DEEDS)
def test_a_change_behind_an_import_finds_what_that_has_joined(deed: str):
    hold("second")
    behind(lambda: hold("first"), lambda: DEEDS[deed]("second"))
    assert not tell_differences(all_joins(), all_joins_made_anew())


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("other", ["deleted", "replaced", "read again"])
def test_of_two_changes_at_once_the_second_joins_both(deed: str, other: str):
    for name in ("first", "second", "third"):
        hold(name)
    at_once([lambda: DEEDS[deed]("second"), lambda: DEEDS[other]("third")])
    assert not tell_differences(all_joins(), all_joins_made_anew())


def test_an_editor_who_joins_with_what_is_deleted_meanwhile_is_told(by):
    for name in ("first", "second"):
        hold(name)
    one, other = item("first", "Tilsyn"), item("second", "Kantinen")

    def say() -> str:
        try:
            following.say_taken_up(one, other, by, is_taken_up=True)
        except following.NotJoinedError as refusal:
            return str(refusal)
        return ""

    assert behind(lambda: delete_meetings([other.meeting_id]), say) == "Punktet er slettet i mellemtiden."
    assert not tell_differences(all_joins(), all_joins_made_anew())


# All at once, round after round


def import_in_turn() -> None:
    for number in range(ROUNDS):
        hold(
            "third",
            text=changed("third")
            if number % 2
            else MINUTES["third"].replace("Drøftet", f"Udsættes {number}"),
        )
        read_again("first")


def show_and_withdraw() -> None:
    chosen = Meeting.objects.filter(pk__in=[meeting(name).pk for name in ("second", "fourth")])
    for _ in range(ROUNDS):
        withdraw(chosen)
        publish(chosen)


def join_all() -> None:
    for _ in range(ROUNDS):
        call_command("join_matters", all=True, verbosity=0)


def say_things(by: User) -> None:
    case = Case.objects.get(number="13/101")
    series = Series.objects.get(key="økonomiopfølgning")
    topic = TopicKey.objects.get(key="ny cykelsti")
    for number in range(ROUNDS):
        following.say_collective(case, by, is_collective=bool(number % 2))
        following.say_of_series(series, by, joined_to=None, is_none=not number % 2)
        following.say_of_topic(topic, by, joined_to=None, is_apart=not number % 2)
        following.say_taken_up(item("first", "Ny"), item("fourth", "Ny"), by, is_taken_up=bool(number % 2))


def come_and_go() -> None:
    for _ in range(ROUNDS):
        delete_meetings([hold("other body").pk])


def test_imports_publications_commands_and_editors_do_not_wait_in_a_ring(by):
    hold_all()
    delete_meetings([meeting("other body").pk])
    hold("third", publish=False)
    at_once([import_in_turn, show_and_withdraw, join_all, lambda: say_things(by), come_and_go])
    assert not tell_differences(all_joins(), all_joins_made_anew())
