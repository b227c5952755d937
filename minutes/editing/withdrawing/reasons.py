"""Why something is taken back, or deleted: one of a few reasons, and words of one's own."""

from __future__ import annotations

from django.db.models import TextChoices


class Why(TextChoices):
    PERSONAL_DATA = "personoplysninger", "personoplysninger"
    CLOSED_MATTER = "lukket sag", "lukket sag"
    WRONG_DOCUMENT = "forkert dokument", "forkert dokument"
    DUPLICATE = "dublet", "dublet"
    OTHER = "andet", "andet"


def compose_reason(why: str, words: str) -> str:
    """Return the reason as it is kept: "dublet", "personoplysninger: to borgeres navne".

    Raises ValueError where there is no such reason, and where it is another and nobody says which.
    """
    chosen, words = Why(why), " ".join(words.split())
    if chosen is Why.OTHER and not words:
        raise ValueError("Skriv med ord, hvorfor.")
    return f"{chosen.label}: {words}" if words else str(chosen.label)
