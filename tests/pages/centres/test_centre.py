import datetime
from collections.abc import Callable

import pytest
from django.test import Client

from minutes.models import CentreRole, PublicationState
from tests.build.indexing_client import IndexingClient
from tests.build.page import Page
from tests.build.rows import add_centre, add_decision, add_editor, add_item, add_meeting, add_role

Read = Callable[..., Page]
ADDRESS = "/centre/hrc/"


@pytest.fixture
def client() -> Client:
    return IndexingClient()


@pytest.fixture
def staff_client(db: None) -> Client:
    client = IndexingClient()
    client.force_login(add_editor())
    return client


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ({"valid_from": 2013, "valid_to": 2014}, "2013–2014"),
        ({"valid_from": 2015}, "fra 2015"),
        ({"valid_to": 2014}, "til 2014"),
    ],
)
def test_a_centre_tells_its_years(read: Read, years: dict[str, int], told: str) -> None:
    add_centre("HRC", "HR-Centret", **years)
    assert told in read(ADDRESS).main


def test_a_centres_items_are_listed_newest_first_with_case_and_outcome(read: Read) -> None:
    for day in ("2013-02-05", "2014-05-06"):
        item = add_item(add_meeting(day), "Ny kantine", "12/32140")
        add_decision(item)
        add_role(item)
    page = read(ADDRESS)
    assert page.row("06-05").startswith("06-05-2014 Direktionen Ny kantine 12/32140 Godkendt")
    assert page.main.index("06-05-2014") < page.main.index("05-02-2013")


def test_the_items_can_be_read_by_role(read: Read) -> None:
    meeting = add_meeting()
    add_role(add_item(meeting, "Indstillet"), "HRC", CentreRole.RECOMMENDS)
    both = add_item(meeting, "Begge dele")
    add_role(both, "HRC", CentreRole.RECOMMENDS)
    add_role(both, "HRC", CentreRole.MENTIONED)
    add_role(add_item(meeting, "Med på råd"), "HRC", CentreRole.PARTICIPATES)
    add_role(add_item(meeting, "En andens"), "JC", CentreRole.MENTIONED)
    page = read(ADDRESS)
    assert page.find("ul", class_="choices")[0].text == "alle 3 har indstillet 2 deltager 1 er nævnt 1"
    assert page.link("deltager 1") == "?rolle=deltager"
    assert "Med på råd" in read(ADDRESS, rolle="deltager").main
    assert page.link("er nævnt 1") == "?rolle=naevnt"
    mentioned = read(ADDRESS, rolle="naevnt")
    assert "Begge dele" in mentioned.main
    assert "Indstillet" not in mentioned.main


@pytest.mark.parametrize("role", ["", "mentioned", "hest", "\x00", "indstiller\x00"])
def test_an_unknown_role_is_every_role(read: Read, role: str) -> None:
    add_role(add_item(add_meeting(), "Ny kantine"), "HRC", CentreRole.MENTIONED)
    page = read(ADDRESS, rolle=role)
    assert page.status == 200
    assert "Ny kantine" in page.main


@pytest.mark.parametrize("year", ["1950", "hest", "9" * 400, "-1", "\x00"])
def test_a_year_without_items_is_every_year(read: Read, year: str) -> None:
    add_role(add_item(add_meeting(), "Ny kantine"))
    assert "Ny kantine" in read(ADDRESS, aar=year).main


def test_the_items_of_one_year_can_be_read_alone(read: Read) -> None:
    add_role(add_item(add_meeting("2013-02-05"), "Ny kantine"))
    add_role(add_item(add_meeting("2014-02-05"), "Nyt køkken"))
    page = read(ADDRESS, aar="2014")
    assert "Kun 2014." in page.main
    assert "Ny kantine" not in page.main
    assert page.link("Vis alle år") == "?"


def test_the_roles_are_counted_in_the_year_that_is_shown_and_none_that_the_centre_has_had_is_missing(
    read: Read,
) -> None:
    add_role(add_item(add_meeting("2013-02-05"), "Ny kantine"), "HRC", CentreRole.RECOMMENDS)
    add_role(add_item(add_meeting("2014-02-05"), "Nyt køkken"), "HRC", CentreRole.MENTIONED)
    page = read(ADDRESS, aar="2014")
    assert page.find("ul", class_="choices")[0].text == "alle 1 har indstillet 0 er nævnt 1"
    assert page.row("2013") == "2013 1 0 0 0 0 1"


def test_the_chart_and_its_table_tell_the_same(read: Read) -> None:
    for day in ("2013-02-05", "2013-03-05", "2015-02-05"):
        item = add_item(add_meeting(day))
        add_role(item, "HRC", CentreRole.RECOMMENDS)
        add_role(item, "HRC", CentreRole.TASKED)
    page = read(ADDRESS)
    assert page.row("2013") == "2013 2 0 2 0 0 2"
    assert page.row("2015") == "2015 1 0 1 0 0 1"
    assert [text.text for text in page.find("svg", role="img")[0:1]] == ["2 2013 2014 1 2015"]


def test_the_first_and_the_last_day_of_a_year_count_in_it(read: Read) -> None:
    for day in ("2012-12-31", "2013-01-01", "2013-12-31", "2014-01-01"):
        add_role(add_item(add_meeting(day)), "HRC", CentreRole.RECOMMENDS)
    page = read(ADDRESS)
    assert [page.row(year) for year in ("2012", "2013", "2014")] == [
        "2012 1 0 0 0 0 1",
        "2013 2 0 0 0 0 2",
        "2014 1 0 0 0 0 1",
    ]


def test_a_meeting_in_the_last_year_that_a_date_can_have_is_counted_like_any_other(read: Read) -> None:
    for day in ("2013-02-05", "9999-12-31"):
        add_role(add_item(add_meeting(day)), "HRC", CentreRole.RECOMMENDS)
    assert read(ADDRESS).row("9999") == "9999 1 0 0 0 0 1"


def test_nothing_closed_counts_anywhere_on_the_page(read: Read, read_as_staff: Read) -> None:
    add_role(add_item(add_meeting(), "Lederens afgang", "13/4321", is_closed=True))
    for page in (read(ADDRESS), read_as_staff(ADDRESS)):
        assert "Arkivet har ingen punkter om centret." in page.main
        assert "Lederens" not in page.html


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_nothing_unpublished_counts_anywhere_on_the_page(read: Read, state: PublicationState) -> None:
    add_role(add_item(add_meeting(state=state), "Ny kantine"))
    assert "Arkivet har ingen punkter om centret." in read(ADDRESS).main


def test_staff_see_and_count_drafts_too(read: Read, read_as_staff: Read) -> None:
    add_role(add_item(add_meeting(state=PublicationState.DRAFT), "Ny kantine"))
    add_role(add_item(add_meeting("2013-09-10"), "Nyt køkken"))
    assert read(ADDRESS).find("ul", class_="choices")[0].text == "alle 1 har indstillet 1"
    page = read_as_staff(ADDRESS)
    assert page.find("ul", class_="choices")[0].text == "alle 2 har indstillet 2"
    assert "Ny kantine kladde" in page.main


def test_items_of_one_day_stand_in_the_order_of_their_meetings(read: Read) -> None:
    for hour, title in ((10, "Formiddag"), (14, "Eftermiddag")):
        meeting = add_meeting(start_time=datetime.time(hour), slug=f"2013-08-27-{hour}00")
        for number in (1, 2):
            add_role(add_item(meeting, f"{title} {number}"))
    text = read(ADDRESS).main
    places = [text.index(title) for title in ("Eftermiddag 1", "Eftermiddag 2", "Formiddag 1", "Formiddag 2")]
    assert places == sorted(places)


@pytest.mark.parametrize("slug", ["ukendt", "HRC", "0"])
def test_an_unknown_centre_is_not_found(read: Read, slug: str) -> None:
    add_centre()
    assert read(f"/centre/{slug}/").status == 404


def test_the_items_can_be_had_as_a_file_with_a_row_for_each_role(client: Client, db: None) -> None:
    item = add_item(add_meeting(), "Ny kantine", "12/32140")
    add_decision(item)
    add_role(item, "HRC", CentreRole.RECOMMENDS)
    add_role(item, "HRC", CentreRole.TASKED)
    add_role(item, "JC", CentreRole.MENTIONED)
    add_role(add_item(add_meeting("2013-09-10"), "Lederens afgang", "13/4321", is_closed=True))
    text = client.get(ADDRESS, {"format": "csv"}).getvalue().decode("utf-8-sig")
    address = "http://testserver/moeder/direktionen/2013-08-27/punkt-1/"
    assert sorted(text.splitlines()) == sorted(
        [
            "Mødedato;Organ;Punkt;Titel;Sag;Rolle;Udfald;Adresse;Bevis",
            f"27-08-2013;Direktionen;1;Ny kantine;sag 12/32140;har indstillet;godkendt;{address};",
            f"27-08-2013;Direktionen;1;Ny kantine;sag 12/32140;har fået til opgave;godkendt;{address};",
        ]
    )


def test_the_file_of_one_role_has_no_row_for_another(client: Client, db: None) -> None:
    item = add_item(add_meeting(), "Ny kantine")
    add_role(item, "HRC", CentreRole.RECOMMENDS)
    add_role(item, "HRC", CentreRole.TASKED)
    text = client.get(ADDRESS, {"format": "csv", "rolle": "opgave"}).getvalue().decode("utf-8-sig")
    (row,) = text.splitlines()[1:]
    assert ";har fået til opgave;" in row


def test_a_busy_centre_comes_in_pages_that_keep_the_choice(read: Read) -> None:
    meeting = add_meeting()
    for _ in range(51):
        add_role(add_item(meeting), "HRC", CentreRole.TASKED)
    page = read(ADDRESS, rolle="opgave")
    assert "Side 1 af 2" in page.main
    assert page.link("Næste side") == "?rolle=opgave&side=2"
