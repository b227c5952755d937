"""The database must know that Æ and æ are one letter: the search and the trigrams depend on it."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_upper_and_lower_case_of_danish_letters_are_one_to_the_search():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT to_tsvector('danish', 'ØDC Ældre Århus') @@ to_tsquery('danish', 'ødc & ældre & århus')"
        )
        assert cursor.fetchone() == (True,)


@pytest.mark.django_db
def test_the_check_of_the_database_finds_nothing_wrong():
    assert connection.validation.check() == []
