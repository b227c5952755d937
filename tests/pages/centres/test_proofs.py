"""Each item of a centre tells the centre's roles, strongest first, with the sentence that proves each."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.test import Client

from minutes.editing.corrections import correct_centres
from minutes.importing.importer import import_minutes
from minutes.importing.organisation import load_organisation
from minutes.models import AgendaItem, Centre, CentreRole, Meeting
from tests.build.documents import decided, item_text, minutes_text
from tests.build.page import Page

pytestmark = pytest.mark.django_db

Read = Callable[..., Page]
ADDRESS = "/centre/hrc/"


@pytest.fixture(autouse=True)
def _organisation() -> None:
    load_organisation()


def hold(
    recommendation: str, decision: str = "Drøftet.", *, title: str = "Kantine", date: str = "27-08-2013"
) -> Meeting:
    text = item_text(1, title, "13/101", indstilling=recommendation)
    document = minutes_text(f"{text}\n\n{decided('Direktionen', date, decision)}", date=date)
    return import_minutes(document.encode(), f"{date}.txt", publish=True).meeting


def proofs(page: Page) -> list[str]:
    return [cell.text for cell in page.find("td", class_="proofs")]


def marks(page: Page) -> list[str]:
    return [mark.text for mark in page.find("mark")]


def test_the_roles_stand_strongest_first_each_with_its_sentence(read: Read):
    hold("HRC indstiller, at planen godkendes.", "Godkendt. HR-Centret udarbejder et notat.")
    page = read(ADDRESS)
    assert proofs(page) == [
        "har indstillet: HRC indstiller, at planen godkendes. "
        "har fået til opgave: HR-Centret udarbejder et notat."
    ]
    assert marks(page) == ["HRC", "HR-Centret"]


def test_of_one_role_its_sentence_stands_alone(read: Read):
    hold("HRC indstiller, at planen godkendes.", "Godkendt. HR-Centret udarbejder et notat.")
    assert proofs(read(ADDRESS, rolle="opgave")) == ["har fået til opgave: HR-Centret udarbejder et notat."]


def test_only_the_centres_own_names_are_marked_however_they_are_written(read: Read):
    hold("Teknik- og Miljøcentret og TMC's naboer i HR-Centret indstiller, at planen godkendes.")
    assert set(marks(read("/centre/tmc/"))) == {"Teknik- og Miljøcentret", "TMC"}


def test_a_role_that_the_archive_corrected_says_so(read: Read):
    meeting = hold("HRC indstiller, at planen godkendes.")
    item = meeting.items.get()
    correct_centres(item, [(Centre.objects.get(code="HRC"), CentreRole.RESPONSIBLE)], None)
    assert proofs(read(ADDRESS)) == ["er ansvarlig – rettet af arkivet"]


def test_a_role_without_a_sentence_that_nobody_corrected_does_not_say_so(read: Read):
    item = hold("HRC indstiller, at planen godkendes.").items.get()
    item.item_centres.update(sentence="")
    assert proofs(read(ADDRESS)) == ["har indstillet"]


def test_markup_in_a_sentence_stays_text(read: Read):
    hold("HRC indstiller, at <img src=x onerror=alert(1)> godkendes.")
    page = read(ADDRESS)
    assert "<img" not in page.html
    assert "at <img src=x onerror=alert(1)> godkendes." in proofs(page)[0]


def test_what_may_not_be_seen_proves_nothing(read: Read, read_as_staff: Read):
    meeting = hold("HRC indstiller, at planen godkendes.")
    AgendaItem.objects.filter(meeting=meeting).update(is_closed=True)
    for reader in (read, read_as_staff):
        assert "planen" not in reader(ADDRESS).html
        assert "planen" not in reader(ADDRESS, format="json").html


def test_the_sentences_stand_in_the_files_too(client: Client):
    hold("HRC indstiller, at planen godkendes.")
    rows = client.get(ADDRESS, {"format": "csv"}).getvalue().decode("utf-8-sig").splitlines()
    assert rows[0].endswith(";Adresse;Bevis")
    assert rows[1].endswith("/punkt-1/;HRC indstiller, at planen godkendes.")
    answer = json.loads(client.get(ADDRESS, {"format": "json"}).content)
    assert (answer["code"], answer["count"], answer["page"], answer["pages"]) == ("HRC", 1, 1, 1)
    (item,) = answer["items"]
    assert item["roles"] == [{"role": "recommends", "text": "HRC indstiller, at planen godkendes."}]
    assert (item["date"], item["body"], item["label"]) == ("2013-08-27", "Direktionen", "1")


@pytest.mark.parametrize("parameters", [{"rolle": "\x00"}, {"aar": "9" * 400}, {"side": "-1"}, {"side": "x"}])
def test_nonsense_is_answered_with_everything(client: Client, parameters: dict[str, str]):
    hold("HRC indstiller, at planen godkendes.")
    answer = client.get(ADDRESS, {"format": "json", **parameters})
    assert json.loads(answer.content)["count"] == 1


def test_a_draft_is_in_no_file_whoever_asks(staff_client: Client):
    text = item_text(1, "Kantine", "13/101", indstilling="HRC indstiller, at planen godkendes.")
    import_minutes(minutes_text(text).encode(), "a.txt")
    assert json.loads(staff_client.get(ADDRESS, {"format": "json"}).content)["items"] == []
    assert "planen" in staff_client.get(ADDRESS).text
