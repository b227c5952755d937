"""A browser of a certain width, and the pictures that are taken of the pages it shows."""

from __future__ import annotations

import base64
import shutil
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from .small_png import png_of

# What the browser has painted, as four bytes a pixel: it knows how to unpack its own picture.
_PIXELS = """async picture => {
  const answer = await fetch(`data:image/png;base64,${picture}`);
  const bitmap = await createImageBitmap(await answer.blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  canvas.drawImage(bitmap, 0, 0);
  const pixels = canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
  let text = "";
  for (let at = 0; at < pixels.length; at += 32768) {
    text += String.fromCharCode(...pixels.subarray(at, at + 32768));
  }
  return [bitmap.width, btoa(text)];
}"""
# A browser that takes longer than this for a page has lost its way.
_PATIENCE_MS = 10_000


class Camera:
    """Takes pictures of what its page shows, and puts them into a folder."""

    def __init__(self, page: Page, darkroom: Page, folder: Path) -> None:
        self.page = page
        self._darkroom = darkroom
        self._folder = folder

    def take(self, name: str, title: str, *, height: int = 800, part: str = "") -> None:
        """Write `name`.png of the page with this title, `height` pixels high.

        It begins where the page does, or a little above the first element that the selector `part` finds.
        """
        expect(self.page.locator("h1")).to_have_text(title)
        self.page.wait_for_load_state()
        size = self.page.viewport_size
        self.page.set_viewport_size({"width": size["width"], "height": height})
        self.page.evaluate("scrollTo(0, 0)")
        if part:
            above = "element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 24)"
            self.page.locator(part).first.evaluate(above)
        picture = base64.b64encode(self.page.screenshot()).decode()
        self.page.set_viewport_size(size)
        width, pixels = self._darkroom.evaluate(_PIXELS, picture)
        file = png_of(_colours(base64.b64decode(pixels)), width)
        (self._folder / f"{name}.png").write_bytes(file)
        print(f"{name}.png: {len(file) / 1000:.0f} kB, of {self.page.url}")


def _colours(pixels: bytes) -> array[int]:
    """The pixels as 0xRRGGBB, of bytes that are red, green, blue and opacity in turn."""
    colours = array("I", pixels)
    if sys.byteorder == "little":
        colours.byteswap()
    return array("I", (colour >> 8 for colour in colours))


@contextmanager
def browser(width: int, scheme: str, folder: Path) -> Iterator[Camera]:
    """Give a camera before a page of that width, in pixels, by day ("light") or night ("dark")."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise SystemExit("There is no chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium, chromium_sandbox=False, args=["--disable-gpu"]
        )
        page = opened.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="da-DK")
        page.set_default_timeout(_PATIENCE_MS)
        folder.mkdir(parents=True, exist_ok=True)
        yield Camera(page, opened.new_page(), folder)
        opened.close()
