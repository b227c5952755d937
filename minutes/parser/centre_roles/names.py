"""The written forms of the administrative units (centre), by code and by name, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby, islice

from minutes.danish.letters import small_letters

# Codes are this short; an alias of such a length is one too.
_LONGEST_CODE = 4
# A line that names more centres is no text that anybody wrote.
_MOST_MENTIONS_IN_A_LINE = 200


@dataclass(frozen=True, slots=True)
class Mention:
    """A centre's name or code in a text, `text[start:end]`; "HR-Centrets" is a genitive."""

    code: str
    start: int
    end: int
    is_genitive: bool


@dataclass(frozen=True, slots=True)
class CentreNames:
    """The written forms of the centres: `codes` by form in lower case, and what only looks like a centre."""

    codes: Mapping[str, str] = field(default_factory=dict)
    not_centres: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None

    @classmethod
    def of(cls, names: Mapping[str, Iterable[str]], not_centres: Iterable[str] = ()) -> CentreNames:
        """From each code to its names and aliases: {"HRC": ("HR-Centret",)}. Variants of the names follow by rule."""
        codes = {
            variant.lower(): code
            for code, aliases in names.items()
            for alias in aliases
            for variant in _variants(alias)
            if variant
        }
        codes |= {code.lower(): code for code in names}
        pattern = re.compile(rf"(?P<form>{_any_of(codes)})(?P<genitive>['’]?s)?(?!\w)") if codes else None
        return cls(codes, frozenset(not_centres), pattern)

    def find(self, text: str) -> list[Mention]:
        """All mentions in a text, in order. Names are found in any case, codes in capitals alone."""
        if self.pattern is None:
            return []
        small = small_letters(text)
        return [
            Mention(self.codes[match["form"]], *match.span(), bool(match["genitive"]))
            for match in islice(self.pattern.finditer(small), _MOST_MENTIONS_IN_A_LINE)
            if _stands_free(small, match.start()) and self._is_written_right(text, match)
        ]

    def knows(self, code: str) -> bool:
        """Whether a code is that of a centre, or in the list of what only looks like one."""
        return code.lower() in self.codes or code in self.not_centres

    def _is_written_right(self, text: str, match: re.Match[str]) -> bool:
        written = text[slice(*match.span("form"))]
        is_code = match["form"] == self.codes[match["form"]].lower() or len(written) <= _LONGEST_CODE
        return not is_code or written.isupper()


def _any_of(forms: Iterable[str]) -> str:
    """A pattern of any of the forms, the longest that fits; by first letters, which spares most comparisons."""
    longest_first = sorted(forms, key=lambda form: (form[0], -len(form), form))
    by_letter = groupby(longest_first, key=lambda form: form[0])
    return "|".join(
        re.escape(letter) + "(?:" + "|".join(re.escape(form[1:]) for form in forms) + ")"
        for letter, forms in by_letter
    )


def _stands_free(text: str, start: int) -> bool:
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_")


def _variants(name: str) -> set[str]:
    """The ways to write a name: HR-Centret, HR-Centeret, HR-Center."""
    for ending in ("centret", "centeret", "center"):
        if name.lower().endswith(ending):
            stem = name[: -len(ending)]
            return {stem + other for other in ("centret", "centeret", "center")}
    return {name}
