"""`manage.py import_minutes`: imports files and folders of minutes, one transaction a file."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from minutes.importing.importer import ImportStatus, import_minutes
from minutes.parser import MinutesSyntaxError
from minutes.sources.files import find_files, printable, read_file
from minutes.sources.formats import READ_SUFFIXES
from minutes.sources.text import UnreadableSourceError


class Command(BaseCommand):
    """A file that fails holds up no other. Stopped and started again, the command goes on where it was."""

    help = "Importerer referater. Et referat, der findes i forvejen, ændres kun, hvis teksten er en anden."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths",
            nargs="+",
            type=Path,
            metavar="STI",
            help=f"fil, eller mappe med filer ({', '.join(READ_SUFFIXES)}) i alle niveauer",
        )
        parser.add_argument(
            "--publish", action="store_true", help="offentliggør møderne; ellers bliver de kladder"
        )

    def handle(self, *args: object, **options: Any) -> None:
        """Import the files, name those that failed, sum up; exit with 1 if any failed."""
        counts: Counter[str] = Counter()
        failed = 0
        for path in tqdm(find_files(options["paths"]), unit="fil", disable=None):
            try:
                result = import_minutes(read_file(path), path.name, publish=options["publish"])
                counts[result.status] += 1
            except (MinutesSyntaxError, UnreadableSourceError) as error:
                failed += 1
                with tqdm.external_write_mode():
                    self.stderr.write(f"{printable(path)}: {error}")
        self.stdout.write(
            f"{counts[ImportStatus.IMPORTED]} importeret, {counts[ImportStatus.NEW_VERSION]} i ny version, "
            f"{counts[ImportStatus.ALREADY_THERE]} fandtes allerede, {failed} fejlede."
        )
        if failed:
            raise SystemExit(1)
