"""An item keeps the letter of its number from the import on: in its address, on pages, and where it is asked for."""

import json

import pytest

from minutes.editing.publication import publish
from minutes.models import AgendaItem, Meeting, Section, SectionKind
from tests.build.documents import decided, minutes_text
from tests.build.imports import imported

pytestmark = pytest.mark.django_db

ITEMS = (
    "Punkt 1: Budget\n\n13/100\n\nBaggrund\n\nNyt.",
    "Punkt 1a: Lån\n\n13/101\n\nBaggrund\n\nNyt lån.",
    "Punkt 2: Haller\n\n13/102",
)
MEETING = "/moeder/direktionen/2013-08-27/"


def test_its_number_stays_a_number():
    imported(minutes_text(*ITEMS))
    assert list(AgendaItem.objects.values_list("number", "letter", "slug")) == [
        (1, "", "punkt-1"),
        (1, "a", "punkt-1a"),
        (2, "", "punkt-2"),
    ]


def test_an_import_again_finds_it_under_its_address():
    imported(minutes_text(*ITEMS))
    before = AgendaItem.objects.get(slug="punkt-1a").pk
    imported(minutes_text(*ITEMS, place="Lokale 2"))
    assert AgendaItem.objects.get(slug="punkt-1a").pk == before


@pytest.fixture
def _published() -> None:
    imported(minutes_text(*ITEMS))
    publish(Meeting.objects.all())


@pytest.mark.usefixtures("_published")
def test_pages_show_it(client):
    assert "punkt 1a" in client.get(f"{MEETING}punkt-1a/").content.decode()
    agenda = client.get(MEETING).content.decode()
    assert "<td>1a</td>" in agenda
    assert "1a. Lån" in agenda


@pytest.mark.usefixtures("_published")
@pytest.mark.parametrize(
    ("asked", "label"), [("punkt 1a", "1a"), ("punkt 1", None), ("punkt 1b", "none"), ("punkt 2", None)]
)
def test_a_reference_leads_to_it(client, asked: str, label: str | None):
    asked = f"Direktionen 27. august 2013, {asked}"
    answer = json.loads(client.get("/soeg/", {"q": asked, "format": "json"}).content)
    items = answer["direct"].get("items", [])
    assert [item.get("label") for item in items] == ([] if label == "none" else [label])


def test_those_who_were_absent_stand_below_the_decision():
    text = "Punkt 1: Budget\n\n13/100\n\n" + decided(
        "Direktionen", "27-08-2013", "Godkendt.\n\nFraværende: Ib Mo"
    )
    imported(minutes_text(text))
    sections = Section.objects.order_by("position").values_list("kind", "heading", "text")
    assert list(sections) == [
        (SectionKind.DECISION, "Beslutning i Direktionen den 27-08-2013", "Godkendt."),
        (SectionKind.ATTENDANCE, "", "Fraværende: Ib Mo"),
    ]
