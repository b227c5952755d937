"""Closing and opening an item on its own page: whoever corrects items may close them, publishers alone open them."""

import pytest

from minutes.models import AgendaItem, Correction
from tests.build.item_form import errors, page_of, save
from tests.build.sample import open_item


@pytest.fixture
def item(meeting) -> AgendaItem:
    return open_item(meeting)


def test_an_item_is_closed_on_its_page_and_gone_from_the_public_ones(item, admin_client, client):
    address = item.get_absolute_url()
    assert save(admin_client, item, closing="ja").status_code == 302
    assert AgendaItem.objects.get(pk=item.pk).is_closed
    assert item.title not in client.get(address).text
    assert Correction.objects.get().value == "ja"


def test_whoever_corrects_items_may_close_them_and_not_open_them(item, staff):
    editor = staff("view_agendaitem", "change_agendaitem")
    assert save(editor, item, closing="ja").status_code == 302
    assert AgendaItem.objects.get(pk=item.pk).is_closed
    assert errors(save(editor, item, closing="nej")) == [
        "At åbne et punkt kræver retten til at offentliggøre."
    ]
    assert AgendaItem.objects.get(pk=item.pk).is_closed
    publisher = staff("view_agendaitem", "change_agendaitem", "publish_meeting")
    assert save(publisher, item, closing="nej").status_code == 302
    assert not AgendaItem.objects.get(pk=item.pk).is_closed


@pytest.mark.parametrize("sent", [{}, {"closing": ""}])
def test_a_form_that_does_not_say_whether_it_is_closed_changes_nothing_of_that(item, admin_client, sent):
    save(admin_client, item, closing="ja")
    assert save(admin_client, item, **sent).status_code == 302
    assert AgendaItem.objects.get(pk=item.pk).is_closed


def test_nobody_brings_an_item_into_doubt_and_what_is_in_doubt_stays_so_until_it_is_said(item, admin_client):
    assert errors(save(admin_client, item, closing="i tvivl"))
    AgendaItem.objects.filter(pk=item.pk).update(is_closed=True, is_doubtful=True)
    assert '<option value="i tvivl" selected>' in admin_client.get(page_of(item)).text
    assert save(admin_client, item, closing="i tvivl").status_code == 302
    assert not Correction.objects.exists()
    assert save(admin_client, item, closing="nej").status_code == 302
    assert not AgendaItem.objects.get(pk=item.pk).is_closed
    assert Correction.objects.get().parsed_value == "i tvivl"


def test_whoever_only_looks_reads_whether_it_is_closed(item, staff, admin_client):
    save(admin_client, item, closing="ja")
    page = staff("view_agendaitem").get(page_of(item)).text
    assert "<strong>Lukket:</strong> ja" in page
