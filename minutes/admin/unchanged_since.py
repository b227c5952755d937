"""The form of a row that writes nothing over what somebody else has stored since it was opened."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest

SEEN = "seen"


class UnchangedSince(forms.ModelForm):
    """Whoever saves second is told, and keeps what was typed; sent once more, it holds.

    `not_noticed` names fields that change without anybody's hand.
    """

    not_noticed: frozenset[str] = frozenset()
    # What the row was then, as a digest. A form without it is one that was never opened, as a program sends it.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and SEEN in self.fields:
            stored = ({*self.fields} & {*self.initial}) - self.not_noticed
            self.initial[SEEN] = _digest(self.initial[name] for name in sorted(stored))

    def clean(self) -> dict[str, Any]:
        """What was sent; ValidationError, with all that was typed kept, where the row is another by now."""
        cleaned = super().clean() or self.cleaned_data
        sent = cleaned.get(SEEN)
        if sent and self.instance.pk and sent != self.initial[SEEN]:
            self.data = self.data.copy()
            self.data[self.add_prefix(SEEN)] = self.initial[SEEN]
            raise forms.ValidationError(
                "En anden har ændret det samme, siden du åbnede siden, og intet er gemt. Gem igen, hvis det, "
                "der står her, skal gælde; ellers åbn siden på ny og se, hvad den anden har gjort."
            )
        return cleaned


class NoticesOthers:
    """For admin classes: the hidden field of such a form stands on the page of whoever may save it."""

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        fields = tuple(super().get_fields(request, obj))
        return (*fields, *(name for name in self.noticing(request, obj) if name not in fields))

    def noticing(self, request: HttpRequest, obj: Model | None) -> tuple[str, ...]:
        """The name of that field, where there is to be one."""
        may_save = obj is None or self.has_change_permission(request, obj)
        return (SEEN,) if may_save and issubclass(self.form, UnchangedSince) else ()


def _digest(values: Iterable[object]) -> str:
    return hashlib.sha256(repr([_plain(value) for value in values]).encode()).hexdigest()


def _plain(value: object) -> object:
    """A value by which rows and files that are the same are known as such."""
    if isinstance(value, FieldFile):
        return value.name
    if isinstance(value, list) and all(isinstance(row, Model) for row in value):
        return sorted(row.pk for row in value)
    return value
