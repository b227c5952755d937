"""What becomes of the name of a body that is renamed: documents that were written before still bear it."""

from __future__ import annotations

from minutes.models import Body, BodyAlias


def keep_old_name(body: Body, name: str) -> None:
    """Make the name that a body had another way to write it, unless that is said of it, or of another body, already."""
    if name.casefold() == body.name.casefold() or Body.objects.filter(name__iexact=name).exists():
        return
    if not BodyAlias.objects.filter(text__iexact=name).exists():
        BodyAlias.objects.create(body=body, text=name)
