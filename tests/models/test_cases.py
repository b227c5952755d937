"""Case numbers as they are kept, and the cases of numbers."""

import pytest

from minutes.models import Case
from minutes.models.cases import address_of_case, find_or_create_cases


@pytest.mark.parametrize("written", ["12/32140", "12-32140", "sag 2012/32140", "sagsnr.: 2012-32140."])
def test_a_case_number_has_one_form_however_it_is_written(written):
    assert Case.normal_form(written) == "12/32140"


@pytest.mark.parametrize("text", ["", "skole", "12", "12/32140 og 12/32141"])
def test_what_is_no_case_number_has_none(text):
    assert Case.normal_form(text) is None


def test_a_case_has_the_address_of_its_number():
    assert Case(number="09/22035").get_absolute_url() == address_of_case("09/22035") == "/sager/09/22035/"


@pytest.mark.django_db
def test_the_cases_of_numbers_are_found_or_created_with_year_and_serial():
    known = Case.objects.create(number="12/32140", year=2012, serial=32140)
    cases = find_or_create_cases(["99/101", "12/32140", "99/101"])
    assert cases["12/32140"] == known
    assert (cases["99/101"].year, cases["99/101"].serial) == (1999, 101)
    assert Case.objects.count() == 2
