"""`manage.py export_matters`: what the archive knows of its matters, as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from minutes.matters.export import export_matters
from minutes.models.visibility import EVERYBODY, WHO_SEES_DRAFTS


class Command(BaseCommand):
    help = (
        "Skriver, hvad arkivet ved om sagerne: udsættelser, løfter, huskelister, serier, henvisninger, beløb."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="som JSON (det eneste format)")
        parser.add_argument("--drafts", action="store_true", help="også det, der står i kladder")

    def handle(self, *args: object, **options: Any) -> None:
        exported = export_matters(WHO_SEES_DRAFTS if options["drafts"] else EVERYBODY)
        self.stdout.write(json.dumps(exported, ensure_ascii=False, indent=1))
