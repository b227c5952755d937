"""How the personal numbers in a meeting's texts are shown: masked, unless somebody has released or removed them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from minutes.danish.personal_numbers import PersonalNumber, find_personal_numbers, mask_personal_numbers
from minutes.models.meetings import Meeting

from .findings import Finding, number_digest

SHOWN_FOR_REDACTED = "[fjernet]"
# A number as Masking shows it where it does not show it whole.
_HIDDEN = re.compile(rf"[0-9]{{6}}-•{{4}}|{re.escape(SHOWN_FOR_REDACTED)}")


def without_numbers(text: str) -> str:
    """Return a text to compare another with: the two are equal whatever was decided of the numbers in either."""
    return _HIDDEN.sub("", mask_personal_numbers(text))


@dataclass(frozen=True, slots=True)
class Masking:
    """What was decided of the numbers of a meeting, by their digests; of one that is not there nothing was."""

    meeting: Meeting
    decisions: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, meeting: Meeting) -> Masking:
        """The masking of a meeting as it stands now. One query."""
        decided = Finding.objects.filter(meeting=meeting).decided()
        return cls(meeting, dict(decided.values_list("digest", "decision")))

    def mask(self, text: str) -> str:
        """Return the text as it may be shown; lines keep their numbers."""
        return mask_personal_numbers(text, self._shown)

    def undecided(self, text: str) -> list[PersonalNumber]:
        """Return the numbers in a text of which nothing was decided."""
        return [number for number in find_personal_numbers(text) if not self.is_decided(number)]

    def is_decided(self, number: PersonalNumber) -> bool:
        return self._decision(number) != ""

    def _shown(self, number: PersonalNumber) -> str | None:
        match self._decision(number):
            case Finding.Decision.RELEASED:
                return None
            case Finding.Decision.REDACTED:
                return SHOWN_FOR_REDACTED
            case _:
                return number.masked

    def _decision(self, number: PersonalNumber) -> str:
        return self.decisions.get(number_digest(self.meeting, number.digits), "")
