"""The desk in a real browser: files arrive one by one, are looked at and published, and items are corrected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.plugin import DjangoDbBlocker

from minutes.models import Meeting
from tests.browser.conftest import Person
from tests.browser.visitor import Visitor
from tests.build.pdf import pdf
from tests.build.sample import imported_file, minutes_text, open_item
from tests.build.word import paragraph, word

pytestmark = pytest.mark.django_db

SAMPLE = Path(settings.BASE_DIR) / "fixtures" / "minutes" / "2013-01-22-direktionen.txt"
UPLOAD = reverse("admin:minutes_meeting_add")


@pytest.fixture(scope="module")
def stored(publisher: Person, django_db_blocker: DjangoDbBlocker) -> Meeting:
    """A draft of a PDF with two pages, and with a line outside all items."""
    text = minutes_text(date="05-03-2019", extra="En linje uden for alle punkter.")
    with django_db_blocker.unblock():
        return imported_file(pdf(text, "Den anden side har også en linje."), "referat.pdf")


@pytest.fixture
def archivist(publisher: Person, log_in: Callable[[str], Visitor]) -> Visitor:
    return log_in(publisher.session)


def word_of(text: str) -> bytes:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return word("".join(map(paragraph, escaped.split("\n"))))


def send(visitor: Visitor, **files: bytes) -> None:
    """Upload files, and wait until all of them have been read."""
    visitor.visit(UPLOAD)
    chosen = [{"name": name, "mimeType": "", "buffer": content} for name, content in files.items()]
    visitor.page.set_input_files("input[type=file]", chosen)
    visitor.page.click("[type=submit][value=Upload]")
    visitor.page.get_by_role("link", name="Vis, hvad der er klar").wait_for()


def cells(page: Page, table: str) -> list[list[str]]:
    """The first two cells of each line of a table."""
    return [row.inner_text().split("\t")[:2] for row in page.query_selector_all(f"#{table} tr")]


def test_files_are_chosen_together_answered_one_by_one_and_counted(archivist):
    files = {
        "møde i marts.txt": minutes_text(date="12-03-2019").encode(),
        "<b>roman.txt": b"Det var en lang aften.",
        "januar.txt": SAMPLE.read_bytes(),
    }
    send(archivist, **files)
    assert cells(archivist.page, "uploads") == [["møde i marts.txt", "klar"]]
    assert sorted(row[0] for row in cells(archivist.page, "not-kept")) == ["<b>roman.txt", "januar.txt"]
    expect(archivist.page.locator("table:has(#uploads) caption")).to_have_text("1 fil, 1 klar")
    archivist.check_everywhere()
    assert archivist.complaints == []


@pytest.mark.parametrize(
    ("name", "make", "year"),
    [("referat.pdf", pdf, 2019), ("referat.docx", word_of, 2020)],
    ids=["pdf", "docx"],
)
def test_a_sample_is_uploaded_published_and_read_on_its_public_pages(name, make, year, archivist):
    text = (
        SAMPLE.read_text(encoding="utf-8")
        .replace("01-2013", f"01-{year}")
        .replace("januar 2013", f"januar {year}")
    )
    page = archivist.page
    send(archivist, **{name: make(text)})
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name="Gem og offentliggør").click()
    page.get_by_text(f"Direktionen 22-01-{year} (offentliggjort)").wait_for()
    archivist.visit(f"/moeder/direktionen/{year}-01-22/")
    title = page.inner_text(".agenda tr:nth-child(2) th a")
    archivist.visit(f"/moeder/direktionen/{year}-01-22/punkt-2/")
    assert title in page.inner_text("h1")
    assert page.query_selector(".decision")
    assert archivist.complaints == []


def test_the_source_page_of_a_pdf_shows_its_pages_and_leads_from_a_problem_to_its_line(archivist, stored):
    archivist.visit(f"{stored.get_absolute_url()}kilde/")
    page = archivist.page
    assert [heading.inner_text() for heading in page.query_selector_all(".page-break")] == [
        "Side 1",
        "Side 2",
    ]
    assert "Linjerne er dem i teksten" in page.inner_text("main")
    page.click("main ul a[href^='#linje-']")
    assert page.inner_text(":target")
    archivist.check_everywhere()
    assert archivist.complaints == []


def test_an_item_is_corrected_and_one_value_taken_back(archivist, stored):
    archivist.visit(reverse("admin:minutes_meeting_change", args=[stored.pk]))
    page = archivist.page
    page.click(".inlineviewlink >> nth=0")
    page.get_by_label("Titel").fill("Rengøring af rådhuset")
    page.get_by_label("Center 2").select_option(label="JC – Jobcentret")
    page.get_by_label("Rolle 2").select_option(label="har fået til opgave")
    page.click('button:text-is("Gem")')
    told = page.get_by_role("status")
    expect(told).to_contain_text("titel: Ny aftale om rengøring → Rengøring af rådhuset")
    expect(told).to_contain_text(
        "centre: HRC (har indstillet) → HRC (har indstillet), JC (har fået til opgave)"
    )
    page.get_by_role("button", name="Tilbage til det læste: Titel").click()
    expect(page.get_by_label("Titel")).to_have_value("Ny aftale om rengøring")
    assert page.get_by_label("Center 2").input_value()
    assert archivist.complaints == []


def test_what_is_wrong_on_the_page_of_an_item_is_told_above_it_and_leads_to_its_field(archivist, stored):
    archivist.visit(reverse("admin:minutes_agendaitem_change", args=[open_item(stored).pk]))
    page = archivist.page
    page.get_by_label("Sagsnummer").fill("forkert")
    page.click('button:text-is("Gem")')
    expect(page.get_by_role("alert")).to_contain_text("er ikke et sagsnummer")
    page.click("[role=alert] a")
    assert archivist.focused == "id_case_number"
    archivist.check_everywhere()
    assert archivist.complaints == []
