"""The page of a meeting in the administration: what it is called, and where it leads."""

import re

import pytest
from django.urls import reverse


@pytest.fixture
def page(admin_client, meeting) -> str:
    return admin_client.get(reverse("admin:minutes_meeting_change", args=[meeting.pk])).text


def test_the_page_has_the_name_of_the_meeting(page):
    assert re.findall(r"<h1>(.*?)</h1>", page) == ["Direktionen 05-02-2013"]
    assert "Vis møde" not in page


def test_the_way_to_the_public_page_is_called_so(page, meeting):
    (address,) = re.findall(r'<a href="([^"]*)">Se på arkivets sider</a>', page)
    assert address.startswith("/admin/r/")
    assert "website" not in page


def test_what_has_happened_can_be_scrolled_by_keyboard(page):
    assert re.search(r'aria-labelledby="haendelser-overskrift" tabindex="0"', page)


def test_what_a_meeting_has_none_of_is_said_in_a_word(page):
    attendance = page[page.index('id="attendance-heading"') :]
    assert attendance.index("<p>Ingen.</p>") < attendance.index("</fieldset>")
    assert "Ingen." not in page[page.index('id="items-heading"') : page.index('id="attendance-heading"')]


def test_each_item_is_named_once_and_leads_to_its_form(page, meeting):
    items = page[page.index('id="items-heading"') : page.index('id="attendance-heading"')]
    head = items[items.index("<thead>") : items.index("</thead>")]
    assert re.findall(r"<th[^>]*>([^<]*)</th>", head) == ["Punkt", "Titel", "Sag", "Vises ikke"]
    for item in meeting.items.all():
        assert f"/admin/minutes/agendaitem/{item.pk}/change/" in items
