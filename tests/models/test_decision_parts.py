"""A decision whose parts differ comes to what each of them does; any other to what it says as a whole."""

import pytest
from django.db import IntegrityError, transaction

from minutes.models import AgendaItem, Decision, DecisionPart, Outcome
from tests.build.rows import add_decision, add_decision_in_parts, add_item, add_meeting, add_part

pytestmark = pytest.mark.django_db

APPROVED, DEFERRED, OTHER = Outcome.APPROVED, Outcome.DEFERRED, Outcome.OTHER


@pytest.fixture
def item() -> AgendaItem:
    return add_item(add_meeting())


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ([APPROVED, DEFERRED], [APPROVED, DEFERRED]),
        ([DEFERRED, APPROVED, DEFERRED], [DEFERRED, APPROVED]),
        ([APPROVED, OTHER], [APPROVED, OTHER]),
        ([APPROVED, APPROVED], [APPROVED]),
        ([DEFERRED], [DEFERRED]),
    ],
)
def test_outcomes_are_those_of_the_parts_each_once(item, outcomes, expected):
    assert add_decision_in_parts(item, *outcomes).outcomes == expected


def test_a_decision_without_parts_has_its_own(item):
    assert add_decision(item, outcome=DEFERRED).outcomes == [DEFERRED]
    assert add_decision(item, outcome=OTHER).outcomes == [OTHER]


def test_what_is_said_of_the_whole_holds_for_its_parts(item):
    decision = add_decision_in_parts(item, APPROVED, DEFERRED)
    decision.outcome = Outcome.REJECTED
    assert (decision.outcomes, decision.different_answers) == ([Outcome.REJECTED], [])


@pytest.mark.parametrize(
    ("outcomes", "is_deferral", "is_partial"),
    [
        ([DEFERRED], True, False),
        ([DEFERRED, DEFERRED], True, False),
        ([APPROVED, DEFERRED], True, True),
        ([DEFERRED, OTHER], True, True),
        ([APPROVED, Outcome.REJECTED], False, False),
        ([APPROVED], False, False),
    ],
)
def test_a_deferral_is_whole_or_in_part(item, outcomes, is_deferral, is_partial):
    decision = add_decision_in_parts(item, *outcomes)
    assert (decision.is_deferral, decision.is_partial_deferral) == (is_deferral, is_partial)
    assert list(AgendaItem.objects.deferred()) == ([item] if is_deferral else [])


def test_parts_stand_in_their_order(item):
    decision = add_decision_in_parts(item, APPROVED, DEFERRED)
    assert decision.different_answers == [("1", "approved"), ("2", "deferred")]
    assert [str(part) for part in decision.parts.all()] == ["1: godkendt", "2: udsat"]


def test_answers_come_with_the_decision_where_they_are_asked_for(item, django_assert_num_queries):
    add_decision_in_parts(item, APPROVED, DEFERRED)
    add_decision(item, outcome=OTHER)
    with django_assert_num_queries(1):
        outcomes = [decision.outcomes for decision in Decision.objects.with_answers()]
    assert outcomes == [[APPROVED, DEFERRED], [OTHER]]


def test_a_part_has_no_outcome_that_nobody_knows(item):
    decision = add_decision(item)
    with pytest.raises(IntegrityError, match="decisionpart_outcome_check"), transaction.atomic():
        add_part(decision, outcome="vedtaget")


def test_no_two_parts_of_a_decision_stand_in_one_place(item):
    part = add_part(add_decision(item))
    part.pk = None
    with pytest.raises(IntegrityError, match="decisionpart_decision_position_unique"), transaction.atomic():
        part.save(force_insert=True)


def test_parts_go_with_their_decision(item):
    add_decision_in_parts(item, APPROVED, DEFERRED).delete()
    assert not DecisionPart.objects.exists()
