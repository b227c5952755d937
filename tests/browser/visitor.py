"""Somebody at a browser, who notices what a browser complains of and what an accessibility checker finds."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 640}

ALL_RULES = {"resultTypes": ["violations"]}
# Measuring every colour takes longer than all other rules together.
ALL_BUT_CONTRAST = {"rules": {"color-contrast": {"enabled": False}}, "resultTypes": ["violations"]}


class Visitor:
    def __init__(self, page: Page, server: str) -> None:
        self.page = page
        self.server = server
        self.complaints: list[str] = []
        page.on("console", lambda message: self._note("console", message.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))
        page.on("requestfailed", lambda request: self._note("request failed", request.url))

    def visit(self, address: str) -> None:
        self.page.goto(f"{self.server}{address}")

    def look(self, address: str) -> None:
        """Visit the address on a wide and on a narrow screen, and note whatever is wrong with it."""
        self.page.set_viewport_size(WIDE)
        self.visit(address)
        self.check()
        self.page.set_viewport_size(NARROW)
        if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            self._note("layout", "scrolls sideways at 320 px")

    def look_everywhere(self, address: str) -> None:
        """Visit the address, and note whatever is wrong with it on any screen, by day and by night."""
        self.page.set_viewport_size(WIDE)
        self.visit(address)
        self.check_everywhere()

    def check_everywhere(self) -> None:
        """Note whatever is wrong with the page as it is now: wide by day and narrow by night.

        No rule of a stylesheet is about both, so that each colour and each width is looked at.
        """
        self.page.evaluate(Axe().axe_script)
        for size, scheme in ((WIDE, "light"), (NARROW, "dark")):
            self.page.set_viewport_size(size)
            self.page.emulate_media(color_scheme=scheme)
            if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                self._note("layout", f"scrolls sideways at {size['width']} px")
            found = self.page.evaluate("options => axe.run(options)", ALL_RULES)["violations"]
            self._note_violations(found, f"{scheme}, {size['width']} px: ")
        self.page.emulate_media(color_scheme="light")

    def check(self) -> None:
        """Note whatever is wrong with the page as it is now, but for its colours."""
        self._check(ALL_BUT_CONTRAST)

    @property
    def focused(self) -> str:
        """The id of the element that has the focus, or its text where it has no id."""
        return self.page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")

    def _check(self, options: dict[str, Any]) -> None:
        self._note_violations(Axe().run(self.page, options=options).response["violations"])

    def _note_violations(self, violations: list[dict[str, Any]], where: str = "") -> None:
        for violation in violations:
            places = [node["html"] for node in violation["nodes"]]
            self._note(violation["id"], f"{where}{violation['help']}: {places[:3]}")

    def _note(self, kind: str, text: str) -> None:
        self.complaints.append(f"{self.page.url.removeprefix(self.server)}: {kind}: {text}")
