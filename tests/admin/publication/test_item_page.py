"""Withdrawing one item from its page in the admin, and showing it again."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from minutes.models import AgendaItem, Event, SearchDocument
from minutes.search.index.writing import index_meetings
from tests.build.rows import add_attachment, add_item, add_meeting, add_role

from .chosen_meetings import plain, said

pytestmark = pytest.mark.django_db

ITEMS = "/admin/minutes/agendaitem/"
RIGHTS = ("view_agendaitem", "change_agendaitem", "publish_meeting")


@pytest.fixture
def item() -> AgendaItem:
    """One of two items of a case, with a centre and an attachment's file."""
    item = add_item(add_meeting(), "Svanen", "13/102")
    add_role(item)
    add_attachment(item, file="attachments/svane.pdf")
    other = add_item(add_meeting("2013-09-10"), "Svanens fremtid", "13/102")
    index_meetings([item.meeting_id, other.meeting_id])
    return item


def act(client: Client, name: str, item: AgendaItem, **fields: str) -> HttpResponse:
    return client.post(f"{ITEMS}{item.pk}/{name}/", fields, follow=True)


def is_withdrawn(item: AgendaItem) -> bool:
    item.refresh_from_db()
    return item.is_withdrawn


def links(client: Client, item: AgendaItem) -> list[str]:
    page = client.get(f"{ITEMS}{item.pk}/change/").text
    return re.findall(rf'href="{ITEMS}{item.pk}/(withdraw|show)/">', page)


def test_its_form_leads_to_the_page_that_withdraws_it_and_then_to_the_one_that_shows_it(item, admin_client):
    assert links(admin_client, item) == ["withdraw"]
    act(admin_client, "withdraw", item, why="dublet")
    assert links(admin_client, item) == ["show"]


def test_the_page_says_before_what_is_lost_and_does_nothing(item, admin_client):
    text = plain(admin_client.get(f"{ITEMS}{item.pk}/withdraw/").text)
    assert "2 adresser svarer »trukket tilbage« (410)." in text
    assert "1 punkt kan ikke findes i søgningen mere" in text
    assert "1 punkt på andre møder henviser hertil" in text
    assert "2 feeds af sager og centre mister indslag" in text
    assert f"{item.get_absolute_url()}bilag/1/" in text
    assert not is_withdrawn(item)


def test_it_is_withdrawn_with_a_reason_and_shown_again_with_or_without_one(item, admin_client, admin_user):
    response = act(admin_client, "withdraw", item, why="andet", words="efter klage")
    assert said(response) == ["Punkt 1 er trukket tilbage."]
    assert is_withdrawn(item)
    assert set(SearchDocument.objects.values_list("item__title", flat=True)) == {"Svanens fremtid"}
    assert said(act(admin_client, "show", item)) == ["Punkt 1 er ikke længere trukket tilbage."]
    assert not is_withdrawn(item)
    told = Event.objects.order_by("pk").values_list("kind", "by_name", "reason")
    assert list(told) == [
        ("item_withdrawn", admin_user.username, "andet: efter klage"),
        ("item_shown", admin_user.username, ""),
    ]


@pytest.mark.parametrize(
    "fields", [{}, {"why": "andet"}, {"why": "fordi"}, {"why": "dublet", "words": "010180-1234"}]
)
def test_without_a_reason_it_stays(fields, item, admin_client):
    assert 'role="alert"' in act(admin_client, "withdraw", item, **fields).text
    assert not is_withdrawn(item)


def test_who_comes_second_is_told(item, admin_client):
    act(admin_client, "withdraw", item, why="dublet")
    response = act(admin_client, "withdraw", item, why="andet", words="også mig")
    assert response.status_code == 409
    assert "Punktet er allerede trukket tilbage." in response.text
    assert Event.objects.count() == 1


def test_an_item_of_a_draft_has_nothing_to_withdraw(admin_client):
    draft = add_item(add_meeting(state="draft"))
    assert links(admin_client, draft) == []
    assert "Mødet er en kladde" in act(admin_client, "withdraw", draft, why="dublet").text
    assert not is_withdrawn(draft)


@pytest.mark.parametrize("missing", RIGHTS)
def test_it_takes_the_right_to_publish_and_to_see_items(missing, item, staff):
    client = staff(*RIGHTS)
    assert client.get(f"{ITEMS}{item.pk}/withdraw/").status_code == 200
    client = staff(*(right for right in RIGHTS if right != missing))
    expected = 200 if missing in ("view_agendaitem", "change_agendaitem") else 403
    for name in ("withdraw", "show"):
        assert client.get(f"{ITEMS}{item.pk}/{name}/").status_code == expected
    if expected == 403:
        assert act(client, "withdraw", item, why="dublet").status_code == 403
        assert not is_withdrawn(item)
        assert links(client, item) == []


@pytest.mark.parametrize("key", ["0", "999999", "abc", "9" * 40])
def test_an_item_that_is_not_there_is_not_found(key, admin_client):
    assert admin_client.get(f"{ITEMS}{key}/withdraw/").status_code in (302, 404)
