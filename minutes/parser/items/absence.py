"""Who was absent when something was decided: a line below the decision that is no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes.parser.outcomes import classify_outcome
from minutes.parser.values import Line, Outcome

# Fraværende: · Fraværende med afbud: · Afbud fra: · Fraværende under punktet:
_LABEL = r"(?:fraværende|afbud)\b[^:.,]{0,40}:"
_LABELLED = re.compile(rf"\s*+{_LABEL}(?P<names>.*)", re.IGNORECASE)
_LABELLED_BEHIND = re.compile(rf"(?<=[.!?])\s+(?={_LABEL})", re.IGNORECASE)
# A name has two words with a capital at least, and may have a party or an office in brackets: Anne Holm (A)
_NAME = r"[A-ZÆØÅ][\w.'’-]*+(?:\s[A-ZÆØÅ][\w.'’-]*+)++(?:\s?\([^()]*+\))?"
_NAMES = rf"{_NAME}(?:(?:,|;|\sog)\s{_NAME})*+[.,;]?"
_NAMES_ALONE = re.compile(rf"\s*+{_NAMES}\s*+")
# Without a colon nothing but names follows: "Fraværende medlemmer får sagen tilsendt" is text.
_UNLABELLED = re.compile(
    rf"\s*+(?i:fraværende|afbud)(?:\s(?i:med|uden)\s(?i:afbud)|\s(?i:fra))?(?:\s+{_NAMES})?\s*+"
)


def split_absent(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of a decision without those that say who was absent, and these."""
    if not any(map(_may_say, lines)):
        return tuple(lines), ()
    decided: list[Line] = []
    absent: list[Line] = []
    goes_on = False
    for line in lines:
        if goes_on and _NAMES_ALONE.fullmatch(line.text):
            absent.append(line)
            continue
        goes_on = False
        for part in _parts(line):
            if _says_who_is_absent(part.text):
                absent.append(part)
                goes_on = part.text.rstrip().lower().endswith((":", ",", "fraværende", "afbud"))
            else:
                decided.append(part)
    return tuple(decided), tuple(absent)


def _may_say(line: Line) -> bool:
    """A look at letters that stand in both the small and the shouted word; it spares most decisions the patterns."""
    text = line.text
    return "raværende" in text or "fbud" in text or "RAVÆRENDE" in text or "FBUD" in text


def _parts(line: Line) -> Iterator[Line]:
    """A line, in two where those who were absent stand behind what was decided."""
    behind = _LABELLED_BEHIND.search(line.text)
    yield from line.split_at(behind.start()) if behind else (line,)


def _says_who_is_absent(text: str) -> bool:
    labelled = _LABELLED.fullmatch(text)
    if labelled:
        # "Fraværende: Anne Holm. Indstillingen blev godkendt." is the decision, too.
        return classify_outcome(labelled["names"]) is Outcome.OTHER
    return _UNLABELLED.fullmatch(text) is not None
