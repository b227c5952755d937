"""What a search matches among the meetings published last: inside them, so that older matches cut nothing off."""

import datetime
from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from minutes.models import EVERYBODY, AgendaItem, PublicationState, SectionKind
from minutes.pages.search.search_form import SearchForm
from minutes.search.matching import last_published
from tests.build.indexed import add_indexed_item, add_indexed_items
from tests.build.rows import add_editor, add_meeting

pytestmark = pytest.mark.django_db


def at(day: int) -> datetime.datetime:
    return datetime.datetime(2026, 3, day, tzinfo=datetime.UTC)


def found(reader=EVERYBODY, limit: int = 50, **parameters: str) -> list[str]:
    keys = SearchForm(QueryDict(urlencode(parameters))).search(reader).find_last_published(limit)
    items = AgendaItem.objects.in_bulk(keys)
    return [items[key].title for key in keys]


def test_matches_stand_as_their_meetings_were_published_and_in_a_meeting_by_their_places():
    for date, day in (("2015-01-06", 1), ("2011-02-08", 3), ("2013-08-27", 2)):
        meeting = add_meeting(date, published_at=at(day))
        for part in ("tag", "gård"):
            add_indexed_item(meeting, f"Skolens {part} {date[:4]}")
    assert found(q="skole") == [
        f"Skolens {part} {year}" for year in (2011, 2013, 2015) for part in ("tag", "gård")
    ]
    assert found(q="skole", limit=3) == ["Skolens tag 2011", "Skolens gård 2011", "Skolens tag 2013"]


def test_minutes_of_long_ago_are_found_however_many_newer_ones_match():
    add_indexed_items(add_meeting("2014-01-01", published_at=at(1)), 60, "Ny skole")
    add_indexed_item(add_meeting("2003-01-01", published_at=at(2)), "Gammel skole")
    assert found(q="skole")[:2] == ["Gammel skole", "Ny skole"]
    assert len(found(q="skole")) == 50


def test_only_the_meetings_published_last_are_looked_at(monkeypatch):
    monkeypatch.setattr(last_published, "MOST_MEETINGS", 2)
    for day in (1, 2, 3):
        add_indexed_item(add_meeting(f"2013-01-0{day}", published_at=at(day)), f"Skole {day}")
    add_indexed_item(add_meeting("2013-01-04", published_at=at(4)), "Veje")
    assert found(q="skole") == ["Skole 3"]


def test_phrases_and_unwanted_words_and_filters_hold():
    meeting = add_meeting("2013-01-01", published_at=at(1))
    text = {SectionKind.CASE_PRESENTATION: "En ny skole bygges."}
    add_indexed_item(meeting, "Byggeri", sections=text, centres={"HRC": "HR-Centret"})
    add_indexed_item(meeting, "Skole", sections={SectionKind.CASE_PRESENTATION: "Skolen er ny."})
    add_indexed_item(add_meeting("2014-01-01", published_at=at(2)), "Ny skole i Vesterby")
    assert found(q='"ny skole"') == ["Ny skole i Vesterby", "Byggeri"]
    assert found(q="ny skole -vesterby") == ["Byggeri", "Skole"]
    assert found(q="skole", center="hrc") == ["Byggeri"]
    assert found(q="skole", aar="2014") == ["Ny skole i Vesterby"]
    assert found(aar="2013") == ["Byggeri", "Skole"]
    assert found(center="hrc") == ["Byggeri"]
    assert found(center="hrc", aar="2014") == []


@pytest.mark.parametrize("parameters", [{}, {"q": ""}, {"q": "og"}, {"q": "findesikke"}, {"aar": "1999"}])
def test_where_nothing_is_asked_or_matches_nothing_is_found(parameters):
    add_indexed_item(add_meeting(published_at=at(1)), "Ny skole")
    assert found(**parameters) == []


def test_drafts_are_found_by_those_who_see_them_and_closed_items_by_nobody():
    add_indexed_item(add_meeting("2013-01-01", state=PublicationState.DRAFT), "Skole i kladde")
    add_indexed_item(add_meeting("2013-01-02", published_at=at(1)), "Skole lukket", is_closed=True)
    add_indexed_item(add_meeting("2013-01-03", state=PublicationState.WITHDRAWN), "Skole trukket")
    assert found(q="skole") == []
    assert found(add_editor(), q="skole") == ["Skole i kladde"]
