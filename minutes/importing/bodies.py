"""Bodies by the names that documents give them; a body that is met for the first time is created."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F

from minutes.models import Body
from minutes.models.addresses import danish_slug, free_slug

from .locks import lock_bodies

# The column holds 100; a number after a slug that is taken needs the rest.
_LONGEST_SLUG = 90


def find_or_create_bodies(names: Iterable[str]) -> dict[str, Body]:
    """Return the body of each name, found by its name or an alias without regard to case.

    Must be called in a transaction, before a day is locked.
    """
    wanted = dict.fromkeys(names)
    known = _bodies_by_name()
    if any(name.casefold() not in known for name in wanted):
        lock_bodies()
        known = _bodies_by_name()
        for name in wanted:
            if name.casefold() not in known:
                known[name.casefold()] = _create_body(name)
    return {name: known[name.casefold()] for name in wanted}


def _bodies_by_name() -> dict[str, Body]:
    """The bodies by name and by alias, in lower case; where an alias is another's name, the name counts."""
    bodies = list(Body.objects.annotate(alias=F("aliases__text")))
    by_alias: dict[str, Body] = {body.alias.casefold(): body for body in bodies if body.alias}
    return by_alias | {body.name.casefold(): body for body in bodies}


def _create_body(name: str) -> Body:
    taken = set(Body.objects.values_list("slug", flat=True))
    wanted = danish_slug(name)[:_LONGEST_SLUG].strip("-") or "organ"
    return Body.objects.create(name=name, slug=free_slug(wanted, taken))
