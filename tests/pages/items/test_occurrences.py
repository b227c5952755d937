"""An item's page that was come to from a search: where the words stand, and how one gets from one to the next."""

from collections.abc import Callable

import pytest

from minutes.models import CentreAlias, PublicationState, SectionKind
from minutes.parser.values import ListBlock, ListItem, Subheading, Table
from minutes.templatetags.passages_of_pages import MOST_MARKED
from tests.build.page import Page
from tests.build.rows import (
    add_attachment,
    add_centre,
    add_decision,
    add_document,
    add_item,
    add_meeting,
    add_section,
)

pytestmark = pytest.mark.django_db

Read = Callable[..., Page]
ADDRESS = "/moeder/direktionen/2013-08-27/punkt-1/"


def marks(page: Page) -> list[tuple[str | None, str]]:
    return [(mark["id"], mark.text) for mark in page.find("mark")]


def bar(page: Page) -> str | None:
    found = page.find("div", class_="occurrences")
    return found[0].text if found else None


@pytest.fixture
def everywhere() -> None:
    """An item with a form of "skole" in every place of its page."""
    item = add_item(add_meeting(), "Ny skole")
    blocks = [
        "Skolen er *skolernes* skole.",
        Subheading(1, "Om skoler"),
        ListBlock(1, (ListItem(1, "1.", "Skolens tag", 1), ListItem(2, "-", "skoletag og skoler", 2))),
        Table(
            1,
            "Skoler i tal",
            (("Skole", "Kr."), ("Byens skole", "1"), ("Skoler i alt", "1")),
            has_header=True,
            has_total=True,
        ),
    ]
    add_section(item, SectionKind.CASE_PRESENTATION, *blocks)
    add_section(item, SectionKind.RECOMMENDATION, "At skolen bygges")
    add_decision(item, "Skolen godkendes.")
    add_attachment(item, "Skitse af skolen")


@pytest.mark.usefixtures("everywhere")
def test_every_place_is_marked_and_numbered_in_the_order_of_the_page(read: Read) -> None:
    page = read(ADDRESS, q="skole")
    words = [
        "skole",
        *["Skolen", "skolen"],  # the decision, the recommendation
        *["Skolen", "skolernes", "skole", "skoler", "Skolens", "skoler"],
        *["Skoler", "Skole", "skole", "Skoler"],
        "skolen",
    ]
    assert marks(page) == [(f"forekomst-{place}", word) for place, word in enumerate(words, start=1)]
    assert bar(page) == "skole står 14 steder på siden Vis næste forekomst"
    assert page.link("Vis næste forekomst") == "#forekomst-1"


@pytest.mark.usefixtures("everywhere")
def test_a_marked_page_says_the_same_as_the_page_without_marks(read: Read) -> None:
    marked, plain = read(ADDRESS, q="skole"), read(ADDRESS)
    assert marked.main.replace(f"{bar(marked)} ", "") == plain.main
    assert marks(plain) == []
    assert bar(plain) is None
    assert not any("occurrences.js" in (script["src"] or "") for script in plain.find("script"))


@pytest.mark.usefixtures("everywhere")
def test_a_table_is_named_without_markup(read: Read) -> None:
    page = read(ADDRESS, q="skole")
    assert page.find("div", class_="table-box")[0]["aria-label"] == "Skoler i tal"
    assert "&lt;mark" not in page.html


def test_one_place_is_told_as_one(read: Read) -> None:
    add_item(add_meeting(), "Ny kantine")
    assert bar(read(ADDRESS, q="kantiner")) == "kantiner står 1 sted på siden Vis næste forekomst"


def test_of_several_words_the_bar_says_that_they_are_counted_together(read: Read) -> None:
    add_item(add_meeting(), "Ny kantine og ny skole")
    page = read(ADDRESS, q="kantine skole vej")
    assert bar(page) == "Ord fra kantine skole vej står 2 steder på siden Vis næste forekomst"


@pytest.mark.parametrize("typed", ["", " ", "vej", "og", "-kantine", "???", "\x00", "13/4321"])
def test_where_no_word_stands_on_the_page_nothing_is_shown(read: Read, typed: str) -> None:
    add_item(add_meeting(), "Ny kantine og mere")
    page = read(ADDRESS, q=typed)
    assert page.status == 200
    assert bar(page) is None
    assert marks(page) == []


def test_an_unwanted_word_is_not_marked(read: Read) -> None:
    add_item(add_meeting(), "Ny kantine og skole")
    assert marks(read(ADDRESS, q="skole -kantine")) == [("forekomst-1", "skole")]


def test_a_number_is_marked_however_it_is_written(read: Read) -> None:
    item = add_item(add_meeting(), "Ny kantine")
    add_section(item, SectionKind.CASE_PRESENTATION, "Se sag 12 / 32140.")
    assert marks(read(ADDRESS, q="12-32140")) == [("forekomst-1", "12 / 32140")]


def test_a_centre_is_marked_under_all_its_names(read: Read) -> None:
    CentreAlias.objects.create(centre=add_centre(), text="Personalekontoret")
    item = add_item(add_meeting(), "Ny kantine")
    add_section(
        item, SectionKind.CASE_PRESENTATION, "HRC er det gamle personalekontor. Personalekontoret flytter."
    )
    found = [word for _, word in marks(read(ADDRESS, q="HRC"))]
    assert found[0] == "HRC"
    assert "Personalekontoret" in found


def test_markup_in_texts_and_queries_stays_text(read: Read) -> None:
    item = add_item(add_meeting(), "Kantine <script>alert(1)</script>")
    add_section(item, SectionKind.CASE_PRESENTATION, '"kantine" & <img src=x onerror=alert(1)></mark>')
    page = read(ADDRESS, q='kantine script "<b>img</b>')
    assert page.title == "Kantine <script>alert(1)</script>"
    assert '"kantine" & <img src=x onerror=alert(1)></mark>' in page.main
    assert [script for script in page.find("script") if script["src"] is None] == []
    assert page.find("img") == []
    assert page.find("b") == []


@pytest.mark.parametrize("typed", ["lukket", "afgang", "13/4321", "afskediges"])
def test_of_a_closed_item_nothing_is_marked_or_counted(read: Read, typed: str) -> None:
    item = add_item(add_meeting(), "Lederens afgang", "13/4321", is_closed=True)
    add_decision(item, "Lederen afskediges.")
    page = read(ADDRESS, q=typed)
    assert bar(page) is None
    assert marks(page) == []
    assert "afgang" not in page.main
    assert "afskediges" not in page.main


def test_the_permanent_address_and_the_reference_are_without_the_query(read: Read) -> None:
    add_item(add_meeting(), "Ny kantine")
    page = read(ADDRESS, q="kantine")
    assert page.find("link", rel="canonical")[0]["href"] == f"http://testserver{ADDRESS}"
    assert page.find("p", id="henvisning")[0].text.endswith(f"http://testserver{ADDRESS}")


def test_the_title_of_the_window_is_plain(read: Read) -> None:
    add_item(add_meeting(), "Ny kantine")
    (title,) = read(ADDRESS, q="kantine").find("title")
    assert title.text.startswith("Ny kantine – Direktionen")


def test_a_draft_with_a_query_is_as_little_there_as_without(read: Read) -> None:
    add_item(add_meeting(state=PublicationState.DRAFT), "Ny kantine")
    assert read(ADDRESS, q="kantine").status == 404


def test_an_attachment_with_its_file_keeps_its_link(read: Read) -> None:
    add_attachment(add_item(add_meeting()), "Skitse af kantinen", file="attachments/skitse.pdf")
    page = read(ADDRESS, q="skitse")
    assert page.link("Skitse af kantinen") == f"{ADDRESS}bilag/1/"
    assert marks(page) == [("forekomst-1", "Skitse")]


def test_documents_still_lead_to_the_items_that_mention_them(read: Read) -> None:
    add_document(add_item(add_meeting(), "Ny kantine"), "269057/12", "Strategi")
    assert read(ADDRESS, q="kantine").link("269057/12") == "/dokumenter/269057-12/"


def test_on_a_page_full_of_the_word_the_first_thousand_are_marked(read: Read) -> None:
    item = add_item(add_meeting())
    add_section(item, SectionKind.CASE_PRESENTATION, "skole " * (MOST_MARKED + 5))
    page = read(ADDRESS, q="skole")
    assert len(marks(page)) == MOST_MARKED
    assert page.main.count("skole") == MOST_MARKED + 5 + 1
    assert bar(page).startswith(f"skole står {MOST_MARKED} steder")
