"""An item is of the series of its title, where that stands for whoever reads."""

from __future__ import annotations

import pytest

from minutes.importing.importer import import_minutes
from minutes.matters.standing_series import find_series_of
from minutes.models import AgendaItem, Series
from minutes.models.visibility import EVERYBODY, WHO_SEES_DRAFTS, Reader
from tests.build.documents import item_text, minutes_text

pytestmark = pytest.mark.django_db


def hold(date: str, title: str, case: str = "", *, publish: bool = True) -> None:
    text = minutes_text(item_text(1, title, case, sagsfremstilling="Nyt."), date=date)
    import_minutes(text.encode(), f"{date}.txt", publish=publish)


def series(date: str, reader: Reader = EVERYBODY) -> str | None:
    item = AgendaItem.objects.select_related("meeting", "case").get(meeting__date=date)
    found = find_series_of(item, reader)
    return found.slug if found else None


def test_a_title_with_the_date_of_its_meeting_is_of_a_series():
    hold("05-02-2013", "Huskeliste 05-02-2013")
    assert series("2013-02-05") == "huskeliste"


def test_a_title_that_returns_under_its_own_number_or_once_is_of_none():
    hold("05-02-2013", "Ny cykelsti", "13/101")
    hold("05-03-2013", "Ny cykelsti", "13/101")
    hold("02-04-2013", "Kantine", "13/102")
    assert series("2013-02-05") is None
    assert series("2013-04-02") is None


def test_it_is_asked_in_one_query(django_assert_num_queries):
    hold("05-02-2013", "Huskeliste 05-02-2013")
    item = AgendaItem.objects.select_related("meeting", "case").get()
    with django_assert_num_queries(1):
        assert find_series_of(item, EVERYBODY)


def test_what_only_drafts_make_a_series_is_one_for_who_sees_drafts():
    hold("05-02-2013", "Spørgetid")
    hold("05-03-2013", "Spørgetid", publish=False)
    assert series("2013-02-05") is None
    assert series("2013-02-05", WHO_SEES_DRAFTS) == "spoergetid"


def test_a_series_that_an_editor_joined_to_another_has_the_address_of_that():
    hold("05-02-2013", "Huskeliste 05-02-2013")
    hold("05-03-2013", "Direktionens huskeliste 05-03-2013")
    root = Series.objects.get(key="huskeliste")
    Series.objects.exclude(pk=root.pk).update(joined_to=root)
    assert series("2013-03-05") == "huskeliste"


def test_what_an_editor_says_is_no_series_is_none():
    hold("05-02-2013", "Huskeliste 05-02-2013")
    Series.objects.update(is_none=True)
    assert series("2013-02-05") is None
