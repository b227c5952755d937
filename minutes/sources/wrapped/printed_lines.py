"""A line of a file as it was printed: what it can be, by its signs alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes.danish.dates import YEAR, is_month
from minutes.danish.markers import MARKER, read_marker
from minutes.sources.standing_alone import stands_alone

# No printer sets more characters in a line; longer ones are paragraphs, and need no looking at.
LONGEST_PRINTED = 200
_ENDS_OF_SENTENCES = (".", ":", ";", "?", "!")
_CLOSING, _OPENING = "\"”»)'", "\"“«»('"
# What may stand before a line's first word.
BEFORE_WORDS = " \t" + _OPENING
_MARKED = re.compile(
    rf"(?P<marker>{MARKER}|[•·▪◦●○■□*‣]|\([a-z0-9]{{1,2}}\))(?:\s+(?P<text>\S.*))?", re.DOTALL
)
# Title.....3 · Title . . . . 3
_LEADER = re.compile(r"(?:[.…·_]\s?){4,}\s*[0-9]{0,4}$")
# Columns stand three blanks apart at least.
_WIDE_GAP = re.compile(r"\S {3,}\S")
_GAP = re.compile(r"\S {2,}(?=\S)")
_FEW_WORDS = 4
_PAGE = re.compile(r"[0-9]{1,4}")
_CASE_NUMBER = re.compile(r"(?:sagsnr\.?:?\s*)?[0-9]{2}/[0-9]{1,7}", re.IGNORECASE)
# A date that is broken: "27-08-" and "2013".
_BROKEN_DATE = re.compile(r"(?:^|\s)[0-9]{1,2}-[0-9]{1,2}-$")
_YEAR = re.compile(YEAR)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line, and what it says by itself. `text` is without the blanks at its ends, `end` where it ends on the page."""

    text: str
    indent: int
    end: int
    is_alone: bool
    is_item: bool
    has_leader: bool
    has_columns: bool
    is_case_number: bool
    # Where the text of the second column begins, where there is one.
    second_cell: int
    marker: str
    marked_text: str

    @property
    def is_open(self) -> bool:
        """Whether a sentence goes on behind the line's end."""
        return not self.text.rstrip(_CLOSING).endswith(_ENDS_OF_SENTENCES)

    @property
    def is_tabbed(self) -> bool:
        return "\t" in self.text

    @property
    def is_bullet(self) -> bool:
        """Whether the marker counts nothing."""
        return self.marker != "" and not self.marker[0].isalnum() and self.marker[0] != "("

    @property
    def begins_small(self) -> bool:
        return self.text.lstrip(_OPENING)[:1].islower()

    def is_completed_by(self, following: PrintedLine) -> bool:
        """Whether what a line ends with is nothing without the next: half a date, a marker, dots without a page."""
        if _BROKEN_DATE.search(self.text[-12:]):
            return _YEAR.match(following.text) is not None
        if self.marker and not self.marked_text:
            return True
        return self.has_leader and not self.text[-1].isdigit() and _PAGE.fullmatch(following.text) is not None

    @property
    def ends_in_word(self) -> bool:
        """Whether a hyphen says that a word goes on."""
        return self.text.endswith("-") and self.text[-2:-1].islower()

    @property
    def first_word(self) -> str:
        return self.text.split(None, 1)[0]


def read_line(written: str) -> PrintedLine | None:
    """A line as it was printed; None for an empty one, and for one that no printer sets."""
    text = written.strip()
    if not text or len(written) > LONGEST_PRINTED:
        return None
    marked = _MARKED.fullmatch(text)
    is_marked = marked is not None and not _is_ordinal(marked["marker"], marked["text"] or "")
    alone = stands_alone(text)
    second_cell = _second_cell(written)
    if "\t" in written:
        # An empty cell at the end is a cell.
        text = written.lstrip(" ")
    elif not second_cell:
        text = " ".join(text.split())
    return PrintedLine(
        text,
        indent=len(written) - len(written.lstrip()),
        end=len(written.rstrip()),
        is_alone=alone,
        is_item=alone and text[:1] in "Pp",
        has_leader=_LEADER.search(text[-60:]) is not None,
        has_columns="\t" in written or second_cell > 0,
        is_case_number=alone and _CASE_NUMBER.fullmatch(text) is not None,
        second_cell=second_cell,
        marker=marked["marker"] if marked and is_marked else "",
        marked_text=(marked["text"] or "") if marked and is_marked else "",
    )


def _second_cell(written: str) -> int:
    """Where the text of a second column begins; 0 where a line is one text, be it set justified."""
    gap = _WIDE_GAP.search(written)
    if gap is None:
        return 0
    words = written.split()
    # A justified line has gaps all along; of a row some cells have several words, or there are few.
    gaps = len(_GAP.findall(written))
    is_justified = len(words) > _FEW_WORDS and gaps > (len(words) - 1) / 2
    return 0 if is_justified else gap.end() - 1


def _is_ordinal(marker: str, text: str) -> bool:
    """Whether a number is a date's or an ordinal ("3. september", "2. budgetopfølgning"), and no entry of a list."""
    if marker[-1:] != "." or not text or read_marker(marker).kind != "number":
        return False
    word = text.split(None, 1)[0]
    return is_month(word) or text[0].isdigit()
