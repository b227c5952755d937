"""What is answered when something is wrong: in Danish, with the way on, and without the database where that is away."""

from unittest import mock

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.template.loader import render_to_string
from django.test import Client

from minutes.models import Meeting, PublicationState
from minutes.models.meetings import MeetingQuerySet
from tests.build.page import Page
from tests.build.rows import add_item, add_meeting


@pytest.fixture
def patient_client(client: Client, db: None) -> Client:
    """A client that hands back the answer to a failure instead of raising it."""
    client.raise_request_exception = False
    return client


def test_an_unknown_address_is_a_404_with_the_search_box(client: Client, db: None) -> None:
    page = Page(client.get("/findes-ikke/"))
    assert page.status == 404
    assert page.title == "Siden findes ikke"
    assert page.find("input", id="q")


@pytest.mark.parametrize(
    "address",
    [
        "/moeder/direktionen/2013-08-28/",
        "/moeder/ukendt/",
        "/moeder/ukendt/2013-08-27/",
        "/moeder/direktionen/2013-08-27/punkt-9/",
        "/moeder/direkt%00ionen/2013-08-27/",
        "/moeder/%ff%fe/2013-08-27/",
        "/sager/12/%00/",
        "/centre/%ed%a0%80/",
        "/moeder/" + "a" * 5000 + "/b/",
        "/" + "%0a" * 100,
    ],
)
def test_what_no_address_has_is_never_an_error_of_ours(client: Client, db: None, address: str) -> None:
    add_meeting()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["", "punkt-1/", "punkt-99/", "kilde/", "punkt-1/bilag/1/"])
def test_a_withdrawn_meeting_is_gone_from_every_address_it_had(
    client: Client, staff_client: Client, address: str
) -> None:
    add_item(add_meeting(state=PublicationState.WITHDRAWN), "Lederens afgang")
    for reader in (client, staff_client):
        page = Page(reader.get(f"/moeder/direktionen/2013-08-27/{address}"))
        assert page.status == 410
        assert page.title == "Mødet er trukket tilbage"
        assert "Lederens" not in page.html


@pytest.mark.parametrize("failure", [OperationalError, InterfaceError])
def test_a_database_that_is_away_or_too_slow_is_a_503(
    patient_client: Client, failure: type[Exception]
) -> None:
    with mock.patch(
        "minutes.pages.home.Meeting.objects.readable_by", side_effect=failure("canceling statement")
    ):
        response = patient_client.get("/")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "30"
    assert Page(response).title == "Arkivet kan ikke svare lige nu"


def test_a_query_that_runs_into_the_time_limit_is_a_503(patient_client: Client) -> None:
    def ask_slowly(_user: AnonymousUser) -> MeetingQuerySet:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = '20ms'")
            cursor.execute("SELECT pg_sleep(1)")
        return Meeting.objects.none()

    with mock.patch("minutes.pages.home.Meeting.objects.readable_by", side_effect=ask_slowly):
        assert patient_client.get("/").status_code == 503


@pytest.mark.parametrize("failure", [ValueError, DatabaseError])
def test_any_other_failure_is_a_500_that_tells_nothing_of_itself(
    patient_client: Client, failure: type[Exception]
) -> None:
    with mock.patch(
        "minutes.pages.home.Meeting.objects.readable_by", side_effect=failure("hemmelig detalje")
    ):
        page = Page(patient_client.get("/"))
    assert page.status == 500
    assert page.title == "Der skete en fejl"
    assert "hemmelig" not in page.html


@pytest.mark.parametrize(
    "template",
    [
        *("400.html", "403.html", "403_csrf.html", "404.html", "410.html", "413.html"),
        *("500.html", "503.html", "503_read_only.html"),
    ],
)
def test_an_error_page_needs_neither_database_nor_request(template: str) -> None:
    html = render_to_string(template)
    assert '<html lang="da">' in html
    assert "<h1>" in html


def test_a_page_answers_to_get_and_head_only(client: Client, db: None) -> None:
    assert client.head("/").status_code == 200
    for method in (client.post, client.put, client.patch, client.delete):
        assert method("/").status_code == 405


def test_a_host_that_is_not_ours_is_a_400_in_danish(client: Client, db: None) -> None:
    page = Page(client.get("/", headers={"host": "ond.example"}))
    assert page.status == 400
    assert page.title == "Forespørgslen kunne ikke forstås"


@pytest.mark.parametrize(
    ("sent", "line"),
    [
        ({"HTTP_HOST": "hemmelig.example"}, "Refused a request for '/moeder/': DisallowedHost"),
        ({"CONTENT_LENGTH": "hemmelig"}, "Refused a request for '/moeder/': BadRequest"),
        ({"CONTENT_LENGTH": "9" * 9}, "Refused a request for '/moeder/': RequestDataTooBig"),
        ({"CONTENT_TYPE": "hemmelig; charset=latin-1"}, "Refused a request for '/moeder/': BadRequest"),
    ],
)
def test_the_log_says_that_a_request_was_refused_and_repeats_nothing_of_it(
    client: Client, db: None, caplog: pytest.LogCaptureFixture, sent: dict[str, str], line: str
) -> None:
    client.get("/moeder/", **sent)
    assert [record.getMessage() for record in caplog.records if record.levelname != "DEBUG"] == [line]


def test_a_form_without_its_token_is_refused_in_danish(db: None) -> None:
    response = Client(enforce_csrf_checks=True).post("/login/", {"username": "a"})
    assert response.status_code == 403
    assert Page(response).title == "Formularen er for gammel"
