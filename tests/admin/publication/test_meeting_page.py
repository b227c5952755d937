"""The page of a meeting in the administration: what it is called, and where it leads."""

import re

import pytest
from django.urls import reverse

from tests.build.rows import add_meeting

from .chosen_meetings import LIST, WHY, act, plain


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


def test_a_meetings_page_says_that_a_version_waits_beside_the_one_that_is_public(waiting, admin_client):
    page = admin_client.get(f"{LIST}{waiting.meeting_id}/change/").text
    assert "Version 2 venter på offentliggørelse." in page
    assert f"/admin/minutes/sourcedocument/{waiting.pk}/gennemse/" in page
    assert re.findall(r'<td class="field-status">\s*<p>(.*?)</p>', page) == ["venter", "i kraft"]
    sources = admin_client.get("/admin/minutes/sourcedocument/").text
    assert re.findall(r'<td class="field-status">(.*?)</td>', sources) == ["venter", "i kraft"]


@pytest.mark.parametrize(
    ("state", "offered"),
    [("draft", ["publish"]), ("published", ["withdraw"]), ("withdrawn", ["publish"])],
)
def test_a_meetings_page_offers_what_can_be_done_to_it(state, offered, admin_client):
    meeting = add_meeting(state=state)
    page = admin_client.get(f"{LIST}{meeting.pk}/change/").text
    assert re.findall(rf'href="{LIST}(\w+)/\?_selected_action={meeting.pk}"', page) == offered


def test_a_meetings_page_shows_the_last_of_what_has_happened(meeting, admin_client, staff):
    act(admin_client, "publish", meeting)
    act(admin_client, "withdraw", meeting, **WHY)
    page = admin_client.get(f"{LIST}{meeting.pk}/change/").text
    log = plain(page[page.index('id="haendelser"') :])
    assert re.search("trukket tilbage .* dublet .* offentliggjort", log)
    assert f"/admin/minutes/event/?moede={meeting.pk}" in page
    assert 'id="haendelser"' not in staff("view_meeting").get(f"{LIST}{meeting.pk}/change/").text


def test_a_meetings_own_page_has_nothing_to_save(meeting, admin_client):
    address = f"{LIST}{meeting.pk}/change/"
    assert 'name="_save"' not in admin_client.get(address).text
    assert admin_client.post(address, {"location": "Et andet sted"}).status_code == 403
