"""The log as a list, narrowed as it is needed, and as a file. Nobody adds, changes or deletes what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive_site.spreadsheets import Cell, csv_response
from minutes.admin.lists import ArchiveAdmin
from minutes.admin.rights import ReadOnly
from minutes.models import Event, Meeting

_HEADER = ("Hvornår", "Hvem", "Hændelse", "Hvad", "Punkt", "Ændring", "Hvorfor")
# Rows that are in memory at once, however long the file is.
_ROWS_AT_A_TIME = 2_000
_MOST_NAMES = 200


class NameFilter(admin.SimpleListFilter):
    """Events by who did it; what the archive did itself has no name."""

    title = "hvem"
    parameter_name = "hvem"
    # No user has a name with a blank in it.
    itself = "arkivet selv"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        names = Event.objects.exclude(by_name="").order_by("by_name").values_list("by_name", flat=True)
        return [(self.itself, self.itself), *((name, name) for name in names.distinct()[:_MOST_NAMES])]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Event]) -> QuerySet[Event]:
        if not self.value():
            return queryset
        return queryset.filter(by_name="" if self.value() == self.itself else self.value())


class MeetingFilter(admin.SimpleListFilter):
    """The events of one meeting, whose key is in the address; a list of all meetings to choose from is too long."""

    title = "møde"
    parameter_name = "moede"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        key = request.GET.get(self.parameter_name, "")
        meeting = Meeting.objects.select_related("body").filter(pk=key).first() if _is_key(key) else None
        return [(key, str(meeting) if meeting else "et møde, der er slettet")] if key else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Event]) -> QuerySet[Event]:
        key = self.value()
        if not key:
            return queryset
        return queryset.filter(meeting=key) if _is_key(key) else queryset.none()


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 18


@admin.register(Event)
class EventAdmin(ReadOnly, ArchiveAdmin):
    """What has happened, the newest first."""

    list_display = ("at", "who", "kind", "what", "change_told", "reason")
    list_display_links = None
    list_filter = ("kind", NameFilter, "at", MeetingFilter, "meeting__body")
    search_fields = ("subject", "details", "reason", "by_name")
    search_help_text = "Ord af mødet, ændringen eller begrundelsen, eller et brugernavn."
    date_hierarchy = "at"
    fields = ("at", "who", "kind", "what", "change_told", "reason")
    readonly_fields = fields
    change_list_template = "admin/minutes/publication/events.html"
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        # Not in the same query: a filter by meeting would leave out those of which the meeting is gone.
        return super().get_queryset(request).with_items_told().prefetch_related("meeting")

    def get_urls(self) -> list[URLPattern]:
        address = path("csv/", self.admin_site.admin_view(self.as_csv), name="minutes_event_csv")
        return [address, *super().get_urls()]

    def as_csv(self, request: HttpRequest) -> HttpResponse:
        """The same list as a file, narrowed as the address says; PermissionDenied for whoever may not see it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        events = self.get_changelist_instance(request).get_queryset(request)
        return csv_response("haendelser", _HEADER, _rows(events))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict | None = None
    ) -> HttpResponse:
        """None: the log has no history but itself."""
        raise PermissionDenied

    @admin.display(description="hvem", ordering="by_name")
    def who(self, event: Event) -> str:
        return event.by_name or NameFilter.itself

    @admin.display(description="hvad", ordering="subject")
    def what(self, event: Event) -> SafeString | str:
        """The meeting as a link where it is still there."""
        if event.meeting is None:
            return event.subject
        address = reverse("admin:minutes_meeting_change", args=[event.meeting.pk])
        return format_html('<a href="{}">{}</a>', address, event.subject)

    @admin.display(description="ændring")
    def change_told(self, event: Event) -> str:
        return event.details_to_show


def _rows(events: QuerySet[Event]) -> Iterator[Sequence[Cell]]:
    for event in events.iterator(_ROWS_AT_A_TIME):
        yield (
            event.at,
            event.by_name or NameFilter.itself,
            event.get_kind_display(),
            event.subject,
            event.item_slug.removeprefix("punkt-"),
            event.details_to_show,
            event.reason,
        )
