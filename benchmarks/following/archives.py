"""Archives of several data folders in one run, each asked in a process of its own. It knows no models."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import django

_MEASURES = "benchmarks.following.measures"


class OpenArchive:
    """The archive of a data folder (ARCHIVE_VAR), open as long as the context lasts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._process = ProcessPoolExecutor(
            1, mp_context=multiprocessing.get_context("spawn"), initializer=_begin, initargs=(str(folder),)
        )

    def ask(self, measure: str, *arguments: Any) -> Any:
        """What a function of measures.py returns there; its exceptions come through."""
        return self._process.submit(_ask, measure, *arguments).result()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.shutdown()


def _begin(folder: str) -> None:
    os.environ["ARCHIVE_VAR"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
    django.setup()


def _ask(measure: str, *arguments: Any) -> Any:
    return getattr(import_module(_MEASURES), measure)(*arguments)
