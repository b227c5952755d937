from collections.abc import Callable

import pytest

from minutes.models import PublicationState
from tests.build.page import Page
from tests.build.rows import add_body, add_item, add_meeting

Read = Callable[..., Page]


def test_meetings_stand_under_their_year_newest_first(read: Read) -> None:
    for date in ("2013-02-05", "2015-09-15", "2013-08-27"):
        add_meeting(date)
    page = read("/moeder/")
    assert [heading.text for heading in page.find("h2")] == ["2015", "2013"]
    assert page.main.index("tirsdag 27. august") < page.main.index("tirsdag 5. februar")


def test_a_meeting_is_listed_with_body_place_and_number_of_items(read: Read) -> None:
    add_item(add_meeting("2013-08-27", location="Mødelokale B105"))
    assert read("/moeder/").row("tirsdag") == "tirsdag 27. august Direktionen Mødelokale B105 1 punkt"


def test_the_list_can_be_narrowed_to_a_body_and_a_year(read: Read) -> None:
    add_meeting("2013-08-27")
    add_meeting("2013-03-19", "Byrådet")
    add_meeting("2014-03-18", "Byrådet")
    page = read("/moeder/", organ="byraadet", aar="2013")
    assert page.row("tirsdag").startswith("tirsdag 19. marts Byrådet")
    assert len(page.find("tr")) == 2


def test_the_years_offered_are_those_with_meetings(read: Read) -> None:
    add_meeting("2013-08-27")
    add_meeting("2015-09-15")
    add_meeting("2016-09-15", state=PublicationState.DRAFT)
    (years, _) = read("/moeder/").find("select")
    assert years.text == "Alle år 2015 2013"


@pytest.mark.parametrize(
    "value", ["1950", "99999", "-1", "hest", "2013 ", "²", "9" * 400, "\x00", "2013\x00"]
)
def test_an_unknown_year_filters_nothing_and_is_told(read: Read, value: str) -> None:
    add_meeting("2014-05-06")
    page = read("/moeder/", aar=value)
    assert page.status == 200
    assert "Arkivet har ingen møder i det år." in page.main
    assert "6. maj" in page.main


def add_bodies_not_published() -> None:
    add_meeting("2013-08-27")
    add_meeting("2013-08-27", "Byrådet", PublicationState.DRAFT)
    add_meeting("2013-08-27", "Udvalget", PublicationState.WITHDRAWN)
    add_body("Rådet")


def test_the_bodies_offered_are_those_with_meetings_that_the_reader_may_see(
    read: Read, read_as_staff: Read
) -> None:
    add_bodies_not_published()
    assert read("/moeder/").find("select")[1].text == "Alle organer Direktionen"
    assert read_as_staff("/moeder/").find("select")[1].text == "Alle organer Byrådet Direktionen"


@pytest.mark.parametrize("slug", ["byraadet", "udvalget", "raadet"])
@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("/moeder/", "Arkivet har intet organ af det navn."),
        ("/soeg/", "Arkivet har intet organ af det navn, der står i adressen."),
    ],
)
def test_a_body_without_such_a_meeting_is_as_unknown_as_one_that_never_was(
    read: Read, slug: str, address: str, answer: str
) -> None:
    add_bodies_not_published()
    pages = [read(address, organ=name) for name in (slug, "ukendt")]
    assert all(answer in page.main for page in pages)


@pytest.mark.parametrize("value", ["ukendt", "1", "\x00", "a" * 3000, "ø'; --"])
def test_an_unknown_body_filters_nothing_and_is_told(read: Read, value: str) -> None:
    add_meeting("2014-05-06")
    page = read("/moeder/", organ=value)
    assert page.status == 200
    assert "Arkivet har intet organ af det navn." in page.main


def test_a_long_list_comes_in_pages_that_keep_the_filter(read: Read) -> None:
    for day in range(1, 32):
        for month in ("01", "03", "05"):
            add_meeting(f"2013-{month}-{day:02}")
    first = read("/moeder/", organ="direktionen")
    assert "Side 1 af 2" in first.main
    assert first.link("Næste side") == "?organ=direktionen&side=2"
    assert "Side 2 af 2" in read("/moeder/", side="2").main


@pytest.mark.parametrize("side", ["0", "-1", "999999", "hest", "1.5", "9" * 5000, "\x00"])
def test_a_page_number_that_leads_nowhere_gives_a_page_there_is(read: Read, side: str) -> None:
    add_meeting("2014-05-06")
    page = read("/moeder/", side=side)
    assert page.status == 200
    assert "6. maj" in page.main


def test_a_draft_is_listed_for_staff_only(read: Read, read_as_staff: Read) -> None:
    add_meeting("2014-05-06", state=PublicationState.DRAFT)
    assert "Arkivet har ingen møder, der passer." in read("/moeder/").main
    assert read_as_staff("/moeder/").row("tirsdag").startswith("tirsdag 6. maj Direktionen kladde")


def test_a_withdrawn_meeting_is_listed_for_nobody(read: Read, read_as_staff: Read) -> None:
    add_meeting("2014-05-06", state=PublicationState.WITHDRAWN)
    assert "6. maj" not in read("/moeder/").main
    assert "6. maj" not in read_as_staff("/moeder/").main
