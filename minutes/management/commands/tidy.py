"""`manage.py tidy`: lets go what nobody has finished, to be run once a day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from minutes.importing.arrivals.uploading import DAYS_KEPT, forget_unfinished


class Command(BaseCommand):
    help = (
        f"Sletter uploads, som ingen har gemt eller kasseret i {DAYS_KEPT} dage. "
        "Kladder, ventende versioner og alt andet i arkivet bliver stående."
    )

    def handle(self, *args: object, **options: Any) -> None:
        count = forget_unfinished()
        self.stdout.write("1 upload er slettet." if count == 1 else f"{count} uploads er slettet.")
