"""The documents that the archive was given, byte for byte, and the corrections to what was read in them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive_site.downloads import download
from minutes.editing.correcting.wording import body_names, correction_in_words, value_in_words
from minutes.editing.obstacles import find_errors
from minutes.models import Correction, SourceDocument
from minutes.models.visibility import reads_originals
from minutes.sources.formats import media_type

from .accepting import accept_page
from .desk.review_page import review_page
from .lists import ArchiveAdmin
from .problems import SourceProblemFilter, count_problems, problem_table
from .rights import ReadOnly


@admin.register(SourceDocument)
class SourceDocumentAdmin(ReadOnly, ArchiveAdmin):
    """A source is evidence: it goes only with its meeting."""

    list_display = (
        "name",
        "meeting",
        "version",
        "status",
        "imported_at",
        "imported_by",
        "problem_counts",
    )
    list_filter = (SourceProblemFilter, "status", "meeting__body", "encoding", "parser_version")
    list_select_related = ("meeting__body", "imported_by")
    search_fields = ("name", "=sha256", "meeting__body__name")
    date_hierarchy = "imported_at"
    ordering = ("-imported_at", "-pk")
    fields = (
        "meeting",
        "version",
        "status",
        "name",
        "original",
        "sha256",
        "encoding",
        "imported_at",
        "imported_by",
        "decided_at",
        "decided_by",
        "reader_version",
        "parser_version",
        "problem_list",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceDocument]:
        """Without the bytes, which only the download needs, and the text, which the source page shows."""
        return super().get_queryset(request).without_documents()

    def get_urls(self) -> list[URLPattern]:
        address = path(
            "<int:pk>/download/",
            self.admin_site.admin_view(self.download_original),
            name="minutes_sourcedocument_download",
        )
        accepting = path(
            "<int:pk>/accept/",
            self.admin_site.admin_view(partial(accept_page, self)),
            name="minutes_sourcedocument_accept",
        )
        reviewing = path(
            "<int:pk>/gennemse/",
            self.admin_site.admin_view(partial(review_page, self)),
            name="minutes_sourcedocument_review",
        )
        return [address, accepting, reviewing, *super().get_urls()]

    def download_original(self, request: HttpRequest, pk: int) -> FileResponse:
        """The bytes as they came, as a file. They hold what is masked elsewhere: PermissionDenied for all but few."""
        if not reads_originals(request.user):
            raise PermissionDenied
        source = get_object_or_404(SourceDocument, pk=pk)
        return download(bytes(source.content), source.name, media_type(source.encoding))

    def get_fields(self, request: HttpRequest, obj: SourceDocument | None = None) -> list[str]:
        """Without the link to the bytes for those who may not have them."""
        return [name for name in self.fields if name != "original" or reads_originals(request.user)]

    @admin.display(description="original")
    def original(self, source: SourceDocument) -> SafeString:
        address = reverse("admin:minutes_sourcedocument_download", args=[source.pk])
        return format_html('<a href="{}">Hent filen, som den blev modtaget</a>', address)

    @admin.display(description="bemærkninger", empty_value="ingen")
    def problem_counts(self, source: SourceDocument) -> str:
        return count_problems(source.problems)

    @admin.display(description="bemærkninger")
    def problem_list(self, source: SourceDocument) -> SafeString:
        table = problem_table(source.problems)
        if not find_errors(source):
            return table
        address = reverse("admin:minutes_sourcedocument_accept", args=[source.pk])
        return format_html(
            '{}<p><a href="{}">Accepter en fejl, der står i selve referatet</a></p>', table, address
        )


@admin.register(Correction)
class CorrectionAdmin(ReadOnly, ArchiveAdmin):
    list_display = ("meeting", "item_slug", "made_by", "made_at")
    list_filter = ("field", "meeting__body", "made_by")
    list_select_related = ("meeting__body", "made_by")
    search_fields = ("item_slug", "meeting__body__name", "meeting__slug", "made_by__username")
    date_hierarchy = "made_at"
    ordering = ("-made_at", "-pk")
    fields = ("meeting", "item_slug", "field", "key", "parsed_text", "corrected_text", "made_by", "made_at")

    def get_list_display(self, request: HttpRequest) -> tuple[str | Callable[[Correction], str], ...]:
        """The corrections in words, for which what bodies are called is read once for all lines."""
        names = body_names()

        @admin.display(description="rettelse")
        def in_words(correction: Correction) -> str:
            return correction_in_words(correction, names)

        return (in_words, *self.list_display)

    @admin.display(description="læst værdi")
    def parsed_text(self, correction: Correction) -> str:
        return value_in_words(Correction.Field(correction.field), correction.parsed_value)

    @admin.display(description="rettet værdi")
    def corrected_text(self, correction: Correction) -> str:
        return value_in_words(Correction.Field(correction.field), correction.value)
