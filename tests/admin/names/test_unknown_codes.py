"""Codes that stand where a centre stands: shown with their lines, decided on with one click, and taken back."""

from __future__ import annotations

import pytest
from django.test import Client

from minutes.admin.names.waiting import count_unknown_codes
from minutes.editing.publication import withdraw
from minutes.importing.naming import reading_again
from minutes.models import (
    EVERYBODY,
    Centre,
    CentreAlias,
    Event,
    ItemCentre,
    Meeting,
    NameDecision,
    PublicationState,
    SourceDocument,
)
from tests.admin.names.conftest import KEEPS_NAMES
from tests.build.commands import run
from tests.build.documents import item_text, minutes_text
from tests.build.imports import imported
from tests.build.indexed import add_indexed_items
from tests.build.page import Page
from tests.build.rows import add_meeting

PAGE = "/admin/minutes/centre/koder/"


def bring(*codes: str, date: str = "27-08-2013", title: str = "Ny kantine", more: str = "") -> Meeting:
    """A meeting in which these codes recommend something."""
    said = "\n\n".join(f"{code} indstiller, at emnet drøftes. {more}" for code in codes)
    return imported(minutes_text(item_text(1, title, "13/100", indstilling=said), date=date)).meeting


def decide(client: Client, code: str, meaning: str = "not_a_centre", **more: object) -> str:
    """Say what a code is; returns all messages."""
    response = client.post(PAGE, {"code": code, "meaning": meaning, **more}, follow=True)
    return " ".join(str(message) for message in response.context["messages"])


def remarks() -> list[str]:
    sources = SourceDocument.objects.in_force()
    return [
        problem["message"].split()[1]
        for source in sources
        for problem in source.problems
        if problem["code"] == "unknown_code"
    ]


def jobs() -> Centre:
    return Centre.objects.get(code="JC")


def test_codes_are_counted_over_the_meetings_and_shown_with_their_lines(editor):
    bring("XPB", "QRS")
    bring("XPB", date="03-09-2013")
    page = Page(editor.get(PAGE))
    assert [heading.text for heading in page.find("h2") if "kode-" in (heading["id"] or "")] == [
        "XPB i 2 møder",
        "QRS i 1 møde",
    ]
    assert "XPB indstiller, at emnet drøftes." in page.main
    for line in ("2013-08-27/kilde/#linje-13", "2013-08-27/kilde/#linje-15", "2013-09-03/kilde/#linje-13"):
        assert f"/moeder/direktionen/{line}" in page.links
    assert count_unknown_codes(EVERYBODY) == 2


def test_a_number_in_a_line_is_masked(editor):
    bring("XPB", more="Se 010180-1234.")
    page = Page(editor.get(PAGE))
    assert "010180-••••" in page.main
    assert "1234" not in page.main


def test_a_line_of_a_closed_item_is_marked(editor):
    bring("XPB", title="Lukket: afskedigelse")
    assert "(lukket punkt)" in Page(editor.get(PAGE)).main


def test_a_line_of_a_closed_item_is_marked_whatever_number_stands_in_it(editor):
    bring("XPB", title="Lukket: afskedigelse", more="Se 010180-1234 i sagen.")
    assert "(lukket punkt)" in Page(editor.get(PAGE)).main


def test_who_may_not_read_sources_sees_no_line(staff):
    bring("XPB", title="Lukket: afskedigelse")
    page = Page(staff(*KEEPS_NAMES).get(PAGE))
    assert "XPB i 1 møde" in page.main
    assert "drøftes" not in page.main


def test_the_line_of_a_withdrawn_meeting_leads_to_its_document(editor):
    meeting = bring("XPB")
    Meeting.objects.update(state=PublicationState.PUBLISHED, published_at="2013-09-01T12:00Z")
    withdraw(Meeting.objects.all())
    address = f"/admin/minutes/sourcedocument/{meeting.sources.get().pk}/change/"
    assert address in Page(editor.get(PAGE)).links


def test_a_code_becomes_another_way_to_write_a_centre_and_its_meetings_are_read_again(editor):
    bring("XPB")
    assert decide(editor, "XPB", "centre", centre=jobs().pk) == (
        "XPB er nu skrivemåde af JC – Jobcentret. 1 møde er læst igen."
    )
    assert ItemCentre.objects.get().centre == jobs()
    assert remarks() == []
    assert not CentreAlias.objects.get(text="XPB").is_for_search_only
    event = Event.objects.get(kind=Event.Kind.NAME_DECIDED)
    assert (event.subject, event.by_name) == ("XPB", "medarbejder")


@pytest.mark.parametrize("meaning", ["initials", "not_a_centre"])
def test_a_code_that_is_no_centres_is_remarked_on_no_more(meaning, editor):
    bring("XPB", "QRS")
    assert "1 møde er læst igen." in decide(editor, "XPB", meaning)
    assert remarks() == ["QRS"]
    assert not ItemCentre.objects.exists()
    bring("XPB", date="03-09-2013")
    assert remarks() == ["QRS"]


@pytest.mark.parametrize("meaning", ["initials", "not_a_centre", "centre"])
def test_a_decision_is_taken_back(meaning, editor):
    bring("XPB")
    decide(editor, "XPB", meaning, centre=jobs().pk)
    undo = {"undo": NameDecision.objects.get().pk}
    assert "Afgørelsen om XPB er fortrudt. 1 møde er læst igen." in editor.post(PAGE, undo, follow=True).text
    assert remarks() == ["XPB"]
    assert not NameDecision.objects.exists()
    assert not CentreAlias.objects.filter(text="XPB").exists()
    assert not ItemCentre.objects.exists()
    assert "allerede fortrudt" in editor.post(PAGE, undo, follow=True).text
    assert Event.objects.filter(kind=Event.Kind.NAME_DECIDED).count() == 2


def test_of_two_at_once_the_second_is_told(editor):
    bring("XPB")
    decide(editor, "XPB", "initials")
    told = decide(editor, "XPB", "centre", centre=jobs().pk)
    assert told == "XPB er allerede afgjort af medarbejder: en persons initialer."
    assert not CentreAlias.objects.filter(text="XPB").exists()


@pytest.mark.parametrize(
    ("code", "meaning", "centre"),
    [
        ("HRC", "centre", "JC"),
        ("HRC", "initials", None),
        ("AMU", "not_a_centre", None),
        ("xpb", "initials", None),
        ("XPB CDE", "initials", None),
        ("", "initials", None),
        ("XPB", "andet", None),
        ("XPB", "", None),
        ("XPB", "centre", None),
    ],
)
def test_what_cannot_be_is_refused(code, meaning, centre, editor):
    key = {"centre": Centre.objects.get(code=centre).pk} if centre else {}
    assert decide(editor, code, meaning, **key)
    assert not NameDecision.objects.exists()


def test_nonsense_is_no_error_of_ours(editor):
    for sent in ({"undo": "x"}, {"undo": "9" * 40}, {"code": "XPB", "meaning": "centre", "centre": "9" * 40}):
        assert editor.post(PAGE, sent).status_code == 302


def test_a_code_that_stands_in_many_items_is_asked_about(editor):
    add_indexed_items(add_meeting("2013-01-08"), 7, "Fra XPB")
    bring("XPB")
    sent = {"code": "XPB", "meaning": "centre", "centre": jobs().pk}
    page = Page(editor.post(PAGE, sent))
    assert "»XPB« står i 8 punkter" in page.main
    assert not NameDecision.objects.exists()
    assert "XPB er nu" in decide(editor, "XPB", "centre", centre=jobs().pk, save_anyway="on")


def test_what_is_more_than_is_read_at_once_is_left_to_the_command(editor, monkeypatch):
    monkeypatch.setattr(reading_again, "MOST_AT_ONCE", 2)
    for day in range(1, 5):
        bring("XPB", date=f"0{day}-10-2013")
    told = decide(editor, "XPB", "initials")
    assert told.endswith("2 møder er læst igen; 2 møder mangler og læses med »manage.py reparse --code XPB«.")
    assert "2 møder: manage.py reparse --code XPB" in Page(editor.get(PAGE)).main
    assert run("reparse", "--code", "XPB").out == "Læst igen: 2. Kunne ikke læses: 0.\n"
    assert remarks() == []
    assert run("reparse", "--code", "XPB").out == "Læst igen: 0. Kunne ikke læses: 0.\n"


def test_the_command_reads_no_meeting_that_has_not_got_the_code(editor):
    bring("XPB")
    bring("QRS", date="03-09-2013", more="XPBQ er noget andet.")
    CentreAlias.objects.create(centre=jobs(), text="XPB")
    assert run("reparse", "--code", "XPB").out == "Læst igen: 1. Kunne ikke læses: 0.\n"


def test_a_code_that_became_known_otherwise_is_not_shown(editor):
    bring("XPB")
    CentreAlias.objects.create(centre=jobs(), text="XPB")
    assert "Der er ingen ukendte koder." in Page(editor.get(PAGE)).main
    assert count_unknown_codes(EVERYBODY) == 0


def test_an_alias_that_is_deleted_takes_its_decision_along(editor, admin_client):
    bring("XPB")
    decide(editor, "XPB", "centre", centre=jobs().pk)
    alias = CentreAlias.objects.get(text="XPB")
    admin_client.post(f"/admin/minutes/centrealias/{alias.pk}/delete/", {"post": "yes"})
    assert not NameDecision.objects.exists()


@pytest.mark.parametrize("rights", [(), ("change_centre",), ("view_centre", "view_sourcedocument")])
def test_others_see_and_do_nothing(rights, staff):
    bring("XPB")
    client = staff(*rights)
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"code": "XPB", "meaning": "initials"}).status_code == 403


def test_the_page_takes_the_same_queries_however_many_there_are(editor, django_assert_max_num_queries):
    for day in range(1, 9):
        bring(f"XP{'ABCDEFGH'[day - 1]}", "XPQ", date=f"0{day}-10-2013")
    with django_assert_max_num_queries(14):
        page = Page(editor.get(PAGE))
    assert "XPQ i 8 møder" in page.main
    assert page.html.count("XPQ indstiller") == 3
