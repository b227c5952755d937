"""A list as long as no people work with costs no more than one that is as long as is followed."""

from __future__ import annotations

import pytest

from minutes.matters.joining import likeness, topics
from minutes.matters.joining.writing import joined_again
from minutes.models import FollowUp, Sighting
from minutes.search.index.writing import index_meetings
from tests.build.rows import add_item, add_meeting
from tests.build.told_rows import add_follow_up

pytestmark = pytest.mark.django_db


def follow(rows: int, date: str = "2013-05-07") -> None:
    meeting = add_meeting(date)
    item = add_item(meeting, "Huskeliste")
    for number in range(rows):
        add_follow_up(item, f"Klage over skovrejsningsplan{'abcdefgh'[number % 8] * 2}")
    with joined_again([meeting.pk]):
        index_meetings([meeting.pk])


@pytest.mark.parametrize(("rows", "followed"), [(3, 3), (4, 4), (6, 4)])
def test_the_first_rows_of_a_list_are_followed_and_all_are_kept(monkeypatch, rows, followed):
    monkeypatch.setattr(topics, "_MOST_FOLLOWED", 4)
    follow(rows)
    assert Sighting.objects.count() == followed
    assert FollowUp.objects.count() == rows


def test_no_two_topics_are_held_against_each_other_twice(monkeypatch):
    asked: list[tuple[str, str]] = []
    match = likeness.match_topics

    def note(one: str, other: str) -> likeness.TopicMatch:
        asked.append((one, other))
        return match(one, other)

    monkeypatch.setattr(likeness, "match_topics", note)
    follow(8)
    assert len(asked) == len(set(asked)) == 28
    follow(8, "2013-06-04")
    assert len(asked) == 28
