"""Deleting chosen meetings: what goes with them, what must be typed, and who may."""

import re

import pytest

from minutes.models import AgendaItem, Case, Event, Meeting, SearchDocument, SourceDocument

from .chosen_meetings import LIST, WHY, act, choose, confirm, kinds, said, shown, told


def test_deleting_says_how_much_goes_and_asks_for_the_name(meetings, admin_client):
    page = admin_client.get(f"{LIST}{meetings[0].pk}/delete/")
    assert "Direktionen 05-02-2013" in page.text
    counts = [re.search(rf"{name}: (\d+)", page.text)[1] for name in ("Møder", "Punkter", "Afsnit", "Bilag")]
    assert counts == list("1241")
    for name in ("", "Direktionen", "Direktionen 05-03-2013", "ja"):
        assert "Det er ikke mødets navn" in confirm(admin_client, page, name=name, **WHY).text
    assert Meeting.objects.count() == 3


@pytest.mark.parametrize("typed", ["Direktionen 05-02-2013", "  direktionen   05-02-2013 "])
def test_a_meeting_is_deleted_with_all_that_was_read_from_it_and_nothing_else(
    typed, meetings, admin_client, admin_user
):
    response = act(admin_client, "delete", meetings[0], name=typed, why="andet", words="prøve")
    assert said(response) == ["1 møde er slettet."]
    assert set(Meeting.objects.all()) == set(meetings[1:])
    assert AgendaItem.objects.count() == 4
    assert SourceDocument.objects.count() == 2
    assert SearchDocument.objects.count() == 2
    assert Case.objects.count() == 2
    event = Event.objects.get(kind="deleted")
    assert (event.subject, event.reason, event.by_name) == (
        "Direktionen 05-02-2013",
        "andet: prøve",
        admin_user.username,
    )


def test_several_are_deleted_with_the_name_of_the_first_and_their_number(meetings, admin_client):
    page = shown(admin_client, "delete", *meetings[:2])
    first = told(page)[0][0]
    for number in ("", "1", "3", "to"):
        assert "Der er valgt 2 møder." in confirm(admin_client, page, name=first, number=number, **WHY).text
    assert Meeting.objects.count() == 3
    confirm(admin_client, page, name=first, number="2", **WHY)
    assert set(Meeting.objects.all()) == set(meetings[2:])
    assert kinds().count("deleted") == 2


def test_what_django_asks_to_delete_deletes_nothing(meeting, admin_client):
    admin_client.post(f"{LIST}{meeting.pk}/delete/", {"post": "yes"})
    choose(admin_client, "delete_selected", meeting, post="yes")
    assert Meeting.objects.exists()


def test_the_button_below_the_list_leads_to_the_same_page(meetings, admin_client):
    keys = [meeting.pk for meeting in meetings]
    response = admin_client.post(f"{LIST}delete/", {"_selected_action": keys, "action": ""})
    assert [name for name, _ in told(response)] == [str(meeting) for meeting in reversed(meetings)]
    assert Meeting.objects.count() == 3


def test_the_right_to_delete_meetings_is_enough_for_what_goes_with_them(meeting, staff):
    act(staff("delete_meeting", "view_meeting"), "delete", meeting, name=str(meeting), **WHY)
    assert not Meeting.objects.exists()
