"""The files of minutes that a command line names: files themselves, and folders with all that is below them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from minutes.danish.personal_numbers import mask_personal_numbers

from .formats import READ_SUFFIXES, is_named_as_read, why_not_by_name
from .values import UnreadableSourceError

_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "Filen findes ikke."),
    (IsADirectoryError, "Det er en mappe, ikke en fil."),
    (PermissionError, "Filen må ikke læses af den bruger, som kommandoen kører som."),
)
# Enough of a file to tell what it is: what is in a zip file or an Office document stands at its end, too.
_MOST_LOOKED_AT = 10 << 20
NOTHING_TO_READ = f"Der er ingen filer i mappen, som læses ({', '.join(READ_SUFFIXES)})."


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files, and below each folder all that are named as read, in the order of their paths, none twice.

    A path that does not exist, and a folder that may not be looked into, is kept, so that whoever reads it can say so.
    """
    found: dict[Path, None] = {}
    for path in paths:
        files = filter(_is_read, _below(path)) if path.is_dir() else [path]
        found |= dict.fromkeys(files)
    return list(found)


def find_passed_over(paths: Iterable[Path]) -> list[Path]:
    """Return the files below these folders that `find_files` leaves out, in the order of their paths, none twice."""
    paths = list(paths)
    named = {path for path in paths if not path.is_dir()}
    below = (file for path in paths if path.is_dir() for file in _below(path) if not _is_read(file))
    return [file for file in dict.fromkeys(below) if file not in named]


def find_folders_without(paths: Iterable[Path]) -> list[Path]:
    """Return those of these folders that hold no file that is read."""
    return [path for path in paths if path.is_dir() and not any(map(_is_read, _below(path)))]


def _below(folder: Path) -> list[Path]:
    return sorted(_walk(folder))


def _walk(folder: Path) -> Iterator[Path]:
    """All files below a folder, and the folders below it that may not be looked into."""
    closed: list[OSError] = []
    for name, _, files in os.walk(folder, onerror=closed.append):
        yield from (Path(name, file) for file in files)
    yield from (Path(error.filename) for error in closed)


def _is_read(path: Path) -> bool:
    return path.is_dir() or (is_named_as_read(path) and path.is_file())


def why_passed_over(path: Path) -> str:
    """The sentence on a file that `find_passed_over` gives: what it is, and what to do where that is minutes."""
    if not path.is_file():
        return "Det er ikke en almindelig fil."
    try:
        with path.open("rb") as file:
            head = file.read(_MOST_LOOKED_AT)
    except OSError as error:
        return _reason(error)
    return why_not_by_name(path, head)


def read_file(path: Path) -> bytes:
    """Return the bytes of a file. Raises UnreadableSourceError where the system does not give them."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableSourceError(_reason(error)) from error


def _reason(error: OSError) -> str:
    known = (reason for kind, reason in _REASONS if isinstance(error, kind))
    return next(known, f"Filen kan ikke læses: {error.strerror}.")


def printable(path: Path) -> str:
    """Return a path as text that any terminal and any log may have: no odd bytes, and no personal number."""
    text = mask_personal_numbers(os.fsencode(path).decode("utf-8", "replace"))
    return "".join(char if char.isprintable() else "\ufffd" for char in text)
