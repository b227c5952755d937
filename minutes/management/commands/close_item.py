"""`manage.py close_item`: closes an item by hand, or opens it again."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError
from django.urls import Resolver404, resolve

from minutes.editing.closing import NotOpenedError, close_item, open_item
from minutes.management.arguments import add_by, find_user
from minutes.models import AgendaItem

_EXAMPLES = '"/moeder/direktionen/2013-08-27/punkt-4/" eller "direktionen 2013-08-27 4"'


class Command(BaseCommand):
    """The item is named by its address, or by body, meeting and number, as they stand in it."""

    help = "Lukker et punkt: det er straks væk fra siderne. Det bliver ved at være lukket, når referatet læses igen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "item",
            nargs="+",
            metavar="PUNKT",
            help=f"punktets adresse, eller organ, møde og nummer: {_EXAMPLES}",
        )
        parser.add_argument("--open", action="store_true", help="åbn punktet; kræver --by")
        add_by(parser, "bestemmer det", required=False)

    def handle(self, *args: object, **options: Any) -> None:
        """Close the item or open it; CommandError, and so exit code 1, where that cannot be."""
        by = find_user(options["by"]) if options["by"] else None
        item = _find_item(options["item"])
        if not options["open"]:
            close_item(item, by)
            self.stdout.write(f"{item} er lukket.")
            return
        if by is None:
            raise CommandError("Skriv med --by, hvem der åbner punktet.")
        try:
            open_item(item, by)
        except NotOpenedError as error:
            raise CommandError(f"{item} er ikke åbnet. {error}") from error
        self.stdout.write(f"{item} er åbent.")


def _find_item(named: list[str]) -> AgendaItem:
    """The item of an address, or of body, meeting and number; the last as printed, or as the address has it."""
    if len(named) == 1:
        named = _parts_of_address(named[0])
    if len(named) != 3:
        raise CommandError(f"Skriv punktet som {_EXAMPLES}.")
    body, meeting, item = named
    slug = item if item.startswith("punkt-") else f"punkt-{item}"
    items = AgendaItem.objects.select_related("meeting__body")
    found = items.filter(meeting__body__slug=body, meeting__slug=meeting, slug=slug).first()
    if found is None:
        raise CommandError(f"Arkivet har intet {slug} på mødet {meeting} i {body}.")
    return found


def _parts_of_address(address: str) -> list[str]:
    try:
        found = resolve(urlsplit(address).path)
    except (Resolver404, ValueError):
        return []
    return list(found.kwargs.values()) if found.url_name == "item-detail" else []
