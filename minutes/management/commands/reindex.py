"""`manage.py reindex`: writes the index table anew where it is missing or was written by an earlier analyser."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from tqdm import tqdm

from minutes.matters.joining.writing import joined_again
from minutes.models import Meeting
from minutes.search.index.writing import find_outdated_meetings, index_meetings

# Some seconds of work at most that an interruption undoes, and for which an import of these meetings waits.
_MEETINGS_AT_A_TIME = 20


class Command(BaseCommand):
    """Every portion is a transaction of its own: stopped and started again, the command goes on where it was."""

    help = "Skriver søgeindekset på ny, hvor det mangler eller er forældet. Kan afbrydes og startes igen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="alle møder, også dem hvis indeks er gældende")

    def handle(self, *args: object, **options: object) -> None:
        """Index the meetings, newest first, and say how many items there were."""
        meetings = Meeting.objects.all() if options["all"] else find_outdated_meetings()
        ids = list(meetings.order_by("-date", "-pk").values_list("pk", flat=True))
        indexed = 0
        with tqdm(total=len(ids), unit="møde", disable=None) as progress:
            for start in range(0, len(ids), _MEETINGS_AT_A_TIME):
                portion = ids[start : start + _MEETINGS_AT_A_TIME]
                # What search did not know was joined with nothing.
                with joined_again(portion):
                    indexed += index_meetings(portion)
                progress.update(len(portion))
        self.stdout.write(f"Møder gennemgået: {len(ids)}. Punkter indekseret: {indexed}.")
