"""„Ret dette punkt“ leads those who may correct items from every page that shows one to its form, and nobody else."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from minutes.importing.organisation import load_organisation
from minutes.models import AgendaItem, PublicationState
from minutes.search.index.writing import index_meetings
from tests.build.rows import add_decision, add_item, add_meeting, add_role, add_user

pytestmark = pytest.mark.django_db

WORDS = "Ret dette punkt"


@pytest.fixture
def item() -> AgendaItem:
    load_organisation()
    item = add_item(add_meeting(), "Ny kantine", "12/32140")
    add_decision(item)
    add_role(item)
    index_meetings([item.meeting_id])
    return item


def pages_with(item: AgendaItem) -> list[str]:
    return [
        item.get_absolute_url(),
        item.meeting.get_absolute_url(),
        f"{reverse('search')}?q=kantine",
        item.case.get_absolute_url(),
        reverse("centre-detail", args=["hrc"]),
    ]


def client_of(user: User | None) -> Client:
    client = Client()
    if user:
        client.force_login(user)
    return client


def test_who_may_correct_is_led_to_the_form(item):
    client = client_of(add_user("redaktør", "change_agendaitem"))
    form = reverse("admin:minutes_agendaitem_change", args=[item.pk])
    for address in pages_with(item):
        page = client.get(address)
        assert WORDS in page.text, address
        assert f'href="{form}"' in page.text, address
        assert page.headers["Cache-Control"] == "private, no-store", address


@pytest.mark.parametrize("rights", [None, (), ("view_agendaitem", "view_meeting")])
def test_nobody_else_is_led_anywhere(item, rights):
    user = None if rights is None else add_user("ansat", *rights)
    client = client_of(user)
    for address in pages_with(item):
        assert WORDS not in client.get(address).text, address


def test_what_a_visitor_gets_after_somebody_who_may_is_without_it(item):
    client = client_of(add_user("redaktør", "change_agendaitem"))
    for address in pages_with(item):
        client.get(address)
        visitor = Client().get(address)
        assert WORDS not in visitor.text, address
        assert "Cookie" in visitor.headers["Vary"], address


def test_the_form_leads_back_to_the_item_as_long_as_it_may_be_read(item, admin_client):
    form = reverse("admin:minutes_agendaitem_change", args=[item.pk])
    assert f'<a href="{item.get_absolute_url()}">Se punktet</a>' in admin_client.get(form).text
    type(item.meeting).objects.filter(pk=item.meeting_id).update(state=PublicationState.WITHDRAWN)
    assert "Se punktet" not in admin_client.get(form).text


def test_a_closed_item_leads_to_its_form_without_its_title(item):
    AgendaItem.objects.filter(pk=item.pk).update(is_closed=True)
    client = client_of(add_user("redaktør", "change_agendaitem"))
    for address in (item.get_absolute_url(), item.meeting.get_absolute_url()):
        page = client.get(address).text
        assert WORDS in page
        assert item.title not in page


def test_a_page_of_many_items_asks_for_the_right_once(item, django_assert_max_num_queries):
    client = client_of(add_user("redaktør", "change_agendaitem"))
    with django_assert_max_num_queries(40) as few:
        client.get(item.meeting.get_absolute_url())
    for number in range(20):
        add_item(item.meeting, f"Punkt {number}")
    with django_assert_max_num_queries(len(few)):
        client.get(item.meeting.get_absolute_url())
