"""Locks on files (flock): the kernel drops them with the process that holds them, however that ends."""

import fcntl
import os
from pathlib import Path
from typing import BinaryIO


def hold_alone(file: Path) -> BinaryIO:
    """Wait until nobody else holds the lock, then hold it; closing the stream lets go."""
    return _hold(file, fcntl.LOCK_EX)


def hold_with_others(file: Path) -> BinaryIO:
    """Wait until nobody holds the lock alone, then hold it too; closing the stream lets go."""
    return _hold(file, fcntl.LOCK_SH)


def hold_if_free(file: Path) -> BinaryIO | None:
    """Hold the lock alone, without waiting; None where anybody else holds it."""
    try:
        return _hold(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return None


def is_held(file: Path) -> bool:
    """Tell whether any process holds the lock, alone or with others."""
    lock = hold_if_free(file)
    if lock:
        lock.close()
    return lock is None


def _hold(file: Path, operation: int) -> BinaryIO:
    # Closed to others: whoever could open the file could hold the lock for ever.
    stream = open(file, "ab", opener=lambda path, flags: os.open(path, flags, 0o600))  # noqa: SIM115
    try:
        fcntl.flock(stream, operation)
    except BaseException:
        stream.close()
        raise
    return stream
