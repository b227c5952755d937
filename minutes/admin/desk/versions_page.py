"""The versions of a meeting's minutes: who brought each and when, and what is different between any two."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import F, Func, IntegerField, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from minutes.importing.arrivals.sheet import difference_as_shown
from minutes.importing.arrivals.versions_compared import compare_versions
from minutes.models import Meeting, SourceDocument
from minutes.models.visibility import reads_sources
from minutes.parser.problems import MinutesSyntaxError
from minutes.sources.values import UnreadableSourceError

# So many changed items are shown; a document with more of them is another one.
_MOST_CHANGES = 100


def versions_page(admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """List the versions; with `?fra=1&til=2` what is different in the second.

    PermissionDenied without the right to read documents.
    """
    if not reads_sources(request.user):
        raise PermissionDenied
    meeting = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
    versions = _versions(meeting)
    before = _chosen(versions, request.GET.get("fra"))
    after = _chosen(versions, request.GET.get("til"))
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": f"Versioner: {meeting}",
        "meeting": meeting,
        "versions": versions,
        "before": before,
        "after": after,
        **(_compared(before, after) if before and after else {}),
    }
    return TemplateResponse(request, "admin/minutes/meeting/versions.html", context)


def _versions(meeting: Meeting) -> QuerySet[SourceDocument]:
    """The versions, the newest first, each with its size in bytes, and without them."""
    size = Func(F("content"), function="octet_length", output_field=IntegerField())
    versions = meeting.sources.without_documents().select_related("imported_by", "decided_by")
    return versions.annotate(size=size).order_by("-version")


def _chosen(versions: QuerySet[SourceDocument], number: str | None) -> SourceDocument | None:
    """The version of that number; None where none is asked for, or there is none."""
    return next((source for source in versions if str(source.version) == number), None)


def _compared(before: SourceDocument, after: SourceDocument) -> dict[str, Any]:
    try:
        compared = compare_versions(before, after)
    except (UnreadableSourceError, MinutesSyntaxError) as error:
        return {"refusal": str(error)}
    difference = difference_as_shown(compared.by_item)
    return {
        "difference": difference,
        "changed": difference["changed"][:_MOST_CHANGES],
        "lines": compared.by_line,
        "has_more_lines": compared.has_more_lines,
    }
