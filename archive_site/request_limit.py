"""Refuses a request whose files are too large together, before any of them is written to the disk."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class WholeRequestLimit(FileUploadHandler):
    """Stands first among the upload handlers; the files themselves are left to those that follow.

    A single file over ARCHIVE_UPLOAD_MAX_FILE_BYTES is let through to the form, which tells which one it is.
    """

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any) -> None:  # noqa: N803
        """Raise RequestDataTooBig (status 400) when the announced length is more than an upload can have."""
        most = settings.ARCHIVE_UPLOAD_MAX_FILE_BYTES * settings.DATA_UPLOAD_MAX_NUMBER_FILES
        if content_length > most:
            raise RequestDataTooBig(f"The request holds {content_length} bytes; at most {most} are accepted.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the finished file to the next handler."""
