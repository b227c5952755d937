"""The files of minutes that a command line names: files themselves, and folders with all that is below them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from minutes.danish.personal_numbers import mask_personal_numbers

from .formats import is_named_as_read
from .values import UnreadableSourceError

_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "Filen findes ikke."),
    (IsADirectoryError, "Det er en mappe, ikke en fil."),
    (PermissionError, "Filen må ikke læses af den bruger, som kommandoen kører som."),
)


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files, and below each folder every *.txt in the order of their paths, none twice.

    A path that does not exist is kept, so that whoever reads it can say so.
    """
    found: dict[Path, None] = {}
    for path in paths:
        files = _texts_below(path) if path.is_dir() else [path]
        found |= dict.fromkeys(files)
    return list(found)


def _texts_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if is_named_as_read(path) and path.is_file())


def read_file(path: Path) -> bytes:
    """Return the bytes of a file. Raises UnreadableSourceError where the system does not give them."""
    try:
        return path.read_bytes()
    except OSError as error:
        known = (reason for kind, reason in _REASONS if isinstance(error, kind))
        raise UnreadableSourceError(next(known, f"Filen kan ikke læses: {error.strerror}.")) from error


def printable(path: Path) -> str:
    """Return a path as text that any terminal and any log may have: no odd bytes, and no personal number."""
    text = mask_personal_numbers(os.fsencode(path).decode("utf-8", "replace"))
    return "".join(char if char.isprintable() else "\ufffd" for char in text)
