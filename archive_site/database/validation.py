"""The check that the database knows the Danish letters; ``manage.py check --database default`` runs it."""

from typing import Any

from django.core.checks import CheckMessage, Error
from django.db.backends.base.validation import BaseDatabaseValidation
from django.db.backends.postgresql.base import DatabaseWrapper

QUESTION = "SELECT lower('ÆØÅ') = 'æøå' AND to_tsvector('danish', 'ØDC') @@ to_tsquery('danish', 'ødc')"


class DatabaseValidation(BaseDatabaseValidation):
    """Refuses a database in which the search would not find words with æ, ø and å."""

    connection: DatabaseWrapper

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        """Return an error if upper and lower case of the Danish letters are not one to the database."""
        with self.connection.cursor() as cursor:
            cursor.execute(QUESTION)
            (danish,) = cursor.fetchone()
        if danish:
            return []
        return [
            Error(
                f"To the database {self.connection.settings_dict['NAME']}, Ø and ø are different letters.",
                hint="Make it anew with: CREATE DATABASE archive TEMPLATE template0 ENCODING 'UTF8' "
                "LOCALE 'C.UTF-8' (or LOCALE 'da_DK.UTF-8').",
                id="archive.E001",
            )
        ]
