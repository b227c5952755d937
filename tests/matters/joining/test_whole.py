"""Whatever happens to meetings, what is joined is what would be joined if it were all joined anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from minutes.editing import following
from minutes.editing.closing import close_item, open_item
from minutes.editing.corrections import correct_case_number, correct_title
from minutes.editing.deletion import delete_meetings
from minutes.editing.publication import publish, withdraw
from minutes.editing.withdrawing.items import show_item, withdraw_item
from minutes.importing import versions
from minutes.importing.importer import reparse
from minutes.importing.naming.merging import merge_bodies, plan_merge
from minutes.models import Body, Case, Meeting, Series, SourceDocument, TopicKey
from tests.build.joined_archive import FOURTH, MINUTES, PATH, hold, hold_all, item, meeting, minutes_of
from tests.build.joins import all_joins, all_joins_made_anew, tell_differences
from tests.build.rows import add_centre, add_publisher

pytestmark = pytest.mark.django_db

NAMES = [*MINUTES]


@pytest.fixture(autouse=True)
def _centres() -> None:
    add_centre("TMC", "Teknik- og Miljøcentret")
    add_centre("ØDC", "Økonomi- og Digitaliseringscentret")


def of(name: str) -> Any:
    return Meeting.objects.filter(pk=meeting(name).pk)


def read_again(name: str) -> None:
    reparse(SourceDocument.objects.in_force().select_related("meeting__body").get(name=f"{name}.txt"))


def open_again(name: str, by: User) -> None:
    close_item(item(name, "Ny cykelsti"), by)
    open_item(item(name, "Ny cykelsti"), by)


def show_again(name: str, by: User) -> None:
    withdraw_item(item(name, "Huskeliste"), by, "en fejl")
    show_item(item(name, "Huskeliste"), by, "ingen fejl")


def merge(by: User) -> None:
    body, into = Body.objects.get(name="Chefforum"), Body.objects.get(name="Direktionen")
    merge_bodies(body.pk, into.pk, by, agreed=plan_merge(body, into).fingerprint)


def new_version(name: str, by: User) -> None:
    text = MINUTES[name].replace("Udsættes", "Drøftet").replace("Huskeliste", "Ny liste")
    hold(name, text=text.replace("Ny cykelsti\tMarts", "Ny gangsti\tMarts"))
    assert SourceDocument.objects.get(meeting=meeting(name), version=2).is_in_force


def restore(name: str, by: User) -> None:
    new_version(name, by)
    versions.restore(SourceDocument.objects.get(meeting=meeting(name), version=1), by)


# What may happen to the minutes of a name; the person who does it may publish.
DEEDS: dict[str, Callable[[str, User], object]] = {
    "withdrawn": lambda name, by: withdraw(of(name), by, "en fejl"),
    "withdrawn and shown again": lambda name, by: [withdraw(of(name), by, "en fejl"), publish(of(name), by)],
    "deleted": lambda name, by: delete_meetings([meeting(name).pk], by),
    "its matter closed": lambda name, by: close_item(item(name, "Ny cykelsti"), by),
    "its matter closed and opened": open_again,
    "its list closed": lambda name, by: close_item(item(name, "Huskeliste"), by),
    "its list withdrawn": lambda name, by: withdraw_item(item(name, "Huskeliste"), by, "en fejl"),
    "its list withdrawn and shown": show_again,
    "its report withdrawn": lambda name, by: withdraw_item(item(name, "Økonomi"), by, "en fejl"),
    "its title corrected": lambda name, by: correct_title(item(name, "Økonomi"), "Budgetopfølgning", by),
    "its list's title corrected": lambda name, by: correct_title(item(name, "Huskeliste"), "Møderække", by),
    "its number corrected": lambda name, by: correct_case_number(item(name, "Ny cykelsti"), "13/999", by),
    "its report's number corrected": lambda name, by: correct_case_number(
        item(name, "Økonomi"), "13/101", by
    ),
    "its number taken away": lambda name, by: correct_case_number(item(name, "Ny cykelsti"), None, by),
    "replaced by a new version": new_version,
    "replaced, and restored": restore,
    "read again": lambda name, by: read_again(name),
}


@pytest.mark.parametrize("name", ["first", "second"])
@pytest.mark.parametrize("deed", DEEDS)
def test_after_a_change_everything_is_joined_as_it_would_be_anew(deed: str, name: str):
    hold_all("third")
    DEEDS[deed](name, add_publisher())
    assert not tell_differences(all_joins(), all_joins_made_anew())


@pytest.mark.parametrize(
    "deed", ["withdrawn", "deleted", "its number corrected", "replaced by a new version"]
)
def test_the_same_holds_of_a_change_of_a_draft(deed: str):
    hold_all("third", "fourth")
    DEEDS[deed]("third", add_publisher())
    assert not tell_differences(all_joins(), all_joins_made_anew())


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_that_is_published_is_joined_for_everybody_as_if_it_had_come_so(name: str):
    hold_all(name)
    hidden = all_joins()
    publish(of(name))
    shown = all_joins()
    assert shown != hidden
    assert shown == all_joins_made_anew()
    delete_meetings([*Meeting.objects.values_list("pk", flat=True)])
    hold_all()
    assert all_joins() == shown


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("deed", ["withdrawn", "deleted"])
def test_what_is_gone_has_left_no_trace_in_the_joins(deed: str, name: str):
    for other in NAMES:
        if other != name:
            hold(other)
    without = all_joins()
    hold(name)
    assert all_joins() != without
    DEEDS[deed](name, add_publisher())
    assert all_joins() == without


@pytest.mark.parametrize("name", [name for name in NAMES if name != "third"])
def test_what_was_withdrawn_and_is_shown_again_is_joined_as_before(name: str):
    hold_all("third")
    before = all_joins()
    withdraw(of(name))
    assert all_joins() != before
    publish(of(name))
    assert all_joins() == before


def test_two_bodies_that_become_one_are_joined_as_one():
    hold_all("third")
    merge(add_publisher())
    assert not tell_differences(all_joins(), all_joins_made_anew())


def test_a_body_whose_meetings_were_merged_is_joined_as_if_it_had_always_been_so():
    for name in reversed(NAMES):
        hold(name, text=MINUTES[name].replace("Chefforum", "Direktonen"))
    body, into = Body.objects.get(name="Direktonen"), Body.objects.get(name="Direktionen")
    merge_bodies(body.pk, into.pk, add_publisher(), agreed=plan_merge(body, into).fingerprint)
    assert not tell_differences(all_joins(), all_joins_made_anew())
    for name in NAMES:
        read_again(name)
    merged = all_joins()
    delete_meetings([*Meeting.objects.values_list("pk", flat=True)])
    for name in NAMES:
        hold(name, text=MINUTES[name].replace("Chefforum", "Direktionen"))
    assert not tell_differences(merged, all_joins())


def test_what_was_to_go_on_to_a_body_has_gone_to_that_of_which_it_is_a_part_now():
    hold("other body", text=MINUTES["other body"].replace("Chefforum", "Direktonen"))
    hold(
        "second", text=MINUTES["second"].replace("Direktionen", "Byrådet").replace("Chefforum", "Direktonen")
    )
    body, into = Body.objects.get(name="Direktonen"), hold("first").body
    before = [row[:2] for row in all_joins()["fulfilled"] if row[3]]
    assert before
    merge_bodies(body.pk, into.pk, add_publisher(), agreed=plan_merge(body, into).fingerprint)
    assert [row[:2] for row in all_joins()["fulfilled"] if row[3] and row[0] == before[0][0]] == before
    assert not tell_differences(all_joins(), all_joins_made_anew())


# What an editor says


def say_not_taken_up(by: User) -> None:
    following.say_taken_up(item("first", "Ny cykelsti"), item("second", "Ny cykelsti"), by, is_taken_up=False)


def say_taken_up(by: User) -> None:
    following.say_taken_up(item("first", "Tilsyn"), item("fourth", "Kantinen"), by, is_taken_up=True)


def say_collective(by: User) -> None:
    following.say_collective(Case.objects.get(number="13/101"), by, is_collective=True)


def say_not_collective(by: User) -> None:
    following.say_collective(Case.objects.get(number="12/9"), by, is_collective=False)


def say_no_series(by: User) -> None:
    series = Series.objects.get(key="økonomiopfølgning")
    following.say_of_series(series, by, joined_to=None, is_none=True)


def say_one_series(by: User) -> None:
    one, other = Series.objects.get(key="økonomiopfølgning"), Series.objects.get(key="huskeliste")
    following.say_of_series(one, by, joined_to=other, is_none=False)


def say_topics_apart(by: User) -> None:

    following.say_of_topic(TopicKey.objects.get(key="status ny cykelsti"), by, joined_to=None, is_apart=True)


def say_topics_one(by: User) -> None:
    one, other = TopicKey.objects.get(key="politik indkøb"), TopicKey.objects.get(key="ny cykelsti")
    following.say_of_topic(one, by, joined_to=other, is_apart=False)


WORDS = [
    *(say_not_taken_up, say_taken_up, say_collective, say_not_collective),
    *(say_no_series, say_one_series, say_topics_apart, say_topics_one),
]


@pytest.mark.parametrize("say", WORDS)
def test_what_an_editor_says_is_joined_as_it_would_be_anew(say: Callable[[User], None]):
    hold_all("other body")
    before = all_joins()
    say(add_publisher())
    assert all_joins() != before
    assert not tell_differences(all_joins(), all_joins_made_anew())


@pytest.mark.parametrize("say", WORDS)
@pytest.mark.parametrize("deed", ["read again", "replaced, and restored", "withdrawn and shown again"])
def test_what_an_editor_said_outlives_whatever_comes_back(deed: str, say: Callable[[User], None]):
    by = add_publisher()
    hold_all("other body")
    say(by)
    said = all_joins()
    for name in ("first", "second"):
        DEEDS[deed](name, by)
    assert all_joins() == said


# Collective numbers


def test_a_number_that_a_later_import_makes_collective_parts_what_was_joined_by_it():
    hold("first")
    hold("third")
    joined = [row for row in all_joins()["taken up"] if row[3] and row[-4] == "13/101"]
    assert {row[4] for row in joined} == {"case"}
    text = minutes_of(
        FOURTH, [(f"Mødekalender {FOURTH}", PATH[1], "Godkendt."), (f"Havnetakst {FOURTH}", PATH[1], "")]
    )
    hold("fourth", text=text)
    assert Case.objects.get(number=PATH[1]).is_collective
    rows = [row for row in all_joins()["taken up"] if row[-4] == PATH[1]]
    assert {row[4] for row in rows} == {"title"}
    assert not tell_differences(all_joins(), all_joins_made_anew())
    delete_meetings([meeting("fourth").pk])
    assert [row for row in all_joins()["taken up"] if row[3] and row[-4] == "13/101"] == joined


def test_a_draft_that_would_make_a_number_collective_does_so_for_who_sees_drafts_alone():
    hold("first")
    hold("third")
    text = minutes_of(
        FOURTH, [(f"Mødekalender {FOURTH}", PATH[1], "Godkendt."), (f"Havnetakst {FOURTH}", PATH[1], "")]
    )
    hold("fourth", text=text, publish=False)
    rows = [row for row in all_joins()["taken up"] if row[-4] == PATH[1]]
    assert {(row[2], row[4]) for row in rows} == {("everybody", "case"), ("reads_drafts", "title")}
    assert not tell_differences(all_joins(), all_joins_made_anew())
