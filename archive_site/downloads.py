"""Hands out stored bytes as a file to be saved: never shown by the browser as a page of the archive."""

from __future__ import annotations

import io
import re
from typing import BinaryIO

from django.http import FileResponse

# What a file is called that has no name of its own.
_NAMELESS = "fil"
_FOLDERS = re.compile(r".*[/\\]", re.DOTALL)


def download(
    content: bytes | BinaryIO, name: str, content_type: str = "application/octet-stream"
) -> FileResponse:
    """Return an answer that the browser saves under the last part of `name`, whatever the bytes look like."""
    stream = io.BytesIO(content) if isinstance(content, bytes) else content
    response = FileResponse(stream, as_attachment=True, filename=last_part(name))
    response.headers["Content-Type"] = content_type
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def last_part(name: str) -> str:
    """Return the name of a file without its folders, of whatever system, and what no header and no list may hold.

    Line breaks, other control characters, and those that turn the direction of writing are left out.
    """
    shown = "".join(character for character in _FOLDERS.sub("", name) if character.isprintable())
    # Names of dots alone are folders, too.
    return shown.strip() if shown.strip(" .") else _NAMELESS
