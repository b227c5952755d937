"""The database must know that Æ and æ are one letter: the search and the trigrams depend on it."""

from collections.abc import Iterator

import pytest
from django.db import connection

from archive_site.database.base import DatabaseWrapper


@pytest.mark.django_db
def test_upper_and_lower_case_of_danish_letters_are_one_to_the_search():
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_tsvector('danish', 'ØDC Ældre') @@ to_tsquery('danish', 'ødc & ældre')")
        assert cursor.fetchone() == (True,)


@pytest.mark.django_db
def test_the_check_of_the_database_finds_nothing_wrong():
    assert connection.validation.check() == []


@pytest.fixture
def english_only(transactional_db: None) -> Iterator[DatabaseWrapper]:
    """Return a connection to a database that knows no letters but A to Z."""
    name = connection.settings_dict["NAME"] + "_c"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'")
    wrapper = DatabaseWrapper({**connection.settings_dict, "NAME": name}, alias="default")
    yield wrapper
    wrapper.close()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name}")


def test_a_database_that_does_not_know_the_danish_letters_is_refused_with_what_to_do(english_only):
    (error,) = english_only.validation.check()
    assert error.id == "archive.E001"
    assert "Ø and ø are different letters" in error.msg
    assert "LOCALE 'C.UTF-8'" in error.hint
