"""A decision of which several items tell is listed once: as the minutes of its own meeting have it, where they are."""

import pytest

from minutes.models import EVERYBODY, AgendaItem, Meeting, Outcome, PublicationState, Reader, SearchDecision
from minutes.search.index.writing import index_meetings
from tests.build.rows import add_decision, add_editor, add_item, add_meeting

pytestmark = pytest.mark.django_db

CASE = "12/32140"
COMMITTEE = "Økonomiudvalget"
DAY, COUNCIL_DAY = "2013-08-20", "2013-08-27"


def decided(title: str = "Ny kantine", case: str = CASE, **meeting: PublicationState) -> AgendaItem:
    """The committee's own item, with its decision."""
    item = add_item(add_meeting(DAY, COMMITTEE, **meeting), title, case)
    add_decision(item, "Anbefales.", Outcome.FORWARDED)
    return item


def reproduced(
    title: str = "Ny kantine", case: str = CASE, day: str = COUNCIL_DAY, **meeting: PublicationState
) -> AgendaItem:
    """An item of the council, with the committee's decision and then its own."""
    item = add_item(add_meeting(day, "Byrådet", **meeting), title, case)
    add_decision(item, "Anbefales.", Outcome.FORWARDED, date=DAY, body=COMMITTEE)
    add_decision(item, "Godkendt.")
    return item


def of_committee(reader: Reader = EVERYBODY) -> set[int]:
    """The items under which a decision of the committee is listed."""
    index_meetings(Meeting.objects.values_list("pk", flat=True))
    rows = SearchDecision.objects.readable_by(reader).told_once(reader).filter(body__name=COMMITTEE)
    return set(rows.values_list("document", flat=True))


def test_the_meetings_own_minutes_win():
    own = decided()
    reproduced()
    assert of_committee() == {own.pk}


def test_what_only_another_meeting_tells_of_is_listed_with_that():
    other = reproduced()
    assert of_committee() == {other.pk}


def test_of_several_that_reproduce_a_decision_the_latest_is_listed():
    reproduced()
    later = reproduced(day="2013-09-24")
    assert of_committee() == {later.pk}


def test_own_minutes_without_a_decision_do_not_stand_in_the_way():
    add_item(add_meeting(DAY, COMMITTEE), case=CASE)
    other = reproduced()
    assert of_committee() == {other.pk}


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_own_minutes_that_a_reader_may_not_see_do_not_hide_what_he_may(state: PublicationState):
    decided(state=state)
    other = reproduced()
    assert of_committee() == {other.pk}


def test_who_sees_drafts_is_shown_the_draft_of_the_own_minutes():
    own = decided(state=PublicationState.DRAFT)
    reproduced()
    assert of_committee(add_editor()) == {own.pk}


def test_a_closed_item_of_the_own_minutes_hides_nothing():
    own = decided()
    other = reproduced()
    AgendaItem.objects.filter(pk=own.pk).update(is_closed=True)
    assert of_committee() == {other.pk}


def test_a_matter_of_another_title_is_the_same_where_the_own_minutes_have_one_item_of_its_case():
    own = decided("A - Ny kantine på rådhuset")
    reproduced("Kantinedrift")
    assert of_committee() == {own.pk}


def test_under_a_collective_number_another_title_is_another_matter():
    own = decided("Huskeliste")
    second = add_item(own.meeting, "Økonomiopfølgning", CASE)
    add_decision(second)
    other = reproduced("Meddelelser")
    assert of_committee() == {own.pk, second.pk, other.pk}


def test_without_a_case_the_title_tells_what_is_the_same():
    own = decided("Budget, 20. august 2013", case="")
    reproduced("Budget", case="")
    other = reproduced("Skoler", case="", day="2013-09-24")
    assert of_committee() == {own.pk, other.pk}


def test_another_case_is_another_matter():
    own = decided()
    other = reproduced(case="12/40318")
    assert of_committee() == {own.pk, other.pk}


def test_two_decisions_of_one_item_are_both_told():
    own = decided()
    add_decision(own, "Formanden vender tilbage.", Outcome.OTHER)
    index_meetings([own.meeting.pk])
    assert SearchDecision.objects.told_once(EVERYBODY).count() == 2
