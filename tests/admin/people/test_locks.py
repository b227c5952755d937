"""The page "Spærrede login": for administrators, who let a name in again with one click."""

from threading import Barrier, Thread

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from minutes.editing.people.groups import Role
from minutes.models import Event

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/spaerrede-login/"


@pytest.fixture
def client_of_anna(person, login) -> Client:
    return login(person("anna", Role.ADMINISTRATOR))


def lock(name: str) -> int:
    return AccessAttempt.objects.create(username=name, ip_address="192.0.2.1", failures_since_start=5).pk


def test_it_shows_name_address_and_time(client_of_anna, person):
    person("Bo", Role.READER)
    lock("bo")
    page = client_of_anna.get(ADDRESS).text
    assert '<th scope="row">Bo</th>' in page and "192.0.2.1" in page and "<time" in page
    assert "<caption" in page and page.count('<th scope="col">') == 4


def test_what_is_nobodys_name_stands_nowhere(client_of_anna):
    key = lock("010180-1234")
    lock("hemmelig<script>")
    pages = [client_of_anna.get(address).text for address in (ADDRESS, "/admin/")]
    pages.append(client_of_anna.post(ADDRESS, {"lock": key}, follow=True).text)
    assert not any("010180" in page or "hemmelig" in page for page in pages)
    assert Event.objects.get().subject == "login for et ukendt navn"


def test_a_lock_is_lifted_and_the_log_says_by_whom(client_of_anna, person):
    person("bo", Role.READER)
    key = lock("bo")
    response = client_of_anna.post(ADDRESS, {"lock": key}, follow=True)
    assert "Brugeren bo kan logge ind igen fra 192.0.2.1." in response.text
    assert "Ingen login er spærret lige nu." in response.text
    event = Event.objects.get()
    assert (event.kind, event.by_name, event.subject) == (Event.Kind.LOCK_LIFTED, "anna", "login for bo")
    assert "192.0.2.1" not in event.details


@pytest.mark.parametrize("sent", ["", "0", "x", "-1", "²", "9" * 30, "1\x00"])
def test_nonsense_lifts_nothing(sent, client_of_anna):
    lock("bo")
    response = client_of_anna.post(ADDRESS, {"lock": sent}, follow=True)
    assert "allerede ophævet eller udløbet" in response.text or response.status_code == 400
    assert AccessAttempt.objects.count() == 1
    assert not Event.objects.exists()


def test_looking_lifts_nothing(client_of_anna):
    key = lock("bo")
    client_of_anna.get(ADDRESS, {"lock": key})
    client_of_anna.head(ADDRESS)
    assert AccessAttempt.objects.count() == 1


def test_nor_does_a_form_of_another_site(person):
    key = lock("bo")
    client = Client(enforce_csrf_checks=True)
    client.force_login(person("anna", Role.ADMINISTRATOR))
    assert client.post(ADDRESS, {"lock": key}).status_code == 403
    assert AccessAttempt.objects.count() == 1


@pytest.mark.parametrize("role", [Role.READER, Role.EDITOR, Role.PUBLISHER])
def test_other_roles_neither_see_nor_lift(role, person, login):
    key, client = lock("bo"), login(person("bo", role))
    assert client.get(ADDRESS).status_code == 403
    assert client.post(ADDRESS, {"lock": key}).status_code == 403
    assert "spærret login" not in client.get("/admin/").text
    assert AccessAttempt.objects.count() == 1


def test_a_visitor_is_asked_to_log_in(client):
    key = lock("bo")
    assert client.post(ADDRESS, {"lock": key}).status_code == 302
    assert AccessAttempt.objects.count() == 1


def test_the_start_page_counts_them(client_of_anna):
    assert "spærret login" not in client_of_anna.get("/admin/").text
    lock("bo")
    page = client_of_anna.get("/admin/").text
    assert f'<a href="{ADDRESS}"><strong>1</strong> spærret login</a>' in page
    lock("carl")
    assert "<strong>2</strong> spærrede login</a>" in client_of_anna.get("/admin/").text


@pytest.mark.django_db(transaction=True)
def test_of_two_who_lift_at_once_one_is_told_that_it_is_done(person, login):
    key = lock("bo")
    clients = [login(person(name, Role.ADMINISTRATOR)) for name in ("anna", "berit")]
    barrier = Barrier(2)

    def lift(client: Client) -> None:
        barrier.wait()
        client.post(ADDRESS, {"lock": key})
        connection.close()

    threads = [Thread(target=lift, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Event.objects.filter(kind=Event.Kind.LOCK_LIFTED).count() == 1
    assert not User.objects.filter(username="bo").exists() and not AccessAttempt.objects.exists()
