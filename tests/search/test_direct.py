import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import PublicationState
from minutes.search.direct import FoundCase, FoundDocument, find_cases, find_document
from minutes.search.query import parse_query
from tests.rows import add_meeting
from tests.search.indexed import add_indexed_item

pytestmark = pytest.mark.django_db

NOBODY = AnonymousUser()


@pytest.mark.parametrize(
    "typed", ["12/32140", "12-32140", "12 / 32140", "2012/32140", "sag 12/32140", "32140"]
)
def test_a_case_number_leads_to_its_case(typed):
    meeting = add_meeting()
    add_indexed_item(meeting, case="12/32140")
    add_indexed_item(meeting, case="12/32140")
    add_indexed_item(meeting, case="12/321")
    assert find_cases(parse_query(typed), NOBODY) == [FoundCase("12/32140", 2)]


def test_the_halves_of_the_number_are_those_of_the_address():
    case = FoundCase("09/22035", 1)
    assert (case.year, case.serial) == ("09", "22035")


def test_an_unknown_case_number_is_said_to_be_unknown():
    assert find_cases(parse_query("12/32141"), NOBODY) == [FoundCase("12/32141", 0)]


def test_a_serial_leads_to_all_its_cases_and_an_unknown_one_is_just_a_number():
    meeting = add_meeting()
    add_indexed_item(meeting, case="12/32140")
    add_indexed_item(meeting, case="13/32140")
    assert find_cases(parse_query("32140"), NOBODY) == [FoundCase("12/32140", 1), FoundCase("13/32140", 1)]
    assert find_cases(parse_query("2013"), NOBODY) == []


@pytest.mark.parametrize("typed", ["12/60", "12-60", "2012/60"])
def test_what_may_be_a_case_or_a_date_leads_to_the_case_where_there_is_one(typed):
    assert find_cases(parse_query(typed), NOBODY) == []
    add_indexed_item(add_meeting(), case="12/60")
    assert find_cases(parse_query(typed), NOBODY) == [FoundCase("12/60", 1)]


@pytest.mark.parametrize("typed", ["", "skole", "skole 12/32140", "216558/15"])
def test_what_is_no_case_number_leads_to_no_case(typed, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert find_cases(parse_query(typed), NOBODY) == []


@pytest.mark.parametrize("typed", ["12/32140", "32140"])
def test_a_case_that_may_not_be_seen_is_unknown(typed, django_user_model):
    add_indexed_item(add_meeting(), case="12/32140", is_closed=True)
    add_indexed_item(add_meeting(body="Byrådet", state=PublicationState.WITHDRAWN), case="12/32140")
    draft = add_meeting(body="Udvalget", state=PublicationState.DRAFT)
    add_indexed_item(draft, case="12/32140")
    assert not any(case.items for case in find_cases(parse_query(typed), NOBODY))
    staff = django_user_model.objects.create_user("staff", is_staff=True)
    assert find_cases(parse_query(typed), staff) == [FoundCase("12/32140", 1)]


def test_a_document_number_is_counted_where_it_is_named():
    meeting = add_meeting()
    add_indexed_item(meeting, documents=["216558/15", "216558/15"])
    add_indexed_item(meeting, documents=["269057/12"])
    add_indexed_item(meeting, documents=["216558/15"], is_closed=True)
    assert find_document(parse_query("dok.nr. 216558-15"), NOBODY) == FoundDocument("216558/15", 1)
    assert find_document(parse_query("216559/15"), NOBODY) == FoundDocument("216559/15", 0)
    assert find_document(parse_query("12/32140"), NOBODY) is None
