"""What the keyboard, the clipboard and a browser without JavaScript can do."""

import re

import pytest

from tests.browser.visitor import Visitor

pytestmark = pytest.mark.django_db

ITEM = "/moeder/direktionen/2013-02-19/punkt-2/"


def test_the_first_key_leads_past_the_header(visitor: Visitor) -> None:
    visitor.visit(ITEM)
    visitor.page.keyboard.press("Tab")
    assert visitor.focused == "Gå til indholdet"
    assert visitor.page.locator(".skip-link").evaluate("element => element.getBoundingClientRect().top >= 0")
    visitor.page.keyboard.press("Enter")
    assert visitor.focused == "indhold"


def test_a_slash_leads_to_the_search_box(visitor: Visitor) -> None:
    visitor.visit(ITEM)
    visitor.page.keyboard.press("/")
    assert visitor.focused == "q"
    visitor.page.keyboard.type("12/40318")
    assert visitor.page.input_value("#q") == "12/40318"


@pytest.mark.parametrize("address", ["/", "/soeg/?q=budget", "/sager/"])
def test_every_page_has_a_search_box_for_the_slash(visitor: Visitor, address: str) -> None:
    visitor.visit(address)
    visitor.page.keyboard.press("/")
    assert visitor.focused == "q"


def test_a_slash_with_another_key_held_down_is_the_browsers_own(visitor: Visitor) -> None:
    visitor.visit(ITEM)
    visitor.page.keyboard.press("Control+/")
    assert visitor.focused != "q"


def test_the_slash_can_be_turned_off_and_on_again_and_is_remembered(visitor: Visitor) -> None:
    visitor.visit(ITEM)
    visitor.page.get_by_role("button", name="Slå genvejen / fra").click()
    visitor.visit("/sager/")
    visitor.page.keyboard.press("/")
    assert visitor.focused != "q"
    visitor.page.get_by_role("button", name="Slå genvejen / til").click()
    visitor.page.keyboard.press("/")
    assert visitor.focused == "q"


def test_the_reference_is_copied_and_the_reader_is_told(visitor: Visitor) -> None:
    visitor.visit(ITEM)
    visitor.page.get_by_role("button", name="Kopiér henvisning").click()
    visitor.page.get_by_role("status").get_by_text("Kopieret").wait_for()
    assert re.fullmatch(
        r"Høje-Taastrup Kommune, Direktionen 19\. februar 2013, punkt 2, sag 12/40318, http://localhost:\d+"
        + ITEM,
        visitor.page.evaluate("navigator.clipboard.readText()"),
    )


def test_where_the_clipboard_is_closed_the_text_is_marked_instead(visitor: Visitor) -> None:
    visitor.visit(ITEM)
    visitor.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    visitor.page.get_by_role("button", name="Kopiér henvisning").click()
    visitor.page.get_by_role("status").get_by_text("Ctrl+C").wait_for()
    assert visitor.page.evaluate("getSelection().toString()").startswith("Høje-Taastrup Kommune, Direktionen")


def test_the_number_of_a_case_can_be_copied(visitor: Visitor) -> None:
    visitor.visit("/sager/12/40318/")
    visitor.page.get_by_role("button", name="Kopiér nummer").click()
    visitor.page.get_by_role("status").get_by_text("Kopieret").wait_for()
    assert visitor.page.evaluate("navigator.clipboard.readText()") == "12/40318"


def test_the_link_of_a_search_is_copied_as_it_leads_there(visitor: Visitor) -> None:
    visitor.visit("/soeg/?q=budget&sort=nyeste&hest=1")
    visitor.page.get_by_role("button", name="Kopiér link").click()
    visitor.page.get_by_role("status").get_by_text("Kopieret").wait_for()
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{visitor.server}/soeg/?q=budget&sort=nyeste"
    assert visitor.page.locator("#soegeadresse").is_hidden()


def test_where_the_clipboard_is_closed_the_link_is_shown_and_marked(visitor: Visitor) -> None:
    visitor.visit("/soeg/?q=budget")
    visitor.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    visitor.page.get_by_role("button", name="Kopiér link").click()
    visitor.page.get_by_role("status").get_by_text("Ctrl+C").wait_for()
    assert visitor.page.evaluate("getSelection().toString().trim()") == f"{visitor.server}/soeg/?q=budget"


def test_without_javascript_nothing_is_offered_that_does_not_work(visitor: Visitor) -> None:
    visitor.page.route("**/*.js", lambda route: route.abort())
    visitor.visit(ITEM)
    assert visitor.page.get_by_role("button").all_inner_texts() == ["Søg"]
    assert visitor.page.locator("#henvisning").is_visible()


def test_the_agenda_stays_beside_the_text_on_a_wide_screen_only(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 1280, "height": 800})
    visitor.visit("/moeder/direktionen/2013-02-19/#punkt-4")
    beside = visitor.page.get_by_role("navigation", name="Punkter")
    assert beside.bounding_box()["y"] >= 0
    visitor.page.set_viewport_size({"width": 320, "height": 800})
    assert not beside.is_visible()
