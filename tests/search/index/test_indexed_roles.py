"""The rows by which the items of a centre and the centres of a case are found: one for each role."""

import pytest

from minutes.models import CentreRole, Meeting, PublicationState, SearchRole
from minutes.search.index.writing import index_meetings
from tests.build.rows import add_case, add_item, add_meeting, add_role

pytestmark = pytest.mark.django_db


def test_every_role_of_a_centre_is_a_row_and_the_strongest_is_its_first():
    meeting = add_meeting(state=PublicationState.DRAFT)
    item = add_item(meeting)
    add_role(item, "HRC", CentreRole.MENTIONED)
    add_role(item, "HRC", CentreRole.TASKED)
    add_role(item, "BYC", CentreRole.MENTIONED)
    index_meetings([meeting.pk])
    assert set(item.search_document.roles.values_list("centre__code", "role", "is_first")) == {
        ("HRC", CentreRole.MENTIONED, False),
        ("HRC", CentreRole.TASKED, True),
        ("BYC", CentreRole.MENTIONED, True),
    }
    assert set(SearchRole.objects.values_list("date", "is_public")) == {(meeting.date, False)}
    item.item_centres.filter(role=CentreRole.TASKED).delete()
    Meeting.objects.update(state=PublicationState.PUBLISHED)
    index_meetings([meeting.pk])
    assert set(SearchRole.objects.values_list("centre__code", "is_first", "is_public")) == {
        ("HRC", True, True),
        ("BYC", True, True),
    }


@pytest.mark.parametrize("number", ["12/32140", ""])
def test_a_role_has_the_case_of_its_item(number):
    item = add_item(add_meeting(), case=number)
    add_role(item, "HRC")
    index_meetings([item.meeting_id])
    role = SearchRole.objects.get()
    assert role.case == item.case
    assert (role.case is None) is (number == "")


def test_a_role_follows_its_item_to_another_case():
    item = add_item(add_meeting(), case="12/32140")
    add_role(item, "HRC")
    index_meetings([item.meeting_id])
    item.case = add_case("12/32141")
    item.save()
    index_meetings([item.meeting_id])
    assert SearchRole.objects.get().case.number == "12/32141"


def test_nothing_withdrawn_or_closed_has_a_row_for_a_role():
    for meeting, is_closed in (
        (add_meeting(), True),
        (add_meeting("2013-09-10", state=PublicationState.WITHDRAWN), False),
    ):
        add_role(add_item(meeting, is_closed=is_closed), "HRC")
        index_meetings([meeting.pk])
    assert not SearchRole.objects.exists()
