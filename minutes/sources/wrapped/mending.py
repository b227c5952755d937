"""A wrapped text becomes paragraphs, in rounds: what one leaves in place, the next may see more clearly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes.sources.removals import counted, removals
from minutes.sources.values import Notice, ReadText

from .furniture import find_furniture
from .margin import Margin, find_margin, may_be_broken
from .paragraphs import Mended, mend_lines
from .printed_lines import read_line

# Two are enough for all that was met; a text that keeps changing is none that a printer made.
_MOST_ROUNDS = 4
# A thousand pages; the parser takes no more lines.
_MOST_LINES = 50_000
# Cells that came out one by one are short lines below each other; so are names.
_FEWEST_SHORT, _SHORT = 4, 0.45
_MOST_NAMED = 5


def mend_wrapped(text: str) -> ReadText:
    """Return a text without its running heads and feet, and with the lines of each paragraph made one.

    A text that shows no sign of having been printed comes back as it is, and so does a text that was put right before.
    """
    if text.count("\n") > _MOST_LINES:
        return ReadText(text)
    whole = Mended(text.split("\n"))
    if not may_be_broken(whole.lines) and not find_furniture(whole.lines):
        return ReadText(text)
    margin: Margin | None = None
    for _ in range(_MOST_ROUNDS):
        furniture = find_furniture(whole.lines)
        lines = [None if at in furniture else read_line(line) for at, line in enumerate(whole.lines)]
        margin_now = find_margin(lines, map(len, whole.lines))
        margin = margin or margin_now
        is_printed = bool(furniture or margin_now)
        found = mend_lines(whole.lines, lines, furniture, margin_now) if is_printed else whole
        if found.lines == whole.lines:
            return ReadText("\n".join(whole.lines), notices=tuple(_notices(whole, margin)))
        whole = _both(whole, found)
    return ReadText(text)


def _both(first: Mended, second: Mended) -> Mended:
    return Mended(
        second.lines,
        first.removed + second.removed,
        first.hyphens + second.hyphens,
        first.joined + second.joined,
    )


# What there is to say


def _notices(whole: Mended, margin: Margin | None) -> Iterator[Notice]:
    yield from removals(whole.removed, whole.hyphens)
    if whole.joined and margin:
        yield _about_lines(whole, _tables_in_doubt(whole.lines, margin))


def _about_lines(whole: Mended, doubts: Sequence[tuple[int, int]]) -> Notice:
    joined = counted(
        whole.joined,
        "linje er føjet til den linje, som den fortsætter",
        "linjer er føjet til de linjer, som de fortsætter",
    )
    if not doubts:
        return Notice(1, "text_rewrapped", f"Teksten er ombrudt: {joined}.")
    named = ", ".join(f"{first}-{last}" for first, last in doubts[:_MOST_NAMED])
    rest = " og flere steder" if len(doubts) > _MOST_NAMED else ""
    return Notice(
        doubts[0][0],
        "text_rewrapped",
        f"Teksten er ombrudt: {joined}. I linje {named}{rest} kan der have stået en tabel, hvis kolonner gik tabt. "
        "Indlæs hellere det PDF- eller Word-dokument, som teksten kommer fra.",
        is_warning=True,
    )


def _tables_in_doubt(lines: Sequence[str], margin: Margin) -> list[tuple[int, int]]:
    """The first and the last number of lines that may be cells, one below the other or with blanks between."""
    doubts: list[tuple[int, int]] = []
    start: int | None = None
    for place, written in enumerate([*lines, ""]):
        line = read_line(written)
        is_cell = (
            line is not None
            and "\t" not in written
            and not (line.marker or line.is_alone or line.has_leader)
            and (line.has_columns or (line.is_open and line.end < _SHORT * margin.column))
        )
        if is_cell:
            start = place if start is None else start
        elif start is not None:
            if place - start >= _FEWEST_SHORT:
                doubts.append((start + 1, place))
            start = None
    return doubts
