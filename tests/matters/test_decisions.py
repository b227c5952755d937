"""All decisions of a case: which one is in force, and how often the case was deferred."""

import pytest

from minutes.matters.decisions import CaseDecisions, read_decisions
from minutes.models import EVERYBODY, AgendaItem, Outcome, PublicationState
from minutes.search.index.writing import index_meetings
from tests.build.rows import add_case, add_decision, add_editor, add_item, add_meeting

pytestmark = pytest.mark.django_db


def decide(
    day: str, outcome: Outcome = Outcome.APPROVED, *told: tuple[str, Outcome], **meeting: PublicationState
) -> AgendaItem:
    """An item of the case with the decision of its day, and those of other days of which it tells."""
    item = add_item(add_meeting(day, **meeting), case="12/32140")
    for date, told_outcome in told:
        add_decision(item, outcome=told_outcome, date=date)
    add_decision(item, outcome=outcome)
    index_meetings([item.meeting.pk])
    return item


def decisions(reader=EVERYBODY) -> CaseDecisions:
    return read_decisions(add_case("12/32140"), reader)


def test_a_case_without_decisions_has_none_in_force():
    index_meetings([add_item(add_meeting(), case="12/32140").meeting.pk])
    assert decisions() == CaseDecisions(latest=None, deferrals=0)


def test_the_latest_is_in_force_and_comes_with_the_item_that_tells_of_it(django_assert_num_queries):
    decide("2013-02-05", Outcome.REJECTED)
    newest = decide("2013-08-27")
    latest = decisions().latest
    with django_assert_num_queries(0):
        assert (latest.item, latest.item.meeting.body, latest.section.title) == (
            newest,
            newest.meeting.body,
            "Beslutning",
        )


def test_a_deferral_counts_once_in_however_many_meetings_it_is_told_of():
    decide("2013-02-05", Outcome.DEFERRED)
    decide("2013-03-05", Outcome.DEFERRED, ("2013-02-05", Outcome.DEFERRED))
    decide("2013-08-27", Outcome.APPROVED, ("2013-02-05", Outcome.DEFERRED))
    assert decisions().deferrals == 2


def test_under_a_collective_number_each_matter_that_is_put_off_on_a_day_counts():
    meeting = add_meeting("2013-02-05")
    case = add_case("12/32140")
    case.collective_by_hand = True
    case.save()
    for title in ("Øvrige sager", "Ny kantine"):
        add_decision(add_item(meeting, title, "12/32140"), outcome=Outcome.DEFERRED)
    index_meetings([meeting.pk])
    assert read_decisions(case, EVERYBODY).deferrals == 2


def test_a_draft_decides_for_those_who_see_drafts():
    published = decide("2013-02-05")
    draft = decide("2013-08-27", Outcome.DEFERRED, state=PublicationState.DRAFT)
    assert (decisions().latest.item, decisions().deferrals) == (published, 0)
    seen = decisions(add_editor())
    assert (seen.latest.item, seen.deferrals) == (draft, 1)


def test_what_the_index_still_knows_of_a_closed_item_is_not_in_force():
    item = decide("2013-08-27")
    AgendaItem.objects.filter(pk=item.pk).update(is_closed=True)
    assert decisions().latest is None
