"""The rows know every word of the parser, and each has a Danish label of its own."""

import pytest

from minutes.models import CentreRole, Outcome, SectionKind
from minutes.parser import values


@pytest.mark.parametrize(
    ("choices", "words"),
    [(SectionKind, values.SectionKind), (Outcome, values.Outcome), (CentreRole, values.CentreRole)],
)
def test_the_choices_are_the_words_of_the_parser_in_their_order(choices, words):
    assert choices.values == [word.value for word in words]
    assert len(set(choices.labels)) == len(choices.labels)
    assert all(label == label.lower() for label in choices.labels)


def test_a_section_stands_under_the_word_for_its_kind():
    assert SectionKind.CASE_PRESENTATION.heading == "Sagsfremstilling"
    assert SectionKind.POLICY.heading == "Politik/plan"


def test_a_centre_that_recommends_has_more_to_do_with_an_item_than_one_that_is_mentioned():
    ranked = [
        CentreRole.RECOMMENDS,
        CentreRole.RESPONSIBLE,
        CentreRole.TASKED,
        CentreRole.PARTICIPATES,
        CentreRole.MENTIONED,
    ]
    assert sorted(CentreRole, key=lambda role: role.rank) == ranked
    assert [role.rank for role in ranked] == [role.rank for role in values.CentreRole] == [0, 1, 2, 3, 4]


def test_every_outcome_says_something_but_the_one_for_all_others():
    assert [outcome for outcome in Outcome if not outcome.says_something] == [Outcome.OTHER]
