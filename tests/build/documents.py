"""Invented documents of minutes, as short as a test needs them."""

from __future__ import annotations

from collections.abc import Iterable


def item_text(number: int, title: str, case: str = "", **sections: str) -> str:
    """Return the lines of an item; `sections` are headings in lower case, the spaces of one written as _."""
    parts = [f"Punkt {number}: {title}", *([case] if case else [])]
    for heading, text in sections.items():
        parts += [heading.replace("_", " ").capitalize(), text]
    return "\n\n".join(parts)


def decided(body: str, date: str, text: str) -> str:
    """Return a decision's dated heading and its text."""
    return f"Beslutning i {body} den {date}\n\n{text}"


def minutes_text(
    *items: str,
    body: str = "Direktionen",
    date: str = "27-08-2013",
    time: str | None = "10:00",
    place: str = "Lokale 1",
) -> str:
    """Return a document without table of contents."""
    when = f"Mødedato d. {date}" + (f" kl. {time}" if time else "")
    items = items or (
        item_text(1, "Godkendelse af dagsorden", "13/100", sagsfremstilling="Dagsordenen er sendt ud."),
    )
    return "\n\n".join([f"REFERAT {body} d. {date}", when, f"Mødested {place}", *items])


def many_items(numbers: Iterable[int]) -> str:
    """Return a document with a full item of each number."""
    return minutes_text(
        *(
            item_text(
                number,
                f"Emne nummer {number}",
                f"13/{number + 100}",
                sagsfremstilling=f"Redegørelsen er omtalt i dok.nr. {20000 + number}-13.\n\n- et\n- to",
                indstilling="HR-Centret indstiller, at emnet drøftes.",
                andre_relevante_dokumenter=f"Notat om emnet ({30000 + number}/13)",
                bilag=f"Bilag til emne {number}",
            )
            + "\n\n"
            + decided("Direktionen", "27-08-2013", "Drøftet.")
            for number in numbers
        )
    )
