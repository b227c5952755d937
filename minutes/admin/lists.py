"""What all lists of the admin have in common: they answer any address and any form, sensible or not."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import ManyToManyField, QuerySet
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from .unchanged_since import NoticesOthers


class ForgivingChangeList(ChangeList):
    """A list for which a year of twenty digits is a wrong parameter, as every other nonsense is to Django."""

    def get_filters(self, request: HttpRequest) -> tuple[list, bool, dict, bool, bool]:
        try:
            return super().get_filters(request)
        except OverflowError as error:
            raise IncorrectLookupParameters(error) from error


# What the filters of a list ask of a column. Others would reach the database as they are: an expression that is none, a
# function that is not installed, a comparison that a column of its kind does not know.
_ASKED = frozenset({"exact", "in", "isnull", "isempty", "gte", "gt", "lte", "lt", "year", "month", "day"})
_ROW = frozenset({"pk", "id"})


class ArchiveAdmin(NoticesOthers, admin.ModelAdmin):
    """The base of every admin class of the archive."""

    list_per_page = 50
    show_full_result_count = False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Whether the address may narrow the list so: as one of its filters does, or to rows by their keys."""
        path, separator, asked = lookup.rpartition("__")
        if not separator or asked not in _ASKED:
            path = lookup
        allowed = _ROW | {self.date_hierarchy} | {*self._filtered_by(request)}
        return path in allowed and super().lookup_allowed(lookup, value, request)

    def _filtered_by(self, request: HttpRequest) -> Iterator[str]:
        """The paths and parameters of the list's filters; a row that is pointed to is asked for by its key, too."""
        for listed in self.get_list_filter(request):
            filtered = listed[0] if isinstance(listed, tuple) else listed
            if isinstance(filtered, str):
                yield from (filtered, f"{filtered}__id", f"{filtered}__pk")
            else:
                yield filtered.parameter_name

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest, **kwargs: object
    ) -> ModelMultipleChoiceField | None:
        """A box to tick for each: Django's two lists with arrows between them need JavaScript, and some arms."""
        kwargs.setdefault("widget", CheckboxSelectMultiple)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_changelist(self, request: HttpRequest, **kwargs: object) -> type[ChangeList]:
        return ForgivingChangeList

    def response_action(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        if all(key.isdecimal() for key in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            return super().response_action(request, queryset)
        self.message_user(request, "Vælg rækkerne i listen, og prøv igen.", messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())
