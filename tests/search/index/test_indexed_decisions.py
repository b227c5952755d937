"""The rows by which decisions are listed and those of a case read: one for each that stands under an indexed item."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import AgendaItem, Deferral, Meeting, Outcome, PublicationState, SearchDecision
from minutes.search.index.writing import index_meetings
from tests.build.rows import (
    add_case,
    add_decision,
    add_decision_in_parts,
    add_editor,
    add_item,
    add_meeting,
    add_role,
)

pytestmark = pytest.mark.django_db

CASE = "12/32140"


def index_all() -> None:
    index_meetings(Meeting.objects.values_list("pk", flat=True))


def latest(user: object = None) -> tuple[int, int]:
    rows = SearchDecision.objects.readable_by(user or AnonymousUser())
    return rows.latest_first().values_list("document", "position").first()


def told(item: AgendaItem, **columns: str) -> tuple[int, int]:
    return item.pk, add_decision(item, **columns).position


def test_every_decision_of_a_case_is_a_row():
    item = add_item(add_meeting("2013-08-27"), "Ny kantine", CASE)
    add_decision(item, "Udsættes.", Outcome.DEFERRED)
    add_decision(item, "Anbefales.", Outcome.FORWARDED, date="2013-08-20", body="Økonomiudvalget")
    index_all()
    rows = SearchDecision.objects.values_list("case__number", "body__name", "date", "told_on", "is_deferral")
    day, before = datetime.date(2013, 8, 27), datetime.date(2013, 8, 20)
    assert set(rows) == {
        (CASE, "Direktionen", day, day, True),
        (CASE, "Økonomiudvalget", before, day, False),
    }


def test_a_decision_under_an_item_without_a_case_is_a_row_of_no_case():
    add_decision(add_item(add_meeting()))
    index_all()
    assert SearchDecision.objects.get().case is None


@pytest.mark.parametrize(
    ("state", "is_closed"), [(PublicationState.WITHDRAWN, False), (PublicationState.PUBLISHED, True)]
)
def test_what_is_withdrawn_or_closed_has_none(state, is_closed):
    add_decision(add_item(add_meeting(state=state), "Ny kantine", CASE, is_closed=is_closed))
    index_all()
    assert not SearchDecision.objects.exists()


def test_a_decision_of_a_draft_is_seen_by_staff_alone():
    add_decision(add_item(add_meeting(state=PublicationState.DRAFT), "Ny kantine", CASE))
    index_all()
    assert latest() is None
    assert latest(add_editor()) is not None


def test_the_latest_day_comes_first_whichever_meeting_tells_of_it():
    first = add_item(add_meeting("2013-08-27"), "Ny kantine", CASE)
    second = add_item(add_meeting("2014-01-07"), "Ny kantine", CASE)
    add_decision(second, date="2013-12-01")
    wanted = told(first, date="2014-05-06")
    add_decision(second, date="2014-01-07")
    index_all()
    assert latest() == wanted


def test_of_one_day_that_which_a_later_meeting_tells_of_comes_first_then_the_lower_on_the_page():
    first = add_item(add_meeting("2013-08-27"), "Ny kantine", CASE)
    second = add_item(add_meeting("2013-09-10"), "Ny kantine", CASE)
    add_decision(second, date="2013-08-27")
    wanted = told(second, date="2013-08-27")
    add_decision(first, date="2013-08-27")
    index_all()
    assert latest() == wanted


def test_a_deferral_counts_once_however_many_items_tell_of_it_and_once_for_each_body_and_day():
    for day in ("2013-08-27", "2013-09-10"):
        item = add_item(add_meeting(day), "Ny kantine", CASE)
        add_decision(item, "Udsættes.", Outcome.DEFERRED, date="2013-08-27")
        add_decision(item, "Udsættes.", Outcome.DEFERRED, date="2013-08-27", body="Byrådet")
        add_decision(item, "Godkendt.", date=day)
    index_all()
    assert SearchDecision.objects.deferrals().count() == 2


def test_a_decision_follows_its_item_to_another_case_and_its_outcome_when_corrected():
    item = add_item(add_meeting(), "Ny kantine", CASE)
    decision = add_decision(item)
    index_all()
    item.case = add_case("12/32141")
    item.save()
    decision.outcome = Outcome.DEFERRED
    decision.save()
    index_all()
    (row,) = SearchDecision.objects.values_list("case__number", "is_deferral")
    assert row == ("12/32141", True)


def counted() -> list[tuple[datetime.date, bool]]:
    deferrals = SearchDecision.objects.deferrals()
    return sorted((row["date"], row["in_part"]) for row in deferrals)


def test_a_deferral_of_some_points_counts_and_is_told_apart():
    item = add_item(add_meeting("2013-08-27"), "Ny kantine", CASE)
    add_decision_in_parts(item, Outcome.APPROVED, Outcome.DEFERRED)
    add_decision(item, "Udsættes.", Outcome.DEFERRED, date="2013-08-20")
    add_decision_in_parts(item, Outcome.APPROVED, Outcome.REJECTED, date="2013-08-13")
    index_all()
    assert counted() == [(datetime.date(2013, 8, 20), False), (datetime.date(2013, 8, 27), True)]


def test_a_deferral_that_one_item_tells_of_as_whole_is_whole():
    for day, outcomes in (
        ("2013-08-27", (Outcome.APPROVED, Outcome.DEFERRED)),
        ("2013-09-10", (Outcome.DEFERRED,)),
    ):
        item = add_item(add_meeting(day), "Ny kantine", CASE)
        add_decision_in_parts(item, *outcomes, date="2013-08-27")
    index_all()
    assert counted() == [(datetime.date(2013, 8, 27), False)]


def test_a_row_says_what_the_decision_came_to_and_which_centres_its_item_has_to_do_with():
    item = add_item(add_meeting())
    add_role(item, "HRC")
    add_decision_in_parts(item, Outcome.APPROVED, Outcome.DEFERRED)
    index_all()
    row = SearchDecision.objects.get()
    assert (row.outcomes, row.centre_ids) == (
        [Outcome.APPROVED, Outcome.DEFERRED],
        [item.item_centres.get().centre_id],
    )


def put_off(**columns: bool) -> bool:
    """Whether a row says that something is put off, where a sentence of an approval puts something off."""
    decision = add_decision(add_item(add_meeting()), "Godkendt. Punkt 2 sendes tilbage.")
    kind = Deferral.Kind.SENT_BACK
    Deferral.objects.create(item=decision.item, decision=decision, position=1, line=1, kind=kind, **columns)
    index_all()
    return SearchDecision.objects.get().is_deferral


def test_a_sentence_of_a_decision_may_put_off_a_part_of_it():
    assert put_off(is_part=True)


def test_nothing_waits_where_a_matter_is_decided_and_a_paper_returns():
    assert not put_off(comes_back=True)


def test_nothing_waits_for_what_somebody_else_decides():
    assert not put_off(is_delegated=True)


def test_an_outcome_puts_off_whatever_the_sentences_say():
    add_decision(add_item(add_meeting()), "Udsættes.", Outcome.DEFERRED)
    index_all()
    assert SearchDecision.objects.get().is_deferral
