"""Whoever saves a form second is told that somebody else has been quicker, and keeps what was typed."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from minutes.models import Body, BodyAlias, Centre, CentreAlias, Decision, Outcome
from tests.build.matrix.forms import fields_of
from tests.build.rows import (
    add_attachment,
    add_body,
    add_decision,
    add_editor,
    add_item,
    add_meeting,
    add_part,
)
from tests.build.synonyms import add_synonyms

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organisation")]

TOLD = "En anden har ændret det samme, siden du åbnede siden, og intet er gemt."


def rows() -> dict[str, tuple[Model, dict[str, object], dict[str, object]]]:
    """Of each kind a row, what another makes of it, and what is typed meanwhile."""
    item = add_item(add_meeting())
    decision = add_decision(item)
    attachment = add_attachment(item)
    attachment.file.save("bilag.txt", ContentFile(b"Bilag"))
    body, centre = add_body("Byggeudvalget"), Centre.objects.get(code="HRC")
    body_alias = BodyAlias.objects.create(body=body, text="Byggeudv.")
    centre_alias = CentreAlias.objects.create(centre=centre, text="Personalekvisten")
    return {
        "body": (body, {"name": "Planudvalget"}, {"name": "Bygningsudvalget"}),
        "centre": (centre, {"note": "Deres"}, {"note": "Min"}),
        "body_alias": (body_alias, {"text": "Deres udv."}, {"text": "Mit udv."}),
        "centre_alias": (centre_alias, {"text": "Loftet"}, {"text": "Kælderen"}),
        "decision": (decision, {"outcome": Outcome.DEFERRED}, {"outcome": Outcome.REJECTED}),
        "part": (add_part(decision), {"outcome": Outcome.DEFERRED}, {"outcome": Outcome.REJECTED}),
        "synonyms": (
            add_synonyms("dagpasning", "dagtilbud"),
            {"words": ["dagpasning", "børnehave"]},
            {"wider": "børn og unge"},
        ),
        "attachment": (
            attachment,
            {"file": "attachments/en-anden.txt"},
            {"file": SimpleUploadedFile("ny.txt", b"Nyt bilag")},
        ),
    }


KINDS = ["body", "centre", "body_alias", "centre_alias", "decision", "part", "synonyms", "attachment"]


def address_of(row: Model) -> str:
    return reverse(f"admin:minutes_{row._meta.model_name}_change", args=[row.pk])


def opened(client: Client, row: Model) -> dict[str, object]:
    """The fields of the form as they stand on the page."""
    return dict(fields_of(client.get(address_of(row)).text))


def stored(row: Model) -> list[dict[str, object]]:
    return list(type(row)._default_manager.filter(pk=row.pk).values())


@pytest.mark.parametrize("kind", KINDS)
def test_the_second_is_told_and_nothing_is_written(kind: str, admin_client: Client):
    row, by_another, typed = rows()[kind]
    form = opened(admin_client, row)
    type(row)._default_manager.filter(pk=row.pk).update(**by_another)
    before = stored(row)
    answer = admin_client.post(address_of(row), {**form, **typed})
    assert answer.status_code == 200
    assert TOLD in answer.text
    assert stored(row) == before


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "attachment"])
def test_what_was_typed_stays_and_holds_when_it_is_sent_again(kind: str, admin_client: Client):
    row, by_another, typed = rows()[kind]
    form = opened(admin_client, row)
    type(row)._default_manager.filter(pk=row.pk).update(**by_another)
    told = admin_client.post(address_of(row), {**form, **typed})
    again = dict(fields_of(told.text))
    [(name, value)] = typed.items()
    assert again[name] == [value]
    assert admin_client.post(address_of(row), again).status_code == 302
    row.refresh_from_db()
    assert getattr(row, name) == value


@pytest.mark.parametrize("kind", KINDS)
def test_who_is_alone_saves_at_once(kind: str, admin_client: Client):
    row, _, typed = rows()[kind]
    assert admin_client.post(address_of(row), {**opened(admin_client, row), **typed}).status_code == 302


def test_what_the_form_does_not_show_may_change_meanwhile(admin_client: Client):
    decision = rows()["decision"][0]
    form = opened(admin_client, decision)
    Decision.objects.update(position=7)
    assert admin_client.post(address_of(decision), {**form, "outcome": Outcome.REJECTED}).status_code == 302


@pytest.mark.parametrize("seen", ["", "forkert", "\x00", "9" * 10_000])
def test_a_form_that_was_never_opened_overwrites_nothing_it_has_not_seen(seen: str, admin_client: Client):
    body = rows()["body"][0]
    form = {**opened(admin_client, body), "name": "Bygningsudvalget", "seen": seen}
    answer = admin_client.post(address_of(body), form)
    assert answer.status_code == (302 if not seen else 200)
    assert Body.objects.filter(name="Bygningsudvalget").exists() == (not seen)


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_may_only_look_sees_the_row_and_no_such_field(kind: str, client: Client):
    row = rows()[kind][0]
    client.force_login(add_editor("vera", f"view_{row._meta.model_name}"))
    page = client.get(address_of(row))
    assert page.status_code == 200
    assert 'name="seen"' not in page.text
