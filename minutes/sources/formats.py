"""What a file is: by how its bytes begin, or by how its name ends. What the archive reads is text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

# How the name of a file ends whose bytes are read as text; in capitals, too.
TEXT_SUFFIX = ".txt"
# How the names of all files end that are read: what an upload and a folder are looked through for.
READ_SUFFIXES = (TEXT_SUFFIX,)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that is no text: how its bytes begin, and what the archivist reads that it is."""

    signature: bytes
    name: str


FORMATS = (
    Format(b"%PDF-", "et PDF-dokument"),
    Format(b"PK\x03\x04", "en zip-fil, som Word-dokumenter (.docx) også er"),
    Format(b"\xd0\xcf\x11\xe0", "et ældre Word- eller Excel-dokument"),
    Format(b"{\\rtf", "et RTF-dokument"),
    Format(b"\x1f\x8b", "en pakket fil (gzip)"),
    Format(b"\x89PNG", "et billede (PNG)"),
    Format(b"\xff\xd8\xff", "et billede (JPEG)"),
    Format(b"GIF8", "et billede (GIF)"),
)
# How much of a text is looked at for a signature that hid behind characters that nobody sees.
LONGEST_SIGNATURE = max(len(kind.signature) for kind in FORMATS)


def match_format(content: bytes) -> Format | None:
    """The format whose signature a file begins with, or None where it may be text."""
    return next((kind for kind in FORMATS if content.startswith(kind.signature)), None)


def is_named_as_read(path: PurePath) -> bool:
    """Whether a file's name says that it is of a format that is read: "referat.txt", "REFERAT.TXT"."""
    return path.suffix.lower() in READ_SUFFIXES
