"""No byte string in any path, parameter, header, cookie or form is an error of ours, whoever sends it.

`ARCHIVE_TEST_REQUESTS=20000` makes as many requests instead of a few hundred, `ARCHIVE_TEST_SEED=2` others.
"""

import os

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client

from archive_site.wsgi import ReadableRequest
from minutes.importing.importer import import_minutes
from minutes.importing.organisation import load_organisation
from tests.build.hostile_requests import HostileRequest, hostile_requests
from tests.build.sample import minutes_text

NUMBER = int(os.environ.get("ARCHIVE_TEST_REQUESTS", "400"))
SEED = int(os.environ.get("ARCHIVE_TEST_SEED", "1"))
# Who asks is new now and then: somebody may have logged out, or deleted himself.
OF_ONE_LOGIN = 20

READERS = {
    "a visitor": None,
    "a reader": {"is_superuser": False},
    "an administrator": {"is_superuser": True},
}


@pytest.fixture(autouse=True)
def _served_as_by_the_server(monkeypatch) -> None:
    """The test client makes requests of Django's own class; the server makes ours."""
    monkeypatch.setattr("django.test.client.WSGIRequest", ReadableRequest)


def login(reader: str) -> Client:
    client = Client(raise_request_exception=False)
    rights = READERS[reader]
    if rights:
        client.force_login(User.objects.update_or_create(username=reader, defaults=rights)[0])
    return client


def send(client: Client, request: HostileRequest) -> HttpResponse:
    environment = dict(request.environment)
    session = client.cookies.get("sessionid")
    if session and "HTTP_COOKIE" in environment:
        environment["HTTP_COOKIE"] += f"; sessionid={session.value}"
    return client.generic(request.method, "/", request.body, **environment)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("reader", READERS)
def test_no_byte_string_is_an_error_of_ours(reader):
    load_organisation()
    failed = []
    client = Client()
    for number, request in enumerate(hostile_requests(SEED, NUMBER)):
        if number % OF_ONE_LOGIN == 0:
            import_minutes(minutes_text().encode(), "referat.txt", publish=True)
            client = login(reader)
        response = send(client, request)
        if response.status_code >= 500:
            failed.append(f"{response.status_code} {request}")
    assert failed == []
