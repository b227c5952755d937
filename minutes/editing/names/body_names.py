"""What becomes of the name of a body that is renamed: documents that were written before still bear it."""

from __future__ import annotations

from minutes.models import Body, BodyAlias

from .aliases import TakenNames


def keep_old_name(body: Body, name: str) -> None:
    """Make the name that a body had another way to write it, unless that is said of it, or of another unit, already."""
    if name.casefold() == body.name.casefold() or BodyAlias.objects.filter(text__iexact=name).exists():
        return
    if TakenNames.read().is_free(name, body):
        BodyAlias.objects.create(body=body, text=name)
