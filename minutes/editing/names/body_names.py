"""What becomes of the name of a body that is renamed: documents that were written before still bear it."""

from __future__ import annotations

from minutes.models import Body, BodyAlias, Deferral, Meeting, Promise
from minutes.models.meetings import MeetingQuerySet

from .aliases import TakenNames


def keep_old_name(body: Body, name: str) -> None:
    """Make the name that a body had another way to write it, unless that is said of it, or of another unit, already."""
    if name.casefold() == body.name.casefold() or BodyAlias.objects.filter(text__iexact=name).exists():
        return
    if TakenNames.read().is_free(name, body):
        BodyAlias.objects.create(body=body, text=name)


# What is said to go on to a body names it.
_NAME_BODIES: tuple[type[Deferral | Promise], ...] = (Deferral, Promise)


def find_meetings_that_send_on_to(name: str) -> MeetingQuerySet:
    """Return the meetings under whose items something was to go on to the body of this name."""
    items = [told.objects.filter(to_body=name).values("item__meeting") for told in _NAME_BODIES]
    return Meeting.objects.filter(pk__in=items[0].union(*items[1:]))


def send_on_to(name: str, new_name: str) -> None:
    """Let what was to go on to the body of one name go to that of another, which it is now."""
    for told in _NAME_BODIES:
        told.objects.filter(to_body=name).update(to_body=new_name)
