"""The files of attachments: the minutes give an attachment's title, the archivist adds the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.widgets import AdminFileWidget
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import FileExtensionValidator
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive_site.downloads import download
from archive_site.request_limit import takes_files
from minutes.admin.lists import ArchiveAdmin
from minutes.admin.rights import STORE_FILES, WrittenByImport
from minutes.admin.unchanged_since import UnchangedSince
from minutes.importing.review.attachment_files import store_file
from minutes.models import Attachment
from minutes.models.lengths import longest
from minutes.models.visibility import reads_originals

# Documents and pictures: nothing that a browser would run.
_SUFFIXES = (
    *("pdf", "doc", "docx", "odt", "rtf", "txt"),
    *("xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp"),
    *("png", "jpg", "jpeg", "tif", "tiff"),
)


@dataclass(frozen=True, slots=True)
class _StoredFile:
    """A stored file as the widget's template shows it; uploaded files have no address but our download."""

    name: str
    url: str

    def __str__(self) -> str:
        return self.name


class AttachmentFileInput(AdminFileWidget):
    """The file that is there as a link to its download, and a field to replace or remove it."""

    def format_value(self, value: FieldFile | UploadedFile | None) -> _StoredFile | None:
        if not self.is_initial(value):
            return None
        return _StoredFile(value.instance.file_name, download_address(value.instance))


class DocumentField(forms.FileField):
    """A document or a picture of limited size, under a name of up to as many letters as its column has."""

    def __init__(self, label: str = "Fil", **arguments: Any) -> None:
        super().__init__(
            label=label,
            required=False,
            max_length=longest(Attachment, "file_name"),
            validators=[FileExtensionValidator(_SUFFIXES)],
            **arguments,
        )

    def clean(self, data: Any, initial: Any = None) -> UploadedFile | FieldFile | bool | None:
        """Return the file; raises ValidationError where a new one is too large."""
        file = super().clean(data, initial)
        most = settings.ARCHIVE_UPLOAD_MAX_FILE_BYTES
        if isinstance(file, UploadedFile) and file.size > most:
            raise forms.ValidationError(
                f"Filen er for stor: der kan højst uploades {most >> 20} MB ad gangen."
            )
        return file


class AttachmentForm(UnchangedSince):
    """The file of an attachment."""

    file = DocumentField(widget=AttachmentFileInput)

    class Meta:
        model = Attachment
        fields = ("file",)


@admin.register(Attachment)
class AttachmentAdmin(WrittenByImport, ArchiveAdmin):
    """All attachments, among them those whose file is still missing."""

    form = AttachmentForm
    list_display = ("title", "item", "stored_file", "looked_through")
    list_filter = (("file", admin.EmptyFieldListFilter), "file_check", "item__meeting__body")
    list_select_related = ("item__meeting__body",)
    search_fields = ("title", "item__title", "item__case__number")
    date_hierarchy = "item__meeting__date"
    ordering = ("-item__meeting__date", "item__position", "position")
    readonly_fields = ("item", "title", "stored_file", "looked_through")

    def get_fields(self, request: HttpRequest, obj: Attachment | None = None) -> tuple[str, ...]:
        file = "file" if self.has_change_permission(request, obj) else "stored_file"
        return ("item", "title", file, "looked_through", *self.noticing(request, obj))

    def get_urls(self) -> list[URLPattern]:
        address = path(
            "<int:pk>/download/",
            self.admin_site.admin_view(self.download_file),
            name="minutes_attachment_download",
        )
        return [address, *super().get_urls()]

    @takes_files(STORE_FILES)
    def change_view(self, request: HttpRequest, object_id: str, *arguments: object) -> HttpResponse:
        return super().change_view(request, object_id, *arguments)

    def download_file(self, request: HttpRequest, pk: int) -> FileResponse:
        """The file; 404 where there is none, PermissionDenied where it is held back from this reader."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        attachment = get_object_or_404(Attachment.objects.exclude(file=""), pk=pk)
        if attachment.readable_file is None and not reads_originals(request.user):
            raise PermissionDenied
        try:
            return download(attachment.file.open(), attachment.file_name)
        except FileNotFoundError as error:
            raise Http404("Filen findes ikke længere på serveren.") from error

    def save_model(self, request: HttpRequest, obj: Attachment, form: AttachmentForm, change: bool) -> None:
        if "file" in form.changed_data:
            store_file(obj, form.cleaned_data["file"], by=request.user)

    @admin.display(description="fil", empty_value="mangler")
    def stored_file(self, attachment: Attachment) -> SafeString | None:
        return _file_link(attachment)

    @admin.display(description="personnumre", empty_value="")
    def looked_through(self, attachment: Attachment) -> str | None:
        return _looked_through(attachment)


def _looked_through(attachment: Attachment) -> str | None:
    """What is known of personal numbers in the file; None where there is none."""
    return attachment.get_file_check_display() if attachment.file else None


def _file_link(attachment: Attachment) -> SafeString | None:
    if not attachment.file:
        return None
    return format_html('<a href="{}">{}</a>', download_address(attachment), attachment.file_name)


def download_address(attachment: Attachment) -> str:
    """Return where the file is handed out to those who work here, published or not."""
    return reverse("admin:minutes_attachment_download", args=[attachment.pk])
