"""How centres are called, and bodies where both stand in one list."""

import pytest

from minutes.models.centres import follows_itself
from minutes.search.query.named_units import read_organisation
from tests.build.rows import add_body, add_centre

pytestmark = pytest.mark.django_db


def test_a_centre_is_called_by_its_name_with_its_code_wherever_it_stands():
    centre = add_centre("HRC", "HR-Centret")
    assert centre.name_with_code == "HR-Centret (HRC)"
    assert read_organisation().centres[centre.pk].name_with_code == "HR-Centret (HRC)"


def test_a_body_has_no_code_to_be_called_by():
    body = add_body("Byrådet")
    assert read_organisation().bodies[body.pk].name_with_code == "Byrådet"


def test_a_centre_comes_after_itself_directly_or_by_way_of_others():
    one, two, three, four = (add_centre(f"{letter}C", f"{letter}-Centret") for letter in "ABCD")
    one.successors.add(two)
    two.successors.add(three)
    assert follows_itself(one, [one])
    assert follows_itself(two, [one])
    assert follows_itself(three, [four, one])
    assert not follows_itself(three, [four])
    assert not follows_itself(one, [two, three])
    assert not follows_itself(one, [])


def test_centres_that_come_after_each_other_already_are_no_endless_way():
    one, two, three = (add_centre(f"{letter}C", f"{letter}-Centret") for letter in "ABC")
    one.successors.add(two)
    two.successors.add(one)
    assert not follows_itself(three, [one])
