"""What does not fit together in a document: remarks with their line, and the error where nothing can be made of it."""

from __future__ import annotations

from dataclasses import dataclass

from .worded import Worded

# The code of the error that an item may be closed; it is settled once somebody says whether it is.
CLOSED_IN_DOUBT = "closed_in_doubt"
# The same of an item that was closed in the version before.
CLOSED_BEFORE = "closed_before"


class MinutesSyntaxError(ValueError):
    """No meeting can be made of the text: what was expected, what was found, and in which line (from 1)."""

    def __init__(self, expected: str, found: str, line: int) -> None:
        super().__init__(f"Forventede {expected}, men fandt {found} (linje {line})")
        self.expected = expected
        self.found = found
        self.line = line


class Severity(Worded):
    INFO = "info", "til orientering"
    WARNING = "warning", "advarsel"
    ERROR = "error", "fejl"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the archivist should see: a stable code, and a Danish sentence.

    `item` is the place on the agenda, from 1, of the item that a decision about it settles; None where there is none.
    """

    line: int
    code: str
    severity: Severity
    message: str
    item: int | None = None

    @property
    def asks_whether_closed(self) -> bool:
        """Whether it is answered by saying of its item that it is closed, or open."""
        return self.code in (CLOSED_IN_DOUBT, CLOSED_BEFORE)
