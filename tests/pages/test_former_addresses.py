"""Addresses that were public lead on, or say that what stood there is gone; those that never were say nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from minutes.editing import publication
from minutes.editing.closing import close_item
from minutes.editing.deletion import delete_meetings
from minutes.importing.importer import TakeAs
from minutes.models import AgendaItem, FormerAddress, Meeting
from tests.build.documents import item_text, minutes_text
from tests.build.imports import imported
from tests.build.page import Page

pytestmark = pytest.mark.django_db

MEETING = "/moeder/direktionen/2013-08-27/"
KANTINE = ("Ny kantine", "13/100")
CYKLER = ("Cykelparkering", "13/200")
BUDGET = ("Budget 2014", "13/300")
FERIE = ("Ferieplan", "")


def document(*items: tuple[str, str]) -> str:
    return minutes_text(
        *(
            item_text(number, title, case, sagsfremstilling=f"Der er talt om {title.lower()}.")
            for number, (title, case) in enumerate(items, start=1)
        )
    )


def bring(*items: tuple[str, str], publish: bool = True, take_as: TakeAs = TakeAs.NEW_VERSION) -> Meeting:
    """Import a version of the meeting with these items, and show it unless the test says otherwise."""
    known = Meeting.objects.exists()
    result = imported(document(*items), publish=publish, take_as=take_as if known else TakeAs.FOUND)
    result.meeting.refresh_from_db()
    return result.meeting


@pytest.fixture
def get(client: Client) -> Callable[[str], HttpResponse]:
    return lambda below="": client.get(MEETING + below)


def location(response: HttpResponse) -> str:
    assert response.status_code == 301
    return response.headers["Location"]


def test_an_item_that_a_version_lost_is_gone_with_all_below_it(get):
    bring(KANTINE, CYKLER, BUDGET)
    bring(KANTINE, CYKLER)
    for below in ("punkt-3/", "punkt-3/bilag/1/"):
        page = Page(get(below))
        assert page.status == 410
        assert page.title == "Siden er her ikke mere"
        assert "Budget" not in page.html
    assert get("punkt-1/").status_code == get("punkt-2/").status_code == 200


def test_what_never_was_there_is_not_found(get):
    bring(KANTINE, CYKLER, BUDGET)
    bring(KANTINE, CYKLER)
    assert get("punkt-4/").status_code == 404
    assert get("punkt-4/bilag/1/").status_code == 404


@pytest.mark.parametrize("below", ["", "bilag/1/", "?q=cykler&side=2", "bilag/2/?q=a%20b"])
def test_an_item_that_was_renumbered_leads_on_with_the_rest_of_its_address(below, get):
    bring(KANTINE, FERIE, CYKLER)
    bring(KANTINE, CYKLER)
    assert location(get(f"punkt-3/{below}")) == f"{MEETING}punkt-2/{below}"


def test_an_item_without_a_case_number_is_known_by_its_title(get):
    bring(KANTINE, CYKLER, FERIE)
    bring(KANTINE, FERIE)
    assert location(get("punkt-3/")) == f"{MEETING}punkt-2/"


@pytest.mark.parametrize(
    "now",
    [
        ("Cykelparkering", "13/201"),
        ("Cykelparkering", ""),
        ("Cykelparkering ved rådhuset", "13/200"),
        ("Parkering", "13/200"),
    ],
)
def test_where_it_is_unsure_whether_it_is_the_same_it_is_gone(now, get):
    bring(KANTINE, FERIE, CYKLER)
    bring(KANTINE, now)
    assert get("punkt-3/").status_code == 410


def test_where_two_items_are_alike_neither_leads_to_the_other(get):
    bring(KANTINE, FERIE, FERIE, FERIE)
    bring(KANTINE, FERIE, FERIE)
    assert get("punkt-4/").status_code == 410


def test_what_stands_at_an_address_goes_before_what_stood_there(get):
    bring(KANTINE, CYKLER, BUDGET)
    bring(CYKLER, BUDGET)
    assert "Cykelparkering" in Page(get("punkt-1/")).title
    assert location(get("punkt-3/")) == f"{MEETING}punkt-2/"
    bring(KANTINE, CYKLER, FERIE)
    assert "Ferieplan" in Page(get("punkt-3/")).title


def test_an_address_follows_its_item_however_often_that_moves(get):
    bring(KANTINE, FERIE, ("Lokaler", ""), BUDGET)
    bring(KANTINE, ("Lokaler", ""), BUDGET)
    assert location(get("punkt-4/")) == f"{MEETING}punkt-3/"
    bring(KANTINE, BUDGET)
    assert location(get("punkt-4/")) == f"{MEETING}punkt-2/"
    assert location(get("punkt-3/")) == f"{MEETING}punkt-2/"
    bring(BUDGET)
    assert location(get("punkt-4/")) == f"{MEETING}punkt-1/"
    bring(KANTINE)
    assert get("punkt-4/").status_code == get("punkt-2/").status_code == 410


def test_an_item_back_at_its_first_address_is_no_loop(get):
    bring(KANTINE, FERIE, BUDGET)
    bring(KANTINE, BUDGET)
    bring(KANTINE, FERIE, BUDGET, take_as=TakeAs.RESTORED)
    assert get("punkt-3/").status_code == 200
    bring(KANTINE, BUDGET, take_as=TakeAs.RESTORED)
    assert location(get("punkt-3/")) == f"{MEETING}punkt-2/"


def test_an_address_does_not_stay_with_a_row_that_tells_of_something_else(get):
    bring(KANTINE, FERIE, BUDGET)
    bring(KANTINE, BUDGET)
    bring(KANTINE, ("Noget andet", "13/900"))
    assert get("punkt-3/").status_code == 410


def test_after_an_earlier_version_is_restored_too(get):
    bring(KANTINE, BUDGET)
    bring(KANTINE, FERIE, BUDGET)
    bring(KANTINE, BUDGET, take_as=TakeAs.RESTORED)
    assert location(get("punkt-3/")) == f"{MEETING}punkt-2/"


def test_a_draft_never_shows_that_it_existed(get):
    meeting = bring(KANTINE, FERIE, BUDGET, publish=False)
    bring(KANTINE, BUDGET, publish=False)
    assert get("punkt-3/").status_code == 404
    bring(KANTINE, BUDGET)
    assert get("punkt-3/").status_code == 404
    delete_meetings([bring(KANTINE, FERIE, publish=False).pk])
    assert not FormerAddress.objects.filter(item_slug="punkt-3").exists()
    assert not Meeting.objects.filter(pk=meeting.pk).exists()


def test_what_came_to_a_meeting_after_it_was_withdrawn_never_was_public(get):
    meeting = bring(KANTINE, FERIE)
    publication.withdraw(Meeting.objects.filter(pk=meeting.pk))
    bring(KANTINE, FERIE, BUDGET, publish=False)
    bring(KANTINE, publish=False)
    assert [*FormerAddress.objects.values_list("item_slug", flat=True)] == ["punkt-2"]
    publication.publish(Meeting.objects.filter(pk=meeting.pk))
    assert get("punkt-2/").status_code == 410
    assert get("punkt-3/").status_code == 404


def test_a_row_of_an_earlier_program_is_taken_to_have_been_there(get):
    meeting = bring(KANTINE, FERIE)
    AgendaItem.objects.update(added_at=None)
    publication.withdraw(Meeting.objects.filter(pk=meeting.pk))
    bring(KANTINE, publish=False)
    assert FormerAddress.objects.filter(item_slug="punkt-2").exists()


def test_a_301_leads_to_no_closed_item(get, staff_client):
    bring(KANTINE, FERIE, BUDGET)
    meeting = bring(KANTINE, BUDGET)
    close_item(meeting.items.get(slug="punkt-2"), None)
    assert get("punkt-3/").status_code == 410
    assert staff_client.get(f"{MEETING}punkt-3/").status_code == 410


@pytest.mark.parametrize("below", ["", "punkt-1/", "punkt-1/bilag/1/", "kilde/"])
def test_a_deleted_meeting_is_gone_from_every_address_it_had(below, get):
    delete_meetings([bring(KANTINE, FERIE).pk])
    assert get(below).status_code == 410


def test_a_deleted_draft_is_not_found_as_if_it_had_never_been(get):
    delete_meetings([bring(KANTINE, publish=False).pk])
    assert get().status_code == get("punkt-1/").status_code == 404
    assert not FormerAddress.objects.exists()


def test_a_withdrawn_meeting_that_is_deleted_stays_gone(get):
    meeting = bring(KANTINE)
    publication.withdraw(Meeting.objects.filter(pk=meeting.pk))
    delete_meetings([meeting.pk])
    assert get().status_code == 410


def test_a_body_whose_meetings_are_all_deleted_is_gone(client):
    delete_meetings([bring(KANTINE).pk])
    assert client.get("/moeder/direktionen/").status_code == 410
    assert client.get("/moeder/byraadet/").status_code == 404


def test_a_meeting_that_is_imported_again_is_seen_once_it_is_published_and_told_of_by_nothing_before(get):
    delete_meetings([bring(KANTINE, FERIE).pk])
    bring(KANTINE, publish=False)
    assert get().status_code == get("punkt-1/").status_code == 410
    bring(KANTINE)
    assert get().status_code == get("punkt-1/").status_code == 200
    assert get("punkt-2/").status_code == 410


def test_a_draft_at_an_address_that_was_public_is_read_by_those_who_see_drafts(staff_client):
    delete_meetings([bring(KANTINE).pk])
    bring(KANTINE, publish=False)
    assert staff_client.get(MEETING).status_code == 200


def test_of_a_meeting_without_a_past_nothing_is_asked_or_written(django_assert_max_num_queries):
    with django_assert_max_num_queries(44) as captured:
        bring(KANTINE)
    assert not [query for query in captured if "formeraddress" in query["sql"]]
