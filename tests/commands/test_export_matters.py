"""`export_matters` prints what everybody may see of matters, and with --drafts what stands in drafts, too."""

from __future__ import annotations

import json
from typing import Any

import pytest

from minutes.editing import publication
from minutes.editing.closing import close_item
from minutes.editing.withdrawing.items import withdraw_item
from minutes.importing.importer import import_minutes
from minutes.importing.organisation import load_organisation
from minutes.models import AgendaItem, Meeting
from tests.build.commands import run
from tests.importing.test_told import document

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _organisation(db) -> None:
    load_organisation()


LISTS = {
    *("deferrals", "promises", "follow_ups", "series", "collective_cases"),
    *("references", "centre_roles", "decisions", "amounts"),
}


def exported(*options: str) -> dict[str, list[Any]]:
    ran = run("export_matters", "--json", *options)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


@pytest.fixture
def draft() -> Meeting:
    return import_minutes(document(), "a.txt").meeting


def test_every_list_is_there_in_an_empty_archive():
    assert exported() == {name: [] for name in LISTS}


def test_what_is_published_is_told_with_its_place(draft):
    publication.publish(Meeting.objects.all())
    matters = exported()
    assert {name for name in LISTS if not matters[name]} <= {"promises", "collective_cases"}
    [deferral] = matters["deferrals"]
    assert (deferral["date"], deferral["body"], deferral["item"]) == ("2013-08-27", "Direktionen", 1)
    assert deferral["until"] == "til mødet i oktober"


def test_a_draft_is_told_only_when_it_is_asked_for(draft):
    assert not any(exported().values())
    assert exported("--drafts")["deferrals"]


def test_a_withdrawn_meeting_is_told_to_nobody(draft):
    publication.publish(Meeting.objects.all())
    publication.withdraw(Meeting.objects.all(), reason="Forkert udvalg")
    assert not any(exported("--drafts").values())


@pytest.mark.parametrize("hide", [close_item, withdraw_item])
def test_of_a_hidden_item_nothing_is_told(hide, draft):
    publication.publish(Meeting.objects.all())
    hide(AgendaItem.objects.get(number=1), None, reason="Rettes")
    matters = exported("--drafts")
    told = [entry for entries in matters.values() for entry in entries if isinstance(entry, dict)]
    assert {entry["item"] for entry in told if "item" in entry} == {2}


def test_the_order_of_imports_does_not_matter():
    other = document().replace(b"27-08-2013", b"03-09-2013").replace(b"27. august", b"3. september")
    orders = []
    for contents in ([document(), other], [other, document()]):
        Meeting.objects.all().delete()
        for content in contents:
            import_minutes(content, "a.txt", publish=True)
        orders.append(run("export_matters", "--json").out)
    assert orders[0] == orders[1]
