"""Somebody who has nothing but a keyboard, and must see at any time where the next key goes."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.visitor import Visitor

# Nothing on the page has the focus: the browser's own frame has it.
END = "the end of the page"

# What a screen reader calls what has the focus, whether it stands in the window, and whether it is outlined.
FOCUS = """END => {
  const it = document.activeElement;
  if (it === document.body) return { name: END, inView: true, outlined: true };
  const named = it.getAttribute("aria-label") ?? it.labels?.[0]?.textContent ?? "";
  const box = it.getBoundingClientRect();
  const style = getComputedStyle(it);
  return {
    name: (named || (it.type === "submit" && it.value) || it.textContent).replace(/\\s+/g, " ").trim(),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


class Keyboard:
    """The keys of a visitor; each place where the focus is not seen is a complaint."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.page = visitor.page

    def go_to(self, name: str) -> str:
        """Press Tab until what begins with these words has the focus, and return all that it is called."""
        passed: list[str] = []
        # The page ends once before it begins again.
        while passed.count(END) < 2:
            self.page.keyboard.press("Tab")
            passed.append(self.look())
            if passed[-1].startswith(name):
                return passed[-1]
        raise AssertionError(f"no key leads to {name!r} on {self.page.url}, but to {passed}")

    def follow(self, name: str, heading: str) -> None:
        """Go to a link or a button, press it, and wait for the page that it leads to."""
        self.go_to(name)
        self.page.keyboard.press("Enter")
        self.expect_page(heading)

    def expect_page(self, heading: str) -> None:
        expect(self.page.locator("h1")).to_have_text(heading)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def write(self, label: str, words: str) -> None:
        """Go to a field, and type in it instead of what stands there."""
        self.go_to(label)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def look(self) -> str:
        """What has the focus now; a complaint where that is not to be seen."""
        focus = self.page.evaluate(FOCUS, END)
        if not (focus["inView"] and focus["outlined"]):
            self.visitor.complaints.append(f"{self.page.url}: the focus is not seen: {focus}")
        return focus["name"]
