"""The page of a standing title: its items through the meetings, whatever their dates and case numbers."""

from __future__ import annotations

import csv
from collections.abc import Callable

import pytest
from django.test import Client

from minutes.editing.following import NotJoinedError, say_of_series
from minutes.models import AgendaItem, Case, Meeting, PublicationState, Series
from tests.build.page import Page
from tests.build.rows import add_decision, add_editor, add_item, add_meeting

Read = Callable[..., Page]
ADDRESS = "/serier/oekonomiopfoelgning/"


def add_occurrence(
    day: str, title: str, case: str = "", state: PublicationState = PublicationState.PUBLISHED
) -> AgendaItem:
    return add_item(add_meeting(day, state=state), title, case)


def test_it_follows_a_title_across_dates_spans_and_case_numbers(read: Read) -> None:
    add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012", "12/1")
    add_occurrence("2013-03-05", "A - Økonomiopfølgning d. 5. marts 2013", "13/1")
    add_decision(
        add_occurrence("2014-09-03", "ØKONOMIOPFØLGNING 3-4 - 09-2014", "14/1"), "Taget til efterretning."
    )
    page = read(ADDRESS)
    assert page.title == "ØKONOMIOPFØLGNING"
    assert "Sidst behandlet 03-09-2014 3 punkter siden 2012" in page.main
    assert [cell.text[:10] for cell in page.find("td", class_="nowrap")] == [
        "03-09-2014",
        "05-03-2013",
        "06-03-2012",
    ]
    assert "Taget til efterretning." in page.main
    assert page.link("13/1") == "/sager/13/1/"


def test_the_address_is_that_of_its_oldest_occurrence_when_it_was_first_published(
    read: Read, client: Client
) -> None:
    add_occurrence("2013-03-05", "Nyt - fra Ø-udvalget 05-03-2013")
    assert client.get("/serier/nyt-fra-oe-udvalget/").status_code == 200
    add_occurrence("2012-03-06", "NYT, FRA Ø-UDVALGET, 06-03-2012")
    page = read("/serier/nyt-fra-oe-udvalget/")
    assert "2 punkter siden 2012" in page.main
    assert Series.objects.count() == 1


def test_while_it_stands_in_drafts_alone_nobody_else_has_an_address_of_it(read: Read, client: Client) -> None:
    add_occurrence("2013-03-05", "Økonomiopfølgning 05-03-2013", state=PublicationState.DRAFT)
    assert client.get(ADDRESS).status_code == 404
    client.force_login(add_editor())
    assert client.get(ADDRESS).status_code == 200


def test_drafts_and_withdrawn_and_closed_items_are_neither_shown_nor_counted(read: Read) -> None:
    add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012")
    for number, state in enumerate((PublicationState.DRAFT, PublicationState.WITHDRAWN), start=1):
        add_occurrence(f"2013-03-0{number}", f"Økonomiopfølgning 0{number}-03-2013", state=state)
    add_item(add_meeting("2014-03-04"), "Økonomiopfølgning 04-03-2014", is_closed=True)
    page = read(ADDRESS)
    assert "1 punkt siden 2012" in page.main
    assert not {"01-03-2013", "02-03-2013", "04-03-2014"} & set(page.main.split())


@pytest.mark.parametrize(
    "titles",
    [
        [("2013-03-05", "Ny kantine", "12/1")],
        [("2013-03-05", "Ny kantine", "12/1"), ("2013-04-02", "Ny kantine", "12/1")],
        [("2013-03-05", "Ny kantine", "12/1"), ("2013-03-05", "Ny kantine", "12/2")],
    ],
)
def test_a_matter_that_returns_under_its_own_number_has_no_page(
    client: Client, db: None, titles: list[tuple[str, str, str]]
) -> None:
    for day, title, case in titles:
        meeting = Meeting.objects.filter(slug=day).first() or add_meeting(day)
        add_item(meeting, title, case)
    assert client.get("/serier/ny-kantine/").status_code == 404
    assert not Series.objects.exists()


@pytest.mark.parametrize("slug", ["ukendt", "a" * 300, "-"])
def test_an_unknown_series_is_not_found(client: Client, db: None, slug: str) -> None:
    assert client.get(f"/serier/{slug}/").status_code == 404


@pytest.mark.parametrize("address", ["?side=99", "?side=-1", "?side=x", "?format=xml"])
def test_what_it_does_not_know_gives_the_nearest_page(client: Client, db: None, address: str) -> None:
    add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012")
    assert client.get(ADDRESS + address).status_code == 200


def test_a_long_series_comes_in_pages(read: Read) -> None:
    meeting = add_meeting("2012-03-06")
    for _ in range(51):
        add_item(meeting, "Økonomiopfølgning 06-03-2012")
    assert len(read(ADDRESS).find("th", scope="row")) == 50
    assert len(read(f"{ADDRESS}?side=2").find("th", scope="row")) == 1


# For programs


def test_csv_and_json_give_what_is_published(client: Client, db: None) -> None:
    add_decision(add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012", "12/1"), "Godkendt.")
    add_occurrence("2013-03-05", "Økonomiopfølgning 05-03-2013", state=PublicationState.DRAFT)
    client.force_login(add_editor())
    rows = list(
        csv.reader(
            client.get(f"{ADDRESS}?format=csv").getvalue().decode("utf-8-sig").splitlines(), delimiter=";"
        )
    )
    assert [row[3] for row in rows[1:]] == ["Økonomiopfølgning 06-03-2012"]
    told = client.get(f"{ADDRESS}?format=json").json()
    assert told["count"] == 1
    assert told["items"][0]["url"] == "http://testserver/moeder/direktionen/2012-03-06/punkt-1/"
    assert told["items"][0]["decision"] == "Godkendt: Godkendt."


# What an editor says


def test_what_an_editor_joins_is_one_series_and_its_address_leads_there(read: Read, client: Client) -> None:
    add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012")
    add_occurrence("2013-03-05", "Budgetopfølgning 05-03-2013")
    read(ADDRESS)
    one, other = (Series.objects.get(key__startswith=key) for key in ("økonomi", "budget"))
    say_of_series(other, None, joined_to=one, is_none=False)
    page = read(ADDRESS)
    assert "2 punkter siden 2012" in page.main
    assert "Samlet af arkivet med Økonomiopfølgning." in page.main
    assert client.get("/serier/budgetopfoelgning/").headers["Location"] == ADDRESS
    say_of_series(other, None, joined_to=None, is_none=False)
    assert client.get("/serier/budgetopfoelgning/").status_code == 200


def test_what_an_editor_says_is_no_series_has_no_page(read: Read, client: Client) -> None:
    add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012")
    read(ADDRESS)
    say_of_series(Series.objects.get(), None, joined_to=None, is_none=True)
    assert client.get(ADDRESS).status_code == 404


def test_series_are_joined_neither_in_a_ring_nor_with_what_is_none(read: Read) -> None:
    add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012")
    add_occurrence("2013-03-05", "Budgetopfølgning 05-03-2013")
    read(ADDRESS)
    one, other = Series.objects.all()
    say_of_series(other, None, joined_to=one, is_none=False)
    one.refresh_from_db()
    with pytest.raises(NotJoinedError):
        say_of_series(one, None, joined_to=other, is_none=False)
    with pytest.raises(NotJoinedError):
        say_of_series(one, None, joined_to=one, is_none=False)


@pytest.mark.parametrize("is_root", [True, False])
def test_a_title_that_nobody_may_see_leads_nowhere_though_an_editor_joined_it(
    read: Read, client: Client, staff_client: Client, is_root: bool
) -> None:
    item = add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012")
    add_occurrence("2013-03-05", "Hemmelig sag 05-03-2013", state=PublicationState.DRAFT)
    read(ADDRESS)
    seen, hidden = (Series.objects.get(key__startswith=key) for key in ("økonomi", "hemmelig"))
    one, other = (hidden, seen) if is_root else (seen, hidden)
    say_of_series(other, None, joined_to=one, is_none=False)
    page = read(ADDRESS)
    assert page.status == 200
    assert "emmelig" not in page.html
    assert read(f"{ADDRESS}feed/").status == 200
    assert read(item.get_absolute_url()).link("Alle møder med den faste titel") == ADDRESS
    for address in (
        "/serier/hemmelig-sag/",
        "/serier/hemmelig-sag/feed/",
        "/serier/hemmelig-sag/?format=csv",
    ):
        assert client.get(address).status_code == 404
    # Who sees the draft sees both under the address of that with which the other was joined.
    assert staff_client.get(other.get_absolute_url()).headers["Location"] == one.get_absolute_url()
    assert staff_client.get(one.get_absolute_url()).status_code == 200


def test_a_title_joined_with_what_is_none_has_no_page(read: Read, client: Client) -> None:
    add_occurrence("2012-03-06", "Økonomiopfølgning 06-03-2012")
    add_occurrence("2013-03-05", "Budgetopfølgning 05-03-2013")
    read(ADDRESS)
    one, other = Series.objects.all()
    say_of_series(other, None, joined_to=one, is_none=False)
    say_of_series(one, None, joined_to=None, is_none=True)
    assert client.get(ADDRESS).status_code == client.get(other.get_absolute_url()).status_code == 404


def test_a_collective_case_leads_to_no_series_that_a_closed_item_alone_made(
    read: Read, client: Client
) -> None:
    meeting = add_meeting("2013-03-05")
    for title in ("Ny cykelsti", "Ny cykelsti", "Kantine", "Ferie", "Parkering"):
        add_item(meeting, title, "12/9")
    Case.objects.update(collective_by_hand=True)
    add_occurrence("2012-03-06", "Ny cykelsti", "12/1")
    assert 'href="/serier/ny-cykelsti/"' in read("/sager/12/9/").html
    AgendaItem.objects.filter(case__number="12/1").update(is_closed=True)
    assert 'href="/serier/ny-cykelsti/"' not in read("/sager/12/9/").html
    assert client.get("/serier/ny-cykelsti/").status_code == 404
