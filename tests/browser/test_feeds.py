"""A feed that somebody opens in a browser can be read there, and says what it is for."""

import pytest

from tests.browser.visitor import NARROW, WIDE, Visitor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_feed_is_shown_as_text_with_links_in_the_colours_of_the_pages(
    visitor: Visitor, size: dict[str, int], scheme: str
) -> None:
    visitor.page.set_viewport_size(size)
    visitor.page.emulate_media(color_scheme=scheme)
    visitor.visit("/moeder/feed/")
    shown = visitor.page.evaluate(
        """() => ({
            sentence: getComputedStyle(document.documentElement, '::before').content,
            ground: getComputedStyle(document.documentElement).backgroundColor,
            hidden: getComputedStyle(document.querySelector('entry > id')).display,
            link: getComputedStyle(document.querySelector('summary a')).textDecorationLine,
            fits: document.documentElement.scrollWidth <= innerWidth,
        })"""
    )
    assert "Kopiér adressen" in shown["sentence"]
    assert shown["ground"] == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(19, 24, 26)")
    assert (shown["hidden"], shown["link"], shown["fits"]) == ("none", "underline", True)
    # Browsers look for an icon where a page names none, and a feed cannot.
    assert [complaint for complaint in visitor.complaints if "404" not in complaint] == []


def test_its_links_lead_to_the_pages(visitor: Visitor) -> None:
    visitor.visit("/moeder/feed/")
    visitor.page.get_by_text("Læs referatet").first.click()
    assert visitor.page.url.startswith(f"{visitor.server}/moeder/")
    visitor.visit("/moeder/feed/")
    visitor.page.get_by_text("Se det hele i Referatarkivet").click()
    assert visitor.page.url == f"{visitor.server}/moeder/"
    visitor.page.emulate_media(color_scheme="light")


def test_an_empty_feed_says_so(visitor: Visitor) -> None:
    visitor.visit("/soeg/feed/?q=findesikke")
    said = visitor.page.evaluate("getComputedStyle(document.documentElement, '::after').content")
    assert "ikke noget i feedet" in said
