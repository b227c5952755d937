"""The address that the search box asks while somebody types."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from minutes.models import PublicationState
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_centre, add_meeting

pytestmark = pytest.mark.django_db

ADDRESS = "/soeg/forslag/"


@pytest.fixture
def ask(client: Client) -> Callable[..., list[dict[str, Any]]]:
    def ask(typed: str) -> list[dict[str, Any]]:
        response = client.get(ADDRESS, {"q": typed})
        assert response.status_code == 200
        return json.loads(response.content)["groups"]

    return ask


@pytest.fixture
def archive() -> None:
    add_centre("KAC", "Kantinecentret")
    add_indexed_item(add_meeting(), "Ny kantine", "Om kantinedrift", case="12/32140")


@pytest.mark.usefixtures("archive")
def test_suggestions_come_in_groups_with_a_heading_each(ask: Callable[..., Any]) -> None:
    assert ask("kant") == [
        {
            "label": "Punkter",
            "suggestions": [
                {
                    "label": "Ny kantine – Direktionen 27-08-2013",
                    "address": "/moeder/direktionen/2013-08-27/punkt-1/",
                }
            ],
        },
        {"label": "Centre", "suggestions": [{"label": "Kantinecentret (KAC)", "address": "/centre/kac/"}]},
        {
            "label": "Ord",
            "suggestions": [
                {"label": "kantine", "query": "kantine"},
                {"label": "kantinedrift", "query": "kantinedrift"},
            ],
        },
    ]


@pytest.mark.usefixtures("archive")
def test_a_number_leads_to_a_case(ask: Callable[..., Any]) -> None:
    (group,) = ask("12-32")
    assert group == {
        "label": "Sager",
        "suggestions": [{"label": "Sag 12/32140 – Ny kantine", "address": "/sager/12/32140/"}],
    }


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("typed", ["", " ", "zz", "%", "12/99", "\x00", '"'])
def test_where_nothing_begins_so_nothing_is_suggested(ask: Callable[..., Any], typed: str) -> None:
    assert ask(typed) == []


def test_without_a_text_nothing_is_suggested(client: Client) -> None:
    assert client.get(ADDRESS).json() == {"groups": []}


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "query",
    ["q=%00%ff%fe", "q=%ED%A0%80kant", "q=kant%5C%27%22", "q=" + "kant" * 500, "q=%E2%80%8Bkant", "q[]=1"],
)
def test_no_bytes_break_it(client: Client, query: str) -> None:
    assert client.get(f"{ADDRESS}?{query}").status_code == 200


def test_markup_in_a_title_stays_the_text_it_is(ask: Callable[..., Any]) -> None:
    add_indexed_item(add_meeting(), "Kantine <img src=x onerror=alert(1)>")
    label = ask("kant")[0]["suggestions"][0]["label"]
    assert label.startswith("Kantine <img src=x onerror=alert(1)>")


def test_the_answer_is_json_that_no_other_site_can_read_as_a_page(client: Client) -> None:
    response = client.get(ADDRESS, {"q": "kant"})
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_browser_keeps_it_for_seconds_and_nobody_else_does(client: Client) -> None:
    assert client.get(ADDRESS, {"q": "kant"}).headers["Cache-Control"] == "private, max-age=20"


def test_what_staff_are_told_is_kept_nowhere(staff_client: Client) -> None:
    add_indexed_item(add_meeting(state=PublicationState.DRAFT), "Kantinen lukkes")
    response = staff_client.get(ADDRESS, {"q": "kant"})
    assert "Kantinen lukkes" in response.content.decode()
    assert response.headers["Cache-Control"] == "private, no-store"


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("address", ["/", "/moeder/", "/soeg/", "/soeg/?q=kantine"])
def test_without_javascript_a_search_box_is_a_plain_field(client: Client, address: str) -> None:
    html = client.get(address).content.decode()
    assert html.count('type="search"') == html.count('id="q"') == 1
    assert "combobox" not in html
    assert "js/suggestions.js" in html
