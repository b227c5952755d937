"""The forms of users and groups: they notice what somebody else has changed meanwhile, and say what a group is for."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Model, QuerySet

from minutes.editing.people.changing import is_kept
from minutes.editing.people.groups import Role, find_permissions, rights_of


class UnchangedSince(forms.ModelForm):
    """A form that writes nothing over what somebody else has stored since it was opened."""

    # What the row was then, as a digest. A form without it is one that was never opened, as a program sends it.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "seen" in self.fields:
            self.initial["seen"] = _digest(self.instance)

    def clean(self) -> dict[str, Any]:
        """What was sent; ValidationError, with all that was typed kept, where the row is another by now."""
        cleaned = super().clean() or self.cleaned_data
        sent = cleaned.get("seen")
        if sent and self.instance.pk and sent != self.initial["seen"]:
            # Sent once more, it holds: whoever sends it has been told.
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.initial["seen"]
            raise forms.ValidationError(
                "En anden har ændret det samme, siden du åbnede siden, og intet er gemt. Gem igen, hvis det, "
                "der står her, skal gælde; ellers åbn siden på ny og se, hvad den anden har gjort."
            )
        return cleaned


class ArchiveUserForm(UnchangedSince, UserChangeForm):
    class Meta(UserChangeForm.Meta):
        help_texts = {
            "is_active": "Fjern fluebenet, når nogen holder op: det er bedre end at slette brugeren.",
            "groups": "Gruppen siger, hvad brugeren må. Se »Hvem må hvad«.",
            "is_superuser": "Må alt, også give andre alt. Kun for den, der driver arkivet.",
            "user_permissions": "Gælder ud over gruppen.",
        }


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


def _digest(row: Model) -> str:
    """A digest of what the forms show of a user or a group, the password aside."""
    if isinstance(row, User):
        columns = (row.username, row.first_name, row.last_name, row.email, row.is_active, row.is_superuser)
        many = (row.groups, row.user_permissions)
    else:
        columns, many = (row.name,), (row.permissions,)
    keys = [sorted(rows.values_list("pk", flat=True)) for rows in many]
    return hashlib.sha256(repr((columns, keys)).encode()).hexdigest()
