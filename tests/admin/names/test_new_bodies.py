"""Bodies that an import made: looked at one by one, and made one with the body that was meant."""

from __future__ import annotations

import pytest
from django.test import Client

from minutes.editing.corrections import correct_outcome
from minutes.editing.deletion import delete_meetings
from minutes.models import (
    AgendaItem,
    Body,
    BodyAlias,
    Correction,
    Decision,
    Event,
    Meeting,
    Outcome,
    SearchDocument,
)
from tests.admin.names.conftest import KEEPS_NAMES
from tests.build.documents import decided, item_text, minutes_text
from tests.build.imports import imported
from tests.build.page import Page
from tests.build.rows import add_decision, add_item, add_meeting
from tests.build.searching import titles

LIST = "/admin/minutes/body/nye/"
ITEM = item_text(1, "Ny kantine", "13/100", sagsfremstilling="Der er talt om kantinen.")


def new_body(name: str = "Direktonen", *, publish: bool = True, **changes: str) -> Body:
    """The body that an import makes of a name."""
    text = minutes_text(f"{ITEM}\n\n{decided(name, '27-08-2013', 'Godkendt.')}", body=name, **changes)
    return imported(text, publish=publish).meeting.body


def direktionen() -> Body:
    return Body.objects.get(slug="direktionen")


def merge_address(body: Body) -> str:
    return f"/admin/minutes/body/{body.pk}/laeg-sammen/"


def agreed(client: Client, body: Body, into: Body) -> dict[str, str]:
    page = Page(client.get(merge_address(body), {"med": into.pk}))
    return {field["name"]: field["value"] or "" for field in page.find("input", type="hidden")}


def merge(client: Client, body: Body, into: Body | None = None) -> str:
    """Look at what happens, and agree to it; returns the message."""
    response = client.post(merge_address(body), agreed(client, body, into or direktionen()), follow=True)
    return str(next(iter(response.context["messages"])))


def test_a_body_of_an_import_is_new_and_no_other():
    assert new_body().is_new
    assert [*Body.objects.filter(is_new=True)] == [Body.objects.get(name="Direktonen")]


@pytest.mark.parametrize(
    ("name", "near"),
    [("Direktonen", "Direktionen"), ("Ø.U.", "Økonomiudvalget"), ("Oekonomi udvalg", "Økonomiudvalget")],
)
def test_the_list_shows_each_with_the_nearest_known_one(name, near, editor):
    Body.objects.create(name=name, slug="ny", is_new=True)
    page = Page(editor.get(LIST))
    assert f"Ligner {near}." in page.main
    (chosen,) = [option for option in page.find("option") if "selected" in option.attributes]
    assert chosen.text == near


def test_one_that_is_like_no_other_is_shown_with_none(editor):
    Body.objects.create(name="Ældrerådet", slug="aeldreraadet", is_new=True)
    assert "Ligner intet kendt organ." in Page(editor.get(LIST)).main


def test_a_body_of_its_own_is_asked_about_once(editor):
    body = new_body("Ældrerådet")
    response = editor.post(LIST, {"body": body.pk}, follow=True)
    assert "Ældrerådet er et organ for sig." in response.text
    assert "Der er ingen nye organer." in response.text
    assert Event.objects.get(kind=Event.Kind.NAME_DECIDED).subject == "Ældrerådet"
    assert "allerede taget stilling" in editor.post(LIST, {"body": body.pk}, follow=True).text


def test_what_happens_is_shown_before_it_does(admin_client):
    body = new_body()
    page = Page(admin_client.get(merge_address(body), {"med": direktionen().pk}))
    assert "1 møde og 1 beslutning bliver Direktionens." in page.main
    assert "/moeder/direktonen/2013-08-27/" in page.main
    assert "/moeder/direktionen/2013-08-27/" in page.main
    assert Body.objects.filter(pk=body.pk).exists()


def test_two_bodies_become_one_with_their_meetings_decisions_and_names(admin_client):
    body = new_body()
    BodyAlias.objects.create(body=body, text="Dirtion")
    assert merge(admin_client, body) == "Direktonen er nu en skrivemåde af Direktionen; 1 møde er flyttet."
    meeting = Meeting.objects.get()
    assert meeting.body == Decision.objects.get().body == direktionen()
    assert {*direktionen().aliases.values_list("text", flat=True)} >= {"Direktonen", "Dirtion"}
    assert not Body.objects.filter(name="Direktonen").exists()
    assert SearchDocument.objects.get().body == direktionen()
    assert titles("kantine", body=direktionen()) == ["Ny kantine"]
    events = Event.objects.filter(kind=Event.Kind.BODY_MERGED)
    assert {event.meeting_id for event in events} == {None, meeting.pk}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/moeder/direktonen/", "/moeder/?organ=direktionen"),
        ("/moeder/?organ=direktonen&aar=2013", "/moeder/?organ=direktionen&aar=2013"),
        ("/soeg/?q=kantine&organ=direktonen", "/soeg/?q=kantine&organ=direktionen"),
        ("/soeg/feed/?q=kantine&organ=direktonen", "/soeg/feed/?q=kantine&organ=direktionen"),
        ("/moeder/direktonen/2013-08-27/", "/moeder/direktionen/2013-08-27/"),
        ("/moeder/direktonen/2013-08-27/kilde/?version=1", "/moeder/direktionen/2013-08-27/kilde/?version=1"),
        ("/moeder/direktonen/2013-08-27/punkt-1/", "/moeder/direktionen/2013-08-27/punkt-1/"),
        ("/moeder/direktonen/2013-08-27/punkt-1/bilag/2/", "/moeder/direktionen/2013-08-27/punkt-1/bilag/2/"),
    ],
)
def test_the_old_addresses_lead_on(old, new, admin_client, client):
    merge(admin_client, new_body())
    response = client.get(old)
    assert (response.status_code, response.headers["Location"]) == (301, new)


def test_merged_twice_they_lead_on_in_one_step(admin_client, client):
    merge(admin_client, new_body("Direktonen"), new := new_body("Direktoinen", date="28-08-2013"))
    merge(admin_client, new)
    for old in ("/moeder/direktonen/2013-08-27/punkt-1/", "/moeder/direktoinen/2013-08-27/punkt-1/"):
        assert client.get(old).headers["Location"] == "/moeder/direktionen/2013-08-27/punkt-1/"
    assert client.get("/moeder/direktonen/").headers["Location"] == "/moeder/?organ=direktionen"


def test_a_draft_that_was_moved_leaves_no_trace(admin_client, client):
    merge(admin_client, new_body(publish=False))
    for old in ("", "2013-08-27/", "2013-08-27/punkt-1/"):
        assert client.get(f"/moeder/direktonen/{old}").status_code == 404


def test_what_was_moved_and_deleted_is_gone_at_both_addresses(admin_client, client):
    merge(admin_client, new_body())
    delete_meetings([Meeting.objects.get().pk])
    for body in ("direktonen", "direktionen"):
        assert client.get(f"/moeder/{body}/2013-08-27/punkt-1/").status_code == 410


def test_the_same_file_imported_again_is_found_under_the_body_that_was_meant(admin_client):
    merge(admin_client, new_body())
    text = minutes_text(f"{ITEM}\n\n{decided('Direktonen', '27-08-2013', 'Godkendt.')}", body="Direktonen")
    assert imported(text).status == "already_there"
    assert imported(text + "\n\nPunkt 2: Eventuelt").meeting == Meeting.objects.get()
    assert not Body.objects.filter(is_new=True).exists()


def test_meetings_on_one_day_get_free_addresses_and_numbers(admin_client, client):
    add_item(add_meeting("2013-08-27", "Direktionen", start_time="10:00"), "Det andet møde")
    body = new_body()
    page = Page(admin_client.get(merge_address(body), {"med": direktionen().pk}))
    assert "Direktionen har allerede møder på 1 af dagene." in page.main
    assert "/moeder/direktionen/2013-08-27-1000/" in page.main
    merge(admin_client, body)
    assert {*direktionen().meetings.values_list("slug", "ordinal")} == {
        ("2013-08-27", 1),
        ("2013-08-27-1000", 2),
    }
    moved = client.get("/moeder/direktonen/2013-08-27/punkt-1/")
    assert moved.headers["Location"] == "/moeder/direktionen/2013-08-27-1000/punkt-1/"


def test_addresses_that_everybody_knows_are_moved_by_those_who_may_publish(editor, staff):
    body = new_body()
    page = Page(editor.get(merge_address(body), {"med": direktionen().pk}))
    assert "det kræver retten til at offentliggøre" in page.main
    assert not page.find("input", name="agreed")
    assert editor.post(merge_address(body), {"med": direktionen().pk, "agreed": ""}).status_code == 403
    assert Body.objects.filter(pk=body.pk).exists()
    assert "Direktonen er nu" in merge(staff(*KEEPS_NAMES, "publish_meeting", "change_meeting"), body)


def test_drafts_are_moved_by_those_who_keep_names(editor):
    assert "Direktonen er nu" in merge(editor, new_body(publish=False))


@pytest.mark.parametrize("rights", [(), ("change_body",), ("change_centre", "view_body")])
def test_others_see_and_do_nothing(rights, staff):
    body, client = new_body(), staff(*rights)
    assert client.get(LIST).status_code == 403
    assert client.get(merge_address(body), {"med": direktionen().pk}).status_code == 403
    assert client.post(merge_address(body), {"med": direktionen().pk}).status_code == 403
    assert client.post(LIST, {"body": body.pk}).status_code == 403


def test_of_two_at_once_the_second_is_told(admin_client):
    body = new_body()
    seen = agreed(admin_client, body, direktionen())
    merge(admin_client, body)
    response = admin_client.post(merge_address(body), seen, follow=True)
    assert "allerede lagt sammen" in response.text
    assert "allerede lagt sammen" in admin_client.get(merge_address(body), {"med": 1}, follow=True).text


def test_what_was_not_shown_is_not_done(admin_client):
    body = new_body()
    seen = agreed(admin_client, body, direktionen())
    new_body(date="03-09-2013")
    response = admin_client.post(merge_address(body), seen, follow=True)
    assert "Møderne har ændret sig" in response.text
    assert body.meetings.count() == 2


@pytest.mark.parametrize("into", ["", "x", "0", "9" * 30, "-1", "²"])
def test_nonsense_is_no_error_of_ours(into, admin_client):
    body = new_body()
    assert admin_client.get(merge_address(body), {"med": into}).status_code == 302
    assert admin_client.post(merge_address(body), {"med": into}).status_code == 302
    assert admin_client.post(LIST, {"body": into}).status_code == 302


def test_a_body_is_not_merged_with_itself(admin_client):
    body = new_body()
    assert "med sig selv" in admin_client.get(merge_address(body), {"med": body.pk}, follow=True).text


def test_corrected_outcomes_stay_with_their_decisions(admin_client):
    item = add_item(add_meeting(body="Direktionen"))
    new = Body.objects.create(name="Direktonen", slug="direktonen", is_new=True)
    add_decision(item, "Godkendt.", date="2013-08-01", body="Direktonen")
    add_decision(item, "Drøftet.", date="2013-08-01", body="Direktionen")
    for decision, outcome in zip(item.decisions.all(), (Outcome.NOTED, Outcome.REJECTED), strict=True):
        correct_outcome(decision, outcome, None)
    merge(admin_client, new)
    assert {*Correction.objects.values_list("key", "value")} == {
        ("direktionen 2013-08-01", Outcome.NOTED),
        ("direktionen 2013-08-01 (2)", Outcome.REJECTED),
    }


def test_the_list_takes_the_same_queries_however_many_there_are(admin_client, django_assert_max_num_queries):
    for number in range(30):
        Body.objects.create(name=f"Udvalg {number}", slug=f"udvalg-{number}", is_new=True)
    with django_assert_max_num_queries(9):
        admin_client.get(LIST)


def test_an_item_without_a_decision_is_found_under_the_body_too(admin_client):
    imported(minutes_text(ITEM, body="Direktonen"), publish=True)
    merge(admin_client, Body.objects.get(name="Direktonen"))
    assert AgendaItem.objects.get().meeting.body == direktionen()
