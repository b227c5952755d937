"""The whole work at the desk with the keyboard alone: from the login until a meeting is withdrawn.

Only the file itself is given to the field: what chooses it is a window of the system's.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.keyboard import Keyboard
from tests.build.pdf import pdf
from tests.build.sample import minutes_text

pytestmark = pytest.mark.django_db

MEETING = "Direktionen 05-02-2019"
ADDRESS = "/moeder/direktionen/2019-02-05/"
# The table of contents has another title: a warning.
FIRST = minutes_text(date="05-02-2019", title="Ny aftale om rengørring").replace(
    "rengørring...", "rengøring..."
)
SECOND = FIRST.replace("\nGodkendt.\n", "\nGodkendt for to år.\n")


def test_a_document_goes_over_the_desk_without_a_mouse(publisher, visitor):
    keys = Keyboard(visitor)
    log_in(keys, publisher.name, publisher.password)
    upload(keys, "referat.pdf", FIRST)
    look_at_the_problem(keys)
    save_and_publish(keys)
    correct_the_title(keys)
    upload(keys, "rettet.pdf", SECOND)
    publish_the_new_version(keys)
    withdraw(keys)
    see_that_it_is_gone(keys)
    assert [complaint for complaint in visitor.complaints if "status of 410" not in complaint] == []


def log_in(keys: Keyboard, name: str, password: str) -> None:
    keys.visitor.visit("/login/?next=/admin/")
    keys.write("Brugernavn", name)
    keys.write("Adgangskode", password)
    keys.press("Enter")
    keys.expect_page("Arbejdsbord")


def upload(keys: Keyboard, name: str, text: str) -> None:
    keys.follow("Upload", "Upload referater")
    keys.go_to("Filer")
    file = {"name": name, "mimeType": "application/pdf", "buffer": pdf(text)}
    keys.page.set_input_files("input[type=file]:focus", [file])
    keys.go_to("Upload")
    keys.press("Enter")
    expect(keys.page.get_by_role("row", name=name)).to_contain_text("skal ses på")
    keys.follow(name, f"Gennemse {name}")


def look_at_the_problem(keys: Keyboard) -> None:
    line = keys.go_to("linje ").removeprefix("linje ")
    keys.press("Enter")
    expect(keys.page.locator(f"#linje-{line}")).to_be_focused()
    assert "Punkt 1: Ny aftale om rengørring" in keys.look()
    keys.go_to("advarsel")
    keys.press("Enter")
    expect(keys.page.locator("#bemaerkning-1")).to_be_focused()
    keys.look()
    keys.go_to("punkt 1")
    keys.press("Enter")
    expect(keys.page.locator("#laest-punkt-1")).to_be_focused()
    keys.look()
    keys.go_to("Advarsel: Indholdsfortegnelsen")
    keys.press("Space")
    keys.go_to("Accepter de afkrydsede advarsler")
    keys.press("Enter")
    expect(keys.page.get_by_role("status")).to_contain_text("1 advarsel er set.")


def save_and_publish(keys: Keyboard) -> None:
    keys.follow("Gem som kladde", MEETING)
    keys.follow("Offentliggør", "Offentliggør")
    keys.follow("Offentliggør", MEETING)
    expect(keys.page.get_by_role("status")).to_contain_text("1 møde er nu offentliggjort.")


def correct_the_title(keys: Keyboard) -> None:
    keys.follow("Se på arkivets sider", "Direktionen tirsdag 5. februar 2019")
    keys.follow("Ret dette punkt", f"Punkt 1, {MEETING}")
    keys.write("Titel", "Ny aftale om rengøring")
    keys.go_to("Gem")
    keys.press("Enter")
    expect(keys.page.get_by_role("status")).to_contain_text("rengørring → Ny aftale om rengøring.")


def publish_the_new_version(keys: Keyboard) -> None:
    page = keys.page
    expect(page.locator("#forskel + p")).to_contain_text("1 ændret")
    expect(page.locator(".change ins").first).to_have_text("Godkendt for to år.")
    expect(page.get_by_text("Punkt 1, titel: gælder stadig")).to_be_visible()
    keys.follow("Gem og offentliggør", MEETING)
    keys.visitor.visit(f"{ADDRESS}punkt-1/")
    keys.expect_page("Ny aftale om rengøring")
    expect(page.locator(".decision")).to_contain_text("Godkendt for to år.")


def withdraw(keys: Keyboard) -> None:
    keys.visitor.visit("/admin/")
    keys.follow(MEETING, MEETING)
    keys.follow("Træk tilbage", "Træk tilbage")
    keys.go_to("personoplysninger")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    keys.write("Bemærkning", "Det er et udkast.")
    keys.follow("Træk tilbage", MEETING)
    expect(keys.page.get_by_role("status")).to_contain_text("1 møde er nu trukket tilbage.")


def see_that_it_is_gone(keys: Keyboard) -> None:
    answer = keys.page.goto(f"{keys.visitor.server}{ADDRESS}")
    assert answer.status == 410
    keys.expect_page("Mødet er trukket tilbage")
    keys.visitor.visit("/admin/")
    keys.follow("Alle hændelser", "Hændelser")
    newest = keys.page.get_by_role("row", name="trukket tilbage").first
    expect(newest).to_contain_text("forkert dokument: Det er et udkast.")
