"""`manage.py check_publication`: lists what is public and should not be."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from minutes.editing.publication_check import find_faults


class Command(BaseCommand):
    """Changes nothing; exits with 1 if anything is listed."""

    help = "Viser, hvad der er offentliggjort og ikke burde være det: uafklarede fejl, personnumre, lukkede sager."

    def handle(self, *args: object, **options: object) -> None:
        faults = list(find_faults())
        for fault in faults:
            self.stdout.write(str(fault))
        self.stdout.write(f"Forhold at se på: {len(faults)}.")
        if faults:
            raise SystemExit(1)
