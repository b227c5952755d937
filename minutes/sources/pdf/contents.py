"""The table of contents: titles, leaders and page numbers become `<title>.....<TAB><page>`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADING = re.compile(r"indhold(?:sfortegnelse)?:?|oversigt over punkter", re.IGNORECASE)
# At least this many dots lead the eye; they may stand apart, and be drawn as other signs.
_ENTRY = re.compile(
    r"(?P<title>(?:(?![._…·]\s?[._…·]\s?[._…·]\s?[._…·]).)*+)(?:[._…·]\s?){4,}+\s*(?P<page>[0-9]{1,4})"
)
_PAGE_NUMBER = re.compile(r"[0-9]{1,4}")


def is_contents_heading(text: str) -> bool:
    """Whether a line says that the contents follow."""
    return _HEADING.fullmatch(text) is not None


def has_leader(text: str) -> bool:
    """Whether a line is a title, a row of dots and a page number."""
    return _ENTRY.fullmatch(text) is not None


def contents_entry(text: str) -> str | None:
    """The line of the contents that a line with a leader is: "Lukket . . . . . 7"."""
    match = _ENTRY.fullmatch(text)
    return _entry(match["title"], match["page"]) if match else None


def contents_rows(rows: Sequence[Sequence[str]]) -> list[str] | None:
    """The lines of contents that are laid out as a table without dots; None where another table begins.

    A title of several lines has its page number at the first of them, or at the last: as the first title has it.
    """
    entries = [(" ".join(filter(None, row[:-1])), row[-1]) for row in rows]
    if not all(_PAGE_NUMBER.fullmatch(page) or not page for _, page in entries):
        return None
    joined: list[tuple[str, str]] = []
    is_at_first = bool(entries[0][1])
    for title, page in entries:
        goes_on = joined and (not page if is_at_first else not joined[-1][1])
        if goes_on:
            above, number = joined.pop()
            joined.append((f"{above} {title}", number or page))
        else:
            joined.append((title, page))
    return [_entry(title, page) for title, page in joined]


def _entry(title: str, page: str) -> str:
    return f"{title.strip()}.....\t{page}"
