"""`manage.py parse_minutes`: shows what the parser makes of documents, and stores nothing."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from minutes.danish.personal_numbers import mask_personal_numbers
from minutes.importing.organisation import centre_names_of_fixture
from minutes.importing.reading import problems_of_reading
from minutes.importing.report import meeting_as_json, report_lines
from minutes.parser import CentreNames, MinutesSyntaxError, ParsedMeeting, parse_minutes
from minutes.sources.files import printable, read_file
from minutes.sources.formats import READ_FILES
from minutes.sources.text import read_source
from minutes.sources.values import UnreadableSourceError


class Command(BaseCommand):
    """Reads files and fixtures only: it neither needs nor starts a database."""

    help = "Viser, hvad der læses i referater, uden at gemme noget."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FIL", help=f"referat som {READ_FILES}")
        forms = parser.add_mutually_exclusive_group()
        forms.add_argument(
            "--json", action="store_true", help="skriv en JSON-liste med et objekt for hver fil"
        )
        forms.add_argument("--text", action="store_true", help="skriv teksten, som den er læst ud af filen")

    def handle(self, *args: object, **options: Any) -> None:
        """Print a report, the JSON or the text; exit with 1 at the end if a file could not be read."""
        if options["text"]:
            self._write_texts(options["files"])
            return
        centres = centre_names_of_fixture()
        documents = []
        failed = False
        for path in options["files"]:
            parsed = _parse(path, centres)
            failed |= isinstance(parsed, str)
            if options["json"]:
                documents.append({"file": printable(path), **_as_json(parsed)})
            else:
                self.stdout.write(f"== {printable(path)}")
                self.stdout.write("\n".join([parsed] if isinstance(parsed, str) else report_lines(parsed)))
        if options["json"]:
            self.stdout.write(json.dumps(documents, ensure_ascii=False, indent=2))
        if failed:
            raise SystemExit(1)

    def _write_texts(self, paths: list[Path]) -> None:
        """Print the text of each file as the parser reads it, line by line, without personal numbers."""
        failed = False
        for path in paths:
            try:
                self.stdout.write(mask_personal_numbers(read_source(read_file(path)).text))
            except UnreadableSourceError as error:
                failed = True
                self.stderr.write(f"{printable(path)}: {error}")
        if failed:
            raise SystemExit(1)


def _parse(path: Path, centres: CentreNames) -> ParsedMeeting | str:
    """What the file says, with what its reader says of it, or the sentence why it cannot be read."""
    try:
        read = read_source(read_file(path))
        text = mask_personal_numbers(read.text)
        parsed = parse_minutes(text, centres, municipality=settings.ARCHIVE_MUNICIPALITY)
    except (MinutesSyntaxError, UnreadableSourceError) as error:
        return str(error)
    return replace(parsed, problems=(*problems_of_reading(read), *parsed.problems))


def _as_json(parsed: ParsedMeeting | str) -> dict[str, Any]:
    return {"error": parsed} if isinstance(parsed, str) else meeting_as_json(parsed)
