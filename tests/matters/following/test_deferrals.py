"""What decisions put off: what is told of it, how long it waited, and that each is told once."""

from __future__ import annotations

import datetime

import pytest

from minutes.editing.closing import close_item
from minutes.editing.publication import withdraw
from minutes.matters.following.deferrals import (
    DeferralLine,
    find_deferrals,
    in_order,
    read_deferrals,
)
from minutes.matters.following.told import count_open
from minutes.models import EVERYBODY, Meeting
from minutes.models.visibility import WHO_SEES_DRAFTS, Reader
from tests.build.documents import decided, item_text
from tests.build.follow_ups import held, matter_held

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2013, 12, 31)


def lines(reader: Reader = EVERYBODY) -> list[DeferralLine]:
    keys = list(in_order(find_deferrals(reader)).values_list("pk", flat=True))
    return read_deferrals(keys, reader)


def told(reader: Reader = EVERYBODY) -> list[tuple[str, str, int]]:
    """Of each the day, the day on which it was taken up, and the days that it waited."""
    return [
        (
            line.decision.date.isoformat(),
            line.taken_up.date.isoformat() if line.taken_up else "",
            line.days_waited(TODAY),
        )
        for line in lines(reader)
    ]


def test_what_waits_comes_first_and_each_says_how_long():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "Udsættes.")
    matter_held("05-03-2013", "Ny cykelsti", "13/101", "Godkendt.")
    matter_held("09-04-2013", "Ny kantine", "13/102", "Udsættes.")
    matter_held("07-05-2013", "Nyt køkken", "13/103", "Udsættes.")
    assert told() == [
        ("2013-05-07", "", 238),
        ("2013-04-09", "", 266),
        ("2013-02-05", "2013-03-05", 28),
    ]
    assert count_open(EVERYBODY)[0] == 2


def test_one_that_lies_ahead_of_today_has_waited_no_day():
    matter_held("07-01-2014", "Ny cykelsti", "13/101", "Udsættes.")
    assert told() == [("2014-01-07", "", 0)]


def test_a_later_decision_under_the_same_item_ends_the_wait_on_its_day():
    decisions = [
        decided("Direktionen", "22-01-2013", "Udsættes."),
        decided("Direktionen", "05-02-2013", "Godkendt."),
    ]
    held("05-02-2013", "\n\n".join([item_text(1, "Ny cykelsti", "13/101"), *decisions]))
    assert told() == [("2013-01-22", "2013-02-05", 14)]
    (line,) = lines()
    assert not line.is_own
    assert line.taken_up and line.taken_up.is_same_item


def test_a_deferral_that_another_meeting_reproduces_is_told_once_where_it_was_decided():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "Udsættes.")
    decisions = [
        decided("Direktionen", "05-02-2013", "Udsættes."),
        decided("Direktionen", "05-03-2013", "Godkendt."),
    ]
    held("05-03-2013", "\n\n".join([item_text(1, "Ny cykelsti", "13/101"), *decisions]))
    assert told() == [("2013-02-05", "2013-03-05", 28)]
    assert lines()[0].is_own


def test_a_draft_that_takes_it_up_does_so_for_those_alone_who_see_drafts():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "Udsættes.")
    matter_held("05-03-2013", "Ny cykelsti", "13/101", "Godkendt.", publish=False)
    assert told() == [("2013-02-05", "", 329)]
    assert told(WHO_SEES_DRAFTS) == [("2013-02-05", "2013-03-05", 28)]


def test_one_that_is_a_draft_closed_or_withdrawn_is_none():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "Udsættes.", publish=False)
    closed = matter_held("05-03-2013", "Ny kantine", "13/102", "Udsættes.")
    close_item(closed.items.get(), None, reason="Behandlet for lukkede døre")
    gone = matter_held("09-04-2013", "Nyt køkken", "13/103", "Udsættes.")
    withdraw(Meeting.objects.filter(pk=gone.pk), reason="Forkert")
    assert told() == []
    assert count_open(EVERYBODY)[0] == 0


def test_what_takes_it_up_and_is_withdrawn_leaves_it_waiting():
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "Udsættes.")
    later = matter_held("05-03-2013", "Ny cykelsti", "13/101", "Godkendt.")
    withdraw(Meeting.objects.filter(pk=later.pk), reason="Forkert")
    assert told() == [("2013-02-05", "", 329)]


def test_what_was_hidden_since_the_keys_were_read_is_left_out():
    meeting = matter_held("05-02-2013", "Ny cykelsti", "13/101", "Udsættes.")
    keys = list(find_deferrals(EVERYBODY).values_list("pk", flat=True))
    close_item(meeting.items.get(), None, reason="Behandlet for lukkede døre")
    assert read_deferrals(keys, EVERYBODY) == []
