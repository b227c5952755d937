"""The pictures of docs/desk.md: a document's way over the desk, from its upload until it is withdrawn.

`script/pictures desk` makes an archive of its own, prints invented minutes as PDF, walks the way in Debian's chromium,
and takes a picture at each step. `--width 320 --scheme dark --folder /tmp/narrow` looks at the same elsewhere.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.printing.programs import print_texts
from benchmarks.printing.styles import STYLES

from .archive import NAME, PASSWORD, ROOT, served_archive
from .camera import Camera, browser

MINUTES = Path(__file__).resolve().parent / "minutes" / "2016-05-10-direktionen.txt"
_FIXTURES = ROOT / "fixtures"
# What comes in beside it: one that is in the archive, one that is no minutes, and one with nothing to remark.
_OTHERS = {
    "direktionen-22-januar.txt": _FIXTURES / "minutes" / "2013-01-22-direktionen.txt",
    "dagsorden.txt": _FIXTURES / "malformed" / "dagsorden.txt",
    "direktionen-14-maj.txt": _FIXTURES / "malformed" / "crlf.txt",
}
_FIRST, _SECOND = "direktionen-10-maj.pdf", "direktionen-10-maj-rettet.pdf"
_MEETING, _ADDRESS = "Direktionen 10-05-2016", "/moeder/direktionen/2016-05-10/"
_ITEM_MORE = """
Punkt 5: Sommerens åbningstider

16/3410

Sagsfremstilling

BYC foreslår, at borgerservice lukker kl. 14 i uge 28 til 30.

Beslutning i Direktionen den 10-05-2016

Godkendt.
"""


def main() -> None:
    """Walk the way, and write a picture of each step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--width", type=int, default=1280, help="of the browser's window, in pixels")
    parser.add_argument("--scheme", choices=("light", "dark"), default="light")
    arguments = parser.parse_args()
    text = MINUTES.read_text(encoding="utf-8")
    printed = print_texts({_FIRST: text, _SECOND: as_corrected(text)}, STYLES["browser"])
    with served_archive() as server, browser(arguments.width, arguments.scheme, arguments.folder) as camera:
        walk(camera, server, printed)


def as_corrected(text: str) -> str:
    """Return the minutes as they come a second time: with more to a decision, and an item more."""
    text = text.replace("\n\nGodkendt.\n", "\n\nGodkendt. Ordningen gøres op efter tre måneder.\n", 1)
    contents = "Genbrug af møbler mellem centrene.....\t5\n"
    return text.replace(contents, f"{contents}Sommerens åbningstider.....\t6\n") + _ITEM_MORE


def walk(camera: Camera, server: str, printed: dict[str, bytes]) -> None:
    """Take all pictures, in the order of the work."""
    _log_in(camera.page, server)
    _upload(camera, printed[_FIRST])
    _look_through(camera)
    _redact(camera)
    _publish(camera)
    _correct(camera, server)
    _bring_a_new_version(camera, printed[_SECOND])
    _withdraw(camera, server)
    _look_back(camera, server)


def _log_in(page: Page, server: str) -> None:
    page.goto(f"{server}/login/?next=/admin/")
    page.get_by_label("Brugernavn").fill(NAME)
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind").click()


def _send(page: Page, **files: bytes) -> None:
    """Choose files on the page of the uploads, and wait until each has its line."""
    page.get_by_role("link", name="Upload", exact=True).click()
    page.locator("input[type=file]").set_input_files(
        [{"name": name, "mimeType": "", "buffer": content} for name, content in files.items()]
    )
    page.get_by_role("button", name="Upload").click()
    page.get_by_role("link", name="Vis, hvad der er klar").wait_for()


def _upload(camera: Camera, document: bytes) -> None:
    others = {name: path.read_bytes() for name, path in _OTHERS.items()}
    _send(camera.page, **{_FIRST: document}, **others)
    camera.take("desk-upload", "Upload referater", height=1200)


def _look_through(camera: Camera) -> None:
    page, title = camera.page, f"Gennemse {_FIRST}"
    page.get_by_role("link", name=_FIRST).click()
    page.get_by_text("kan ikke endnu").click()
    camera.take("desk-review", title, height=1000)
    page.locator("#bemaerkninger ~ form li a").first.click()
    camera.take("desk-line", title, part=":target", height=500)
    page.get_by_role("button", name="Gem som kladde").click()
    page.get_by_role("link", name="Arbejdsbord").click()
    camera.take("desk-start", "Arbejdsbord")


def _redact(camera: Camera) -> None:
    page = camera.page
    page.get_by_role("link", name="personnummer, der skal tages stilling til").click()
    page.get_by_role("link", name="150480-••••").click()
    page.get_by_label("Fjern").check()
    page.get_by_label("Begrundelse").fill("Beboerens nummer har intet med punktet at gøre.")
    camera.take("desk-finding", f"150480-•••• i {_MEETING}", height=1000)
    page.get_by_role("button", name="Gem afgørelsen").click()


def _publish(camera: Camera) -> None:
    page = camera.page
    page.get_by_role("link", name="Arbejdsbord").click()
    page.get_by_role("link", name="klar til at offentliggøre").click()
    page.get_by_role("link", name="10. maj 2016").click()
    page.get_by_role("link", name="Offentliggør", exact=True).click()
    camera.take("desk-publish", "Offentliggør", height=700)
    page.get_by_role("button", name="Offentliggør").click()


def _correct(camera: Camera, server: str) -> None:
    page, title = camera.page, "Genbrug af møbler mellem centrene"
    page.goto(f"{server}{_ADDRESS}punkt-4/")
    camera.take("desk-public", title.replace("mellem", "melem"), height=700)
    page.get_by_role("link", name="Ret dette punkt").click()
    page.get_by_label("Titel").fill(title)
    page.get_by_role("button", name="Gem", exact=True).click()
    page.get_by_role("status").wait_for()
    camera.take("desk-item", f"Punkt 4, {_MEETING}", height=900)


def _bring_a_new_version(camera: Camera, document: bytes) -> None:
    page = camera.page
    _send(page, **{_SECOND: document})
    page.get_by_role("link", name=_SECOND).click()
    camera.take("desk-difference", f"Gennemse {_SECOND}", height=1250)
    page.get_by_role("button", name="Gem og offentliggør").click()
    page.get_by_role("link", name="Arbejdsbord").click()
    page.get_by_role("link", name=_MEETING, exact=True).first.click()
    page.get_by_role("link", name="Versioner").click()
    page.get_by_role("button", name="Vis forskellen").click()
    camera.take("desk-versions", f"Versioner: {_MEETING}", height=1450)
    page.get_by_role("link", name=_MEETING).click()


def _withdraw(camera: Camera, server: str) -> None:
    page = camera.page
    page.get_by_role("link", name="Træk tilbage").click()
    page.get_by_label("forkert dokument").check()
    page.get_by_label("Bemærkning").fill("Det er et udkast; det underskrevne referat kommer.")
    camera.take("desk-withdraw", "Træk tilbage", height=1150)
    page.get_by_role("button", name="Træk tilbage").click()
    page.get_by_role("status").wait_for()
    page.goto(f"{server}{_ADDRESS}")
    camera.take("desk-gone", "Mødet er trukket tilbage", height=420)


def _look_back(camera: Camera, server: str) -> None:
    camera.page.goto(f"{server}/admin/")
    camera.page.get_by_role("link", name="Alle hændelser").click()
    camera.take("desk-log", "Hændelser", height=1000)


if __name__ == "__main__":
    main()
