from unittest import mock

from django.db import OperationalError, connection
from django.test import Client

from tests.build.page import Page


def test_the_archive_is_well_when_its_database_answers(client: Client, db: None) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "database": "ok"}
    assert "no-store" in response.headers["Cache-Control"]


def test_the_archive_is_not_well_when_its_database_is_away(client: Client, db: None) -> None:
    with mock.patch.object(connection, "cursor", side_effect=OperationalError("connection refused")):
        response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"status": "unavailable", "database": "unavailable"}


def test_crawlers_are_asked_to_stay_away(client: Client, db: None) -> None:
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    assert response.content.decode() == "User-agent: *\nDisallow: /\n"


def test_every_page_says_that_it_is_not_to_be_indexed(client: Client, db: None) -> None:
    response = client.get("/was")
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert Page(response).find("meta", name="robots", content="noindex")


def test_the_accessibility_statement_stands_in_the_footer_of_every_page(client: Client, db: None) -> None:
    assert Page(client.get("/")).link("Tilgængelighed") == "/was"
    assert Page(client.get("/was")).title == "Tilgængelighed"
