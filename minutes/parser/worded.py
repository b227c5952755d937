"""The base of the vocabularies: words that programs and rows use, each with the Danish one that people read."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Worded(StrEnum):
    """A vocabulary: what rows and programs call a thing, and the Danish `word` that people read, in lower case."""

    word: str

    def __new__(cls, value: str, word: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.word = word
        return member

    @property
    def choice(self) -> tuple[str, str]:
        """The two as a choice of a column."""
        return self.value, self.word
