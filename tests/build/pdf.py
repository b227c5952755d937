"""PDF files for tests, written by hand: pages of lines in a font that every reader has, and whatever else is asked."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_LINES_ON_A_PAGE = 48
_HEADER = b"%PDF-1.7\n%\xe6\xf8\xe5\xc6\n"


def pdf(text: str, *more_pages: str) -> bytes:
    """Return a PDF of a text, as many pages as it takes, and of others that each begin a page."""
    pages = [page for part in (text, *more_pages) for page in pages_of(part.split("\n"))]
    return of_contents([drawn(page) for page in pages])


def of_contents(contents: Sequence[bytes], resources: bytes = b"") -> bytes:
    """Return a PDF with a page for each of these streams of drawing commands."""
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: _FONT}
    keys = range(4, 4 + 2 * len(contents), 2)
    kids = b" ".join(b"%d 0 R" % key for key in keys)
    objects[2] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), kids)
    for key, content in zip(keys, contents, strict=True):
        objects[key] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> %s >> >>" % (key + 1, resources)
        )
        objects[key + 1] = stream(content)
    return assembled(objects)


def stream(content: bytes, entries: bytes = b"", *, layers: int = 1) -> bytes:
    """Return a stream object, packed as often as there are layers."""
    for _ in range(layers):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode " * layers
    return b"<< /Length %d /Filter [ %s] %s >>\nstream\n%s\nendstream" % (
        len(content),
        filters,
        entries,
        content,
    )


def assembled(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """Return the file of these objects by their numbers, the first of them the catalogue, with its cross references."""
    file = bytearray(_HEADER)
    places = {}
    for key, content in sorted(objects.items()):
        places[key] = len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (key, content)
    start = len(file)
    last = max(objects)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for key in range(1, last + 1):
        file += b"%010d 00000 n \n" % places[key] if key in places else b"0000000000 00000 f \n"
    file += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, trailer, start)
    return bytes(file)


def pages_of(lines: Sequence[str]) -> list[Sequence[str]]:
    """Return the lines of each page."""
    return [lines[at : at + _LINES_ON_A_PAGE] for at in range(0, len(lines), _LINES_ON_A_PAGE)]


def drawn(lines: Sequence[str]) -> bytes:
    """Return the commands that draw lines below each other, 15 points apart, in letters of 10."""
    commands = [b"BT /F1 10 Tf 60 780 Td 15 TL"]
    for line in lines:
        escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        commands.append(b"(%s) Tj T*" % escaped.encode("cp1252", "replace"))
    return b"\n".join([*commands, b"ET"])
