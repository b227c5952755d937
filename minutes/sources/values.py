"""What is read from a file, whoever reads it: its text, where its pages begin, and what there is to say of it."""

from __future__ import annotations

from dataclasses import dataclass


class UnreadableSourceError(ValueError):
    """The bytes are no text that can be read; the message says in Danish what they are and what to do."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What an archivist should know of how a file was read: a sentence in Danish on a line of the text, 1 or more."""

    line: int
    code: str
    message: str
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class ReadText:
    """The text of a file as its reader gives it, in lines that end with LF.

    `page_starts` are the numbers of the lines that its pages begin with, the first of them 1; a file without pages, as
    plain text and Word have it, has none.
    """

    text: str
    page_starts: tuple[int, ...] = ()
    notices: tuple[Notice, ...] = ()
