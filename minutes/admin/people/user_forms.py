"""The forms of users and groups, which say what a group is for."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet

from minutes.admin.unchanged_since import UnchangedSince
from minutes.editing.people.changing import is_kept
from minutes.editing.people.groups import Role, find_permissions, rights_of


class ArchiveUserForm(UnchangedSince, UserChangeForm):
    not_noticed = frozenset({"password", "last_login"})

    class Meta(UserChangeForm.Meta):
        help_texts = {
            "is_active": "Fjern fluebenet, når nogen holder op: det er bedre end at slette brugeren.",
            "groups": "Gruppen siger, hvad brugeren må. Se »Hvem må hvad«.",
            "is_superuser": "Må alt, også give andre alt. Kun for den, der driver arkivet.",
            "user_permissions": "Gælder ud over gruppen.",
        }


class NewUserForm(AdminUserCreationForm):
    """The page's script moves the focus to the first field; where that asks for it, too, the browser complains."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs.pop("autofocus", None)


class ArchiveGroupForm(UnchangedSince):
    """Of a group of the archive's own only what it may besides is chosen: the rest is what it is."""

    class Meta:
        model = Group
        fields = ("name", "permissions")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "permissions" in self.fields and self._own.exists():
            field = self.fields["permissions"]
            field.queryset = field.queryset.exclude(pk__in=self._own.values("pk"))
            field.help_text = "Det, gruppen må i forvejen, står på »Hvem må hvad« og kan ikke tages fra den."

    @property
    def _own(self) -> QuerySet[Permission]:
        if not (self.instance.pk and is_kept(self.instance)):
            return Permission.objects.none()
        return find_permissions(rights_of(Role(self.instance.name)))

    def clean_permissions(self) -> QuerySet[Permission]:
        """What is chosen, and what the archive's group has anyway."""
        chosen = self.cleaned_data["permissions"]
        keys = {*chosen.values_list("pk", flat=True), *self._own.values_list("pk", flat=True)}
        return Permission.objects.filter(pk__in=keys)
