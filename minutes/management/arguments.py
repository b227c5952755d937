"""What commands are told in words: a meeting by its address, a user by name; CommandError where there is none."""

from __future__ import annotations

from argparse import ArgumentParser

from django.contrib.auth.models import User
from django.core.management.base import CommandError

from minutes.models import Meeting


def add_by(parser: ArgumentParser, what: str, *, required: bool = True) -> None:
    """Add the option --by, the name of the user who answers for `what` the command does."""
    parser.add_argument("--by", metavar="BRUGER", required=required, help=f"brugernavnet på den, der {what}")


def find_user(name: str) -> User:
    """Return the active user of that name."""
    user = User.objects.filter(username=name, is_active=True).first()
    if user is None:
        raise CommandError(f"Der er ingen aktiv bruger med navnet {name!r}.")
    return user


def find_meeting(address: str) -> Meeting:
    """Return the meeting at an address, whole ("/moeder/direktionen/2013-08-27/") or without what all begin with."""
    *_, body, slug = ["", "", *address.strip("/").split("/")]
    meeting = Meeting.objects.select_related("body").filter(body__slug=body, slug=slug).first()
    if meeting is None:
        raise CommandError(
            f'Der er intet møde på adressen {address!r}. Skriv den som "direktionen/2013-08-27".'
        )
    return meeting
