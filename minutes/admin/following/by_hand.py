"""What the pages on which an editor joins and parts have in common: all else is only shown, and may be refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.contrib.auth.models import User
from django.db.models import Field, Model
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from minutes.admin.rights import WrittenByImport
from minutes.editing.following import NotJoinedError


class SaidByHandForm(forms.ModelForm):
    """A form whose fields are what an editor says of a row; none is a column that is saved as it is."""

    def say(self, by: User) -> None:
        """Do what was typed. Raises NotJoinedError where that cannot hold."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any] | None:
        """What was typed, which is refused here already where it cannot hold."""
        cleaned = super().clean()
        if not self.errors:
            try:
                self.check_deed()
            except NotJoinedError as error:
                self.add_error(None, str(error))
        return cleaned

    def check_deed(self) -> None:
        """Raise NotJoinedError where what was typed cannot hold."""


class SaidByHandAdmin(WrittenByImport):
    """For admin classes: `said` are the fields of the form that an editor may fill in; the columns are only shown."""

    said: Sequence[str] = ()

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> Sequence[Any]:
        """All of them; whoever only looks has nothing to say."""
        fields = super().get_fields(request, obj)
        may_say = self.has_change_permission(request, obj)
        return [name for name in fields if may_say or name not in self.said]

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> Sequence[Any]:
        return [name for name in self.get_fields(request, obj) if name not in self.said]

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """What was said is done by whoever keeps the rows; nothing else of it is saved."""
        form.say(request.user)

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: HttpRequest, **kwargs: Any) -> Any:
        return None


class AddressField(forms.CharField):
    """The address of another page of one kind, whole or from its path on; gives what the address holds in its places.

    An address is what everybody can copy, and needs no list to choose from.
    """

    def __init__(self, *, view: str, example: str, **kwargs: Any) -> None:
        self.view = view
        self.example = example
        super().__init__(
            required=False,
            max_length=500,
            help_text=f"Kopiér adressen på siden, fx {example}. Tom: som arkivet selv finder ud af.",
            **kwargs,
        )

    def clean(self, value: Any) -> dict[str, str] | None:
        """What stands in the places of the address; None where nothing was typed."""
        typed = super().clean(value).strip()
        if not typed:
            return None
        try:
            match = resolve(urlsplit(typed).path)
        except (Resolver404, ValueError):
            match = None
        if match is None or match.view_name != self.view:
            raise forms.ValidationError(
                f"Det er ikke adressen på sådan en side. Den ser ud som {self.example}."
            )
        return {name: str(value) for name, value in match.kwargs.items()}
