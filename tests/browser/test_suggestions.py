"""The suggestions below a search box: what keyboard, mouse and a screen reader make of them."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.visitor import NARROW, WIDE, Visitor

pytestmark = pytest.mark.django_db

PAGES = ["/", "/moeder/direktionen/2013-02-19/punkt-2/", "/soeg/", "/soeg/?q=budget&organ=direktionen"]


def box(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("combobox")


def options(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("option")


def active(visitor: Visitor) -> str | None:
    """The text of the option that the box says is the active one; it is marked as the selected one."""
    named = box(visitor).get_attribute("aria-activedescendant")
    selected = visitor.page.locator('[role="option"][aria-selected="true"]')
    assert selected.count() == (1 if named else 0)
    if named is None:
        return None
    assert selected.get_attribute("id") == named
    return selected.inner_text()


def type_in(visitor: Visitor, text: str, address: str = "/") -> list[str]:
    """Type into the search box of a page and wait for the list; return what it suggests."""
    visitor.visit(address)
    visitor.page.keyboard.press("/")
    box(visitor).fill(text)
    options(visitor).first.wait_for()
    return options(visitor).all_inner_texts()


@pytest.mark.parametrize("address", PAGES)
def test_every_search_box_suggests_and_axe_finds_nothing(visitor: Visitor, address: str) -> None:
    for size in (WIDE, NARROW):
        visitor.page.set_viewport_size(size)
        assert "budget" in type_in(visitor, "budg", address)
        expect(box(visitor)).to_have_attribute("aria-expanded", "true")
        shown = visitor.page.get_by_role("listbox", name="Forslag").bounding_box()
        assert shown["x"] >= 0
        assert shown["x"] + shown["width"] <= size["width"]
        assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        visitor.check()
    assert visitor.complaints == []


def test_every_suggestion_can_be_told_from_its_background(visitor: Visitor) -> None:
    type_in(visitor, "budg")
    visitor.page.keyboard.press("ArrowDown")
    visitor.check_everywhere()
    assert visitor.complaints == []


def test_nothing_covers_the_list(visitor: Visitor) -> None:
    type_in(visitor, "budg")
    last = options(visitor).last
    last.scroll_into_view_if_needed()
    assert last.evaluate(
        """element => {
            const { left, top, width, height } = element.getBoundingClientRect();
            return document.elementFromPoint(left + width / 2, top + height / 2) === element;
        }"""
    )


def test_groups_are_named_by_their_kind(visitor: Visitor) -> None:
    type_in(visitor, "budg")
    words = visitor.page.get_by_role("group", name="Ord").get_by_role("option")
    assert words.first.inner_text() == "budget"


def test_arrows_go_round_through_suggestions_and_box_and_leave_the_text_alone(visitor: Visitor) -> None:
    suggested = type_in(visitor, "budg")
    assert active(visitor) is None
    for text in [*suggested, None, suggested[0]]:
        visitor.page.keyboard.press("ArrowDown")
        assert active(visitor) == text
    for text in [None, suggested[-1]]:
        visitor.page.keyboard.press("ArrowUp")
        assert active(visitor) == text
    assert visitor.focused == "q"
    expect(box(visitor)).to_have_value("budg")


def test_enter_searches_for_the_chosen_word_and_keeps_the_filters(visitor: Visitor) -> None:
    suggested = type_in(visitor, "den budg", "/soeg/?q=budget&organ=direktionen")
    for _ in range(suggested.index("den budget") + 1):
        visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url(re.compile(r"/soeg/\?q=den\+budget&organ=direktionen$"))


def test_enter_leads_to_the_chosen_case(visitor: Visitor) -> None:
    (suggested,) = type_in(visitor, "12-403")
    assert suggested.startswith("Sag 12/40318 – ")
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/sager/12/40318/")


def test_enter_without_a_choice_searches_for_what_was_typed(visitor: Visitor) -> None:
    type_in(visitor, "budg")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/soeg/?q=budg")


def test_what_was_chosen_for_another_text_is_not_chosen_for_this_one(visitor: Visitor) -> None:
    type_in(visitor, "budg")
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.type("z")
    assert active(visitor) is None
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/soeg/?q=budgz")


def test_a_click_chooses(visitor: Visitor) -> None:
    type_in(visitor, "budg")
    options(visitor).get_by_text("budget", exact=True).click()
    visitor.page.wait_for_url("**/soeg/?q=budget")


def test_escape_closes_the_list_and_keeps_the_text(visitor: Visitor) -> None:
    type_in(visitor, "budg")
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("Escape")
    expect(box(visitor)).to_have_attribute("aria-expanded", "false")
    expect(box(visitor)).to_have_value("budg")
    assert active(visitor) is None
    assert not options(visitor).first.is_visible()
    visitor.page.keyboard.press("ArrowDown")
    options(visitor).first.wait_for()


def test_leaving_the_box_closes_the_list(visitor: Visitor) -> None:
    type_in(visitor, "budg")
    visitor.page.keyboard.press("Tab")
    expect(box(visitor)).to_have_attribute("aria-expanded", "false")
    assert visitor.focused == "Søg"


def test_a_screen_reader_is_told_how_many_there_are(visitor: Visitor) -> None:
    suggested = type_in(visitor, "budg")
    expect(visitor.page.get_by_role("search").get_by_role("status")).to_have_text(f"{len(suggested)} forslag")


def test_the_list_closes_when_nothing_is_left_to_suggest(visitor: Visitor) -> None:
    type_in(visitor, "budg")
    box(visitor).fill("budgzzz")
    expect(box(visitor)).to_have_attribute("aria-expanded", "false")
    expect(visitor.page.get_by_role("search").get_by_role("status")).to_be_empty()


def test_fast_typing_asks_once(visitor: Visitor) -> None:
    asked: list[str] = []
    visitor.page.on(
        "request", lambda request: asked.append(request.url) if "forslag" in request.url else None
    )
    visitor.visit("/")
    box(visitor).press_sequentially("budget", delay=10)
    options(visitor).first.wait_for()
    assert [url.partition("?")[2] for url in asked] == ["q=budget"]


def test_when_the_server_does_not_answer_the_box_still_searches(visitor: Visitor) -> None:
    visitor.page.route("**/soeg/forslag/**", lambda route: route.abort())
    visitor.visit("/")
    box(visitor).fill("budget")
    visitor.page.wait_for_event("requestfailed")
    expect(box(visitor)).to_have_attribute("aria-expanded", "false")
    box(visitor).press("Enter")
    visitor.page.wait_for_url("**/soeg/?q=budget")


def test_without_javascript_the_box_is_a_plain_field_that_searches(visitor: Visitor) -> None:
    visitor.page.route("**/*.js", lambda route: route.abort())
    visitor.visit("/")
    field = visitor.page.get_by_role("searchbox", name="Søg i referaterne")
    field.fill("budget")
    field.press("Enter")
    visitor.page.wait_for_url("**/soeg/?q=budget")
