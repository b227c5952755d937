"""`manage.py findings`: lists the personal numbers that were found, masked, and decides on one."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from minutes.importing.review.deciding import decide
from minutes.management.arguments import add_by, find_user
from minutes.models import Finding


class Command(BaseCommand):
    """Without an option it lists what nobody has decided on, and changes nothing."""

    help = "Viser de personnumre, der er fundet i referater, og frigiver eller fjerner et."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="vis også dem, der er afgjort")
        choices = parser.add_mutually_exclusive_group()
        choices.add_argument("--release", type=int, metavar="NR", help="vis fundet, som det står, for alle")
        choices.add_argument("--redact", type=int, metavar="NR", help='vis "[fjernet]" i stedet for fundet')
        choices.add_argument("--undo", type=int, metavar="NR", help="gør fundet uafklaret igen")
        add_by(parser, "afgør det", required=False)
        parser.add_argument(
            "--reason", default="", metavar="TEKST", help="hvorfor; skal med, når der afgøres"
        )

    def handle(self, *args: object, **options: Any) -> None:
        decisions = {
            "release": Finding.Decision.RELEASED,
            "redact": Finding.Decision.REDACTED,
            "undo": Finding.Decision.NONE,
        }
        for option, decision in decisions.items():
            if options[option] is not None:
                self._decide(options[option], decision, options)
                return
        self._list(Finding.objects.all() if options["all"] else Finding.objects.undecided())

    def _decide(self, key: int, decision: Finding.Decision, options: dict[str, Any]) -> None:
        if not options["by"]:
            raise CommandError("Skriv med --by BRUGER, hvem der afgør det.")
        user = find_user(options["by"])
        finding = Finding.objects.select_related("meeting__body").filter(pk=key).first()
        if finding is None:
            raise CommandError(f"Der er intet fund nr. {key}.")
        try:
            decide(finding, decision, by=user, reason=options["reason"])
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{finding.meeting}, {finding}: {decision.label}.")

    def _list(self, findings: Any) -> None:
        listed = findings.select_related("meeting__body").prefetch_related("places").order_by("meeting", "pk")
        for finding in listed:
            places = ", ".join(dict.fromkeys(map(str, finding.places.all()))) or "ikke længere i referatet"
            state, decision = finding.meeting.get_state_display(), finding.get_decision_display()
            what = f"{finding} ({finding.get_confidence_display()}, {decision})"
            self.stdout.write(f"{finding.pk}: {finding.meeting} ({state}), {what}: {places}")
        self.stdout.write(f"Fund: {len(listed)}.")
