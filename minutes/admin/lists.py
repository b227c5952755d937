"""What all lists of the admin have in common: they answer any address and any form, sensible or not."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect


class ForgivingChangeList(ChangeList):
    """A list for which a year of twenty digits is a wrong parameter, as every other nonsense is to Django."""

    def get_filters(self, request: HttpRequest) -> tuple[list, bool, dict, bool, bool]:
        try:
            return super().get_filters(request)
        except OverflowError as error:
            raise IncorrectLookupParameters(error) from error


class ArchiveAdmin(admin.ModelAdmin):
    """The base of every admin class of the archive."""

    list_per_page = 50
    show_full_result_count = False

    def get_changelist(self, request: HttpRequest, **kwargs: object) -> type[ChangeList]:
        return ForgivingChangeList

    def response_action(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        if all(key.isdecimal() for key in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            return super().response_action(request, queryset)
        self.message_user(request, "Vælg rækkerne i listen, og prøv igen.", messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())
