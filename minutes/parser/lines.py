"""Text to numbered lines.

The text is clean already, with LF between its lines: `minutes.sources.text` says what that means. Numbers count from 1;
blanks at a line's end are gone, but a TAB there stays, for it is an empty table cell; blank lines are left out.
"""

from __future__ import annotations

from .problems import MinutesSyntaxError
from .values import Line

# Several times the longest minutes there are; more is no meeting, and would take the reader minutes.
MOST_LINES = 50_000


def read_lines(text: str) -> tuple[Line, ...]:
    """All non-blank lines of a text, in order. Raises MinutesSyntaxError for more than MOST_LINES lines."""
    count = text.count("\n") + 1
    if count > MOST_LINES:
        raise MinutesSyntaxError(f"højst {MOST_LINES} linjer", f"{count} linjer", MOST_LINES + 1)
    return tuple(
        Line(number, line.rstrip(" "))
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    )


def is_adjacent(first: Line, second: Line) -> bool:
    """Whether no blank line stands between two lines that follow each other."""
    return second.number == first.number + 1
