"""Aliases in the admin: another unit's is refused, and one that stands in many items is asked about first."""

from __future__ import annotations

import pytest

from minutes.importing.organisation import load_organisation
from minutes.models import Body, Centre, CentreAlias, Event
from tests.build.indexed import add_indexed_items
from tests.build.rows import add_meeting

pytestmark = pytest.mark.django_db
ASKED = "»budget« står i 7 punkter"


@pytest.fixture(autouse=True)
def organisation() -> None:
    load_organisation()


@pytest.fixture
def budgets() -> None:
    add_indexed_items(add_meeting(), 7, "Budget for næste år")


def inline(centre: Centre, *rows: dict) -> dict:
    """What the page of a centre sends with these new aliases."""
    forms = {
        f"aliases-{place}-{name}": value for place, row in enumerate(rows) for name, value in row.items()
    }
    return {
        "code": centre.code, "name": centre.name,
        "aliases-TOTAL_FORMS": len(rows), "aliases-INITIAL_FORMS": 0, **forms,
    }  # fmt: skip


def address(centre: Centre) -> str:
    return f"/admin/minutes/centre/{centre.pk}/change/"


@pytest.mark.parametrize("text", ["HRC", "h.r.c", "HR Center", "ØU", "Oekonomiudvalget"])
def test_another_units_name_is_refused_on_the_page_of_a_centre_and_in_the_list(text, admin_client):
    centre = Centre.objects.get(code="JC")
    for response in (
        admin_client.post(address(centre), inline(centre, {"text": text})),
        admin_client.post("/admin/minutes/centrealias/add/", {"centre": centre.pk, "text": text}),
        admin_client.post(
            "/admin/minutes/bodyalias/add/", {"body": Body.objects.get(slug="chefforum").pk, "text": text}
        ),
    ):
        assert response.status_code == 200
        assert "kan ikke bruges" in response.text
    assert not centre.aliases.exists()


@pytest.mark.parametrize("field", [{"code": "SOUC"}, {"name": "Byraad"}])
def test_a_centre_itself_is_not_called_as_another_unit_is(field, admin_client):
    centre = Centre.objects.get(code="JC")
    response = admin_client.post(address(centre), inline(centre) | field)
    assert "kan ikke bruges" in response.text
    assert not Centre.objects.filter(**field).exists()


def test_a_name_that_stands_in_many_items_is_asked_about_and_saved_with_the_tick(budgets, admin_client):
    centre = Centre.objects.get(code="ØDC")
    assert "save_anyway" not in admin_client.get(address(centre)).text
    response = admin_client.post(address(centre), inline(centre, {"text": "budget"}))
    assert ASKED in response.text
    assert 'name="aliases-0-save_anyway"' in response.text
    assert "Ja, gem alligevel" in response.text
    assert not centre.aliases.exists()
    ticked = {"text": "budget", "save_anyway": "on"}
    assert admin_client.post(address(centre), inline(centre, ticked)).status_code == 302
    assert CentreAlias.objects.get(text="budget").centre == centre
    assert Event.objects.get().subject == "budget"


def test_the_tick_lets_nothing_through_that_is_refused(budgets, admin_client):
    centre = Centre.objects.get(code="JC")
    ticked = {"text": "HRC", "save_anyway": "on"}
    assert admin_client.post(address(centre), inline(centre, ticked)).status_code == 200
    assert not centre.aliases.exists()


def test_the_lists_of_aliases_ask_too(budgets, admin_client):
    data = {"centre": Centre.objects.get(code="ØDC").pk, "text": "budget"}
    assert ASKED in admin_client.post("/admin/minutes/centrealias/add/", data).text
    assert (
        admin_client.post("/admin/minutes/centrealias/add/", data | {"save_anyway": "on"}).status_code == 302
    )


def test_an_alias_that_stays_as_it_is_is_not_asked_about(budgets, admin_client):
    centre = Centre.objects.get(code="ØDC")
    alias = CentreAlias.objects.create(centre=centre, text="budget")
    kept = {
        "aliases-TOTAL_FORMS": 1, "aliases-INITIAL_FORMS": 1, "aliases-0-id": alias.pk,
        "aliases-0-centre": centre.pk, "aliases-0-text": "budget",
    }  # fmt: skip
    response = admin_client.post(address(centre), inline(centre) | kept | {"note": "Ny"})
    assert response.status_code == 302


def test_one_name_twice_on_one_page_is_an_error_message(admin_client):
    centre = Centre.objects.get(code="JC")
    response = admin_client.post(address(centre), inline(centre, {"text": "Abc"}, {"text": "ABC"}))
    assert "to gange" in response.text


def test_successors_are_kept_and_lead_both_ways(editor):
    centre, successor = Centre.objects.get(code="TMC"), Centre.objects.get(code="CEIS")
    response = editor.post(address(centre), inline(centre) | {"successors": [successor.pk]})
    assert response.status_code == 302
    assert list(successor.predecessors.all()) == [centre]


@pytest.mark.parametrize("code", ["BAC", "JC"])
def test_a_centre_that_would_come_after_itself_is_refused(code, editor):
    centre = Centre.objects.get(code="BAC")
    successor = Centre.objects.get(code=code)
    response = editor.post(address(centre), inline(centre) | {"successors": [successor.pk]})
    assert "kan ikke komme efter sig selv" in response.text
    assert not centre.successors.exists()


@pytest.mark.parametrize("sent", ["999999", "x", "\x00", "9" * 400])
def test_an_unknown_successor_is_an_error_message(sent, editor):
    centre = Centre.objects.get(code="TMC")
    response = editor.post(address(centre), inline(centre) | {"successors": [sent]})
    assert response.status_code == 200
    assert not centre.successors.exists()
