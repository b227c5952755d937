"""`manage.py load_synonyms`: brings the synonyms of fixtures/ into the archive, but for what archivists changed."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from minutes.editing.names.shipped_synonyms import FILE, BrokenFileError, load_synonyms


class Command(BaseCommand):
    """Run again, it brings back nothing that was deleted, and changes nothing that was changed."""

    help = "Indlæser de synonymer, der følger med. Hvad arkivarer har ændret eller slettet, forbliver sådan."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="en anden fil af samme form")

    def handle(self, *args: object, file: Path | None, **options: object) -> None:
        file = file or FILE
        try:
            loaded = load_synonyms(file)
        except BrokenFileError as error:
            raise CommandError(f"{file.name}: {error}. Intet er ændret.") from error
        self.stdout.write(
            f"Grupper af synonymer oprettet: {loaded.created}. Rettet: {loaded.followed}. "
            f"Ændret eller slettet af arkivarer: {loaded.left}."
        )
