"""What rights there are, who was given which, and whether somebody may give them on: nobody gives what he has not."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission, User
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Concat

from minutes.models import Reader
from minutes.models.visibility import has_every_right


def every_right() -> QuerySet[Permission]:
    """Return all permissions there are, in no order."""
    return Permission.objects.order_by()


def names_of(permissions: QuerySet[Permission]) -> QuerySet[Permission, str]:
    """Return the permissions as they are asked for: "minutes.add_meeting"."""
    name = Concat(F("content_type__app_label"), Value("."), F("codename"))
    return permissions.order_by().values_list(name, flat=True)


def rights_given(user: User) -> set[str]:
    """Return a user's own rights and those of his groups, whether or not he is active now."""
    return {*names_of(every_right().filter(Q(user=user) | Q(group__user=user)))}


def rights_of_group(group: Group) -> set[str]:
    """Return the rights that come with a group."""
    return {*names_of(every_right().filter(group=group))}


def may_give(giver: Reader, rights: Iterable[str]) -> bool:
    """Whether somebody has all of these rights himself."""
    return giver.has_perms([*rights])


def may_change_person(giver: Reader, person: User) -> bool:
    """Whether somebody may change, delete or set the password of another: not of one who may more than he.

    With the other's password he could do all that the other may.
    """
    return has_every_right(giver) or (not has_every_right(person) and may_give(giver, rights_given(person)))


def may_change_group(giver: Reader, group: Group) -> bool:
    """Whether somebody may change what a group may: not of one that may more than he."""
    return may_give(giver, rights_of_group(group))


def groups_to_give(giver: Reader) -> QuerySet[Group]:
    """Return the groups into which somebody may put others."""
    if has_every_right(giver):
        return Group.objects.all()
    return Group.objects.exclude(permissions__in=every_right().exclude(pk__in=rights_to_give(giver)))


def rights_to_give(giver: Reader) -> QuerySet[Permission]:
    """Return the rights that somebody may give to others."""
    if has_every_right(giver):
        return every_right()
    held = giver.get_all_permissions()
    named = every_right().annotate(asked_for=Concat(F("content_type__app_label"), Value("."), F("codename")))
    return named.filter(asked_for__in=held)
