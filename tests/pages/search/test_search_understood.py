"""Periods and outcomes in the words of a search: what they find, and the chips that take them back."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode

import pytest
from django.http import QueryDict
from django.test import Client

from minutes.models import Outcome, PublicationState, SectionKind
from minutes.pages.search.search_controls import SearchControls
from minutes.pages.search.search_form import SearchForm
from tests.build.indexed import add_indexed_item
from tests.build.page import Page
from tests.build.rows import add_meeting
from tests.build.schools import SEARCH

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _items() -> None:
    add_indexed_item(
        add_meeting("2012-05-01"), "Skoler", sections={SectionKind.DECISION: "Godkendt, før 2015 er omme."}
    )
    add_indexed_item(add_meeting("2013-05-01"), "Skoler", outcomes=[(Outcome.DEFERRED, "2013-05-01")])
    add_indexed_item(add_meeting("2014-05-01"), "Skoler", "Punktet blev udsat i april.")


def found(client: Client, q: str, **parameters: str) -> list[str]:
    answer = client.get(SEARCH, {"q": q, "format": "json", **parameters})
    assert answer.status_code == 200
    return [result["date"][:4] for result in answer.json()["results"]]


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("skoler før 2014", ["2012", "2013"]),
        ("skoler efter 1. maj 2012", ["2013", "2014"]),
        ("skoler mellem 2013 og 2014", ["2013", "2014"]),
        ("skoler foråret 2014", ["2014"]),
        ("skoler før 2010", []),
        ("før 2014", ["2012", "2013"]),
        ('skoler "før 2015"', ["2012"]),
        ("skoler udsat før 2014", ["2013"]),
    ],
)
def test_a_period_narrows_whatever_else_is_asked(client: Client, typed, years):
    assert sorted(found(client, typed)) == years


def test_what_has_the_outcome_stands_before_what_says_so(client: Client):
    assert found(client, "udsat skoler") == ["2013", "2014"]
    assert found(client, '"udsat" skoler') == ["2014"]


def test_a_period_and_a_filter_both_hold(client: Client):
    assert found(client, "skoler før 2014", aar="2013") == ["2013"]
    assert found(client, "skoler før 2014", aar="2014") == []


def test_each_has_a_chip_that_gives_the_words_back_in_quotes(client: Client):
    page = Page(client.get(SEARCH, {"q": "udsat skoler før 2014"}))
    chips = [link for link in page.find("a") if link.text.startswith("Fjern filter")]
    assert [chip.text for chip in chips] == [
        "Fjern filter: Udfald: udsat ×",
        "Fjern filter: Periode: før 2014 (– 31-12-2013) ×",
    ]
    back = Page(client.get(SEARCH + chips[0]["href"]))
    assert [box["value"] for box in back.find("input", id="q")] == ['"udsat" skoler før 2014']


@pytest.mark.parametrize("typed", ["2012-2013", "2012/2013", "2012 – 2013"])
def test_what_may_be_years_or_a_case_leads_to_the_years_too(client: Client, typed):
    page = Page(client.get(SEARCH, {"q": typed}))
    (link,) = [link for link in page.find("a") if link.text == "årene 2012 til 2013"]
    years = client.get(SEARCH + link["href"], {}).context["hits"]
    assert sorted(hit.item.date.year for hit in years) == [2012, 2013]


@pytest.mark.parametrize("typed", ["2013-2012", "2013", "12/2013"])
def test_what_is_no_span_of_years_leads_to_none(client: Client, typed):
    assert client.get(SEARCH, {"q": typed}).context["span_of_years"] is None


def test_programs_are_told_too(client: Client):
    answer = client.get(SEARCH, {"q": "skoler før 2014", "format": "json"}).json()
    assert answer["understood"] == [
        {"kind": "Periode", "meaning": "før 2014 (– 31-12-2013)", "as_words": 'skoler "før 2014"'}
    ]


def test_misspelt_words_are_put_right_within_the_period(client: Client):
    answer = client.get(SEARCH, {"q": "skolerr før 2014", "format": "json"}).json()
    assert answer["did_you_mean"] == "skoler før 2014"
    assert [result["date"][:4] for result in answer["results"]] == ["2013", "2012"]


def test_the_chips_of_a_page_are_made_once() -> None:
    """For each of them the text is read again: twenty periods took a second where three places asked."""
    form = SearchForm(QueryDict("q=intet i år i år i år"))
    controls = SearchControls(form.query.text, form)
    assert [chip.label.split(" (")[0] for chip in controls.chips] == ["Periode: i år"] * 3
    assert controls.chips is controls.chips


def test_all_that_was_understood_is_taken_back_at_once(read):
    page = read(SEARCH, q="skoler udsat før 2014", organ="direktionen")
    assert parse_qs(page.link("Fjern alle filtre")[1:]) == {"q": ['skoler "udsat" "før 2014"']}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("skoler før 2010", "skoler"),
        ("hvilke skoler blev udsat før 2010", "skoler"),
        ("skoler -tag udsat i foråret 2010", "skoler -tag"),
    ],
)
def test_where_nothing_was_found_the_words_alone_can_be_searched_for(read, typed, words):
    page = read(SEARCH, q=typed)
    assert f"Intet punkt i arkivet svarer til {typed}." in page.main.replace('"', "")
    assert f"Søg kun efter {words}" in page.main
    assert page.link(words) == f"?{urlencode({'q': words})}"
    assert "Søg uden filtre" not in page.main


@pytest.mark.parametrize("typed", ["før 2010", "godkendt før 2010", "hvilke sager blev udsat før 2010"])
def test_where_no_words_are_left_none_are_offered(read, typed):
    assert "Søg kun efter" not in read(SEARCH, q=typed).main


@pytest.mark.parametrize("typed", ["skoler 2012-2014", "skoler 2012/2014", "skoler 2012 – 2014"])
def test_years_beside_words_are_asked_about_where_no_item_has_them(read, typed):
    page = read(SEARCH, q=typed)
    assert "Mente du skoler fra 2012 til 2014?" in page.main
    assert parse_qs(page.link("skoler fra 2012 til 2014")[1:]) == {"q": ["skoler fra 2012 til 2014"]}


@pytest.mark.parametrize(
    "typed", ["skoler 2014-2012", 'skoler "2012-2014"', "skoler 2012-2014 2013-2015", "plan 2012-2016"]
)
def test_what_is_no_span_or_what_an_item_has_is_not_asked_about(read, typed):
    add_indexed_item(add_meeting("2015-05-01"), "Plan 2012-2016")
    assert "Mente du" not in read(SEARCH, q=typed).main


@pytest.mark.parametrize("typed", ["direktionen 1/5", "direktionsmødet den 1. maj", "Direktionen 1.5."])
def test_a_day_without_its_year_behind_a_body_finds_its_newest_meeting_on_that_day(client: Client, typed):
    assert found(client, typed) == ["2014"]
    page = Page(client.get(SEARCH, {"q": typed}))
    assert "(seneste møde 01-05-2014)" in page.main
    assert "Direktionen 1. maj 2012" in page.main  # the others are named
    assert [link for link in page.links if "%22" in link]


def test_taken_back_it_is_words(client: Client):
    answer = client.get(SEARCH, {"q": "direktionsmøde 1/5", "format": "json"}).json()
    (understood,) = answer["understood"]
    assert understood == {
        "kind": "Dag",
        "meaning": "1/5 (seneste møde 01-05-2014)",
        "as_words": 'direktionsmøde "1/5"',
    }
    assert client.get(SEARCH, {"q": understood["as_words"], "format": "json"}).json()["understood"] == []


def test_each_reader_has_the_newest_meeting_that_he_may_see(client: Client, staff_client: Client):
    draft = add_meeting("2015-05-01", state=PublicationState.DRAFT)
    add_indexed_item(draft, "Hemmeligt")
    assert found(client, "direktionen 1/5") == ["2014"]
    assert found(staff_client, "direktionen 1/5") == ["2015"]
    csv = staff_client.get(SEARCH, {"q": "direktionen 1/5", "format": "csv"})
    assert "Hemmeligt" not in b"".join(csv).decode()


@pytest.mark.parametrize("typed", ["direktionen 2/5", "direktionen 31/2", "skoler 1/5", "1/5"])
def test_a_day_of_no_meeting_or_without_a_body_is_words(client: Client, typed):
    assert client.get(SEARCH, {"q": typed, "format": "json"}).json()["understood"] == []


def test_a_body_without_a_meeting_on_that_day_has_nothing_near(client: Client):
    answer = client.get(SEARCH, {"q": "direktionen 2/5", "format": "json"}).json()
    assert (answer["count"], answer["near"]) == (0, [])


def test_filters_narrow_the_meeting_too(client: Client):
    assert found(client, "direktionen 1/5", aar="2012") == []
