"""The database wrapper: Django's own, which starts the embedded server before the first connection."""

from typing import Any

import psycopg
from django.db.backends.postgresql import base

from archive_site.database.client import DatabaseClient
from archive_site.database.embedded import embedded_address
from archive_site.database.validation import DatabaseValidation


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL at HOST, or in the folder EMBEDDED_IN where that is set."""

    client_class = DatabaseClient
    validation_class = DatabaseValidation

    def get_new_connection(self, conn_params: dict[str, Any]) -> psycopg.Connection:
        """Open a connection; the embedded server is started first, or again if it has died."""
        return super().get_new_connection({**conn_params, **embedded_address(self.settings_dict)})
