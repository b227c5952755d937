"""Whose minutes these are is a setting, and what pages say of it follows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings, settings
from django.template.loader import render_to_string

from tests.build.page import Page
from tests.build.rows import add_item, add_meeting

Read = Callable[..., Page]
ITEM = "/moeder/direktionen/2013-08-27/punkt-1/"


@pytest.fixture
def elsewhere(settings: LazySettings) -> None:
    settings.ARCHIVE_MUNICIPALITY = "Nyby Kommune"
    add_item(add_meeting())


@pytest.mark.usefixtures("db", "elsewhere")
@pytest.mark.parametrize(
    "address", ["/", "/moeder/", ITEM, "/sager/", "/soeg/?q=kantine", "/was", "/findes-ikke/"]
)
def test_another_name_stands_wherever_the_pages_say_whose_they_are(read: Read, address: str) -> None:
    page = read(address)
    assert "Høje-Taastrup" not in page.html
    assert "– Nyby Kommune</title>" in page.html
    assert "<small>Nyby Kommune</small>" in page.html
    assert "Referater fra Nyby Kommunes politiske" in page.html


@pytest.mark.usefixtures("db", "elsewhere")
def test_a_reference_begins_with_the_name_and_leads_to_the_item(read: Read) -> None:
    reference = read(ITEM).find("p", id="henvisning")[0].text
    assert reference.startswith("Nyby Kommune, Direktionen 27. august 2013, punkt 1, http")
    assert ITEM in read("/soeg/", q=reference.partition(", http")[0]).links


@pytest.mark.usefixtures("db", "elsewhere")
def test_who_cannot_read_a_page_is_told_whom_to_write_to(read: Read) -> None:
    assert "Skriv til Nyby Kommune" in read("/was").main


def test_a_page_that_is_made_without_a_request_has_the_name_too(settings: LazySettings) -> None:
    settings.ARCHIVE_MUNICIPALITY = "Nyby Kommune"
    assert "– Nyby Kommune</title>" in render_to_string("500.html")


def test_no_template_has_a_name_of_its_own() -> None:
    templates = (Path(settings.BASE_DIR) / "templates").rglob("*.html")
    assert [path.name for path in templates if "Taastrup" in path.read_text()] == []
