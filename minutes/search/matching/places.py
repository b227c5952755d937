"""Where in an item words may have to stand."""

from __future__ import annotations

from django.db.models import TextChoices


class Place(TextChoices):
    """The places, under the words of the address; all stand in `head` (ADR 19)."""

    TITLE = "titel", "Titel"
    DECISION = "beslutning", "Beslutning"
    RECOMMENDATION = "indstilling", "Indstilling"
    ATTACHMENTS = "bilag", "Bilagenes titler"

    @property
    def weight(self) -> str:
        """The weight of its words; none of attachments, whose words are marked."""
        return _WEIGHTS.get(self, "")


_WEIGHTS = {Place.TITLE: "A", Place.DECISION: "B", Place.RECOMMENDATION: "D"}
