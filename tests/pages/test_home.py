from collections.abc import Callable

from minutes.models import PublicationState
from tests.build.follow_ups import matter_held
from tests.build.page import Page
from tests.build.rows import add_item, add_meeting

Read = Callable[..., Page]


def test_the_search_box_stands_before_everything_else(read: Read) -> None:
    page = read("/")
    boxes = page.find("input", type="search")
    assert [box["name"] for box in boxes] == ["q"]
    assert page.title == "Hvad er der besluttet?"


def test_the_newest_meetings_are_listed_with_their_number_of_items(read: Read) -> None:
    old, new = add_meeting("2013-08-27"), add_meeting("2014-05-06")
    add_item(old)
    add_item(new)
    add_item(new)
    text = read("/").main
    assert text.index("Direktionen 6. maj 2014 2 punkter") < text.index(
        "Direktionen 27. august 2013 1 punkt "
    )


def test_what_the_archive_covers_is_told_for_each_body(read: Read) -> None:
    add_meeting("2013-02-05")
    add_meeting("2015-09-15")
    add_meeting("2014-03-18", "Byrådet")
    page = read("/")
    assert "Byrådet 1 møde, marts 2014 " in page.main
    assert "Direktionen 2 møder, februar 2013 – september 2015" in page.main


def test_an_empty_archive_says_so(read: Read) -> None:
    assert "Der er endnu ingen møder i arkivet." in read("/").main


def test_a_draft_is_on_the_front_page_for_staff_only(read: Read, read_as_staff: Read) -> None:
    add_meeting("2014-05-06", state=PublicationState.DRAFT)
    assert "6. maj 2014" not in read("/").main
    assert "Direktionen 6. maj 2014 kladde" in read_as_staff("/").main


def test_what_is_open_is_counted_and_leads_to_its_lists(read: Read) -> None:
    assert read("/").find(id="open") == []
    matter_held("05-02-2013", "Ny cykelsti", "13/101", "Udsættes.")
    matter_held("05-03-2013", "Ny kantine", "13/102", "Udsættes.", publish=False)
    page = read("/")
    assert page.link("1 udsat sag") == "/opfoelgning/udsatte/?tilstand=aaben"
    assert page.link("Huskelistens emner") == "/opfoelgning/"
