"""The page that explains the search: its examples are of the archive, and each finds something for everybody."""

import pytest

from minutes.models import PublicationState
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.schools import SEARCH, add_hidden

pytestmark = pytest.mark.django_db

ABOUT = "/om/soegning/"


def examples(page) -> list[str]:
    return [link for link in page.links if link.startswith(f"{SEARCH}?")]


@pytest.mark.usefixtures("schools")
def test_every_example_finds_something(read):
    page = read(ABOUT)
    assert page.status == 200
    assert "12/32140" in page.main
    assert len(examples(page)) >= 8
    for address in examples(page):
        assert "Ingen punkter fundet" not in read(address).main


def test_without_anything_in_the_archive_it_explains_all_the_same(read):
    page = read(ABOUT)
    assert page.status == 200
    assert examples(page) == []
    assert "Sæt anførselstegn om dem." in page.main
    assert "hentet i arkivet" not in page.main


def test_no_example_is_of_what_not_everybody_may_see(read_as_staff):
    add_hidden()
    add_indexed_item(
        add_meeting("2015-01-01", state=PublicationState.DRAFT), "Hemmelige skoleplaner", case="15/1"
    )
    page = read_as_staff(ABOUT)
    assert examples(page) == []
    assert "Hemmelige" not in page.main


def test_it_is_reached_from_the_search_and_from_every_page(read):
    assert ABOUT in read(SEARCH).links
    assert ABOUT in read("/").links


def test_the_examples_ask_for_what_a_title_is_about(read):
    add_indexed_item(add_meeting("2015-01-01"), "Endelig vedtagelse af lokalplan for boliger")
    shown = read(ABOUT).main
    assert "hvad blev der besluttet om lokalplan" in shown
    assert "lokalplan siden 2015" in shown
    assert "besluttet om endelig" not in shown


def test_it_explains_abbreviations_sums_and_beginnings(read):
    shown = read(ABOUT).main
    for explained in ("MED-udvalget", "1500 t.kr.", "skol*", "12/32140 punkt 4"):
        assert explained in shown
