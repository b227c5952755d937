"""What a case's page tells of what was promised under it, and of what it points to and what points to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from minutes.editing import publication
from minutes.editing.closing import close_item
from minutes.models import Meeting
from tests.build.documents import decided, item_text
from tests.build.follow_ups import held, matter_held
from tests.build.page import Page
from tests.build.rows import add_centre

pytestmark = pytest.mark.django_db

Read = Callable[..., Page]
ADDRESS = "/sager/13/102/"
PROMISE = "Sagen forelægges igen på mødet i maj 2013."


def kantine(date: str, decision: str, *, publish: bool = True, body: str = "Direktionen") -> Meeting:
    return matter_held(date, "Ny kantine", "13/102", decision, publish=publish, body=body)


def pointing(
    date: str, prose: str, *, title: str = "Ny cykelsti", case: str = "13/101", publish: bool = True
):
    """A meeting whose only item says something in its presentation."""
    return held(date, item_text(1, title, case, sagsfremstilling=prose), publish=publish)


def section(page: Page, heading: str) -> str:
    found = [part.text for part in page.find("section", class_="papers") if part.text.startswith(heading)]
    return found[0].removeprefix(heading).strip() if found else ""


def promises(page: Page) -> list[str]:
    return [line.text for line in page.find("p", class_="event__promise")]


def in_json(client: Client) -> dict:
    return client.get(ADDRESS, {"format": "json"}).json()


def test_a_promise_stands_under_its_meeting_with_its_time_and_where_it_was_met(read: Read, client: Client):
    kantine("05-03-2013", PROMISE)
    assert promises(read(ADDRESS)) == [f"Lovet: {PROMISE} · på mødet i maj 2013 · tiden er gået"]
    kantine("07-05-2013", "Godkendt.")
    page = read(ADDRESS)
    met = "opfyldt i Direktionen 07-05-2013, punkt 1"
    assert promises(page) == [f"Lovet: {PROMISE} · på mødet i maj 2013 · {met}"]
    assert page.link("Direktionen 07-05-2013, punkt 1") == "/moeder/direktionen/2013-05-07/punkt-1/"
    first, second = sorted(in_json(client)["items"], key=lambda item: item["date"])
    assert second["promises"] == []
    (promise,) = first["promises"]
    assert (promise["text"], promise["status"], promise["is_met"]) == (PROMISE, "seen", True)
    assert promise["time"] == {"words": "på mødet i maj 2013", "kind": "meeting", "when": "2013-05"}
    assert promise["seen"]["url"] == "http://testserver/moeder/direktionen/2013-05-07/punkt-1/"


def test_what_is_still_to_come_is_expected(read: Read):
    year = timezone.localdate().year + 2
    kantine("05-03-2013", f"Sagen forelægges igen på mødet i maj {year}.")
    (line,) = promises(read(ADDRESS))
    assert line.endswith(f"på mødet i maj {year} · ventes")


@pytest.mark.parametrize(
    "decision",
    ["Godkendt.", "Kantinen lukkede i maj.", "Der gøres status to gange årligt.", "Udsættes."],
)
def test_what_is_no_promise_is_not_told_as_one(read: Read, decision: str):
    kantine("05-03-2013", decision)
    assert promises(read(ADDRESS)) == []


def test_a_task_without_a_time_is_left_to_the_list_of_promises_and_the_file(read: Read, client: Client):
    add_centre("TMC", "Teknik- og Miljøcentret")
    kantine("05-03-2013", "TMC undersøger, om kantinen kan belyses.")
    assert promises(read(ADDRESS)) == []
    assert [line["kind"] for line in in_json(client)["items"][0]["promises"]] == ["task"]


def test_drafts_and_closed_items_neither_promise_nor_keep_a_promise(
    read: Read, read_as_staff: Read, client: Client
):
    kantine("05-03-2013", PROMISE)
    before, before_in_json = promises(read(ADDRESS)), in_json(client)["items"][0]["promises"]
    close_item(kantine("07-05-2013", PROMISE).items.get(), None, reason="Behandlet for lukkede døre")
    kantine("04-06-2013", "Sagen forelægges igen til august.", publish=False)
    assert promises(read(ADDRESS)) == before
    assert [item["promises"] for item in in_json(client)["items"]] == [before_in_json]
    told = promises(read_as_staff(ADDRESS))
    assert len(told) == 2
    assert told[0].endswith("opfyldt i Direktionen 04-06-2013, punkt 1 kladde")


def test_what_its_items_point_to_outside_of_the_case_is_told_once(read: Read, client: Client):
    held(
        "05-02-2013",
        item_text(1, "Ny cykelsti", "13/101"),
        item_text(2, "Nyt køkken", "13/103"),
        body="Byrådet",
    )
    words = "Se Byrådets møde den 5. februar 2013, punkt 2. "
    prose = f"{words}{words}Se også sag 13/101."
    held("05-03-2013", item_text(1, "Ny kantine", "13/102", sagsfremstilling=prose))
    page = read(ADDRESS)
    assert section(page, "Henviser til") == "Byrådet 5. februar 2013, punkt 2: Nyt køkken Sag 13/101"
    item, case = in_json(client)["refers_to"]
    assert item["url"] == "http://testserver/moeder/byraadet/2013-02-05/punkt-2/"
    assert case == {"number": "13/101", "is_sure": True, "url": "http://testserver/sager/13/101/"}


def test_what_points_to_its_number_or_to_one_of_its_items_is_told_newest_first(read: Read, client: Client):
    kantine("05-02-2013", "Godkendt.")
    pointing("05-03-2013", "Se sag 13/102. Sag 13/102 er afsluttet.")
    prose = "Som besluttet på Direktionens møde den 5. februar 2013, punkt 1."
    pointing("02-04-2013", prose, title="Kulturnat", case="13/105")
    page = read(ADDRESS)
    assert section(page, "Henvises til fra") == (
        "Direktionen 2. april 2013, punkt 1: Kulturnat Direktionen 5. marts 2013, punkt 1: Ny cykelsti"
    )
    assert [item["title"] for item in in_json(client)["referred_from"]] == ["Kulturnat", "Ny cykelsti"]


def test_references_within_the_case_stand_in_its_course_and_nowhere_else(read: Read):
    kantine("05-02-2013", "Godkendt.")
    prose = "Jf. sag 13/102 og Direktionens møde den 5. februar 2013, punkt 1."
    pointing("05-03-2013", prose, title="Ny kantine", case="13/102")
    page = read(ADDRESS)
    assert section(page, "Henviser til") == section(page, "Henvises til fra") == ""


def test_words_that_nothing_in_the_archive_fits_are_no_references(read: Read, client: Client):
    prose = "Se sag 13/999, Byrådets møde den 1. februar 2013, punkt 4, og Direktionen: 24. september 2013."
    pointing("05-03-2013", prose, title="Ny kantine", case="13/102")
    assert section(read(ADDRESS), "Henviser til") == ""
    assert in_json(client)["refers_to"] == []


def test_nothing_hints_at_what_is_closed_withdrawn_or_a_draft(
    read: Read, read_as_staff: Read, client: Client
):
    prose = "Se sag 13/104 og Direktionens møde den 5. februar 2013, punkt 1."
    pointing("05-03-2013", prose, title="Ny kantine", case="13/102")
    before = read(ADDRESS).main
    secret = matter_held("05-02-2013", "Hemmelig handel", "13/104")
    close_item(secret.items.get(), None, reason="Behandlet for lukkede døre")
    for date, title in (("02-04-2013", "Lukket handel"), ("03-04-2013", "Trukket handel")):
        told = pointing(date, "Se sag 13/102.", title=title, case="13/106")
        if title.startswith("Lukket"):
            close_item(told.items.get(), None, reason="Behandlet for lukkede døre")
        else:
            publication.withdraw(Meeting.objects.filter(pk=told.pk), reason="Forkert")
    pointing("04-04-2013", "Se sag 13/102.", title="Kladdens handel", case="13/107", publish=False)
    assert read(ADDRESS).main == before
    assert in_json(client)["refers_to"] == in_json(client)["referred_from"] == []
    of_staff = read_as_staff(ADDRESS)
    assert (
        section(of_staff, "Henvises til fra") == "Direktionen 4. april 2013, punkt 1: Kladdens handel kladde"
    )
    assert section(of_staff, "Henviser til") == ""
    assert "Hemmelig" not in of_staff.html and "Lukket handel" not in of_staff.html


def test_it_asks_no_more_of_many_promises_and_references_than_of_few():
    # The visitor of the other tests indexes before it asks; here imports have.
    client = Client()

    def add(month: int) -> None:
        item = item_text(1, "Ny kantine", "13/102", sagsfremstilling="Se sag 13/101 og sag 13/103.")
        date = f"05-{month:02}-2013"
        told = item_text(2, "Ny cykelsti", "13/101", sagsfremstilling="Se sag 13/102 og punkt 1 på mødet.")
        held(date, f"{item}\n\n{decided('Direktionen', date, PROMISE)}", told)

    def count(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    add(1)
    add(2)
    few = [count(address) for address in (ADDRESS, f"{ADDRESS}?format=json")]
    for month in range(3, 11):
        add(month)
    many = [count(address) for address in (ADDRESS, f"{ADDRESS}?format=json")]
    assert all(more <= less <= 28 for more, less in zip(many, few, strict=True)), (few, many)
