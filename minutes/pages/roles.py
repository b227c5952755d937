"""What each centre has to do with an item or a case, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minutes.models import Centre, CentreRole, ItemCentre

_STRENGTH = {role: position for position, role in enumerate(CentreRole)}


@dataclass(frozen=True, slots=True)
class CentreRoles:
    """A centre with its roles as they are read ("har indstillet"), strongest first."""

    centre: Centre
    roles: tuple[str, ...]


def centres_with_roles(links: Iterable[ItemCentre]) -> list[CentreRoles]:
    """Return the centres by code, each once. The links come with their centre."""
    roles: dict[Centre, set[CentreRole]] = {}
    for link in links:
        roles.setdefault(link.centre, set()).add(CentreRole(link.role))
    return [
        CentreRoles(centre, tuple(role.label for role in sorted(roles[centre], key=_STRENGTH.__getitem__)))
        for centre in sorted(roles, key=lambda centre: centre.code)
    ]
