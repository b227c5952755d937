"""The page "Upload referater": many files at once, and a line for each that nobody has saved or discarded yet.

A browser with JavaScript sends the files one by one, and gets the line of each; any other sends the form, and gets the
page. Sending a file again changes nothing: the same bytes are recognised.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from django import forms
from django.conf import settings
from django.contrib.admin import ModelAdmin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFilesSent
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_protect

from minutes.admin.rights import may_publish
from minutes.danish.personal_numbers import mask_personal_numbers
from minutes.importing.arrivals.sheet import Verdict
from minutes.importing.arrivals.uploading import DAYS_KEPT
from minutes.models import SourceDocument
from minutes.sources.formats import READ_SUFFIXES

from .uploads import UploadLine, receive_upload

# A megabyte at a time: what is only thrown away needs no more memory, however much it is.
_CHUNK = 1 << 20
# A hundred PDF files take some two minutes; browsers and proxies give an answer up after five.
_MOST_SECONDS = 180
_NOT_READ = "Filen er ikke læst: filerne før den tog for lang tid. Upload den igen."
# More than are worked through in a day; those that came in first are shown first.
_MOST_LINES = 200


class ManyFilesInput(forms.ClearableFileInput):
    """The browser's own file field, which takes several files, by drag and drop too."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """One or more files, each judged on its own later, so that a bad one does not keep the others out."""

    widget = ManyFilesInput

    def clean(self, data: list[UploadedFile], initial: None = None) -> list[UploadedFile]:
        """Return the files; raises ValidationError where there is none."""
        if not data:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return data


class UploadForm(forms.Form):
    """Nothing but files: what becomes of each is said when it has been looked at."""

    files = ManyFilesField(
        label="Filer",
        error_messages={"required": "Vælg mindst én fil."},
        widget=ManyFilesInput(attrs={"accept": ",".join(READ_SUFFIXES)}),
    )


def upload_page(admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """The form above what has come in; PermissionDenied without the right to add meetings."""
    if not admin.has_add_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, admin, UploadForm())
    try:
        return _receive_all(request, admin)
    except (TooManyFilesSent, RequestDataTooBig):
        _read_to_the_end(request)
        return _page(request, admin, UploadForm(), refusal=_too_much(), status=413)


@csrf_protect
def _receive_all(request: HttpRequest, admin: ModelAdmin) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, admin, form, status=400)
    lines = [*_lines(form.cleaned_data["files"], request.user)]
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return render(request, "admin/minutes/meeting/_upload_rows.html", {"lines": lines})
    return _page(request, admin, UploadForm(), sent=lines)


def _lines(files: Sequence[UploadedFile], user: User) -> Iterator[UploadLine]:
    """Read the files in turn, but none any more once that has taken so long that nobody waits for the answer."""
    started = time.monotonic()
    for file in files:
        if time.monotonic() - started < _MOST_SECONDS:
            yield receive_upload(file, user)
        else:
            yield UploadLine(mask_personal_numbers(file.name or ""), refusal=_NOT_READ)


def uploaded() -> list[UploadLine]:
    """Return a line for each upload that nobody has decided on, the oldest first. One query."""
    sources = SourceDocument.objects.uploaded().without_documents().select_related("imported_by")
    return [UploadLine(source.name, source) for source in sources.order_by("pk")[:_MOST_LINES]]


def _page(
    request: HttpRequest,
    admin: ModelAdmin,
    form: UploadForm,
    *,
    sent: Sequence[UploadLine] = (),
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    lines = uploaded()
    # What was kept stands in the list below; the others are named once, and gone.
    just_sent = {line.source.pk for line in sent if line.source}
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": "Upload referater",
        "form": form,
        "refusal": refusal,
        "not_kept": [line for line in sent if line.verdict in (None, Verdict.THERE)],
        "lines": lines,
        "just_sent": just_sent,
        "count": SourceDocument.objects.uploaded().count(),
        "ready": sum(line.verdict is Verdict.READY for line in lines),
        "offers_publishing": may_publish(request),
        "days_kept": DAYS_KEPT,
        "suffixes": ", ".join(READ_SUFFIXES),
        "most_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
        "most_megabytes": settings.ARCHIVE_UPLOAD_MAX_FILE_BYTES >> 20,
    }
    return TemplateResponse(request, "admin/minutes/meeting/upload.html", context, status=status)


def _too_much() -> str:
    files, size = settings.DATA_UPLOAD_MAX_NUMBER_FILES, settings.ARCHIVE_UPLOAD_MAX_FILE_BYTES >> 20
    return (
        f"Der kan højst uploades {files} filer på hver {size} MB ad gangen. "
        "Ingen af filerne er læst: vælg færre, og prøv igen."
    )


def _read_to_the_end(request: HttpRequest) -> None:
    """Read and forget the rest, because a browser shows the answer only when it has sent everything."""
    while request.read(_CHUNK):
        pass
