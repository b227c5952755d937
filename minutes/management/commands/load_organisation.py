"""`manage.py load_organisation`: creates the bodies and centres of fixtures/ that the archive has not got."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from minutes.importing.organisation import load_organisation


class Command(BaseCommand):
    """Run again, it changes nothing that an archivist has changed."""

    help = "Opretter de organer og centre fra fixtures/, der mangler. Ændrer intet, der findes."

    def handle(self, *args: object, **options: object) -> None:
        bodies, centres = load_organisation()
        self.stdout.write(f"Organer oprettet: {bodies}. Centre oprettet: {centres}.")
