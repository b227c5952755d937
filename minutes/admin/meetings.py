"""Bodies and meetings: what was read of each meeting, and whether the public sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.csrf import csrf_exempt

from archive_site.request_limit import takes_files
from minutes.admin.desk.ready_page import ready_page
from minutes.admin.desk.upload_page import upload_page
from minutes.danish.dates import ImpossibleDateError, find_date
from minutes.editing import publication
from minutes.editing.body_names import keep_old_name
from minutes.editing.deletion import delete_meetings
from minutes.editing.obstacles import Obstacle
from minutes.importing import versions
from minutes.models import AgendaItem, Attendance, Body, BodyAlias, Meeting, PublicationState, SourceDocument

from .deletion import what_goes_with
from .item_columns import closed, label
from .lists import ArchiveAdmin
from .problems import MeetingProblemFilter, count_problems
from .rights import UPLOAD, ReadOnly, may_publish
from .slugs import StableSlug

# Why a chosen meeting is left as it is.
_ONLY = {
    PublicationState.PUBLISHED: "offentliggjort i forvejen",
    PublicationState.DRAFT: "kun det, der er offentliggjort, kan gøres til kladde",
    PublicationState.WITHDRAWN: "kun det, der er eller har været offentliggjort, kan trækkes tilbage",
}

# A message is one line above the list.
_MOST_OBSTACLES = 5
# More messages are not read.
_MOST_JOINED = 10


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


class BodyAliasInline(admin.TabularInline):
    model = BodyAlias
    extra = 1


@admin.register(Body)
class BodyAdmin(StableSlug, ArchiveAdmin):
    slug_from = "name"
    list_display = ("name", "slug", "meeting_count")
    search_fields = ("name", "aliases__text")
    fields = ("name", "slug")
    inlines = (BodyAliasInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Body]:
        return super().get_queryset(request).annotate(meeting_count=Count("meetings", distinct=True))

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: list[BaseInlineFormSet], change: bool
    ) -> None:
        """Keep the name that the body had, once what the archivist says of its other names is stored."""
        super().save_related(request, form, formsets, change)
        if change and "name" in form.changed_data:
            keep_old_name(form.instance, form.initial["name"])

    @admin.display(description="møder", ordering="meeting_count")
    def meeting_count(self, body: Body) -> int:
        return body.meeting_count


@admin.register(BodyAlias)
class BodyAliasAdmin(ArchiveAdmin):
    list_display = ("text", "body")
    list_filter = ("body",)
    list_select_related = ("body",)
    search_fields = ("text", "body__name")


class ItemInline(ReadOnly, admin.TabularInline):
    model = AgendaItem
    fields = (label, "title", "case", closed)
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
    list_filter = ("state", WaitingFilter, MeetingProblemFilter, "body")
    list_select_related = ("body",)
    search_fields = ("body__name", "location", "slug")
    search_help_text = "Mødedato (27-08-2013), organ eller sted."
    date_hierarchy = "date"
    actions = ("publish", "unpublish", "withdraw")
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

    @takes_files(UPLOAD)
    @csrf_exempt  # upload_page answers a request that is too large itself, and checks the token of any other
    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        return upload_page(self, request)

    def get_urls(self) -> list[URLPattern]:
        ready = [
            path(address, self.admin_site.admin_view(partial(ready_page, self, publish=publish)), name=name)
            for address, name, publish in (
                ("klar/gem/", "minutes_meeting_save_ready", False),
                ("klar/offentliggoer/", "minutes_meeting_publish_ready", True),
            )
        ]
        return [*ready, *super().get_urls()]

    def get_deleted_objects(
        self, objs: QuerySet[Meeting] | list[Meeting], request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """The right to delete a meeting is the right to delete all that was read from its minutes."""
        return [str(meeting) for meeting in objs], what_goes_with(objs), set(), []

    def delete_model(self, request: HttpRequest, obj: Meeting) -> None:
        delete_meetings([obj.pk])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Meeting]) -> None:
        delete_meetings(list(queryset.values_list("pk", flat=True)))

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

    @admin.action(description="Offentliggør", permissions=["publish"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Meeting]) -> None:
        others = [meeting.pk for meeting in queryset if meeting.state != PublicationState.PUBLISHED]
        shown = [meeting.pk for meeting in queryset if meeting.pk not in others]
        published = versions.publish(Meeting.objects.filter(pk__in=[*others, *shown]), request.user)
        self._log(request, others, PublicationState.PUBLISHED)
        self._tell_versions(request, published.put_in_force)
        touched = {*published.barred, *(source.meeting_id for source in published.put_in_force)}
        unmoved = len({*shown} - touched)
        self._tell(request, published.changed, unmoved, PublicationState.PUBLISHED)
        for meeting in Meeting.objects.filter(pk__in=published.barred).select_related("body"):
            self._tell_why_not(request, meeting, published.barred[meeting.pk])
        for number in published.joined[:_MOST_JOINED]:
            self.message_user(request, number.message, messages.WARNING)

    @admin.action(description="Gør til kladde", permissions=["publish"])
    def unpublish(self, request: HttpRequest, queryset: QuerySet[Meeting]) -> None:
        self._move(request, queryset, PublicationState.DRAFT, publication.unpublish)

    @admin.action(description="Træk tilbage", permissions=["publish"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Meeting]) -> None:
        self._move(request, queryset, PublicationState.WITHDRAWN, publication.withdraw)

    def _move(
        self,
        request: HttpRequest,
        queryset: QuerySet[Meeting],
        state: PublicationState,
        move: Callable[[QuerySet[Meeting]], int],
    ) -> None:
        others = [meeting.pk for meeting in queryset if meeting.state != state]
        moved = move(Meeting.objects.filter(pk__in=others))
        self._log(request, others, state)
        self._tell(request, moved, len(queryset) - moved, state)

    def _log(self, request: HttpRequest, keys: list[int], state: PublicationState) -> None:
        moved = Meeting.objects.filter(pk__in=keys, state=state).select_related("body")
        LogEntry.objects.log_actions(request.user.pk, moved, CHANGE, f"Ny status: {state.label}.")

    def _tell(self, request: HttpRequest, moved: int, unmoved: int, state: PublicationState) -> None:
        if moved:
            self.message_user(request, f"{_meetings(moved)} er nu {state.label}.", messages.SUCCESS)
        if unmoved:
            text = f"{_meetings(unmoved)} er uændret: {_ONLY[state]}."
            self.message_user(request, text, messages.WARNING)

    def _tell_versions(self, request: HttpRequest, in_force: Sequence[SourceDocument]) -> None:
        for source in in_force:
            self.log_change(request, source.meeting, f"Sat i kraft: {source}.")
        if in_force:
            what = "1 ventende version" if len(in_force) == 1 else f"{len(in_force)} ventende versioner"
            self.message_user(request, f"{what} er nu i kraft.", messages.SUCCESS)

    def _tell_why_not(self, request: HttpRequest, meeting: Meeting, obstacles: Iterable[Obstacle]) -> None:
        """Name what keeps a meeting from being published, as much of it as can be read in a message."""
        first = list(islice(map(str, obstacles), _MOST_OBSTACLES + 1))
        reasons = " · ".join(first[:_MOST_OBSTACLES]) + (" · …" if len(first) > _MOST_OBSTACLES else "")
        self.message_user(request, f"{meeting} er ikke offentliggjort: {reasons}", messages.ERROR)


def _meetings(count: int) -> str:
    return "1 møde" if count == 1 else f"{count} møder"
