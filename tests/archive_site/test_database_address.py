"""DATABASE_URL is read as PostgreSQL's own programs read it, and a typo is refused without repeating it."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection

from archive_site.database.address import database_settings, parse_database_url
from archive_site.database.base import DatabaseWrapper

FOLDER = Path("/srv/archive/postgres")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgresql://anna:hemmelig@db.example:5433/archive",
            {"NAME": "archive", "USER": "anna", "PASSWORD": "hemmelig", "HOST": "db.example", "PORT": "5433"},
        ),
        ("postgres://db.example/archive", {"NAME": "archive", "HOST": "db.example"}),
        ("postgresql:///archive", {"NAME": "archive"}),
        (
            "postgresql://%2Fvar%2Frun%2Fpostgresql/archive",
            {"NAME": "archive", "HOST": "/var/run/postgresql"},
        ),
        ("postgresql:///archive?host=/tmp/a%20b", {"NAME": "archive", "HOST": "/tmp/a b"}),
        (
            "postgresql://anna:s%40lt%2F@h/archive",
            {"NAME": "archive", "USER": "anna", "PASSWORD": "s@lt/", "HOST": "h"},
        ),
        ("postgresql://h/arkiv%C3%A6%C3%B8%C3%A5", {"NAME": "arkivæøå", "HOST": "h"}),
        ("host=h port=5433 dbname=archive", {"NAME": "archive", "HOST": "h", "PORT": "5433"}),
    ],
)
def test_an_address_becomes_djangos_settings(url, expected):
    assert parse_database_url(url) == {**expected, "OPTIONS": {}}


def test_other_parameters_become_options():
    settings = parse_database_url("postgresql://h/archive?sslmode=verify-full&connect_timeout=5")
    assert settings["OPTIONS"] == {"sslmode": "verify-full", "connect_timeout": "5"}


@pytest.mark.parametrize(
    "url",
    [
        "postgressql://anna:hemmelig@h/archive",
        "mysql://anna:hemmelig@h/archive",
        "sqlite:///archive.db",
        "hemmelig",
        "postgresql://anna:hemmelig@h:port/archive?nonsense=1",
        "postgresql://anna:hemmelig@h/archive?hemmelig",
        "postgresql://anna:hemm%elig@h/archive",
        "postgresql://[::1/archive",
        "host=h dbname='hemmelig",
    ],
)
def test_a_typo_is_refused_and_the_password_is_not_shown(url):
    with pytest.raises(
        ImproperlyConfigured, match=r"DATABASE_URL cannot be read: .* Expected .*postgresql://"
    ) as refusal:
        parse_database_url(url)
    assert "hemm" not in str(refusal.value)
    assert refusal.value.__suppress_context__


@pytest.mark.parametrize("url", ["postgresql://h", "postgresql://h/", "postgresql://", "host=h"])
def test_an_address_without_a_database_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL names no database"):
        parse_database_url(url)


def test_without_an_address_the_database_is_the_embedded_one():
    settings = database_settings("", FOLDER, 0)
    assert settings["EMBEDDED_IN"] == FOLDER
    assert settings["NAME"] == "archive"
    assert settings["EMBEDDED_BUFFERS_MB"] == 256
    assert database_settings("", FOLDER, 0, buffers_mb=2048)["EMBEDDED_BUFFERS_MB"] == 2048


def test_with_an_address_nothing_is_embedded():
    assert "EMBEDDED_IN" not in database_settings("postgresql://h/archive", FOLDER, 0)


@pytest.mark.parametrize("url", ["", "postgresql://h/archive"])
def test_a_limit_to_a_query_is_asked_for_when_connecting(url):
    assert database_settings(url, FOLDER, 3000)["OPTIONS"]["options"] == "-c statement_timeout=3000"
    assert "options" not in database_settings(url, FOLDER, 0)["OPTIONS"]


def test_a_limit_to_a_query_leaves_other_options_in_place():
    url = "postgresql://h/archive?options=-c%20search_path%3Darkiv"
    options = database_settings(url, FOLDER, 3000)["OPTIONS"]["options"]
    assert options == "-c search_path=arkiv -c statement_timeout=3000"


@pytest.mark.django_db
def test_a_query_over_the_limit_is_cancelled():
    options = database_settings("", FOLDER, statement_timeout_ms=50)["OPTIONS"]
    limited = DatabaseWrapper({**connection.settings_dict, "OPTIONS": options}, alias="default")
    with pytest.raises(OperationalError, match="statement timeout"), limited.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(10)")
    limited.close()
