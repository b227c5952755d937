"""What things are called by programs that follow them stays the same whatever becomes of them."""

import re

import pytest

from minutes.editing import publication
from minutes.editing.corrections import correct_title
from minutes.importing.importer import import_minutes, reparse
from minutes.importing.naming.merging import merge_bodies, plan_merge
from minutes.models import AgendaItem, Meeting, SourceDocument
from minutes.pages.tags import tag
from tests.build.atom import entries, read_feed, text
from tests.build.documents import decided, item_text, minutes_text
from tests.build.rows import add_body, add_item, add_meeting, add_user

FEEDS = ("/moeder/feed/", "/beslutninger/feed/", "/sager/12/32140/feed/")


def test_a_tag_has_the_authority_of_the_settings(settings):
    settings.ARCHIVE_TAG_AUTHORITY = "arkiv.nyby.dk,2027-01"
    assert tag("punkt", 12) == "tag:arkiv.nyby.dk,2027-01:referatarkivet/punkt/12"


@pytest.mark.parametrize("part", ["æøå", "a b", "]]>", '<">', "\x00\n", "%", "#", "emne: x; y", "😀", ""])
def test_whatever_its_parts_are_it_has_the_characters_of_a_tag(part):
    specific = tag("emne", part).removeprefix("tag:htk.dk,2026:")
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/?=&+-]|%[0-9A-F]{2})*", specific)


def test_parts_that_differ_have_names_that_differ():
    assert len({tag("emne", part) for part in ("a b", "a+b", "a%20b", "a_b")}) == 4


def named(client) -> list[str]:
    found = []
    for address in FEEDS:
        found.append(text(read_feed(client, address), "id"))
        found += [text(entry, "id") for entry in entries(client, address)]
    return found


def minutes(title: str = "Ny kantine", *more: str) -> bytes:
    item = item_text(1, title, "12/32140", sagsfremstilling="Kantinen er slidt.")
    item += "\n\n" + decided("Direktionen", "27-08-2013", "Godkendt.")
    return minutes_text(item, *more, date="27-08-2013").encode()


@pytest.fixture
def meeting(db) -> Meeting:
    return import_minutes(minutes(), "a.txt", publish=True).meeting


def test_the_host_a_correction_and_a_reading_anew_change_no_name(client, meeting):
    before = named(client)
    correct_title(meeting.items.get(), "Kantinens fremtid", None)
    reparse(SourceDocument.objects.get())
    assert named(client) == before
    client.defaults["HTTP_HOST"] = "localhost"
    assert named(client) == before
    assert "Kantinens fremtid" in client.get("/moeder/feed/").text


def test_a_new_version_with_another_title_changes_no_name(client, meeting):
    before = named(client)
    second = item_text(2, "Spørgetid", "12/99999", sagsfremstilling="Ingen.")
    import_minutes(minutes("Den nye kantine", second), "b.txt", publish=True)
    assert AgendaItem.objects.count() == 2
    assert named(client) == before


def test_withdrawn_and_published_again_it_is_the_same(client, meeting):
    before = named(client)
    publication.withdraw(Meeting.objects.all(), reason="Forkert")
    assert not entries(client, "/moeder/feed/")
    publication.publish(Meeting.objects.all())
    assert named(client) == before


def test_a_meeting_whose_body_turns_out_to_be_another_keeps_its_name(client, meeting):
    into = add_body("Byrådet")
    add_item(add_meeting("2014-01-01", "Byrådet"))
    before = named(client)
    plan = plan_merge(meeting.body, into)
    merge_bodies(meeting.body.pk, into.pk, add_user(), agreed=plan.fingerprint)
    assert "/moeder/byraadet/2013-08-27/" in client.get("/moeder/feed/").text
    assert named(client) == before
