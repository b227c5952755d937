"""Users and groups: an administrator chooses a group for somebody, and gives nobody more than he has himself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ManyToManyField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from minutes.admin.lists import ArchiveAdmin
from minutes.editing.people.changing import (
    after_other_administrators,
    groups_to_give,
    is_kept,
    manages_users,
    may_change,
    may_delete,
    may_everything,
    permissions_to_give,
)

from .user_forms import ArchiveGroupForm, ArchiveUserForm, NewUserForm

_NAMES = ("username", "password")
_PERSON = ("Personen", {"fields": ("first_name", "last_name", "email")})
_RIGHTS = ("Hvad brugeren må", {"fields": ("is_active", "groups")})
_BEYOND = ("Ud over gruppen", {"fields": ("is_superuser", "user_permissions")})
_DATES = ("Datoer", {"fields": ("last_login", "date_joined")})
# Of himself nobody changes these: one who lets others in is always left.
_NOT_OF_ONESELF = ("is_active", "groups", "is_superuser", "user_permissions")


class OneAfterTheOther(ArchiveAdmin):
    """For what decides who may what: changes come one after the other, each by who may still make it then."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._in_turn(request, super().changeform_view, *args, **kwargs)

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._in_turn(request, super().delete_view, *args, **kwargs)

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._in_turn(request, super().changelist_view, *args, **kwargs)

    def _in_turn(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            user = after_other_administrators(request.user)
            if user is None:
                raise PermissionDenied
            request.user = user
            managed = manages_users(user)
            response = view(request, *args, **kwargs)
            if manages_users(user) or not managed:
                return response
            transaction.set_rollback(True)
        self.message_user(request, "Intet er ændret: du ville lukke dig selv ude.", messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())


# Django's own lists of users and groups answer as those of the archive do.
admin.site.unregister([User, Group])


@admin.register(User)
class ArchiveUserAdmin(OneAfterTheOther, UserAdmin):
    """Who runs the archive gives rights beyond a group, too; nobody else sees that there are such."""

    form = ArchiveUserForm
    add_form = NewUserForm
    list_display = ("username", "first_name", "last_name", "in_groups", "is_active", "last_login")
    list_filter = ("groups", "is_active")
    add_fieldsets = ((None, {"fields": ("username", "usable_password", "password1", "password2", "groups")}),)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        if obj is None:
            return self.add_fieldsets
        beyond = (_BEYOND,) if may_everything(request.user) else ()
        names = (None, {"fields": (*_NAMES, *self.noticing(request, obj))})
        return (names, _PERSON, _RIGHTS, *beyond, _DATES)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        return _NOT_OF_ONESELF if obj == request.user else ()

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelMultipleChoiceField | None:
        if db_field.name == "groups":
            kwargs["queryset"] = groups_to_give(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_change(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or may_delete(request.user, obj))

    @admin.display(description="grupper")
    def in_groups(self, user: User) -> str:
        return ", ".join(sorted(group.name for group in user.groups.all()))


@admin.register(Group)
class ArchiveGroupAdmin(OneAfterTheOther, GroupAdmin):
    """The archive's own groups keep their names and what they may; more can be added to them, and groups besides."""

    form = ArchiveGroupForm
    fields = ("name", "permissions")

    def get_readonly_fields(self, request: HttpRequest, obj: Group | None = None) -> tuple[str, ...]:
        return ("name",) if obj and is_kept(obj) else ()

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelMultipleChoiceField | None:
        kwargs["queryset"] = permissions_to_give(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or self._is_within(request, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or (not is_kept(obj) and self._is_within(request, obj)))

    def _is_within(self, request: HttpRequest, group: Group) -> bool:
        return groups_to_give(request.user).filter(pk=group.pk).exists()
