"""The page "Upload referater": many files at once, and an answer with one line for each.

The answer is given to the POST itself, without a redirect: sending the form again changes nothing, because
the same bytes are recognised, and the page then says of each file that it is already there.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.admin import ModelAdmin
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFilesSent
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.datastructures import MultiValueDict
from django.views.decorators.csrf import csrf_protect

from minutes.danish.personal_numbers import mask_personal_numbers
from minutes.importing.recognition.meeting_of_document import TakeAs
from minutes.importing.results import ImportStatus
from minutes.sources.formats import READ_SUFFIXES

from .uploads import TAKEN_AS, UploadReport, import_upload

# A megabyte at a time: what is only thrown away needs no more memory, however much it is.
_CHUNK = 1 << 20
# A hundred PDF files take some two minutes; browsers and proxies give an answer up after five.
_MOST_SECONDS = 180
_NOT_READ = "Filen er ikke læst: filerne før den tog for lang tid. Upload den igen."


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
    """Files, and whether everybody may see them at once."""

    files = ManyFilesField(
        label="Filer",
        error_messages={"required": "Vælg mindst én fil."},
        widget=ManyFilesInput(attrs={"accept": ",".join(READ_SUFFIXES)}),
    )
    publish = forms.BooleanField(
        label="Offentliggør straks",
        required=False,
        help_text="Ellers bliver nye møder kladder, som kun medarbejdere kan se, "
        "og nye versioner af offentliggjorte møder venter.",
    )
    take_as = forms.ChoiceField(
        label="Filerne er",
        required=False,
        choices=[(way.name.lower(), words) for way, words in TAKEN_AS.items()],
        help_text="Vælg kun andet, hvis arkivet har spurgt om det: valget gælder alle filerne.",
    )

    def __init__(self, *args, may_publish: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not may_publish:
            del self.fields["publish"]

    def clean_take_as(self) -> TakeAs:
        """What the files are taken as; as nothing was chosen, what their items say."""
        return TakeAs[(self.cleaned_data["take_as"] or TakeAs.FOUND.name).upper()]


def upload_page(admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """The form, or what became of the files sent; PermissionDenied without the right to add meetings."""
    if not admin.has_add_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return _form_page(request, admin, _form(request, admin))
    try:
        return _import_all(request, admin)
    except (TooManyFilesSent, RequestDataTooBig):
        _read_to_the_end(request)
        return _form_page(request, admin, _form(request, admin), refusal=_too_much(), status=413)


@csrf_protect
def _import_all(request: HttpRequest, admin: ModelAdmin) -> HttpResponse:
    form = _form(request, admin, request.POST, request.FILES)
    if not form.is_valid():
        return _form_page(request, admin, form, status=400)
    how = {
        "publish": form.cleaned_data.get("publish", False),
        "take_as": form.cleaned_data["take_as"],
    }
    reports = [*_reports(form.cleaned_data["files"], request.user, how)]
    for report in reports:
        _log(request, admin, report)
    return _page(request, admin, "upload_result.html", "Uploadede referater", reports=reports)


def _reports(
    files: Sequence[UploadedFile], user: AbstractBaseUser | AnonymousUser, how: dict[str, Any]
) -> Iterator[UploadReport]:
    """Read the files in turn, but none any more once that has taken so long that nobody waits for the answer."""
    started = time.monotonic()
    for file in files:
        if time.monotonic() - started < _MOST_SECONDS:
            yield import_upload(file, user, **how)
        else:
            yield UploadReport(mask_personal_numbers(file.name or ""), refusal=_NOT_READ)


def _form(request: HttpRequest, admin: ModelAdmin, *data: MultiValueDict) -> UploadForm:
    return UploadForm(*data, may_publish=admin.has_change_permission(request))


def _form_page(
    request: HttpRequest, admin: ModelAdmin, form: UploadForm, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    return _page(request, admin, "upload.html", "Upload referater", form=form, refusal=refusal, status=status)


def _page(
    request: HttpRequest,
    admin: ModelAdmin,
    template: str,
    title: str,
    *,
    status: int = 200,
    **context: object,
) -> HttpResponse:
    context |= {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": title,
        "suffixes": ", ".join(READ_SUFFIXES),
        "most_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
        "most_megabytes": settings.ARCHIVE_UPLOAD_MAX_FILE_BYTES >> 20,
    }
    return TemplateResponse(request, f"admin/minutes/meeting/{template}", context, status=status)


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


def _log(request: HttpRequest, admin: ModelAdmin, report: UploadReport) -> None:
    if report.result is None or report.result.status in (ImportStatus.ALREADY_THERE, ImportStatus.EARLIER):
        return
    log = admin.log_addition if report.result.status == ImportStatus.IMPORTED else admin.log_change
    log(request, report.result.meeting, f"{report.result.status.label}: {report.name}")
