"""Hands out stored bytes as a file to be saved: never shown by the browser as a page of the archive."""

from __future__ import annotations

import io
from pathlib import PurePath
from typing import BinaryIO

from django.http import FileResponse


def download(
    content: bytes | BinaryIO, name: str, content_type: str = "application/octet-stream"
) -> FileResponse:
    """Return an answer that the browser saves under the last part of `name`, whatever the bytes look like."""
    stream = io.BytesIO(content) if isinstance(content, bytes) else content
    response = FileResponse(stream, as_attachment=True, filename=_printable(PurePath(name).name))
    response.headers["Content-Type"] = content_type
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _printable(name: str) -> str:
    """Without line breaks and other characters that no header may hold."""
    return "".join(character for character in name if character.isprintable()) or "fil"
