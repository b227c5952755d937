"""Addresses of bodies and centres: made once, when the row is added, because other documents refer to them."""

from __future__ import annotations

from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest

from minutes.models.addresses import danish_slug, free_slug


class StableSlug:
    """For admin classes of models with a slug: made of the field `slug_from`, seen by all and changed by nobody."""

    slug_from: str
    readonly_fields = ("slug",)

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm, change: bool) -> None:
        if not change:
            taken = set(self.model._default_manager.values_list("slug", flat=True))
            wanted = danish_slug(getattr(obj, self.slug_from)) or self.model._meta.model_name
            obj.slug = free_slug(wanted, taken)
        super().save_model(request, obj, form, change)
