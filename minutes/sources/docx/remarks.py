"""What an archivist is told of a Word document: what was read in a way of its own, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from minutes.sources.removals import shortened
from minutes.sources.values import Notice


class Seen(Enum):
    """What is met in a document, by the code of its notice: counted by paragraphs or one by one."""

    TRACKED = "tracked_changes"
    HIDDEN = "hidden_text"
    FOOTNOTE = "footnotes"
    TEXT_BOX = "text_boxes"
    FIELD = "fields"
    COMMENT = "comments_left_out"
    PICTURE = "pictures_left_out"
    SYMBOL = "symbols_left_out"


_SENTENCES = {
    Seen.TRACKED: (
        "Dokumentet har rettelser, der ikke er accepteret (»Registrer ændringer«), i {}: det indsatte er læst med, det "
        "slettede er ikke. Er det forkert, så ret dokumentet i Word, og indlæs det igen.",
        "ét afsnit",
        "{} afsnit",
    ),
    Seen.HIDDEN: ("Skjult tekst, som Word ikke udskriver, er udeladt i {}.", "ét afsnit", "{} afsnit"),
    Seen.FOOTNOTE: (
        "{} er sat ind under det afsnit, der henviser til den, som en linje med nummeret i kantede parenteser.",
        "Én note",
        "Hver af {} noter",
    ),
    Seen.TEXT_BOX: (
        "Teksten i {} er sat ind efter det afsnit, som tekstfeltet hører til.",
        "ét tekstfelt",
        "{} tekstfelter",
    ),
    Seen.FIELD: ("{} er læst, som det sidst blev vist i Word.", "Ét felt", "Hvert af {} felter"),
    Seen.COMMENT: ("{} er udeladt.", "Én kommentar", "{} kommentarer"),
    Seen.PICTURE: (
        "{} er udeladt: tekst, der står i billeder, diagrammer og indlejrede filer, læses ikke.",
        "Ét billede eller objekt",
        "{} billeder og objekter",
    ),
    Seen.SYMBOL: (
        "{} er udeladt, for skrifttypen siger ikke, hvad det er.",
        "Ét symbol",
        "Hvert af {} symboler",
    ),
}
_WARNINGS = frozenset({Seen.TRACKED})
_MOST_QUOTES = 3


def notices(seen: Sequence[tuple[int, Seen]], furniture: Sequence[str]) -> tuple[Notice, ...]:
    """A notice for each kind that was seen, at the first of its lines, and one for heads and feet (`furniture`)."""
    told = [_about_furniture(furniture)] if furniture else []
    for kind, (sentence, one, several) in _SENTENCES.items():
        lines = [line for line, other in seen if other is kind]
        if lines:
            how_many = one if len(lines) == 1 else several.format(len(lines))
            told.append(Notice(min(lines), kind.value, sentence.format(how_many), kind in _WARNINGS))
    return tuple(told)


def _about_furniture(furniture: Sequence[str]) -> Notice:
    quoted = ", ".join(f"»{shortened(text)}«" for text in furniture[:_MOST_QUOTES])
    rest = " og flere" if len(furniture) > _MOST_QUOTES else ""
    message = f"Sidehoveder og sidefødder er udeladt: {quoted}{rest}. De står stadig i filen."
    return Notice(1, "furniture_removed", message)
