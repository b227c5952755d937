"""Finds the words that the minutes put between asterisks, which were italics where the text was written."""

from __future__ import annotations

import re
from typing import NamedTuple

# *ord* and *flere ord*; a lone asterisk, "5 * 3" and "**" stay as they are. The bound keeps a line of asterisks
# that are never closed as fast as any other; nobody writes italics over more than a paragraph.
_EMPHASIS = re.compile(r"(?<![*\w])\*(?P<words>[^\s*](?:[^*]{0,2000}[^\s*])?)\*(?![*\w])")


class Run(NamedTuple):
    """A stretch of text that is in italics, or not."""

    text: str
    is_emphasis: bool = False


def find_runs(text: str) -> tuple[Run, ...]:
    """Return the text as runs, in order; joined, they are the text without the asterisks of the italics."""
    if "*" not in text:
        return (Run(text),) if text else ()
    runs: list[Run] = []
    end = 0
    for match in _EMPHASIS.finditer(text):
        runs += [Run(text[end : match.start()]), Run(match["words"], is_emphasis=True)]
        end = match.end()
    runs.append(Run(text[end:]))
    return tuple(run for run in runs if run.text)


def without_marks(text: str) -> str:
    """Return the text in one style, for places that show no italics."""
    return "".join(run.text for run in find_runs(text))
