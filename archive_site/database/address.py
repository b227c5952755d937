"""Turns DATABASE_URL, or the lack of it, into Django's settings for a database."""

import re
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from archive_site.postgres.cluster import BUFFERS_MB, DATABASE

ENGINE = "archive_site.database"
EXPECTED = "Expected something like postgresql://user:password@host:5432/archive, special characters as %xx."

DJANGO_NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def database_settings(
    url: str, embedded_in: Path, statement_timeout_ms: int, buffers_mb: int = BUFFERS_MB
) -> dict[str, Any]:
    """Return the settings of the database at ``url``, or if that is empty of the embedded one in the folder.

    ``statement_timeout_ms`` is the longest a query may take; 0 sets no limit. ``buffers_mb`` are the megabytes of
    memory that the embedded server keeps its data in.
    """
    embedded = {
        "NAME": DATABASE,
        "EMBEDDED_IN": embedded_in,
        "EMBEDDED_BUFFERS_MB": buffers_mb,
        "OPTIONS": {},
    }
    settings = parse_database_url(url) if url else embedded
    if statement_timeout_ms:
        given = settings["OPTIONS"].get("options", "")
        settings["OPTIONS"]["options"] = f"{given} -c statement_timeout={statement_timeout_ms}".strip()
    return {"ENGINE": ENGINE, **settings}


def parse_database_url(url: str) -> dict[str, Any]:
    """Return NAME, USER, PASSWORD, HOST, PORT as given, and all other parameters of libpq as OPTIONS.

    Raises ImproperlyConfigured for what libpq cannot read. The message never repeats the address: it may hold
    a password.
    """
    try:
        given = conninfo_to_dict(url)
    except ProgrammingError as error:
        reason = re.sub(r'".*"', '"…"', str(error).strip(), flags=re.DOTALL)
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {reason}. {EXPECTED}") from None
    if not given.get("dbname"):
        raise ImproperlyConfigured(f"DATABASE_URL names no database. {EXPECTED}")
    named = {django: given.pop(libpq) for libpq, django in DJANGO_NAMES.items() if libpq in given}
    return {**named, "OPTIONS": given}
