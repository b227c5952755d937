import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import Meeting, PublicationState
from minutes.search.guidance.shortcuts import (
    FoundCase,
    FoundDocument,
    Shortcuts,
    find_body,
    find_cases,
    find_centre,
    find_document,
    find_item,
    find_meetings,
    find_shortcuts,
)
from minutes.search.query.named_units import read_organisation
from minutes.search.query.query import parse_query
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_centre, add_editor, add_meeting

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
    assert FoundCase("09/22035", 1).address == "/sager/09/22035/"


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
    staff = add_editor()
    assert find_cases(parse_query(typed), staff) == [FoundCase("12/32140", 1)]


def test_a_document_number_is_counted_where_it_is_named():
    meeting = add_meeting()
    add_indexed_item(meeting, documents=["216558/15", "216558/15"])
    add_indexed_item(meeting, documents=["269057/12"])
    add_indexed_item(meeting, documents=["216558/15"], is_closed=True)
    for typed in ("dok.nr. 216558-15", "/dokumenter/216558-15/", "/dokumenter/216558/2015/"):
        assert find_document(parse_query(typed), NOBODY) == FoundDocument("216558/15", 1)
    assert find_document(parse_query("216559/15"), NOBODY) == FoundDocument("216559/15", 0)
    assert find_document(parse_query("12/32140"), NOBODY) is None


@pytest.fixture
def meetings() -> dict[str, Meeting]:
    add_centre("HRC", "HR-Centret")
    return {
        "direktionen": add_meeting("2013-08-27"),
        "byrådet": add_meeting("2013-08-27", "Byrådet"),
        "later": add_meeting("2013-08-29"),
        "other month": add_meeting("2013-09-03"),
        "draft": add_meeting("2013-08-28", state=PublicationState.DRAFT),
        "withdrawn": add_meeting("2013-08-30", state=PublicationState.WITHDRAWN),
    }


def named(typed: str):
    return parse_query(typed, read_organisation().names)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("27-08-2013", ["byrådet", "direktionen"]),
        ("27. august 2013", ["byrådet", "direktionen"]),
        ("Direktionen 27. august 2013", ["direktionen"]),
        ("27/8 2013 byrådet", ["byrådet"]),
        ("august 2013", ["later", "byrådet", "direktionen"]),
        ("direktionen august 2013", ["later", "direktionen"]),
        # in other forms, and with words that add nothing
        ("27-08-13", ["byrådet", "direktionen"]),
        ("2013-08", ["later", "byrådet", "direktionen"]),
        ("Direktionens møde den 27. august 2013", ["direktionen"]),
        ("byrådsmødet 27. august 2013", ["byrådet"]),
        ("direktionsmøde august 2013", ["later", "direktionen"]),
        ("referat af mødet i Byrådet tirsdag den 27. august 2013", ["byrådet"]),
        ("https://arkiv.example/moeder/direktionen/2013-08-27/", ["direktionen"]),
    ],
)
def test_a_day_or_month_leads_to_its_meetings(meetings, typed, found):
    assert find_meetings(named(typed), NOBODY) == [meetings[name] for name in found]


@pytest.mark.parametrize(
    "typed",
    ["direktionen", "2013", "26-08-2013", "budget 27-08-2013", "-27-08-2013 direktionen", "HRC 27-08-2013", "",
     "27-08-2013 28-08-2013", '"august 2013"', "28-08-2013", "30-08-2013", "direktionen 27-08-2013 OR budget",
     "/moeder/direktionen/2013-08-28/", "/moeder/direktionen/2001-01-01/", "/moeder/", "/moeder/direktionen/"],
)  # fmt: skip
def test_what_is_no_day_or_more_than_that_leads_to_no_meeting(meetings, typed):
    assert find_meetings(named(typed), NOBODY) == []


def test_staff_are_led_to_drafts_too(meetings, django_user_model):
    staff = add_editor()
    assert find_meetings(named("28-08-2013"), staff) == [meetings["draft"]]
    assert find_meetings(named("30-08-2013"), staff) == []


REFERENCE = "Høje-Taastrup Kommune, Direktionen 27. august 2013, punkt 2, sag 12/32140"


@pytest.mark.parametrize(
    "typed",
    [
        REFERENCE,
        f"{REFERENCE}, https://arkiv.example/moeder/direktionen/2013-08-27/punkt-2/",
        "https://arkiv.example/moeder/direktionen/2013-08-27/punkt-2/",
        "/moeder/direktionen/2013-08-27/punkt-2/#punkt-2",
        "direktionen 27-08-2013 punkt 2",
        "budget direktionen 27-08-2013 punkt 2",
    ],
)
def test_a_reference_leads_to_its_item(meetings, typed):
    add_indexed_item(meetings["direktionen"], "Skole")
    add_indexed_item(meetings["byrådet"], "Skole")
    item = add_indexed_item(meetings["direktionen"], "Budget", case="12/32140")
    assert find_item(named(typed), NOBODY) == item


@pytest.mark.parametrize(
    "typed",
    ["direktionen 27-08-2013 punkt 9", "27-08-2013 punkt 1", "direktionen punkt 1", "direktionen 28-08-2013 punkt 1",
     "/moeder/direktionen/2013-08-28/punkt-1/", "/moeder/direktionen/2013-08-27/punkt-9/", "/sager/12/1/", "punkt 1"],
)  # fmt: skip
def test_what_names_no_item_that_may_be_seen_leads_to_none(meetings, typed):
    add_indexed_item(meetings["direktionen"], "Skole")
    add_indexed_item(meetings["draft"], "Skole")
    assert find_item(named(typed), NOBODY) is None


@pytest.mark.parametrize("address", ["https://arkiv.example/sager/12/32140/", "/sager/2012/32140/"])
def test_the_address_of_a_case_leads_to_it_however_its_year_is_written(address):
    add_indexed_item(add_meeting(), case="12/32140")
    assert find_cases(parse_query(address), NOBODY) == [FoundCase("12/32140", 1)]


@pytest.mark.parametrize("address", ["/sager/12/kantinen/", "/sager/12/32141/"])
def test_an_address_of_no_case_leads_to_none(address):
    add_indexed_item(add_meeting(), case="12/32140")
    assert find_cases(parse_query(address), NOBODY) == []


@pytest.mark.parametrize(
    "typed",
    ["HRC", "hr-centeret", "HR Centret", "HR-Centerets", "HRCs", "HRC's", "http://arkiv.example/centre/hrc/"],
)
def test_a_centre_is_known_by_its_code_and_its_name(meetings, typed):
    assert find_centre(named(typed)).code == "HRC"


@pytest.mark.parametrize("typed", ["HRC budget", "-HRC", "direktionen", "HRC 2013", "hr", ""])
def test_more_or_less_than_a_centre_leads_to_none(meetings, typed):
    assert find_centre(named(typed)) is None


def test_a_body_is_known_by_its_name(meetings):
    assert find_body(named("byrådet"), NOBODY).name == "Byrådet"
    assert find_body(named("byråd"), NOBODY).name == "Byrådet"
    assert find_body(named("i Byrådet"), NOBODY).name == "Byrådet"
    assert find_body(named("byrådet OR direktionen"), NOBODY) is None
    assert find_body(named("byrådet budget"), NOBODY) is None
    assert find_body(named("HRC"), NOBODY) is None


def test_a_body_that_has_met_in_no_public_meeting_is_not_known():
    add_meeting("2013-08-27", "Udvalget", state=PublicationState.DRAFT)
    assert find_body(named("udvalget"), NOBODY) is None


def test_a_plain_word_asks_for_nothing(django_assert_num_queries):
    query = parse_query("skole")
    find_shortcuts(query, NOBODY)
    with django_assert_num_queries(0):
        assert find_shortcuts(query, NOBODY) == Shortcuts([], None, None, [], None, None)


@pytest.mark.parametrize(
    "typed",
    ["direktionsmøde 27/8", "Direktionen den 27. august", "direktionen 27.8.", "direktionsmødet 27-8"],
)
def test_a_day_without_its_year_behind_a_body_leads_to_its_meetings_on_it_the_newest_first(typed):
    for date in ("2012-08-27", "2014-08-27", "2013-08-28"):
        add_meeting(date)
    add_meeting("2015-08-27", body="Byrådet")
    query = parse_query(typed, read_organisation().names)
    found = find_meetings(query, AnonymousUser())
    assert [str(meeting.date) for meeting in found] == ["2014-08-27", "2012-08-27"]


@pytest.mark.parametrize(
    "typed", ["27/8", "skoler 27/8", "direktionen 31/2", "direktionen 27/13", "direktionen 27/8 skoler"]
)
def test_a_day_without_a_year_and_a_body_leads_to_no_meeting(typed):
    add_meeting("2014-08-27")
    assert find_meetings(parse_query(typed, read_organisation().names), AnonymousUser()) == []
