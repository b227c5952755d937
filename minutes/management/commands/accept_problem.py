"""`manage.py accept_problem`: accepts an error that stands in the minutes themselves, so that they can be published."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from minutes.editing.accepted_problems import accept_problem
from minutes.editing.obstacles import find_errors
from minutes.management.arguments import add_by, find_meeting, find_user
from minutes.models import SourceDocument, SourceStatus


class Command(BaseCommand):
    """The error is named by its line; where a line has several, by its code too."""

    help = "Accepterer en fejl, som ingen anden upload kan rette, fordi den står i selve referatet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("meeting", metavar="MØDE", help='mødets adresse: "direktionen/2013-08-27"')
        parser.add_argument("line", type=int, metavar="LINJE", help="fejlens linje i kildeteksten")
        parser.add_argument("--code", metavar="KODE", help="fejlens kode, hvor linjen har flere")
        parser.add_argument("--of-version", type=int, metavar="NR", help="en anden version end den gældende")
        add_by(parser, "accepterer den")
        parser.add_argument("--reason", required=True, metavar="TEKST", help="hvorfor")

    def handle(self, *args: object, **options: Any) -> None:
        """Accept it; without such an error, name those that there are."""
        source = self._source(options)
        line, code = options["line"], options["code"]
        errors = find_errors(source)
        meant = [error for error in errors if error.line == line and code in (None, error.code)]
        if len({error.code for error in meant}) != 1:
            named = "".join(f"\n  linje {error.line} ({error.code}): {error.message}" for error in errors)
            raise CommandError(f"Vælg en af de uafklarede fejl i {source}:{named or ' der er ingen.'}")
        try:
            accepted = accept_problem(
                source, line, meant[0].code, by=find_user(options["by"]), reason=options["reason"]
            )
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Accepteret i {source.meeting}: {accepted}")

    def _source(self, options: dict[str, Any]) -> SourceDocument:
        meeting = find_meeting(options["meeting"])
        version = options["of_version"]
        chosen = {"version": version} if version else {"status": SourceStatus.IN_FORCE}
        source = meeting.sources.filter(**chosen).select_related("meeting__body").first()
        if source is None:
            raise CommandError(f"{meeting} har ikke den version.")
        return source
