"""The page "Gennemse": what was read of one document beside its text, before anybody else sees anything of it."""

from __future__ import annotations

import datetime
import json

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from minutes.admin.numbers.of_source import numbers_of
from minutes.admin.rights import may_upload
from minutes.importing.arrivals.sheet import look_again, sheet_of
from minutes.importing.arrivals.uploading import AlreadyDecidedError
from minutes.importing.recognition.meeting_of_document import UnlikeMeetingError
from minutes.importing.results import ImportStatus
from minutes.importing.review.accepted_warnings import accept_warnings
from minutes.models import Meeting, SourceDocument
from minutes.models.visibility import reads_sources
from minutes.parser.problems import MinutesSyntaxError, Severity
from minutes.sources.values import UnreadableSourceError

from .review_deeds import Done, deeds_for
from .review_lists import corrections_of, items_of, lines_of, page_number, places_in, portions_of, problems_of
from .uploads import BECOMES

# So many of each list on one page: a document with a thousand is shown in portions.
_PROBLEMS = 100
_CHANGES = 20
_UPLOADS = "admin:minutes_meeting_add"
_REFUSALS = (AlreadyDecidedError, UnlikeMeetingError, UnreadableSourceError, MinutesSyntaxError)


def review_page(admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Show a version, or do what was asked with it. PermissionDenied without the right to read documents."""
    if not reads_sources(request.user):
        raise PermissionDenied
    source = SourceDocument.objects.filter(pk=pk).defer("content").select_related("meeting__body").first()
    if source is None:
        return _turned_away(request, AlreadyDecidedError())
    if request.method == "POST":
        return _answer(admin, request, source)
    return _page(admin, request, source)


def _answer(admin: ModelAdmin, request: HttpRequest, source: SourceDocument) -> HttpResponse:
    if "accept" in request.POST:
        return _accept(request, source)
    deed = next((deed for deed in deeds_for(request, source) if deed.name in request.POST), None)
    if deed is None:
        raise PermissionDenied
    if request.POST.get("basis") != _basis(source):
        changed = "Der er sket noget i arkivet, siden siden blev vist. Intet er gemt: se den igennem igen."
        messages.warning(request, changed)
        return _page(admin, request, source, status=409)
    try:
        done = deed.do(source, request.user)
    except AlreadyDecidedError as error:
        return _turned_away(request, error)
    except _REFUSALS as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(request.get_full_path())
    return _told(request, source, done)


def _accept(request: HttpRequest, source: SourceDocument) -> HttpResponse:
    """Accept the warnings that are ticked, by their numbers in the list."""
    ticked = set(request.POST.getlist("warning"))
    sheet = sheet_of(source)
    problems = problems_of(source, sheet, places_in(sheet, portions_of(source)))
    chosen = [line.problem for line in problems if str(line.number) in ticked]
    if request.POST.get("basis") == _basis(source):
        count = accept_warnings(source, chosen, request.user)
        look_again(source)
        messages.success(request, f"{count} advarsel er set." if count == 1 else f"{count} advarsler er set.")
    else:
        messages.warning(request, "Der er sket noget i arkivet, siden siden blev vist. Sæt krydserne igen.")
    return HttpResponseRedirect(request.get_full_path())


def _told(request: HttpRequest, source: SourceDocument, done: Done) -> HttpResponse:
    """Lead on to where one goes on from here: to the version, if it is there, else to the uploads."""
    (messages.warning if done.obstacles else messages.success)(
        request, " ".join([done.sentence, *done.obstacles])
    )
    if SourceDocument.objects.uploaded().filter(pk=source.pk).exists():
        return HttpResponseRedirect(request.get_full_path())
    if done.meeting is None or SourceDocument.objects.uploaded().exists():
        return HttpResponseRedirect(reverse(_UPLOADS))
    return HttpResponseRedirect(reverse("admin:minutes_meeting_change", args=[done.meeting.pk]))


def _turned_away(request: HttpRequest, error: AlreadyDecidedError) -> HttpResponse:
    messages.warning(request, str(error))
    return HttpResponseRedirect(reverse(_UPLOADS if may_upload(request) else "admin:index"))


def _basis(source: SourceDocument) -> str:
    return json.dumps(sheet_of(source)["basis"])


def _page(
    admin: ModelAdmin, request: HttpRequest, source: SourceDocument, *, status: int = 200
) -> HttpResponse:
    sheet = sheet_of(source)
    text = portions_of(source)
    portion = page_number(request.GET.get("side"), len(text))
    place_of = places_in(sheet, text)
    problems = problems_of(source, sheet, place_of)
    grave = [problem for problem in problems if problem.severity is not Severity.INFO]
    changed = sheet["difference"]["changed"] if sheet["difference"] else []
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": f"Gennemse {source.name}",
        "source": source,
        "sheet": sheet,
        "held_on": datetime.date.fromisoformat(sheet["head"]["date"]) if sheet["head"] else None,
        "becomes": BECOMES.get(ImportStatus(sheet["becomes"]), "") if sheet["becomes"] else "",
        "basis": _basis(source),
        "meeting": Meeting.objects.select_related("body").filter(pk=sheet["meeting"]).first(),
        "unlike": Meeting.objects.select_related("body").filter(pk=sheet["unlike"]).first(),
        "there": SourceDocument.objects.without_documents().filter(pk=sheet["there"]).first(),
        "deeds": deeds_for(request, source),
        "problems": Paginator(grave, _PROBLEMS).get_page(request.GET.get("bem")),
        "remarks": [problem for problem in problems if problem.severity is Severity.INFO][:_PROBLEMS],
        "open_warnings": sum(problem.can_be_accepted for problem in problems),
        "items": items_of(sheet, text, portion),
        "lines": lines_of(text, portion, problems),
        "portion": portion,
        "portions": len(text),
        "changed": Paginator(changed, _CHANGES).get_page(request.GET.get("forskel")),
        "difference": sheet["difference"],
        "corrections": corrections_of(sheet),
        **numbers_of(request, source, place_of),
    }
    return TemplateResponse(request, "admin/minutes/sourcedocument/review.html", context, status=status)
