"""Bodies and centres with the ways they are written: kept by the archivist, their addresses by nobody."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from minutes.models import Body, BodyAlias, Centre
from tests.build.sample import imported, minutes_text, open_item

NO_ALIASES = {"aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}


def add(client: Client, model: str, **fields: object) -> HttpResponse:
    return client.post(f"/admin/minutes/{model}/add/", NO_ALIASES | fields)


@pytest.mark.parametrize(
    ("code", "slug"), [("ØDC", "oedc"), ("Å-Æ", "aa-ae"), ("Ø" * 10, "oe" * 10), ("???", "centre")]
)
def test_the_address_of_a_centre_is_made_of_its_code(code, slug, admin_client, db):
    assert add(admin_client, "centre", code=code, name="Økonomi", slug="andet").status_code == 302
    assert Centre.objects.get().slug == slug


def test_the_address_of_a_body_is_made_of_its_name_and_never_changes(admin_client, db):
    assert add(admin_client, "body", name="Børne- og Ungeudvalget").status_code == 302
    body = Body.objects.get()
    assert body.slug == "boerne-og-ungeudvalget"

    address = f"/admin/minutes/body/{body.pk}/change/"
    admin_client.post(address, NO_ALIASES | {"name": "Ungeudvalget", "slug": "ungeudvalget"})
    body.refresh_from_db()
    assert (body.name, body.slug) == ("Ungeudvalget", "boerne-og-ungeudvalget")


def rename(client: Client, body: Body, name: str, *aliases: str) -> HttpResponse:
    added = {f"aliases-{number}-text": alias for number, alias in enumerate(aliases)}
    total = {"aliases-TOTAL_FORMS": len(aliases)}
    return client.post(f"/admin/minutes/body/{body.pk}/change/", NO_ALIASES | total | added | {"name": name})


def aliases() -> list[tuple[str, str]]:
    return list(BodyAlias.objects.order_by("pk").values_list("body__name", "text"))


@pytest.fixture
def body(db) -> Body:
    return Body.objects.create(name="Teknikudvalget", slug="teknikudvalget")


def test_a_body_that_is_renamed_keeps_its_old_name_so_that_older_minutes_find_it(body, admin_client):
    assert rename(admin_client, body, "Teknik- og Miljøudvalget").status_code == 302
    assert aliases() == [("Teknik- og Miljøudvalget", "Teknikudvalget")]
    text = minutes_text().replace("REFERAT Direktionen", "REFERAT Teknikudvalget")
    assert imported(text).body == body


def test_renamed_back_and_forth_it_has_each_old_name_once(body, admin_client):
    rename(admin_client, body, "Miljøudvalget")
    old = BodyAlias.objects.get()
    keeping = {
        "aliases-TOTAL_FORMS": 1, "aliases-INITIAL_FORMS": 1,
        "aliases-0-id": old.pk, "aliases-0-body": body.pk, "aliases-0-text": old.text,
    }  # fmt: skip
    address = f"/admin/minutes/body/{body.pk}/change/"
    admin_client.post(address, keeping | {"name": "Teknikudvalget"})
    admin_client.post(address, keeping | {"name": "Miljøudvalget"})
    assert sorted(aliases()) == [("Miljøudvalget", "Miljøudvalget"), ("Miljøudvalget", "Teknikudvalget")]


@pytest.mark.parametrize("name", ["Teknikudvalget", "TEKNIKUDVALGET", "teknikudvalget"])
def test_a_name_in_other_capitals_is_no_other_name(name, body, admin_client):
    rename(admin_client, body, name)
    assert aliases() == []


def test_an_archivist_who_adds_the_old_name_too_gets_it_once(body, admin_client):
    assert rename(admin_client, body, "Miljøudvalget", "Teknikudvalget").status_code == 302
    assert aliases() == [("Miljøudvalget", "Teknikudvalget")]


def test_the_old_name_is_not_taken_from_another_body_that_has_it(body, admin_client):
    other = Body.objects.create(name="Andet udvalg", slug="andet")
    BodyAlias.objects.create(body=other, text="Teknikudvalget")
    rename(admin_client, body, "Miljøudvalget")
    assert aliases() == [("Andet udvalg", "Teknikudvalget")]


def test_two_names_that_look_alike_get_two_addresses(admin_client, db):
    add(admin_client, "body", name="Økonomiudvalget")
    add(admin_client, "body", name="Oekonomiudvalget")
    assert set(Body.objects.values_list("slug", flat=True)) == {"oekonomiudvalget", "oekonomiudvalget-2"}


def test_a_name_that_is_there_already_is_an_error_message(organisation, admin_client):
    response = add(admin_client, "centre", code="HRC", name="Et andet center")
    assert response.status_code == 200
    assert "eksisterer allerede" in response.text


def test_years_in_the_wrong_order_are_an_error_message(admin_client, db):
    response = add(admin_client, "centre", code="XC", name="X-Centret", valid_from=2015, valid_to=2013)
    assert "Det første år kan ikke ligge efter det sidste." in response.text


def test_an_alias_of_a_centre_is_known_to_the_next_import(organisation, admin_client):
    centre = Centre.objects.get(code="TMC")
    aliases = {
        "aliases-TOTAL_FORMS": centre.aliases.count() + 1,
        "aliases-INITIAL_FORMS": 0,
        f"aliases-{centre.aliases.count()}-text": "Driftsgården",
    }
    fields = {"code": centre.code, "name": centre.name}
    response = admin_client.post(f"/admin/minutes/centre/{centre.pk}/change/", fields | aliases)
    assert response.status_code == 302

    meeting = imported(minutes_text().replace("HR-Centret indstiller", "Driftsgården indstiller"))
    assert [row.centre for row in open_item(meeting).item_centres.all()] == [centre]


def test_an_alias_of_a_body_is_known_to_the_next_import(meeting, admin_client):
    response = admin_client.post(
        "/admin/minutes/bodyalias/add/", {"body": meeting.body.pk, "text": "Den øverste ledelse"}
    )
    assert response.status_code == 302
    text = minutes_text(date="05-03-2013").replace("REFERAT Direktionen", "REFERAT Den øverste ledelse")
    assert imported(text).body == meeting.body


def test_a_body_that_has_meetings_is_not_deleted(meeting, admin_client):
    response = admin_client.post(f"/admin/minutes/body/{meeting.body.pk}/delete/", {"post": "yes"})
    assert response.status_code == 200
    assert Body.objects.filter(pk=meeting.body.pk).exists()


def test_an_alias_is_written_once_only(organisation, admin_client):
    alias = BodyAlias.objects.first()
    response = admin_client.post("/admin/minutes/bodyalias/add/", {"body": alias.body_id, "text": alias.text})
    assert response.status_code == 200
    assert "eksisterer allerede" in response.text


def test_the_page_of_a_body_leads_to_the_list_of_its_meetings(meeting, admin_client):
    link = reverse("admin:view_on_site", args=[ContentType.objects.get_for_model(Body).pk, meeting.body.pk])
    assert link in admin_client.get(f"/admin/minutes/body/{meeting.body.pk}/change/").content.decode()
    assert admin_client.get(link).headers["Location"].endswith("/moeder/?organ=direktionen")
