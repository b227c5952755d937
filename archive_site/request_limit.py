"""How much of a request is read: what forms need, and files only where they are taken, from those who may send them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, TemporaryFileUploadHandler
from django.http import HttpRequest, multipartparser

# Of the lines before each file, in bytes: a name of 255 letters, of up to four bytes each, and what stands around it.
# Django's limit is a constant of a module, and half of that.
multipartparser.MAX_TOTAL_HEADER_SIZE = 2048

View = TypeVar("View", bound=Callable[..., Any])


class LengthRequired(BadRequest):
    """The body comes in pieces, and nobody can say how long it will be: it is not read."""


def takes_files(permission: str) -> Callable[[View], View]:
    """Mark a view of the admin as one that takes files, from those who have the permission ("minutes.add_meeting")."""

    def mark(view: View) -> View:
        view.takes_files_from = permission
        return view

    return mark


def may_send_files(request: HttpRequest, view: Callable[..., Any]) -> bool:
    """Tell whether the view takes files from whoever asks; nothing of the request's body is read for that."""
    permission = getattr(view, "takes_files_from", None)
    return bool(permission) and request.user.has_perm(permission)


def announced_bytes(request: HttpRequest) -> int:
    """Return the length that the request gives for its body, of which no more is read; 0 where it gives none."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


class WholeRequestLimit(FileUploadHandler):
    """Refuses files that are too large together, before any of them is written to the disk.

    Stands first among the upload handlers; the files themselves are left to those that follow. A single file over
    ARCHIVE_UPLOAD_MAX_FILE_BYTES is let through to the form, which tells which one it is.
    """

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any) -> None:  # noqa: N803
        """Raise RequestDataTooBig (status 413) when the announced length is more than an upload can have."""
        most = settings.ARCHIVE_UPLOAD_MAX_FILE_BYTES * settings.DATA_UPLOAD_MAX_NUMBER_FILES
        if content_length > most:
            raise RequestDataTooBig(f"The request holds {content_length} bytes; at most {most} are accepted.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the finished file to the next handler."""


class NamelessTemporaryFile(TemporaryFileUploadHandler):
    """Writes a large file to the disk under a name of ours: the ending of its own may be longer than a disk takes."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        FileUploadHandler.new_file(self, *args, **kwargs)
        self.file = TemporaryUploadedFile("fil", self.content_type, 0, self.charset, self.content_type_extra)
        self.file.name = self.file_name
