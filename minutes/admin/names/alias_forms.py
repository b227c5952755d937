"""The forms that give centres and bodies their names: what is another's is refused, what is common is asked about."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from minutes.admin.unchanged_since import UnchangedSince
from minutes.editing.names.aliases import NameRefusedError, TakenNames, What, record_alias
from minutes.models import Reader

from .matching_items import SAVE_ANYWAY, count_items, question

_TICK = "save_anyway"


class NamedForm(UnchangedSince):
    """A centre or a body: its code and its name are no other unit's."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        taken = TakenNames.read()
        for field, what in (("code", What.CODE), ("name", What.NAME)):
            if field in self.changed_data and field in self.cleaned_data:
                _report(self, field, partial(taken.refuse, self.cleaned_data[field], self.instance, but=what))
        return cleaned


class AliasForm(forms.ModelForm):
    """Another way to write a centre or a body."""

    reader: ClassVar[Reader]
    unit_field: ClassVar[str]

    def clean_text(self) -> str:
        return " ".join(self.cleaned_data["text"].split())

    def clean(self) -> dict[str, Any] | None:
        """Refuse what is another unit's, and ask where the text stands in more than a few items."""
        cleaned = super().clean()
        text, unit = self.cleaned_data.get("text"), self.cleaned_data.get(self.unit_field)
        if text and unit and {"text", self.unit_field} & {*self.changed_data}:
            _report(self, "text", partial(TakenNames.read().refuse_alias, text, unit))
            if not self.errors and not self.cleaned_data.get(_TICK):
                self._ask(text)
        return cleaned

    def _ask(self, text: str) -> None:
        if asked := question(text, count_items(text, self.reader)):
            self.add_error("text", asked)


class AskingAliasForm(AliasForm):
    """The same once something has been sent, with the tick that answers what was asked."""

    save_anyway = forms.BooleanField(label=SAVE_ANYWAY, required=False)


class AliasFormSet(forms.BaseInlineFormSet):
    """The aliases of one centre or body: each once, in whatever capitals."""

    def clean(self) -> None:
        super().clean()
        seen: set[str] = set()
        for form in self.forms:
            text = getattr(form, "cleaned_data", {}).get("text", "").casefold()
            if text and not form.cleaned_data.get("DELETE"):
                if text in seen:
                    form.add_error("text", "Skrivemåden står her to gange.")
                seen.add(text)


def _report(form: forms.ModelForm, field: str, refuse: Callable[[], None]) -> None:
    try:
        refuse()
    except NameRefusedError as refusal:
        form.add_error(field, str(refusal))


def form_for(request: HttpRequest, unit_field: str, *mixins: type[forms.ModelForm]) -> type[AliasForm]:
    """Return the form of aliases for whoever asks, whose items are counted; with a tick once something was sent."""
    base = AskingAliasForm if request.method == "POST" else AliasForm
    return type(base.__name__, (*mixins, base), {"reader": request.user, "unit_field": unit_field})


class AliasInline(admin.TabularInline):
    """The aliases on the page of their centre or body, which is `unit_field`."""

    unit_field: str
    formset = AliasFormSet
    extra = 1

    def get_formset(self, request: HttpRequest, obj: Model | None = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, form=form_for(request, self.unit_field), **kwargs)


class AliasAdmin:
    """For admin classes of aliases: asked about as those on a unit's page are, and noted in the log."""

    form = UnchangedSince
    unit_field: str

    def get_form(
        self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        kwargs["form"] = form_for(request, self.unit_field, UnchangedSince)
        return super().get_form(request, obj, change, **kwargs)

    def save_model(self, request: HttpRequest, obj: Model, form: AliasForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        record_alias(obj.text, getattr(obj, self.unit_field), request.user)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        record_alias(obj.text, getattr(obj, self.unit_field), request.user, is_gone=True)
        super().delete_model(request, obj)


class RecordsAliases:
    """For admin classes of centres and bodies: what changes among their aliases is noted in the log."""

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        unit = form.instance
        for alias in [*formset.new_objects, *(alias for alias, _ in formset.changed_objects)]:
            record_alias(alias.text, unit, request.user)
        for alias in formset.deleted_objects:
            record_alias(alias.text, unit, request.user, is_gone=True)
