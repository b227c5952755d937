"""`manage.py import_minutes`: imports files and folders of minutes, one transaction a file."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from minutes.importing.arrivals.preview_lines import preview_lines
from minutes.importing.arrivals.uploading import preview_file
from minutes.importing.importer import import_minutes
from minutes.importing.recognition.meeting_of_document import TakeAs, UnlikeMeetingError
from minutes.importing.results import ImportResult, ImportStatus
from minutes.management.arguments import add_by, find_user
from minutes.parser import MinutesSyntaxError
from minutes.sources.files import (
    NOTHING_TO_READ,
    find_files,
    find_folders_without,
    find_passed_over,
    printable,
    read_file,
    why_passed_over,
)
from minutes.sources.formats import READ_SUFFIXES
from minutes.sources.values import UnreadableSourceError

_WAYS_ON = (
    "Indlæs filen igen med --as-new-version, hvis det er en ny version af det møde, "
    "eller med --as-other-meeting, hvis det er et andet møde."
)
_TRIED = "Intet er gemt."
# What is summed up only where there is any, after what always is.
_SELDOM = {
    ImportStatus.WAITING: "venter på offentliggørelse",
    ImportStatus.RESTORED: "sat i kraft igen",
    ImportStatus.EARLIER: "findes som tidligere version",
}


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
            "--publish",
            action="store_true",
            help="offentliggør møderne, hvis intet er til hinder for det; ellers bliver de kladder, "
            "og en ny version af et offentliggjort møde venter",
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="skriv kun, hvad der ville ske: forskellen til det, arkivet har, og hvad der er til hinder",
        )
        add_by(parser, "importerer", required=False)
        ways = parser.add_mutually_exclusive_group()
        for flag, way, what in (
            (
                "--as-new-version",
                TakeAs.NEW_VERSION,
                "som nye versioner af dagens møder, også med andre punkter",
            ),
            ("--as-other-meeting", TakeAs.OTHER_MEETING, "som andre møder end dem, arkivet har på dagen"),
            ("--restore", TakeAs.RESTORED, "og sæt dem i kraft igen, der findes som tidligere versioner"),
        ):
            ways.add_argument(
                flag, dest="take_as", action="store_const", const=way, help=f"indlæs filerne {what}"
            )
        parser.set_defaults(take_as=TakeAs.FOUND)

    def handle(self, *args: object, **options: Any) -> None:
        """Import the files, name those that failed or were passed over, sum up.

        Exits with 1 if any failed, or a folder held none that is read.
        """
        by = find_user(options["by"]) if options["by"] else None
        how = {"publish": options["publish"], "take_as": options["take_as"], "imported_by": by}
        counts: Counter[str] = Counter()
        failed = self._name_folders_without(options["paths"])
        for path in tqdm(find_files(options["paths"]), unit="fil", disable=None):
            try:
                if options["dry_run"]:
                    failed += not self._preview(path, options["take_as"], options["publish"])
                    continue
                result = import_minutes(read_file(path), path.name, **how)
            except UnlikeMeetingError as error:
                failed += 1
                self._name(path, f"{error} {_WAYS_ON}")
            except (MinutesSyntaxError, UnreadableSourceError) as error:
                failed += 1
                self._name(path, str(error))
            else:
                # What was to be published and is not has failed, though it is in the archive.
                failed += bool(result.obstacles)
                counts[result.status] += not result.obstacles
                self._explain(path, result)
        passed_over = self._name_passed_over(options["paths"])
        self.stdout.write(_TRIED if options["dry_run"] else _summary(counts, failed, passed_over))
        if failed:
            raise SystemExit(1)

    def _preview(self, path: Path, take_as: TakeAs, publish: bool) -> bool:
        """Write what would come of a file, and return whether nothing would be refused of what was asked for."""
        seen = preview_file(read_file(path), path.name, take_as)
        with tqdm.external_write_mode():
            self.stdout.write(f"{printable(path)}: " + "\n".join(preview_lines(seen)))
            if seen.unlike:
                self.stdout.write(_WAYS_ON)
        return seen.becomes is not None and not (publish and seen.obstacles)

    def _name_folders_without(self, paths: list[Path]) -> int:
        """Name the folders in which there is nothing to do, and return how many they are."""
        folders = find_folders_without(paths)
        for folder in folders:
            self._name(folder, NOTHING_TO_READ)
        return len(folders)

    def _name_passed_over(self, paths: list[Path]) -> int:
        """Name the files in the folders that are not read, with the reason, and return how many they are."""
        passed_over = find_passed_over(paths)
        for path in passed_over:
            self._name(path, f"sprunget over: {why_passed_over(path)}")
        return len(passed_over)

    def _explain(self, path: Path, result: ImportResult) -> None:
        if result.obstacles:
            state = f"{result.meeting.get_state_display()}, {result.answer}"
            reasons = " ".join(map(str, result.obstacles))
            self._name(path, f"{result.meeting} ({state}) kan ikke offentliggøres: {reasons}")
        elif result.status == ImportStatus.EARLIER:
            self._name(path, f"{result.answer}; --restore sætter den i kraft.")

    def _name(self, path: Path, sentence: str) -> None:
        with tqdm.external_write_mode():
            self.stderr.write(f"{printable(path)}: {sentence}")


def _summary(counts: Counter[str], failed: int, passed_over: int) -> str:
    parts = [
        f"{counts[ImportStatus.IMPORTED]} importeret",
        f"{counts[ImportStatus.NEW_VERSION]} i ny version",
        f"{counts[ImportStatus.ALREADY_THERE]} fandtes allerede",
        *(f"{counts[status]} {words}" for status, words in _SELDOM.items() if counts[status]),
        f"{failed} fejlede",
        *([f"{passed_over} sprunget over"] if passed_over else []),
    ]
    return f"{', '.join(parts)}."
