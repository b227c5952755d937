"""`manage.py reparse`: reads the stored documents again with a newer reader or parser."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from minutes.importing.naming.reading_again import outdated_by
from minutes.importing.results import ImportStatus
from minutes.importing.review.upgrade import keep_missing_texts, mask_logs, read_again
from minutes.models import SourceDocument
from minutes.parser import PARSER_VERSION
from minutes.sources.text import READER_VERSION


class Command(BaseCommand):
    """One transaction a document: stopped and started again, the command goes on where it was."""

    help = "Læser de gemte referater igen, hvis de er læst med en ældre læser. Adresser og rettelser består."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--all", action="store_true", help="alle referater, også dem der er læst med den nyeste"
        )
        parser.add_argument(
            "--code",
            metavar="KODE",
            help="kun de referater, hvor en kode står, som er afgjort eller fortrudt",
        )

    def handle(self, *args: object, **options: Any) -> None:
        """Read them again, name those that cannot be read any more, sum up; exit with 1 if there are any."""
        if options["code"]:
            sources = outdated_by(options["code"])
        else:
            sources = SourceDocument.objects.in_force()
            if not options["all"]:
                sources = sources.read_before(READER_VERSION, PARSER_VERSION)
        keys = list(sources.order_by("-meeting__date", "-pk").values_list("pk", flat=True))
        counts: Counter[str] = Counter()
        if keys:
            mask_logs()
        for key in tqdm(keys, unit="referat", disable=None):
            counts[self._reparse(key)] += 1
        keep_missing_texts()
        self.stdout.write(
            f"Læst igen: {counts[ImportStatus.READ_AGAIN]}. Kunne ikke læses: {counts['refused']}."
        )
        if counts["refused"]:
            raise SystemExit(1)

    def _reparse(self, key: int) -> str:
        """The status of the document, "refused" or "gone"."""
        source = SourceDocument.objects.select_related("meeting__body").filter(pk=key).first()
        if source is None:
            return "gone"
        became = read_again(source)
        if isinstance(became, ImportStatus):
            return became
        with tqdm.external_write_mode():
            self.stderr.write(f"{source.meeting}, {source}: {became}")
        return "refused"
