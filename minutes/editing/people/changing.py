"""Who may change whom: nobody gives more than he has, takes over who has more, or shuts himself out."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission, User
from django.db.models import Exists, OuterRef, Q, QuerySet

from .groups import Role


def may_everything(by: User) -> bool:
    """Whether somebody has all rights without having been given one: who runs the archive."""
    return by.is_active and by.is_superuser


def permissions_to_give(by: User) -> QuerySet[Permission]:
    """Return the rights that somebody has and may therefore give."""
    if may_everything(by):
        return Permission.objects.all()
    return Permission.objects.filter(pk__in=_given_to(by).values("pk"))


def groups_to_give(by: User) -> QuerySet[Group]:
    """Return the groups that have no right which somebody has not himself."""
    rights = Permission.objects.filter(group=OuterRef("pk"))
    return Group.objects.exclude(Exists(rights.exclude(pk__in=permissions_to_give(by).values("pk"))))


def may_change(by: User, user: User) -> bool:
    """Whether somebody may change a user, and set the password: with it he could do whatever the other may.

    What the other would have counts whether or not he is active: he may be made so again.
    """
    if may_everything(by) or user == by:
        return True
    if user.is_superuser:
        return False
    return not _given_to(user).exclude(pk__in=permissions_to_give(by).values("pk")).exists()


def may_delete(by: User, user: User) -> bool:
    """Whether somebody may delete a user: never himself, so that one is left who lets others in."""
    return user != by and may_change(by, user)


def is_kept(group: Group) -> bool:
    """Whether the archive needs the group: `prepare` would make it again under its name."""
    return group.name in Role.values


def after_other_administrators(by: User) -> User | None:
    """Wait until others who change users have done so, and return the user as he is then; None if he is gone.

    Two who take each other's rights at the same moment would both have none: so the second has none when it is his
    turn. To be asked inside a transaction, until whose end others wait.
    """
    [*Group.objects.select_for_update().filter(name=Role.ADMINISTRATOR.value)]
    return User.objects.filter(pk=by.pk, is_active=True).first()


def manages_users(by: User) -> bool:
    """Whether somebody may change users, as the database has it now."""
    user = User.objects.filter(pk=by.pk).first()
    return user is not None and user.has_perm("auth.change_user")


def _given_to(user: User) -> QuerySet[Permission]:
    return Permission.objects.filter(Q(user=user) | Q(group__user=user))
