"""Correcting what was read of an item, on the item's own page: it is checked, recorded, and survives a re-import."""

import re

import pytest
from django.urls import reverse

from minutes.models import AgendaItem, Case, Centre, Correction, Decision, Meeting, Outcome, Section
from tests.build.item_form import errors, form_of, page_of, save
from tests.build.sample import imported, open_item


@pytest.fixture
def item(meeting) -> AgendaItem:
    return open_item(meeting)


def test_a_form_that_is_sent_unchanged_records_nothing(item, admin_client):
    assert save(admin_client, item).status_code == 302
    assert not Correction.objects.exists()


def test_a_title_is_corrected_and_stays_so_after_a_reimport(item, admin_client, admin_user):
    assert save(admin_client, item, title="Forlængelse af rengøringsaftale").status_code == 302
    imported(decision="Godkendt som indstillet.")
    item.refresh_from_db()
    assert item.title == "Forlængelse af rengøringsaftale"
    correction = Correction.objects.get()
    assert (correction.field, correction.parsed_value) == ("title", "Ny aftale om rengøring")
    assert correction.made_by == admin_user


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Rengøring \r\n  af  rådhuset ", "Rengøring af rådhuset"),
        ("Rengøring\u00a0af\u200b rådhuset", "Rengøring af rådhuset"),
        ("Rengøring\x0b\x1faf rådhuset\ue000", "Rengøring af rådhuset"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_a_title_is_stored_as_clean_as_an_imported_one(typed, stored, item, admin_client):
    assert save(admin_client, item, title=typed).status_code == 302
    item.refresh_from_db()
    assert item.title == stored
    assert "<script>alert" not in admin_client.get(page_of(item)).text


@pytest.mark.parametrize("title", ["", "   ", "\u200b", "x" * 1001, "a\x00b"])
def test_a_title_that_cannot_be_one_is_refused(title, item, admin_client):
    response = save(admin_client, item, title=title)
    assert response.status_code == 200
    assert len(errors(response)) == 1
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    "typed", ["12/32140", "12-32140", " 12 / 32140", "2012/32140", "sag 12/32140", "Sagsnr.: 12-32140."]
)
def test_a_case_number_is_taken_in_any_written_form(typed, item, admin_client):
    assert save(admin_client, item, case_number=typed).status_code == 302
    imported(decision="Godkendt som indstillet.")
    item.refresh_from_db()
    assert item.case.number == "12/32140"
    assert Correction.objects.get().value == "12/32140"


@pytest.mark.parametrize(
    "typed",
    [
        "32140",
        "abc",
        "12/32140 og 12/32141",
        "269057/12",
        "27-08-2013",
        "12/0",
        "1/2/3",
        "x" * 61,
        "12/3\x00",
    ],
)
def test_a_wrong_case_number_is_an_error_message_in_danish(typed, item, admin_client):
    response = save(admin_client, item, case_number=typed)
    assert response.status_code == 200
    assert len(errors(response)) == 1
    assert re.search("er ikke et sagsnummer|højst|Null-tegn", errors(response)[0])
    item.refresh_from_db()
    assert item.case.number == "13/1234"


def test_the_message_about_a_wrong_case_number_is_escaped_and_shows_the_right_form(item, admin_client):
    response = save(admin_client, item, case_number="<b>")
    assert errors(response) == [
        "»&lt;b&gt;« er ikke et sagsnummer. Skriv årets to cifre, skråstreg og løbenummer: 12/32140."
    ]


def test_an_item_is_taken_out_of_its_case_by_an_empty_number(item, admin_client):
    assert save(admin_client, item, case_number="").status_code == 302
    imported(decision="Godkendt som indstillet.")
    item.refresh_from_db()
    assert item.case is None


def test_setting_a_value_back_to_what_was_read_takes_the_correction_back(item, admin_client):
    save(admin_client, item, case_number="12/32140")
    item.refresh_from_db()
    save(admin_client, item, case_number="13-1234")
    assert not Correction.objects.exists()


def test_an_outcome_is_corrected_and_stays_so(item, admin_client):
    save(admin_client, item, **{"decisions-0-outcome": Outcome.NOTED})
    imported(title="Ny aftale om rengøring", extra="")
    assert item.decisions.get().outcome == Outcome.NOTED
    assert Correction.objects.get().parsed_value == Outcome.APPROVED


def test_an_outcome_can_be_corrected_on_the_decisions_own_page(item, admin_client, admin_user):
    decision = item.decisions.get()
    address = reverse("admin:minutes_decision_change", args=[decision.pk])
    assert admin_client.post(address, {"outcome": Outcome.DEFERRED}).status_code == 302
    decision.refresh_from_db()
    assert decision.outcome == Outcome.DEFERRED
    assert Correction.objects.get().made_by == admin_user


def test_an_outcome_that_does_not_exist_is_refused(item, admin_client):
    response = save(admin_client, item, **{"decisions-0-outcome": "glemt"})
    assert "er ikke en af de tilgængelige valgmuligheder" in errors(response)[0]
    assert item.decisions.get().outcome == Outcome.APPROVED


def centres_of(item: AgendaItem) -> set[str]:
    return {f"{row.centre.code}:{row.role}" for row in item.item_centres.select_related("centre")}


def with_centre(item: AgendaItem, code: str, role: str) -> dict[str, object]:
    """The part of the form that adds a centre."""
    number = item.item_centres.count()
    return {
        f"item_centres-{number}-centre": Centre.objects.get(code=code).pk,
        f"item_centres-{number}-role": role,
    }


def test_a_centre_is_added_with_its_role(item, admin_client):
    save(admin_client, item, **with_centre(item, "JC", "tasked"))
    imported(decision="Godkendt som indstillet.")
    assert centres_of(item) == {"HRC:recommends", "JC:tasked"}


def test_a_centre_is_removed(item, admin_client):
    save(admin_client, item, **{"item_centres-0-centre": ""})
    imported(decision="Godkendt som indstillet.")
    assert centres_of(item) == set()


def test_a_centres_role_is_changed(item, admin_client):
    save(admin_client, item, **{"item_centres-0-role": "mentioned"})
    imported(decision="Godkendt som indstillet.")
    assert centres_of(item) == {"HRC:mentioned"}


def test_the_same_centre_twice_in_one_role_is_refused(item, admin_client):
    response = save(admin_client, item, **with_centre(item, "HRC", "recommends"))
    assert response.status_code == 200
    assert errors(response)
    assert centres_of(item) == {"HRC:recommends"}


def test_one_form_can_correct_everything_at_once(item, admin_client):
    changes = {"title": "Rengøring", "case_number": "12-32140", "decisions-0-outcome": Outcome.NOTED}
    save(admin_client, item, **changes, **with_centre(item, "JC", "tasked"))
    assert set(Correction.objects.values_list("field", flat=True)) == {
        "title", "case_number", "outcome", "centres"
    }  # fmt: skip
    item.refresh_from_db()
    assert (item.title, item.case.number) == ("Rengøring", "12/32140")


def test_an_error_in_one_field_lets_no_other_be_written(item, admin_client):
    save(
        admin_client, item, title="Rengøring", case_number="forkert", **{"decisions-0-outcome": Outcome.NOTED}
    )
    item.refresh_from_db()
    assert item.title == "Ny aftale om rengøring"
    assert item.decisions.get().outcome == Outcome.APPROVED


def test_what_was_corrected_stands_on_the_items_page_and_in_the_list_of_corrections(item, admin_client):
    save(admin_client, item, title="Rengøring", **with_centre(item, "JC", "tasked"))
    page = admin_client.get(page_of(item)).text
    assert "titel: Ny aftale om rengøring → Rengøring – admin" in page
    centres = "HRC (har indstillet) → HRC (har indstillet), JC (har fået til opgave)"
    assert f"centre: {centres} – admin" in page
    listed = admin_client.get(reverse("admin:minutes_correction_changelist")).text
    assert "Ny aftale om rengøring" in listed
    assert centres in listed


def test_the_history_says_what_was_changed(item, admin_client):
    save(admin_client, item, title="Rengøring", **{"decisions-0-outcome": Outcome.NOTED})
    page = admin_client.get(reverse("admin:minutes_agendaitem_history", args=[item.pk])).text
    assert "titel: Ny aftale om rengøring → Rengøring" in page
    assert "udfald: godkendt → taget til efterretning (Direktionen 05-02-2013)" in page


def test_the_text_of_sections_and_decisions_cannot_be_changed(item, admin_client):
    before = list(Section.objects.values()), list(Decision.objects.values())
    save(
        admin_client,
        item,
        **{"decisions-0-text": "Afvist.", "sections-0-text": "Noget andet", "slug": "punkt-9"},
    )
    assert (list(Section.objects.values()), list(Decision.objects.values())) == before
    item.refresh_from_db()
    assert item.slug == "punkt-1"


def test_decisions_and_attachments_are_neither_added_nor_deleted_by_hand(item, admin_client):
    save(
        admin_client,
        item,
        **{"decisions-0-DELETE": "on", "attachments-0-DELETE": "on", "attachments-1-title": "Mere"},
    )
    assert item.decisions.count() == 1
    assert item.attachments.count() == 1


def test_the_right_to_change_items_is_enough_for_all_their_corrections(item, staff):
    client = staff("change_agendaitem")
    changes = {"title": "Rengøring", "decisions-0-outcome": Outcome.NOTED}
    form = form_of(item) | changes | with_centre(item, "JC", "tasked")
    assert client.post(page_of(item), form).status_code == 302
    assert Correction.objects.count() == 3


def test_with_the_right_to_view_an_item_is_only_read(item, staff):
    client = staff("view_agendaitem", "view_decision", "view_itemcentre", "view_section", "view_attachment")
    page = client.get(page_of(item)).text
    assert 'name="title"' not in page
    assert "13/1234" in page
    assert "Aftalen om rengøring af rådhuset" in page
    assert 'type="file"' not in page
    assert client.post(page_of(item), form_of(item) | {"title": "Rengøring"}).status_code == 403


def test_a_new_case_is_made_for_a_number_that_the_archive_did_not_know(item, admin_client):
    save(admin_client, item, case_number="09/22035")
    assert Case.objects.get(number="09/22035").year == 2009


@pytest.mark.parametrize(
    "sent",
    [
        {"item_centres-0-centre": "abc"},
        {"item_centres-0-centre": "\x00"},
        {"item_centres-0-centre": "999999"},
        {"item_centres-0-role": "chef"},
        {"item_centres-0-role": ""},
        {"decisions-0-outcome": "\x00"},
        {"closing": "måske"},
    ],
)
def test_a_form_that_no_browser_sends_is_refused_without_a_server_error(sent, item, admin_client):
    assert save(admin_client, item, **sent).status_code == 200
    assert not Correction.objects.exists()


def test_what_is_not_sent_is_left_as_it_is(item, admin_client):
    admin_client.post(page_of(item), {"title": "Rengøring"})
    assert [correction.field for correction in Correction.objects.all()] == ["title"]


def test_a_form_of_a_thousand_centres_is_no_more_work_than_one_of_a_hundred(item, admin_client):
    sent = {f"item_centres-{number}-centre": "" for number in range(1000)}
    assert save(admin_client, item, **sent).status_code == 302


def test_an_item_can_be_opened_from_its_meeting(meeting: Meeting, admin_client):
    page = admin_client.get(reverse("admin:minutes_meeting_change", args=[meeting.pk])).text
    assert page_of(open_item(meeting)) in page
