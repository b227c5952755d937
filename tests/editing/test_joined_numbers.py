"""Before a meeting is published the archivist learns which closed items a case number joins with open ones."""

import pytest

from minutes.editing.joined_numbers import find_joined_numbers
from minutes.models import Meeting, PublicationState
from tests.build.rows import add_item, add_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    return add_meeting("2013-09-10", state=PublicationState.DRAFT)


def joined(meeting: Meeting) -> list[tuple[str, str, str]]:
    return [(found.number, str(found.closed), str(found.opened)) for found in find_joined_numbers(meeting)]


def test_the_number_of_a_closed_item_that_an_open_one_elsewhere_has_joins_the_two(meeting):
    add_item(meeting, "Opsigelse", "12/32140", is_closed=True)
    add_item(add_meeting("2013-08-27"), "Ledelsen af kantinen", "12/32140")
    assert joined(meeting) == [
        ("12/32140", "Direktionen 10-09-2013, punkt 1", "Direktionen 27-08-2013, punkt 1")
    ]
    assert find_joined_numbers(meeting)[0].message == (
        "Sagsnummeret 12/32140 på det lukkede punkt (Direktionen 10-09-2013, punkt 1) står også på et åbent "
        "(Direktionen 27-08-2013, punkt 1): de to kan kobles sammen. "
        "Ret sagsnummeret på det ene, hvis det røber noget."
    )


def test_the_number_of_an_open_item_that_a_closed_one_elsewhere_has_joins_them_too(meeting):
    add_item(meeting, "Ledelsen af kantinen", "12/32140")
    add_item(add_meeting("2013-08-27"), "Opsigelse", "12/32140", is_closed=True)
    assert joined(meeting) == [
        ("12/32140", "Direktionen 27-08-2013, punkt 1", "Direktionen 10-09-2013, punkt 1")
    ]


def test_of_several_open_items_the_newest_is_named_and_each_closed_one(meeting):
    add_item(meeting, "Opsigelse", "12/32140", is_closed=True)
    add_item(meeting, "Afgang", "12/32140", is_closed=True)
    for day in ("2013-08-06", "2013-08-27", "2013-08-20"):
        add_item(add_meeting(day), "Kantinen", "12/32140")
    assert [(found.closed.number, found.opened.meeting.slug) for found in find_joined_numbers(meeting)] == [
        (1, "2013-08-27"),
        (2, "2013-08-27"),
    ]


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_what_nobody_sees_joins_nothing(meeting, state):
    add_item(meeting, "Opsigelse", "12/32140", is_closed=True)
    add_item(add_meeting("2013-08-27", state=state), "Kantinen", "12/32140")
    assert joined(meeting) == []


def test_a_number_that_an_open_item_of_the_same_meeting_bears_joins_nothing(meeting):
    add_item(meeting, "Lukket", "12/32140", is_closed=True)
    add_item(meeting, "Huskeliste", "12/32140")
    add_item(add_meeting("2013-08-27"), "Kantinen", "12/32140")
    assert joined(meeting) == []


@pytest.mark.parametrize(
    ("titles", "joins"),
    [
        (["Kantinen", "Kantinens ledelse"], True),
        (["Kantinen", "Ledelsen", "Økonomien"], False),
        (["Huskeliste 06-08-2013", "Huskeliste 20-08-2013", "A - Huskeliste 27-08-2013"], True),
        (["Huskeliste 06-08-2013", "Øvrige sager 20-08-2013", "Økonomiopfølgning 27-08-2013"], False),
    ],
)
def test_a_number_of_three_titles_is_collective_and_joins_nothing(meeting, titles, joins):
    add_item(meeting, "Lukket", "12/32140", is_closed=True)
    for day, title in enumerate(titles, start=1):
        add_item(add_meeting(f"2013-08-0{day}"), title, "12/32140")
    assert bool(joined(meeting)) is joins


def test_two_closed_items_other_numbers_and_none_join_nothing(meeting):
    add_item(meeting, "Lukket", "12/32140", is_closed=True)
    add_item(meeting, "Lukket", "", is_closed=True)
    elsewhere = add_meeting("2013-08-27")
    add_item(elsewhere, "Lukket", "12/32140", is_closed=True)
    add_item(elsewhere, "Kantinen", "12/32141")
    add_item(elsewhere, "Kantinen", "")
    assert joined(meeting) == []


def test_two_other_meetings_are_none_of_this_ones_business(meeting):
    add_item(meeting, "Kantinen", "12/32140")
    add_item(add_meeting("2013-08-20"), "Kantinen", "12/32140")
    add_item(add_meeting("2013-08-27"), "Lukket", "12/32140", is_closed=True)
    assert [found.opened.meeting for found in find_joined_numbers(meeting)] == [meeting]


def test_three_queries_are_enough_and_two_where_there_is_nothing(meeting, django_assert_num_queries):
    add_item(meeting, "Lukket", "12/32140", is_closed=True)
    other = add_item(add_meeting("2013-08-27"), "Kantinen", "12/32140")
    with django_assert_num_queries(3):
        assert find_joined_numbers(meeting)
    other.delete()
    with django_assert_num_queries(2):
        assert find_joined_numbers(meeting) == []
