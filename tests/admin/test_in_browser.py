"""The admin in a real browser, under the strict content security policy: no page makes it complain."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes.models import Meeting
from tests.build.pdf import pdf
from tests.build.sample import imported, minutes_text
from tests.build.word import paragraph, word

SAMPLE = Path(__file__).resolve().parents[2] / "fixtures" / "minutes" / "2013-01-22-direktionen.txt"
CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="there is no /usr/bin/chromium"),
]


def word_of(text: str) -> bytes:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return word("".join(map(paragraph, escaped.split("\n"))))


@pytest.fixture
def stored(transactional_db, organisation) -> Meeting:
    return imported(extra="En linje uden for alle punkter.")


@pytest.fixture
def page(stored, live_server, admin_user, tmp_path) -> Iterator:
    """A page that is logged in; what the browser complains of is collected in `page.complaints`."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            tmp_path / "profile",
            executable_path=CHROMIUM,
            chromium_sandbox=False,
            args=["--disable-gpu", "--no-first-run", "--disable-background-networking"],
            locale="da-DK",
        )
        page = browser.pages[0]
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(f"{live_server.url}/admin/")
        page.fill("#id_username", "admin")
        page.fill("#id_password", "password")
        page.click("[type=submit]")
        yield page
        browser.close()


def complaints(page) -> list[str]:
    """Without the browser's advice on forms and on the focus."""
    return [text for text in page.complaints if not text.startswith(("verbose", "info"))]


def test_files_are_chosen_together_and_answered_one_by_one(page, live_server):
    page.click("text=Upload referater")
    page.set_input_files(
        "input[type=file]",
        [
            {"name": name, "mimeType": "text/plain", "buffer": content.encode()}
            for name, content in (
                ("møde i marts.txt", minutes_text(date="05-03-2013")),
                ("<b>roman.txt", "Det var en mørk aften."),
            )
        ],
    )
    page.check("text=Offentliggør straks")
    page.click("[type=submit][value=Upload]")
    lines = [row.inner_text().split("\t") for row in page.query_selector_all(".upload-result > tbody > tr")]
    assert [line[:2] for line in lines] == [
        ["møde i marts.txt", "importeret"],
        ["<b>roman.txt", "afvist"],
    ]
    assert "(offentliggjort)" in lines[0][2]
    assert complaints(page) == []


def test_the_upload_and_its_answer_are_accessible(page, live_server):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.goto(f"{live_server.url}/admin/minutes/meeting/add/")
    assert axe.run(page, context="#content").response["violations"] == []
    text = minutes_text(date="05-03-2013", extra="En linje uden for alle punkter.")
    files = [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name in ("a.txt", "b.pdf")]
    page.set_input_files("input[type=file]", files)
    page.click("[type=submit][value=Upload]")
    page.click("summary")
    assert axe.run(page, context="#content").response["violations"] == []


def upload(page, live_server, name: str, content: bytes) -> None:
    page.goto(f"{live_server.url}/admin/minutes/meeting/add/")
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "", "buffer": content})
    page.check("text=Offentliggør straks")
    page.click("[type=submit][value=Upload]")
    assert page.inner_text(".upload-result > tbody > tr").split("\t")[:2] == [name, "importeret"]


@pytest.mark.parametrize(
    ("name", "make"), [("referat.pdf", pdf), ("referat.docx", word_of)], ids=["pdf", "docx"]
)
def test_a_sample_is_uploaded_and_read_on_its_public_pages(name, make, page, live_server):
    upload(page, live_server, name, make(SAMPLE.read_text(encoding="utf-8")))
    page.goto(f"{live_server.url}/moeder/direktionen/2013-01-22/")
    title = page.inner_text(".agenda tr:nth-child(2) a")
    page.goto(f"{live_server.url}/moeder/direktionen/2013-01-22/punkt-2/")
    assert title in page.inner_text("h1")
    assert page.query_selector(".decision")
    assert complaints(page) == []


def test_the_source_page_of_a_pdf_shows_its_pages_and_problems_to_everybody(page, live_server):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    first = minutes_text(date="05-03-2013", extra="En linje uden for alle punkter.")
    upload(page, live_server, "referat.pdf", pdf(first, "Den anden side har også en linje."))
    page.goto(f"{live_server.url}/moeder/direktionen/2013-03-05/kilde/")
    assert [heading.inner_text() for heading in page.query_selector_all(".page-break")] == [
        "Side 1",
        "Side 2",
    ]
    assert "Linjerne er dem i teksten" in page.inner_text("main")
    link = page.query_selector("main ul a[href^='#linje-']")
    link.click()
    assert page.inner_text(":target")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe.run(page).response["violations"] == [], scheme
    page.set_viewport_size({"width": 320, "height": 600})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert complaints(page) == []


def test_no_page_breaks_the_content_security_policy(page, live_server, stored):
    pages = (
        "",
        "minutes/meeting/",
        f"minutes/meeting/{stored.pk}/change/",
        f"minutes/meeting/{stored.pk}/delete/",
        "minutes/meeting/add/",
        "minutes/agendaitem/?is_closed__exact=0",
        "minutes/centre/add/",
        "minutes/section/",
        "minutes/sourcedocument/",
        "auth/user/add/",
        "auth/group/add/",
        "password_change/",
    )
    for path in pages:
        response = page.goto(f"{live_server.url}/admin/{path}")
        assert response.status == 200, path
        assert "default-src 'none'" in response.headers["content-security-policy"]
        assert complaints(page) == [], path


def test_an_item_is_corrected_and_one_value_taken_back(page, live_server, stored):
    page.goto(f"{live_server.url}/admin/minutes/meeting/{stored.pk}/change/")
    page.click(".inlineviewlink >> nth=0")
    page.get_by_label("Titel").fill("Rengøring af rådhuset")
    page.get_by_label("Center 2").select_option(label="JC – Jobcentret")
    page.get_by_label("Rolle 2").select_option(label="har fået til opgave")
    page.click('button:text-is("Gem")')
    assert "titel: Ny aftale om rengøring → Rengøring af rådhuset" in page.inner_text(".messagelist")
    assert "JC har fået til opgave" in page.inner_text(".messagelist")
    page.get_by_role("button", name="Tilbage til det læste: Titel").click()
    assert page.get_by_label("Titel").input_value() == "Ny aftale om rengøring"
    assert page.get_by_label("Center 2").input_value()
    assert complaints(page) == []


def test_the_page_of_an_item_is_accessible_with_errors_and_without(page, live_server, stored):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.goto(f"{live_server.url}/admin/minutes/meeting/{stored.pk}/change/")
    page.click(".inlineviewlink >> nth=0")
    assert axe.run(page, context="#content").response["violations"] == []
    page.get_by_label("Sagsnummer").fill("forkert")
    page.click('button:text-is("Gem")')
    assert "er ikke et sagsnummer" in page.inner_text("[role=alert]")
    page.click("[role=alert] a")
    assert page.evaluate("document.activeElement.id") == "id_case_number"
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe.run(page, context="#content").response["violations"] == [], scheme
    page.set_viewport_size({"width": 320, "height": 600})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
