"""What a place in a text points to, before the place is known as one of a line."""

from __future__ import annotations

from dataclasses import dataclass, replace

from minutes.danish.times import StatedTime
from minutes.parser.told.values import ReferenceKind


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a text points to, `text[start:end]`; the fields are those of a reference."""

    start: int
    end: int
    kind: ReferenceKind
    is_certain: bool
    body: str = ""
    time: StatedTime | None = None
    number: str = ""
    title: str = ""
    is_calendar: bool = False

    def moved(self, by: int) -> Pointer:
        """The same, of a sentence that stands so far into its line."""
        return replace(self, start=self.start + by, end=self.end + by)

    def is_beside(self, other: Pointer) -> bool:
        """Whether this one says nothing more where the other stands: not of two bodies that share a date."""
        share_place = self.start < other.end and other.start < self.end
        are_dated = self.time is not None and self.time is other.time
        return share_place and not are_dated
