"""How centres are called, and bodies where both stand in one list."""

import pytest

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
