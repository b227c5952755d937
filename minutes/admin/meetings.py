"""Meetings: what was read of each, and whether the public sees it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt

from archive_site.request_limit import takes_files
from minutes.admin.desk.ready_page import ready_page
from minutes.admin.desk.upload_page import upload_page
from minutes.admin.desk.versions_page import versions_page
from minutes.admin.start.filters import DraftFilter
from minutes.danish.dates import ImpossibleDateError, find_date
from minutes.models import AgendaItem, Attendance, Event, Meeting, SourceDocument
from minutes.models.visibility import reads_sources

from .item_columns import hidden
from .lists import ArchiveAdmin
from .problems import MeetingProblemFilter, count_problems
from .publication.act_page import MOST_CHOSEN, act_page
from .publication.acts import DELETE, DISCARD, IN_MENU, PUBLISH, WITHDRAW
from .rights import UPLOAD, ReadOnly, may_publish, may_see_log

# Of what has happened to a meeting, as much as its page shows.
_LAST_EVENTS = 20


class WaitingFilter(admin.SimpleListFilter):
    """Meetings by whether a new version of their minutes waits to be published."""

    title = "ny version"
    parameter_name = "version"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("venter", "venter på offentliggørelse")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Meeting]) -> QuerySet[Meeting]:
        if self.value() != "venter":
            return queryset
        return queryset.filter(pk__in=SourceDocument.objects.waiting().values("meeting"))


class ItemInline(ReadOnly, admin.TabularInline):
    model = AgendaItem
    fields = ("title", "case", hidden)
    readonly_fields = fields
    ordering = ("position",)
    show_change_link = True
    view_on_site = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[AgendaItem]:
        return super().get_queryset(request).select_related("case", "meeting__body")


class AttendanceInline(ReadOnly, admin.TabularInline):
    model = Attendance
    fields = ("role", "name")
    readonly_fields = fields


class SourceInline(ReadOnly, admin.TabularInline):
    model = SourceDocument
    fields = ("version", "status", "name", "imported_at", "imported_by", "problem_counts")
    readonly_fields = fields
    ordering = ("-version",)
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceDocument]:
        return super().get_queryset(request).without_documents().select_related("imported_by")

    @admin.display(description="bemærkninger", empty_value="ingen")
    def problem_counts(self, source: SourceDocument) -> str:
        return count_problems(source.problems)


@admin.register(Attendance)
class AttendanceAdmin(ReadOnly, ArchiveAdmin):
    list_display = ("name", "role", "meeting")
    list_filter = ("role", "meeting__body")
    list_select_related = ("meeting__body",)
    search_fields = ("name",)
    date_hierarchy = "meeting__date"
    ordering = ("-meeting__date", "meeting", "position")
    fields = ("meeting", "role", "name")


@admin.register(Meeting)
class MeetingAdmin(ArchiveAdmin):
    """A meeting is added by uploading its minutes, corrected in its items, and published from the list."""

    list_display = ("date", "body", "state", "waiting_version", "problem_counts", "item_count", "start_time")
    list_display_links = ("date", "body")
    list_filter = ("state", WaitingFilter, DraftFilter, MeetingProblemFilter, "body")
    list_select_related = ("body",)
    search_fields = ("body__name", "location", "slug")
    search_help_text = "Mødedato (27-08-2013), organ eller sted."
    date_hierarchy = "date"
    actions = ("publish", "withdraw", "discard")
    change_list_template = "admin/minutes/publication/meetings.html"
    change_form_template = "admin/minutes/publication/meeting.html"
    fields = (
        "body",
        "date",
        "start_time",
        "ordinal",
        "location",
        "slug",
        "state",
        "published_at",
        "withdrawn_at",
    )
    inlines = (ItemInline, AttendanceInline, SourceInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Meeting]:
        items = AgendaItem.objects.filter(meeting=OuterRef("pk")).order_by().values("meeting")
        in_force = SourceDocument.objects.in_force().filter(meeting=OuterRef("pk"))
        waiting = SourceDocument.objects.waiting().filter(meeting=OuterRef("pk"))
        return (
            super()
            .get_queryset(request)
            .annotate(
                item_count=Coalesce(Subquery(items.annotate(count=Count("pk")).values("count")), 0),
                problems=Subquery(in_force.values("problems")),
                waiting=Subquery(waiting.values("version")),
            )
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Meeting], search_term: str
    ) -> tuple[QuerySet[Meeting], bool]:
        """The meetings of a day that is written as people write it, else by words."""
        with suppress(ImpossibleDateError):
            if date := find_date(search_term):
                return queryset.filter(date=date), False
        return super().get_search_results(request, queryset, search_term)

    def has_change_permission(self, request: HttpRequest, obj: Meeting | None = None) -> bool:
        """A meeting's own page changes nothing: its minutes are uploaded anew, its items are corrected."""
        return False

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether the actions that say who sees a meeting are offered."""
        return may_publish(request)

    def has_discard_permission(self, request: HttpRequest) -> bool:
        """Whether the action that decides against what waits is offered."""
        return DISCARD.may(request)

    @takes_files(UPLOAD)
    @csrf_exempt  # upload_page answers a request that is too large itself, and checks the token of any other
    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        return upload_page(self, request)

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path(
                f"{act.name}/",
                self.admin_site.admin_view(partial(act_page, self, act)),
                name=act.address.removeprefix("admin:"),
            )
            for act in (*IN_MENU, DELETE)
        ]
        ready = [
            path(address, self.admin_site.admin_view(partial(ready_page, self, publish=publish)), name=name)
            for address, name, publish in (
                ("klar/gem/", "minutes_meeting_save_ready", False),
                ("klar/offentliggoer/", "minutes_meeting_publish_ready", True),
            )
        ]
        versions = path(
            "<int:pk>/versioner/",
            self.admin_site.admin_view(partial(versions_page, self)),
            name="minutes_meeting_versions",
        )
        return [*pages, *ready, versions, *super().get_urls()]

    def get_actions(self, request: HttpRequest) -> dict:
        """Without deletion, which stands apart from them."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        context = {"deletion": DELETE if DELETE.may(request) else None, **(extra_context or {})}
        return super().changelist_view(request, context)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        """The meeting as it was read, what can be done to it, and what has happened to it."""
        meeting = self.get_object(request, unquote(object_id))
        context = self._about(request, meeting) if meeting else {}
        return super().change_view(request, object_id, form_url, {**context, **(extra_context or {})})

    def _about(self, request: HttpRequest, meeting: Meeting) -> dict[str, object]:
        shows_log = may_see_log(request)
        events = Event.objects.of_meeting(meeting).with_items_told()[:_LAST_EVENTS] if shows_log else ()
        return {
            # What the page is of; "Vis møde" would be the same for all of them.
            "title": str(meeting),
            "subtitle": None,
            "offered": [act for act in IN_MENU if act.may(request) and act.plan([meeting])[0].happens],
            "waiting": meeting.sources.waiting().without_documents().first(),
            "reads_source": reads_sources(request.user),
            "shows_log": shows_log,
            "events": events,
        }

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict | None = None
    ) -> HttpResponse:
        meeting = self.get_object(request, unquote(object_id))
        return act_page(self, DELETE, request, [meeting.pk] if meeting else [])

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict | None = None
    ) -> HttpResponse:
        """The log, narrowed to the meeting: it has no other history."""
        if not may_see_log(request):
            raise PermissionDenied
        return HttpResponseRedirect(
            f"{reverse('admin:minutes_event_changelist')}?{urlencode({'moede': object_id})}"
        )

    @admin.display(description="ny version", empty_value="")
    def waiting_version(self, meeting: Meeting) -> str | None:
        """That a version waits to be published with the action of that name."""
        return f"version {meeting.waiting} venter" if meeting.waiting else None

    @admin.display(description="punkter")
    def item_count(self, meeting: Meeting) -> int:
        return meeting.item_count

    @admin.display(description="bemærkninger", empty_value="ingen")
    def problem_counts(self, meeting: Meeting) -> str:
        return count_problems(meeting.problems or ())

    @admin.action(description=PUBLISH.title, permissions=["publish"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Meeting]) -> HttpResponse:
        return act_page(self, PUBLISH, request, _keys(queryset))

    @admin.action(description=WITHDRAW.title, permissions=["publish"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Meeting]) -> HttpResponse:
        return act_page(self, WITHDRAW, request, _keys(queryset))

    @admin.action(description=DISCARD.title, permissions=["discard"])
    def discard(self, request: HttpRequest, queryset: QuerySet[Meeting]) -> HttpResponse:
        return act_page(self, DISCARD, request, _keys(queryset))


def _keys(meetings: QuerySet[Meeting]) -> list[int]:
    """The keys of the chosen meetings, no more of them than it takes to see that they are too many."""
    return list(meetings.order_by("-date", "pk").values_list("pk", flat=True)[: MOST_CHOSEN + 1])
