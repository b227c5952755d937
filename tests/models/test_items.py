"""What is asked about items: their case, their decisions, and what of them is public."""

import pytest

from minutes.models import AgendaItem, Outcome, Section, SectionKind
from minutes.models.items import latest_first
from tests.build.rows import add_decision, add_item, add_meeting

pytestmark = pytest.mark.django_db

EARLIER, DAY, LATER = "2013-08-20", "2013-08-27", "2013-09-03"


@pytest.fixture
def item() -> AgendaItem:
    return add_item(add_meeting(DAY), case="12/32140")


def decide(item: AgendaItem, outcome: Outcome, date: str = DAY, body: str = "") -> None:
    add_decision(item, outcome=outcome, date=date, body=body)


def test_an_item_is_found_by_the_normal_form_of_its_case_number(item):
    add_item(item.meeting, case="13/32140")
    add_item(item.meeting)
    assert AgendaItem.objects.about_case("12/32140").get() == item


def test_of_a_closed_item_only_that_it_is_closed_is_public(item):
    closed = add_item(item.meeting, "Salg af grund - LUKKET SAG", is_closed=True)
    assert (item.public_title, closed.public_title) == ("Ny kantine", "Lukket")
    assert AgendaItem.objects.indexable().get() == item


def test_a_deferred_item_is_found_once_however_often_it_was_deferred(item):
    decide(item, Outcome.DEFERRED, EARLIER)
    decide(item, Outcome.DEFERRED)
    decide(add_item(item.meeting), Outcome.APPROVED)
    assert list(AgendaItem.objects.deferred()) == [item]


def test_without_one_of_its_day_the_latest_decision_stands_for_the_meeting(item):
    decide(item, Outcome.REJECTED, LATER)
    decide(item, Outcome.DEFERRED, EARLIER)
    assert item.decision_of_the_day is None
    assert item.main_decision.outcome == Outcome.REJECTED


def test_of_two_decisions_on_another_day_the_one_further_down_stands_for_the_meeting(item):
    decide(item, Outcome.APPROVED, LATER)
    decide(item, Outcome.REJECTED, LATER)
    assert item.main_decision.outcome == Outcome.REJECTED


def test_of_all_decisions_those_that_put_the_matter_off_are_deferrals(item):
    decide(item, Outcome.DEFERRED)
    decide(item, Outcome.UNDER_EXAMINATION)
    assert [decision.is_deferral for decision in item.decisions.all()] == [True, False]


def test_the_latest_decision_comes_first_and_of_one_day_the_one_further_down(item):
    for date in (DAY, LATER, EARLIER, DAY):
        decide(item, Outcome.APPROVED, date)
    assert [decision.position for decision in latest_first(item.decisions.all())] == [2, 4, 1, 3]
    assert latest_first([]) == []


def test_a_decision_of_the_meetings_day_stands_for_it_before_a_later_one(item):
    decide(item, Outcome.DEFERRED, EARLIER)
    decide(item, Outcome.APPROVED)
    decide(item, Outcome.REJECTED, LATER)
    assert item.decision_of_the_day == item.main_decision
    assert item.main_decision.outcome == Outcome.APPROVED


def test_the_meetings_own_body_decides_before_another_on_the_same_day(item):
    decide(item, Outcome.APPROVED)
    decide(item, Outcome.REJECTED, body="Byrådet")
    assert item.decision_of_the_day.outcome == Outcome.APPROVED


def test_of_several_of_its_own_the_last_stands_for_the_meeting(item):
    decide(item, Outcome.APPROVED)
    decide(item, Outcome.REJECTED)
    decide(item, Outcome.NOTED, body="Byrådet")
    assert item.decision_of_the_day.outcome == Outcome.REJECTED


def test_where_only_another_body_decided_that_day_its_decision_stands_for_the_meeting(item):
    decide(item, Outcome.REJECTED, body="Byrådet")
    assert item.decision_of_the_day.outcome == Outcome.REJECTED


def test_a_decision_is_the_meetings_own_where_its_body_took_it_on_its_day(item):
    decide(item, Outcome.APPROVED)
    decide(item, Outcome.REJECTED, body="Byrådet")
    decide(item, Outcome.NOTED, LATER)
    assert [decision.is_taken_by(item.meeting) for decision in item.decisions.all()] == [True, False, False]


def test_an_item_without_decisions_has_none_to_show(item):
    assert item.decision_of_the_day is None
    assert item.main_decision is None


def test_items_are_ordered_by_meeting_and_place(item):
    later = add_meeting(LATER)
    first, last = add_item(later), add_item(later)
    assert list(AgendaItem.objects.newest_first()) == [first, last, item]
    assert list(AgendaItem.objects.oldest_first()) == [item, first, last]


@pytest.mark.parametrize(
    ("kind", "heading", "title"),
    [
        (SectionKind.ECONOMY, "Økonomiske konsekvenser:", "Økonomi"),
        (SectionKind.UNPLACED, "", "Uden overskrift"),
        (SectionKind.DECISION, "Beslutning i Byrådet den 27-08-2013", "Beslutning i Byrådet den 27-08-2013"),
    ],
)
def test_a_section_is_named_by_its_kind_but_a_decision_by_whose_it_is(kind, heading, title):
    assert Section(kind=kind, heading=heading).title == title


def test_items_of_two_bodies_that_met_at_one_hour_stand_by_meeting(item):
    other = add_item(add_meeting(DAY, "Byrådet"), case="12/32140")
    rows = [item, add_item(item.meeting), other, add_item(other.meeting)]
    # A row that is written again lies behind the others on the disk.
    AgendaItem.objects.filter(pk=item.pk).update(title="Nyere kantine")
    for ordered in (AgendaItem.objects.newest_first(), AgendaItem.objects.oldest_first()):
        assert list(ordered) == rows
    assert AgendaItem.objects.filter(case=item.case).newest_of_each_case().get() == item
