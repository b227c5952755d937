"""What the centres have to do with an item or a case, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minutes.models import Centre, CentreRole, ItemCentre


@dataclass(frozen=True, slots=True)
class RoleCentres:
    """A role as it is read ("har indstillet"), and the centres that have it, by code."""

    role: str
    centres: tuple[Centre, ...]


def centres_by_role(links: Iterable[ItemCentre]) -> list[RoleCentres]:
    """Return the roles that any centre has, strongest first. The links come with their centre."""
    return _in_order((link.role, link.centre) for link in links)


def centres_of_case(roles: Iterable[tuple[int, str]]) -> list[RoleCentres]:
    """Return the same of a matter with many items, whose roles are pairs of a centre's primary key and a role.

    One query.
    """
    pairs = list(roles)
    centres = Centre.objects.in_bulk({key for key, _ in pairs})
    return _in_order((role, centres[key]) for key, role in pairs)


def _in_order(pairs: Iterable[tuple[str, Centre]]) -> list[RoleCentres]:
    centres: dict[str, set[Centre]] = {}
    for role, centre in pairs:
        centres.setdefault(role, set()).add(centre)
    return [RoleCentres(role.label, _by_code(centres[role])) for role in CentreRole if role in centres]


def centres_of(links: Iterable[ItemCentre]) -> tuple[Centre, ...]:
    """Return the centres by code, each once, whatever their roles."""
    return _by_code({link.centre for link in links})


def _by_code(centres: Iterable[Centre]) -> tuple[Centre, ...]:
    return tuple(sorted(centres, key=lambda centre: centre.code))
