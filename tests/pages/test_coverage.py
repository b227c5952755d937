from collections.abc import Callable

from minutes.models import PublicationState
from tests.build.page import Page
from tests.build.rows import add_meeting

Read = Callable[..., Page]


def test_each_body_has_a_calendar_of_its_meetings(read: Read) -> None:
    add_meeting("2013-02-05")
    add_meeting("2013-02-19")
    add_meeting("2013-08-27")
    add_meeting("2014-03-18", "Byrådet")
    page = read("/daekning/")
    assert [heading.text for heading in page.find("h2")][:2] == ["Byrådet", "Direktionen"]
    assert page.row("2013") == "2013 – 2 – – – – – 1 – – – –"
    assert "3 møder" in page.main
    assert "1 møde " in page.main


def test_a_year_without_meetings_shows_as_a_gap(read: Read) -> None:
    add_meeting("2013-02-05")
    add_meeting("2015-02-05")
    assert read("/daekning/").row("2014") == "2014" + " –" * 12


def test_a_year_leads_to_its_meetings(read: Read) -> None:
    add_meeting("2013-02-05")
    assert read("/daekning/").link("2013") == "/moeder/?organ=direktionen&aar=2013"


def test_only_what_the_reader_may_see_is_counted(read: Read, read_as_staff: Read) -> None:
    add_meeting("2013-02-05", state=PublicationState.DRAFT)
    add_meeting("2013-03-05", state=PublicationState.WITHDRAWN)
    assert "Der er endnu ingen møder i arkivet." in read("/daekning/").main
    assert read_as_staff("/daekning/").row("2013") == "2013 – 1" + " –" * 10
