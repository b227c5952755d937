"""`manage.py join_matters`: follows matters through the meetings, where that was not done, or by earlier rules."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from tqdm import tqdm

from minutes.matters.joining.writing import find_not_joined, join_again
from minutes.models import Meeting

# A second of work or so, for which whoever publishes meanwhile waits, and which an interruption undoes.
_MEETINGS_AT_A_TIME = 20


class Command(BaseCommand):
    """Every portion is a transaction of its own: stopped and started again, the command goes on where it was."""

    help = (
        "Følger sager, serier, udsættelser, løfter og emner på huskelister gennem møderne, hvor det ikke er gjort. "
        "Kan afbrydes og startes igen."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="alle møder, også dem der er fulgt")

    def handle(self, *args: object, **options: object) -> None:
        """Join the meetings, oldest first, and say how many there were."""
        meetings = Meeting.objects.all() if options["all"] else find_not_joined()
        ids = list(meetings.order_by("date", "pk").values_list("pk", flat=True))
        with tqdm(total=len(ids), unit="møde", disable=None) as progress:
            for start in range(0, len(ids), _MEETINGS_AT_A_TIME):
                portion = ids[start : start + _MEETINGS_AT_A_TIME]
                join_again(portion)
                progress.update(len(portion))
        self.stdout.write(f"Møder fulgt: {len(ids)}.")
