"""The text of a stored document as it was read once: how it is kept beside the bytes, and found again."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any, Protocol

from .text import READER_VERSION, SourceText, read_plain_text
from .values import Notice


class StoredDocument(Protocol):
    """What is asked of a row: the bytes, and what was read of them, None where an earlier program kept no text."""

    content: Any
    text: str | None
    encoding: str
    page_starts: Any
    notices: Any
    reader_version: int


# The columns that `keep_text` fills.
TEXT_COLUMNS = ("text", "encoding", "page_starts", "notices", "reader_version")


def keep_text(document: StoredDocument, read: SourceText) -> None:
    """Write what was read now into the columns of a document, which is saved by the caller."""
    document.text = read.text
    document.encoding = read.encoding
    document.page_starts = list(read.page_starts)
    document.notices = [list(astuple(notice)) for notice in read.notices]
    document.reader_version = READER_VERSION


def kept_text(document: StoredDocument) -> SourceText:
    """Return the text of a stored document, of which the lines of its problems are numbered.

    A document that an earlier program stored without it is a text file: its lines are as they were numbered then.
    Raises UnreadableSourceError where it is read for the first time, and cannot be.
    """
    if document.text is None:
        return read_plain_text(bytes(document.content))
    notices = tuple(Notice(*notice) for notice in document.notices)
    return SourceText(document.text, document.encoding, tuple(document.page_starts), notices)


def is_read_by_an_older_reader(document: StoredDocument) -> bool:
    """Whether its bytes may say more, or other, than the text that was kept of them."""
    return document.reader_version < READER_VERSION
