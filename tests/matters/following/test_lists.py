"""Which list is the newest, and what was overdue on a day."""

from __future__ import annotations

import datetime

import pytest

from minutes.matters.following.lists import find_overdue, newest_lists, read_announced
from minutes.models import EVERYBODY, Topic
from minutes.models.visibility import WHO_SEES_DRAFTS, Reader
from tests.build.follow_ups import list_held

pytestmark = pytest.mark.django_db


def newest(reader: Reader = EVERYBODY) -> dict[str, str]:
    return {each.body.name: each.date.isoformat() for each in newest_lists(reader)}


def overdue(day: str, reader: Reader = EVERYBODY) -> dict[str, str]:
    found = find_overdue(newest_lists(reader), reader, datetime.date.fromisoformat(day))
    texts = dict(Topic.objects.readable_by(reader).values_list("pk", "last__text"))
    return {texts[topic]: latest.isoformat() for topic, latest in found.items()}


def test_each_body_has_a_newest_list():
    list_held("05-02-2013", ("Ny cykelsti", "Maj", "TMC"))
    list_held("05-03-2013", ("Ny cykelsti", "Maj", "TMC"))
    list_held("20-02-2013", ("Ferie", "Maj", "HRC"), body="Chefforum")
    assert newest() == {"Chefforum": "2013-02-20", "Direktionen": "2013-03-05"}


def test_a_list_that_is_a_draft_is_the_newest_for_those_alone_who_see_drafts():
    list_held("05-02-2013", ("Ny cykelsti", "Maj", "TMC"))
    list_held("05-03-2013", ("Ny kantine", "Maj", "CEIS"), publish=False)
    assert newest() == {"Direktionen": "2013-02-05"}
    assert newest(WHO_SEES_DRAFTS) == {"Direktionen": "2013-03-05"}


def test_a_topic_is_overdue_from_the_day_after_its_last_day():
    list_held("05-02-2013", ("Ny cykelsti", "Maj", "TMC"), ("Ny kantine", "Kvartalsvis", "CEIS"))
    assert overdue("2013-05-31") == {}
    assert overdue("2013-06-01") == {"Ny cykelsti": "2013-05-31"}


def test_what_was_moved_or_had_gone_after_a_day_was_overdue_on_it_all_the_same():
    list_held("05-02-2013", ("Ny cykelsti", "Marts", "TMC"), ("Ny kantine", "Marts", "CEIS"))
    list_held("07-05-2013", ("Ny cykelsti", "September", "TMC"))
    assert overdue("2013-04-15") == {"Ny cykelsti": "2013-03-31", "Ny kantine": "2013-03-31"}
    assert overdue("2013-05-07") == {}


def test_what_had_left_the_list_is_not_overdue_and_before_the_first_list_nothing_is():
    list_held("05-02-2013", ("Ny cykelsti", "Marts", "TMC"))
    list_held("05-03-2013", ("Ny kantine", "Juni", "CEIS"))
    assert overdue("2013-12-31") == {"Ny kantine": "2013-06-30"}
    assert overdue("2013-02-04") == {}


def test_a_draft_that_moves_a_deadline_moves_it_for_those_alone_who_see_drafts():
    list_held("05-02-2013", ("Ny cykelsti", "Marts", "TMC"))
    list_held("05-03-2013", ("Ny cykelsti", "September", "TMC"), publish=False)
    assert overdue("2013-04-15") == {"Ny cykelsti": "2013-03-31"}
    assert overdue("2013-04-15", WHO_SEES_DRAFTS) == {}


def test_of_the_newest_lists_alone_it_is_told_what_they_announce():
    list_held("05-02-2013", ("Ny cykelsti", "Marts", "TMC"), below="Emner til senere\n\nNy ferielov")
    list_held(
        "05-03-2013", ("Ny cykelsti", "Marts", "TMC"), below="Emner til senere\n\nRobotter i hjemmeplejen"
    )
    (announced,) = read_announced(newest_lists(EVERYBODY), EVERYBODY)
    assert announced.item.meeting.date.isoformat() == "2013-03-05"
    told = [(heading, [subject.text for subject in subjects]) for heading, subjects in announced.subjects]
    assert told == [("Emner til senere", ["Robotter i hjemmeplejen"])]
