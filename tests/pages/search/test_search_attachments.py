"""The facet of attachments: items with, and without."""

from urllib.parse import parse_qs

import pytest
from django.test import Client

from minutes.models import SearchDocument
from minutes.search.index.item_words import ANALYSER_VERSION
from minutes.search.index.writing import find_outdated_meetings, index_meetings
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.schools import SEARCH, add_hidden, facet, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def drawn() -> None:
    """Three items about schools, one of them with attachments."""
    meeting = add_meeting()
    add_indexed_item(meeting, "Skole med tegninger", attachments=["Plan", "Snit"])
    add_indexed_item(meeting, "Skole uden")
    add_indexed_item(meeting, "Skole uden, også")


def counted(client: Client, **parameters: str) -> list[tuple[str, str, int]]:
    facets = client.get(SEARCH, {**parameters, "format": "json"}).json()["facets"]
    return [(value["value"], value["label"], value["count"]) for value in facets["attachments"]]


@pytest.mark.usefixtures("drawn")
def test_items_with_attachments_and_without_are_counted_and_lead_to_the_narrowed_search(read, client):
    page = read(SEARCH, q="skole")
    assert facet(page, "Bilag") == "Uden bilag 2 Med bilag 1"
    assert parse_qs(page.link("Med bilag")[1:]) == {"q": ["skole"], "bilag": ["med"]}
    assert counted(client, q="skole") == [("uden", "Uden bilag", 2), ("med", "Med bilag", 1)]


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("typed", [{"q": "skole"}, {}])
def test_the_filter_narrows_the_search_with_words_and_without(read, typed):
    page = read(SEARCH, bilag="med", **typed)
    assert shown(page) == ["Skole med tegninger"]
    assert "Fjern filter: Bilag: med ×" in page.find("ul", class_="chips")[0].text
    assert facet(page, "Bilag") == "Uden bilag 2 Med bilag 1"
    assert sorted(shown(read(SEARCH, bilag="uden", **typed))) == ["Skole uden", "Skole uden, også"]


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("value", ["ja", "True", "1", "meduden"])
def test_another_value_is_told_and_finds_nothing(read, value):
    page = read(SEARCH, q="skole", bilag=value)
    assert [notice.text for notice in page.find("p", class_="notice")] == [
        "Bilag i adressen er hverken med eller uden. Derfor er intet fundet. Søg uden"
    ]
    assert shown(page) == []
    assert parse_qs(page.link("Søg uden")[1:]) == {"q": ["skole"]}


@pytest.mark.parametrize("value", ["med", "uden"])
def test_what_is_not_public_is_found_by_neither(read, value):
    add_hidden()
    assert "Ingen punkter fundet" in read(SEARCH, bilag=value).main


@pytest.mark.usefixtures("drawn")
def test_rows_of_the_index_from_before_are_neither_until_they_are_written_anew(read, client):
    """As an upgrade leaves them: found as ever, and by no value of what they do not know."""
    for document in SearchDocument.objects.all():
        vector = " ".join(word for word in document.vector.split() if not word.startswith("'a:"))
        SearchDocument.objects.filter(pk=document.pk).update(
            vector=vector, has_attachments=None, analyser_version=ANALYSER_VERSION - 1
        )
    assert len(shown(read(SEARCH, q="skole"))) == 3
    assert counted(client, q="skole") == []
    assert "Ingen punkter fundet" in read(SEARCH, q="skole", bilag="med").main
    assert "Ingen punkter fundet" in read(SEARCH, bilag="uden").main
    index_meetings(find_outdated_meetings().values_list("pk", flat=True))
    assert counted(client, q="skole") == [("uden", "Uden bilag", 2), ("med", "Med bilag", 1)]
    assert len(shown(read(SEARCH, bilag="uden"))) == 2
