"""`manage.py order_index`: puts the search index in order of time, after a large import in another order."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from minutes.search.index.ordering import order_documents


class Command(BaseCommand):
    """Stopped, it leaves everything as it was; run again, it changes nothing that can be seen."""

    help = "Lægger søgeindekset i tidsorden efter en stor import. Søgninger venter, til det er gjort."

    def handle(self, *args: object, **options: object) -> None:
        order_documents()
        self.stdout.write("Søgeindekset ligger i tidsorden.")
