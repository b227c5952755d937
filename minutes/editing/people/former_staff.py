"""Puts into groups who was given rights before there were any: Django's "staff" and its superusers, each once."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from .groups import Role, find_permissions, group_of, rights_of
from .rights_given import rights_given

# Before there was a right to publish, who might change meetings might publish them.
_PUBLISHED_BY = "minutes.change_meeting"
# Who might change users could make a superuser of himself.
_USERS = "auth.change_user"


@dataclass(frozen=True, slots=True)
class Placed:
    """Whom the upgrade has put where, and how many rights of his own that the group does not have he keeps."""

    name: str
    role: Role
    kept: int

    def __str__(self) -> str:
        sentence = f"{self.name} er nu i gruppen {self.role.value}"
        if self.role == Role.READER:
            sentence += " og ser ikke længere kladder"
        if self.kept:
            rights = "1 rettighed" if self.kept == 1 else f"{self.kept} rettigheder"
            sentence += f"; beholder {rights} derudover"
        return f"{sentence}."


@transaction.atomic
def place_former_staff() -> list[Placed]:
    """Put superusers and staff into the group that has their rights, and return who was put where.

    Nobody is given more than the least of the groups that may do what he did. A right of his own that the group has is
    taken from him, so that the group alone decides from now on. Staff is then staff no more: nobody is placed twice.
    """
    administrators = group_of(Role.ADMINISTRATOR)
    superusers = User.objects.filter(is_superuser=True).exclude(groups=administrators)
    staff = User.objects.filter(is_staff=True, is_superuser=False)
    placed = [_place(user, Role.ADMINISTRATOR) for user in superusers.order_by("username")]
    placed += [_place(user, role_for(rights_given(user))) for user in staff.order_by("username")]
    staff.update(is_staff=False)
    return placed


def role_for(rights: set[str]) -> Role:
    """Return the least role that may do all that these rights let do, as far as a role below the highest may.

    A single right to delete makes nobody the one who says who may what; it is kept as a right of his own.
    """
    if _USERS in rights:
        return Role.ADMINISTRATOR
    if _PUBLISHED_BY in rights:
        return Role.PUBLISHER
    done = {right for right in rights if not right.partition(".")[2].startswith("view_")}
    return next(
        role
        for role in (Role.READER, Role.EDITOR, Role.PUBLISHER)
        if done & rights_of(Role.PUBLISHER) <= rights_of(role)
    )


def _place(user: User, role: Role) -> Placed:
    user.groups.add(group_of(role))
    user.user_permissions.remove(*find_permissions(rights_of(role)))
    return Placed(user.get_username(), role, user.user_permissions.count())
