"""What is promised: expected, late, or seen again; and that an item proves no deed."""

from __future__ import annotations

import datetime

import pytest

from minutes.editing.closing import close_item
from minutes.matters.following.promises import (
    PromiseLine,
    PromisesInOrder,
    Status,
    find_promises,
    read_promises,
)
from minutes.matters.following.told import count_open
from minutes.models import EVERYBODY
from minutes.models.visibility import WHO_SEES_DRAFTS, Reader
from tests.build.documents import decided, item_text
from tests.build.follow_ups import held, matter_held
from tests.build.rows import add_centre

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _centres() -> None:
    add_centre("TMC", "Teknik- og Miljøcentret")


def lines(day: str = "2013-12-31", reader: Reader = EVERYBODY, *, by_time: bool = False) -> list[PromiseLine]:
    on = datetime.date.fromisoformat(day)
    return read_promises(keys_of(on, reader, by_time=by_time)[:], reader, on)


def keys_of(on: datetime.date, reader: Reader = EVERYBODY, *, by_time: bool = False) -> PromisesInOrder:
    return PromisesInOrder.of(find_promises(reader, on), reader, on, by_time=by_time)


def states(day: str = "2013-12-31", reader: Reader = EVERYBODY) -> list[str]:
    return [line.status_in_words for line in lines(day, reader)]


def test_a_promise_is_late_from_the_day_after_its_time():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "TMC forelægger en plan i april.")
    assert states("2013-04-30") == ["ventes"]
    assert states("2013-05-01") == ["tiden er gået"]


def test_it_is_met_by_the_item_under_which_the_matter_comes_back():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "TMC forelægger en plan i april.")
    matter_held("07-05-2013", "Ny cykelsti", "13/101", "Godkendt.")
    (line,) = lines()
    assert line.status_in_words == "opfyldt"
    assert line.seen and line.seen.meeting.date.isoformat() == "2013-05-07"
    assert line.when == "april 2013"


def test_of_a_deed_it_is_told_only_that_the_matter_was_taken_up():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "TMC anlægger stien senest den 1. maj 2013.")
    matter_held("07-05-2013", "Ny cykelsti", "13/101", "Godkendt.")
    assert states() == ["taget op igen"]


@pytest.mark.parametrize(
    "decision",
    [
        "Sagen behandles igen, når analysen er færdig.",
        "TMC udarbejder hurtigst muligt en plan.",
        "TMC undersøger, om stien kan belyses.",
    ],
)
def test_what_has_no_time_is_never_late(decision: str):
    matter_held("05-02-2013", "Ny cykelsti", "13/101", decision)
    assert states("2030-01-01") == ["ventes"]


def test_what_is_expected_comes_first_and_what_was_seen_last():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "TMC forelægger en plan i april.")
    matter_held("05-03-2013", "Ny kantine", "13/102", "TMC forelægger en plan i juni.")
    matter_held("09-04-2013", "Nyt køkken", "13/103", "TMC forelægger en plan i december.")
    matter_held("07-05-2013", "Ny cykelsti", "13/101", "Godkendt.")
    assert states("2013-09-01") == ["ventes", "tiden er gået", "opfyldt"]
    assert count_open(EVERYBODY)[1] == 2


def test_what_is_due_first_can_come_first():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "TMC undersøger, om stien kan belyses.")
    matter_held("05-03-2013", "Ny kantine", "13/102", "TMC forelægger en plan i juni.")
    matter_held("09-04-2013", "Nyt køkken", "13/103", "TMC forelægger en plan i december.")
    told = [line.item.title for line in lines("2013-04-10", by_time=True)]
    assert told == ["Ny kantine", "Nyt køkken", "Ny cykelsti"]


def test_a_draft_meets_it_for_those_alone_who_see_drafts():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "TMC forelægger en plan i april.")
    matter_held("07-05-2013", "Ny cykelsti", "13/101", "Godkendt.", publish=False)
    assert states() == ["tiden er gået"]
    assert states(reader=WHO_SEES_DRAFTS) == ["opfyldt"]


def test_what_a_draft_or_a_closed_item_promises_is_none():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "TMC forelægger en plan i april.", publish=False)
    closed = matter_held("05-03-2013", "Ny kantine", "13/102", "TMC forelægger en plan i juni.")
    close_item(closed.items.get(), None, reason="Behandlet for lukkede døre")
    assert lines() == []


def test_what_another_meeting_reproduces_is_told_once():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "TMC forelægger en plan i april.")
    decisions = [
        decided("Direktionen", "05-02-2013", "TMC forelægger en plan i april."),
        decided("Direktionen", "07-05-2013", "Godkendt."),
    ]
    held("07-05-2013", "\n\n".join([item_text(1, "Ny cykelsti", "13/101"), *decisions]))
    (line,) = lines()
    assert line.item.meeting.date.isoformat() == "2013-02-05"
    assert line.status is Status.SEEN


def test_what_was_to_go_on_to_a_body_has_come_where_its_own_minutes_tell_that():
    decisions = [
        decided("Økonomiudvalget", "04-02-2013", "Sendes videre til Byrådet."),
        decided("Byrådet", "19-02-2013", "Godkendt."),
    ]
    text = "\n\n".join([item_text(1, "Ny cykelsti", "13/101"), *decisions])
    held("19-02-2013", text, body="Byrådet")
    assert lines() == []


def test_the_next_item_of_a_standing_title_tells_nothing_of_a_deed():
    held("05-02-2013", _other_matters("05-02-2013", "TMC lægger kortet på nettet senest den 1. marts 2013."))
    held("07-05-2013", _other_matters("07-05-2013", "Drøftet."))
    assert states() == ["tiden er gået"]


def test_what_shall_come_back_under_a_standing_title_does_so_under_its_next_item():
    held("05-02-2013", _other_matters("05-02-2013", "TMC forelægger en plan for stien i maj."))
    held("07-05-2013", _other_matters("07-05-2013", "Drøftet."))
    assert states() == ["opfyldt"]


def test_a_later_decision_that_stands_under_the_item_meets_what_an_earlier_one_promised():
    decisions = [
        decided("Økonomiudvalget", "04-02-2013", "Sagen undersøges nærmere og forelægges udvalget igen."),
        decided("Økonomiudvalget", "11-02-2013", "Anbefales."),
        decided("Byrådet", "19-02-2013", "Godkendt."),
    ]
    held("19-02-2013", "\n\n".join([item_text(1, "Ny cykelsti", "13/101"), *decisions]), body="Byrådet")
    assert {line.status_in_words for line in lines()} == {"opfyldt"}
    assert {line.reason.label for line in lines() if line.reason} == {
        "en senere beslutning under samme punkt"
    }


def test_what_an_item_only_reproduces_is_told_with_the_body_and_the_day_that_said_it():
    decisions = [
        decided("Økonomiudvalget", "04-02-2013", "TMC anlægger stien senest den 1. maj 2013."),
        decided("Byrådet", "19-02-2013", "Godkendt."),
    ]
    held("19-02-2013", "\n\n".join([item_text(1, "Ny cykelsti", "13/101"), *decisions]), body="Byrådet")
    (line,) = lines()
    assert (line.said_by.name, line.said_on.isoformat(), line.is_own) == (
        "Økonomiudvalget",
        "2013-02-04",
        False,
    )


def test_what_names_a_centre_is_listed_under_that_alone_and_other_things_under_all_of_the_item():
    other = add_centre("HRC", "HR-Centret")
    decision = "TMC anlægger stien senest den 1. maj 2013. Økonomien skal beskrives nærmere."
    matter_held(
        "05-02-2013", "Ny cykelsti", "13/101", decision, recommendation="HRC indstiller, at stien anlægges."
    )
    rows = find_promises(EVERYBODY, datetime.date(2013, 3, 1)).filter(centre_ids__contains=[other.pk])
    assert [row.promise.text for row in rows] == ["Økonomien skal beskrives nærmere."]


def _other_matters(date: str, decision: str) -> str:
    """The item of a standing title, and what was decided under it."""
    return "\n\n".join([item_text(1, f"Øvrige sager {date}", "12/9"), decided("Direktionen", date, decision)])


def test_any_part_of_the_list_is_the_same_part_of_all_of_it(django_assert_num_queries):
    for number, until in enumerate(("april", "maj", "juni", "november", "december"), start=1):
        matter_held(
            f"0{number}-02-2013", f"Matter {number}", f"13/10{number}", f"TMC forelægger en plan i {until}."
        )
    matter_held("06-02-2013", "Matter 1", "13/101", "Godkendt.")
    keys = keys_of(datetime.date(2013, 9, 1))
    assert keys.counts == {Status.EXPECTED: 2, Status.PAST: 2, Status.SEEN: 1}
    every = keys[:]
    assert len(every) == len(keys) == 5
    for start in range(6):
        for stop in range(7):
            assert keys[start:stop] == every[start:stop]
    with django_assert_num_queries(1):
        keys[2:4]
    assert keys[9:20] == []


def test_the_list_knows_what_went_on_for_each_reader_as_the_joins_do():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "TMC forelægger en plan i april.")
    matter_held("07-05-2013", "Ny cykelsti", "13/101", "Godkendt.", publish=False)
    day = datetime.date(2013, 5, 8)
    assert keys_of(day).counts == {Status.EXPECTED: 0, Status.PAST: 1, Status.SEEN: 0}
    assert keys_of(day, WHO_SEES_DRAFTS).counts == {Status.EXPECTED: 0, Status.PAST: 0, Status.SEEN: 1}
