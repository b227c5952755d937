"""Whatever is typed into an address, the answer is a page."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive_site.middleware.query_strings import clean_query_string
from tests.build.hostile_requests import PUBLIC_PARAMETERS
from tests.build.rows import add_decision, add_item, add_meeting, add_role

PAGES = [
    "/",
    "/moeder/",
    "/sager/",
    "/sager/12/32140/",
    "/centre/",
    "/centre/hrc/",
    "/soeg/",
    "/daekning/",
    "/was",
]


def cleaned(query: str) -> HttpRequest:
    seen: list[HttpRequest] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(request)
        return HttpResponse()

    clean_query_string(view)(RequestFactory().get(f"/?{query}"))
    return seen[0]


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("q=a%00b", "a b"),
        ("q=%0c%1f%7f", "   "),
        ("q=%C2%85", " "),
        ("q=%EE%80%80x", " x"),
        ("q=%F0%9F%98%80", "😀"),
        ("q=%C3%A6%C3%B8%C3%A5", "æøå"),
        ("q=1%09+2%0A3", "1  2 3"),
    ],
)
def test_what_no_parameter_can_mean_becomes_a_blank(query: str, value: str) -> None:
    assert cleaned(query).GET["q"] == value


def test_names_are_cleaned_too_and_repeated_parameters_stay() -> None:
    request = cleaned("q%00=1&q%00=2")
    assert request.GET.getlist("q ") == ["1", "2"]


@pytest.fixture
def archive(db: None) -> None:
    item = add_item(add_meeting(), "Ny kantine", "12/32140")
    add_decision(item)
    add_role(item)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(
    "value",
    [
        "%00",
        "%ED%A0%80",
        "%FF%FE",
        "%27%22%3Cscript%3E",
        "9" * 5000,
        "-1",
        "%25",
        "a" * 20000,
        "%F0%9F%98%80",
        "1e400",
        "NaN",
        "%E2%80%AE",
    ],
)
def test_no_value_of_any_parameter_is_an_error(
    client: Client, archive: None, address: str, value: str
) -> None:
    query = "&".join(f"{name}={value}" for name in PUBLIC_PARAMETERS)
    assert client.get(f"{address}?{query}").status_code in {200, 404}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    address=st.sampled_from(PAGES),
    parameters=st.dictionaries(st.sampled_from(PUBLIC_PARAMETERS), st.text(max_size=40), max_size=4),
)
def test_no_combination_of_parameters_is_an_error(
    client: Client, archive: None, address: str, parameters: dict[str, str]
) -> None:
    encodable = {name: value.encode("utf-8", "replace") for name, value in parameters.items()}
    assert client.get(address, encodable).status_code in {200, 302, 404}
