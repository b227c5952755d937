"""How many passwords are checked at once: each check takes a processor for a quarter of a second, as it is meant to.

The locks are files, so that they hold between the workers of the server, and the kernel drops those of one that dies.
"""

from __future__ import annotations

import threading
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from archive_site.postgres.file_locks import hold_if_free

_AT_ONCE = 2
# Names that are tried at the same moment seldom share one of so many lines; where they do, one waits for the other.
_LINES = 64
# Of the threads of a worker (archive_site.gunicorn): whoever waits holds one, and the rest are for readers.
MOST_WAITING = 8
# Sixteen before one are through in two seconds, on a machine that is busy with other things in ten.
_PATIENCE_SECONDS = 20
_POLL_SECONDS = 0.02

_room = threading.BoundedSemaphore(MOST_WAITING)


class LoginBusyError(Exception):
    """Too many passwords are waiting to be checked: this one is not, and counts as no try."""


class PatientHasher(PBKDF2PasswordHasher):
    """Django's own hasher, at most two at once on the machine; all other passwords wait for their turn.

    Raises LoginBusyError where the turn does not come in twenty seconds.
    """

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        with _held(_files("check", range(_AT_ONCE))):
            return super().encode(password, salt, iterations)


@contextmanager
def in_line(of_whom: str) -> Iterator[None]:
    """Let the tries of one name from one address come one after the other, so that each knows how many were before it.

    Raises LoginBusyError where the worker has too many waiting, or the turn does not come in twenty seconds.
    """
    if not _room.acquire(blocking=False):
        raise LoginBusyError
    try:
        with _held(_files("line", [zlib.crc32(of_whom.encode()) % _LINES])):
            yield
    finally:
        _room.release()


def _files(kind: str, numbers: Sequence[int]) -> list[Path]:
    return [settings.ARCHIVE_LOGIN_LOCKS / f"{kind}-{number}" for number in numbers]


@contextmanager
def _held(files: Sequence[Path]) -> Iterator[None]:
    """Hold any one of the locks."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while (lock := _first_free(files)) is None:
        if time.monotonic() > deadline:
            raise LoginBusyError
        time.sleep(_POLL_SECONDS)
    with lock:
        yield


def _first_free(files: Sequence[Path]) -> BinaryIO | None:
    files[0].parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return next((lock for file in files if (lock := hold_if_free(file))), None)
