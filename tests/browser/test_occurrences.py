"""From one place where a searched word stands to the next, by keyboard and mouse, with and without JavaScript."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.visitor import NARROW, WIDE, Visitor

pytestmark = pytest.mark.django_db

ADDRESS = "/moeder/direktionen/2013-02-19/punkt-2/"
SEARCHED = f"{ADDRESS}?q=ombygning"


def link(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("link", name="Vis næste forekomst")


def marks(visitor: Visitor) -> Locator:
    return visitor.page.locator("mark")


def current(visitor: Visitor) -> str | None:
    found = visitor.page.locator('mark[aria-current="true"]')
    assert found.count() <= 1
    return found.get_attribute("id") if found.count() else None


def is_in_sight(place: Locator) -> bool:
    """Whether the whole place is on the screen, and nothing lies over it."""
    return place.evaluate(
        """element => {
            const { left, top, bottom, width, height } = element.getBoundingClientRect();
            const shown = document.elementFromPoint(left + width / 2, top + height / 2);
            return top >= 0 && bottom <= innerHeight && shown === element;
        }"""
    )


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_enter_leads_from_place_to_place_and_round_again(visitor: Visitor, size: dict[str, int]) -> None:
    visitor.page.set_viewport_size(size)
    visitor.visit(SEARCHED)
    number = marks(visitor).count()
    assert number >= 2
    link(visitor).focus()
    for place in [*range(1, number + 1), 1]:
        visitor.page.keyboard.press("Enter")
        assert current(visitor) == f"forekomst-{place}"
        assert is_in_sight(marks(visitor).nth(place - 1))
        expect(visitor.page.locator(".occurrences").get_by_role("status")).to_have_text(f", her nr. {place}")
        assert visitor.focused == "Vis næste forekomst"
        assert is_in_sight(link(visitor))
    assert visitor.complaints == []


def test_the_place_come_to_is_told_from_the_others(visitor: Visitor) -> None:
    visitor.visit(SEARCHED)
    link(visitor).click()
    outline = "element => getComputedStyle(element).outlineStyle"
    assert marks(visitor).nth(0).evaluate(outline) == "solid"
    assert marks(visitor).nth(1).evaluate(outline) == "none"


def test_going_from_place_to_place_leaves_the_way_back_as_it_was(visitor: Visitor) -> None:
    visitor.visit("/")
    visitor.visit(SEARCHED)
    for _ in range(3):
        link(visitor).click()
    visitor.page.go_back()
    assert visitor.page.url == f"{visitor.server}/"


def test_without_javascript_the_link_leads_to_the_first_place(visitor: Visitor) -> None:
    visitor.page.route("**/*.js", lambda route: route.abort())
    visitor.page.set_viewport_size(NARROW)
    visitor.visit(SEARCHED)
    link(visitor).click()
    assert visitor.page.url.endswith("#forekomst-1")
    assert is_in_sight(marks(visitor).first)


def test_a_place_has_an_address_of_its_own(visitor: Visitor) -> None:
    visitor.visit(f"{SEARCHED}#forekomst-2")
    assert is_in_sight(marks(visitor).nth(1))


def test_a_page_with_marks_gives_the_browser_and_axe_nothing_to_complain_of(visitor: Visitor) -> None:
    visitor.look_everywhere(SEARCHED)
    assert visitor.complaints == []
