"""The page that saves or publishes all uploads that are ready: it shows first which are, and why others are not."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from minutes.admin.rights import may_publish, may_save_versions, may_upload
from minutes.importing.arrivals import uploading
from minutes.importing.arrivals.sheet import Verdict, look_again
from minutes.importing.arrivals.uploading import AlreadyDecidedError
from minutes.importing.recognition.meeting_of_document import UnlikeMeetingError
from minutes.importing.results import ImportStatus
from minutes.models import SourceDocument
from minutes.parser.problems import MinutesSyntaxError
from minutes.sources.values import UnreadableSourceError

from .upload_page import uploaded
from .uploads import UploadLine

_VERSIONS = (ImportStatus.NEW_VERSION, ImportStatus.WAITING)
_NO_RIGHT = "Det er en ny version, og du har ikke ret til at ændre møder."
_REFUSALS = (AlreadyDecidedError, UnlikeMeetingError, UnreadableSourceError, MinutesSyntaxError)
# More messages are not read.
_MOST_TOLD = 20


def ready_page(admin: ModelAdmin, request: HttpRequest, *, publish: bool) -> HttpResponse:
    """Ask, and then save what is ready, and with `publish` show it to everybody; PermissionDenied without the right."""
    if not may_upload(request) or (publish and not may_publish(request)):
        raise PermissionDenied
    if request.method == "POST":
        # What was shown is done and no more: others may have come in meanwhile.
        return _save(request, request.POST.getlist("upload"), publish)
    lines = uploaded()
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": "Offentliggør alle, der er klar" if publish else "Gem alle, der er klar",
        "publish": publish,
        "ready": [line for line in lines if not _why_not(request, line)],
        "left_out": [(line, _why_not(request, line)) for line in lines if _why_not(request, line)],
    }
    return TemplateResponse(request, "admin/minutes/meeting/ready.html", context)


def _why_not(request: HttpRequest, line: UploadLine) -> list[str]:
    """Why an upload is left out; nothing where it is ready."""
    if line.verdict is Verdict.READY:
        is_version = line.source and line.source.verdict.get("becomes") in _VERSIONS
        return [_NO_RIGHT] if is_version and not may_save_versions(request) else []
    return line.reasons or [line.state]


def _save(request: HttpRequest, keys: list[str], publish: bool) -> HttpResponse:
    chosen = [int(key) for key in keys if key.isdecimal() and len(key) < 19]
    saved, told = 0, []
    for source in SourceDocument.objects.uploaded().filter(pk__in=chosen).order_by("pk"):
        # As it is now: what it is compared with may have changed since the page was shown.
        look_again(source)
        if why_not := _why_not(request, UploadLine(source.name, source)):
            told.append(f"{source.name} er ikke gemt: {' '.join(why_not)}")
            continue
        try:
            result = uploading.save(source, request.user, publish=publish)
        except _REFUSALS as error:
            told.append(f"{source.name} er ikke gemt: {error}")
            continue
        saved += 1
        if result.obstacles:
            told.append(f"{result.meeting} er ikke offentliggjort: {' '.join(map(str, result.obstacles))}")
    if saved or not told:
        what = "offentliggjort" if publish else "gemt"
        messages.success(request, f"1 fil er {what}." if saved == 1 else f"{saved} filer er {what}.")
    for sentence in told[:_MOST_TOLD]:
        messages.warning(request, sentence)
    return HttpResponseRedirect(reverse("admin:minutes_meeting_add"))
