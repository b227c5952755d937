"""Where the database is for reading only, everything is read as ever: no page writes, and what has to says so."""

import logging
import threading
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from minutes.models import FailedSearch
from tests.admin.conftest import meeting, organisation
from tests.admin.test_rights import NAMES, rows
from tests.admin.test_rights import address as admin_address
from tests.build.addresses import FIXED
from tests.build.page import Page
from tests.pages.test_queries import ADDRESSES, add_year

__all__ = ["meeting", "organisation", "rows"]

PASSWORD = "en rigtig god adgangskode"
NOWHERE = "/soeg/?q=kloakk"


@pytest.fixture
def read_only(db: None) -> Iterator[Callable[[], None]]:
    """Return a function that makes the database one for reading only, to the end of the test."""
    with transaction.atomic():

        def read_only() -> None:
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL transaction_read_only = on")

        yield read_only
        transaction.set_rollback(True)  # and writing is possible again


@pytest.fixture
def archive(db: None) -> None:
    add_year(items=3)
    User.objects.create_superuser("anna", password=PASSWORD)


@pytest.mark.parametrize("reader", ["client", "staff_client"])
@pytest.mark.parametrize("query", ["", "&format=json", "&format=csv"])
def test_a_search_that_finds_nothing_is_answered(archive, request, reader, query, caplog, read_only):
    client = request.getfixturevalue(reader)
    read_only()
    with caplog.at_level(logging.WARNING):
        response = client.get(NOWHERE + query)
    assert response.status_code == 200
    assert all("kloakk" not in record.getMessage() for record in caplog.records)
    if not query:
        assert [record.getMessage() for record in caplog.records] == [
            "A search that found nothing is not counted: ReadOnlySqlTransaction"
        ]


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("reader", ["client", "staff_client"])
def test_every_page_is_read(archive, request, reader, method, read_only):
    client = request.getfixturevalue(reader)
    read_only()
    for address in [
        *ADDRESSES,
        *FIXED,
        NOWHERE,
        "/soeg/feed/?q=kloakk",
        "/soeg/forslag/?q=kloakk",
        "/findes-ikke/",
    ]:
        response = getattr(client, method)(address)
        b"".join(response)
        assert response.status_code < 500, address


def test_whoever_brings_the_cookie_of_a_session_that_is_gone_reads_on(archive, client, read_only):
    client.cookies["sessionid"] = "a" * 32
    read_only()
    assert client.get("/").status_code == 200


def test_every_page_of_the_admin_is_read(rows, admin_client, read_only):
    addresses = [admin_address(name) for name in NAMES if name != "login"]
    read_only()
    for address in addresses:
        response = admin_client.get(address)
        b"".join(response)
        assert response.status_code in {200, 302, 403, 405}, address


@pytest.mark.parametrize("password", [PASSWORD, "forkert"])
def test_nobody_logs_in_and_the_page_says_why_and_not_whether_the_password_is_right(
    archive, password, read_only
):
    client = Client(raise_request_exception=False)
    read_only()
    response = client.post("/login/", {"username": "anna", "password": password})
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "30"
    assert Page(response).title == "Arkivet kan kun læses lige nu"


def test_what_cannot_be_saved_says_so(organisation, admin_client, read_only):
    admin_client.raise_request_exception = False
    read_only()
    response = admin_client.post(reverse("admin:minutes_bodyalias_add"), {"text": "x"})
    assert response.status_code == 200  # the form has an error, nothing was to be saved
    response = admin_client.post(reverse("admin:auth_group_add"), {"name": "Arkivarer"})
    assert response.status_code == 503
    assert Page(response).title == "Arkivet kan kun læses lige nu"


def test_asking_for_the_head_of_an_answer_counts_no_search(archive, client):
    assert client.head(NOWHERE).status_code == 200
    assert not FailedSearch.objects.exists()
    client.get(NOWHERE)
    assert FailedSearch.objects.get().times == 1


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_others_who_count_the_same_words(client):
    FailedSearch.objects.count_up("kloakk")
    holds, may_go = threading.Event(), threading.Event()

    def hold() -> None:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN; UPDATE minutes_failedsearch SET times = times + 1")
            holds.set()
            may_go.wait(20)
            cursor.execute("ROLLBACK")
        connection.close()

    other = threading.Thread(target=hold)
    other.start()
    holds.wait(20)
    try:
        assert client.get(NOWHERE).status_code == 200
    finally:
        may_go.set()
        other.join()
    assert FailedSearch.objects.get().times == 1
