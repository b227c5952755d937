"""The start page: what waits, the way in, what happened last, and all lists, folded and in a sensible order."""

import re

import pytest
from django.contrib import admin

from minutes.admin.start.lists import GROUPS, group_lists
from minutes.admin.start.site import ArchiveSite
from minutes.editing.event_log import record
from minutes.models import Event
from tests.build.rows import add_item, add_meeting

pytestmark = pytest.mark.django_db


def test_the_admin_is_the_archives_own():
    assert isinstance(admin.site, ArchiveSite)
    assert admin.site._registry


def test_the_page_goes_from_what_waits_to_the_lists(admin_client, admin_user):
    record(Event.Kind.PUBLISHED, admin_user, meeting=add_meeting())
    page = admin_client.get("/admin/").text
    headings = re.findall(r"<h([123])[^>]*>(.*?)</h\1>", page)
    assert [text for level, text in headings if level == "1"] == ["Arbejdsbord"]
    assert [text for level, text in headings if level == "2"] == [
        "Det venter",
        "Nye referater",
        "Seneste hændelser",
        "Alle lister",
    ]
    assert "<details" in page and "<details open" not in page


def test_upload_stands_there_for_those_who_may(staff):
    assert 'class="button" href="/admin/minutes/meeting/add/"' in staff("add_meeting").get("/admin/").text
    assert "/admin/minutes/meeting/add/" not in staff("view_meeting").get("/admin/").text


def test_the_last_ten_events_are_told_newest_first_to_those_who_may_see_them(admin_client, admin_user, staff):
    meeting = add_meeting()
    for number in range(11):
        record(Event.Kind.TIDIED, None, subject=f"Hændelse {number}")
    record(Event.Kind.WITHDRAWN, admin_user, meeting=meeting)
    page = admin_client.get("/admin/").text
    assert re.findall(r"Hændelse \d+", page) == [f"Hændelse {number}" for number in range(10, 1, -1)]
    assert f'<a href="/admin/minutes/meeting/{meeting.pk}/change/">{meeting}</a>' in page
    assert "Trukket tilbage" in page and "arkivet selv" in page and "admin" in page
    assert "Hændelse 10" not in staff("view_meeting", "change_meeting").get("/admin/").text
    seen = staff("view_event").get("/admin/").text
    assert "Hændelse 10" in seen
    assert f"/admin/minutes/meeting/{meeting.pk}/" not in seen


def test_an_event_of_a_meeting_that_is_gone_still_names_it(admin_client, admin_user):
    meeting = add_meeting()
    record(Event.Kind.DELETED, admin_user, meeting=meeting)
    named = str(meeting)
    meeting.delete()
    page = admin_client.get("/admin/").text
    assert named in page
    assert "Slettet" in page


def test_an_event_does_not_tell_what_a_closed_item_was_about(admin_client, admin_user):
    item = add_item(add_meeting(), title="Afskedigelse af rektor", is_closed=True)
    record(Event.Kind.CLOSED, admin_user, item=item)
    assert "rektor" not in admin_client.get("/admin/").text


def test_every_list_has_its_place_in_a_group():
    known = {name for models in GROUPS.values() for name in models}
    assert {model._meta.model_name for model in admin.site._registry} <= known


def test_a_list_that_nobody_has_placed_comes_last():
    apps = [{"models": [{"object_name": "Nyt", "name": "nye"}, {"object_name": "Meeting", "name": "møder"}]}]
    assert [(group["name"], len(group["models"])) for group in group_lists(apps)] == [
        ("Møder og punkter", 1),
        ("Andet", 1),
    ]


def test_whoever_may_see_nothing_is_shown_no_lists(staff):
    page = staff().get("/admin/").text
    assert "Alle lister" not in page
    assert "Det venter" not in page
