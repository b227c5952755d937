"""Keeps the key that signs sessions and forms: made once, read ever after."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def read_or_make_secret_key(file: Path) -> str:
    """Return the key in ``file``, made now (mode 0600) if there is none.

    Two processes that start at once agree: each writes a file of its own, and the first to link it wins.
    Raises ImproperlyConfigured when the file cannot be read or made, or is empty.
    """
    try:
        if not file.exists():
            _make(file)
        key = file.read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(
            f"The secret key {file} cannot be read or made ({error.strerror}). "
            "Make the folder writable, choose another with ARCHIVE_VAR, or set ARCHIVE_SECRET_KEY."
        ) from error
    if not key:
        raise ImproperlyConfigured(f"The secret key {file} is empty. Delete it, and a new one is made.")
    return key


def _make(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    own = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w") as stream:
            stream.write(secrets.token_urlsafe(64))
        os.link(own, file)
    except FileExistsError:
        pass  # another process was first: its key is the one that is read
    finally:
        own.unlink()
