"""What a decision says of single points is corrected on the item's page, beside the decision's own outcome."""

import pytest
from django.test import Client
from django.urls import reverse

from minutes.models import AgendaItem, Correction, DecisionPart, Outcome
from tests.build.sample import imported, open_item

IN_PARTS = "Ad 1) Godkendt. Ad 2) Udsættes."


@pytest.fixture
def item(organisation) -> AgendaItem:
    return open_item(imported(decision=IN_PARTS))


def page_of(item: AgendaItem) -> str:
    return reverse("admin:minutes_agendaitem_change", args=[item.pk])


def save(client: Client, item: AgendaItem, *outcomes: str):
    """Send the form of the item's page with these outcomes of its parts, and nothing else changed."""
    form = {f"decision_parts-{number}-outcome": outcome for number, outcome in enumerate(outcomes)}
    return client.post(page_of(item), form)


def outcomes() -> list[str]:
    return list(DecisionPart.objects.values_list("outcome", flat=True))


def test_the_page_has_a_form_for_each_part_and_tells_its_words(item, admin_client):
    text = admin_client.get(page_of(item)).text
    assert 'name="decision_parts-1-outcome"' in text
    assert "Udsættes." in text


def test_an_item_whose_decisions_have_no_parts_has_no_such_form(organisation, admin_client):
    assert "decision_parts" not in admin_client.get(page_of(open_item(imported()))).text


def test_a_form_that_is_sent_unchanged_records_nothing(item, admin_client):
    assert save(admin_client, item, "approved", "deferred").status_code == 302
    assert not Correction.objects.exists()


def test_a_part_is_corrected_and_stays_so_after_a_reimport(item, admin_client, admin_user):
    assert save(admin_client, item, "approved", "rejected").status_code == 302
    assert outcomes() == ["approved", "rejected"]
    imported(decision=f"{IN_PARTS} ")
    imported(decision=f"{IN_PARTS}\nTMC arbejder videre.")
    assert outcomes() == ["approved", "rejected"]
    correction = Correction.objects.get()
    assert (correction.key, correction.value) == ("direktionen 2013-02-05, punkt 2", "rejected")
    assert correction.made_by == admin_user
    assert "udfald: udsat → afvist" in admin_client.get(page_of(item)).text


def test_an_outcome_that_nobody_knows_is_refused(item, admin_client):
    assert save(admin_client, item, "approved", "vedtaget").status_code == 200
    assert outcomes() == ["approved", "deferred"]


@pytest.mark.parametrize("rights", [["view_agendaitem"], ["view_agendaitem", "view_decisionpart"]])
def test_who_may_not_change_items_changes_no_part(item, staff, rights):
    save(staff(*rights), item, "rejected", "rejected")
    assert outcomes() == ["approved", "deferred"]


def test_a_correction_makes_the_item_found_under_the_new_outcome(item, admin_client):
    save(admin_client, item, "approved", "rejected")
    assert AgendaItem.objects.get(pk=item.pk).search_document.outcomes == [Outcome.APPROVED, Outcome.REJECTED]


def test_a_part_can_be_corrected_on_a_page_of_its_own(item, admin_client):
    part = DecisionPart.objects.get(outcome="deferred")
    address = reverse("admin:minutes_decisionpart_change", args=[part.pk])
    assert admin_client.post(address, {"outcome": "rejected"}).status_code == 302
    assert outcomes() == ["approved", "rejected"]
    assert Correction.objects.get().key == "direktionen 2013-02-05, punkt 2"
