"""What the archivist is told of corrections that do not fit what is read now as they did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minutes.editing.set_again import AfterImport
from minutes.models import Correction
from minutes.models.addresses import item_slugs
from minutes.parser.problems import CLOSED_IN_DOUBT, Problem, Severity
from minutes.parser.values import ParsedMeeting

# What the archivist is told of a correction that does not fit as it did.
_MISFITS = {
    AfterImport.WITHOUT_PLACE: (
        "correction_unplaced",
        Severity.WARNING,
        "er ikke sat igen: punktet er et andet nu.",
    ),
    AfterImport.SET_ON_OTHER_VALUE: (
        "correction_of_changed_value",
        Severity.INFO,
        "gælder stadig, men der læses nu noget andet end dengang.",
    ),
    AfterImport.CLOSED_IN_DOUBT: (
        CLOSED_IN_DOUBT,
        Severity.ERROR,
        'gjaldt et punkt, der ikke findes igen. Punktet på dets plads er lukket: sæt "lukket" til ja eller nej.',
    ),
    AfterImport.CLOSED_ITEM_GONE: (
        "closed_item_gone",
        Severity.ERROR,
        "gjaldt et punkt, der ikke findes igen. Se efter, at det ikke står under en anden titel, og luk det der.",
    ),
    AfterImport.WITHDRAWN_IN_ITS_STEAD: (
        "withdrawn_in_its_stead",
        Severity.ERROR,
        "gjaldt et punkt, der ikke findes igen. Punktet på dets plads er trukket tilbage: vis det igen, hvis det er et "
        "andet, og træk punktet tilbage der, hvor det står nu.",
    ),
    AfterImport.WITHDRAWN_ITEM_GONE: (
        "withdrawn_item_gone",
        Severity.ERROR,
        "gjaldt et punkt, der ikke findes igen. Se efter, at det ikke står under en anden titel, og træk det "
        "tilbage der.",
    ),
    AfterImport.NOT_OPENED: (
        "correction_unplaced",
        Severity.WARNING,
        "er ikke sat igen: referatet siger nu noget andet. Punktet er ikke åbnet.",
    ),
}


def find_misfits(
    corrections: Iterable[tuple[Correction, AfterImport]], parsed: ParsedMeeting
) -> Iterator[Problem]:
    """A problem for each correction that does not fit as it did."""
    slugs = item_slugs(item.label for item in parsed.items)
    for correction, became in corrections:
        if became not in _MISFITS:
            continue
        code, severity, what_became = _MISFITS[became]
        message = f"Rettelsen {_name_of_correction(correction)} {what_became}"
        if correction.item_slug in slugs:
            place = slugs.index(correction.item_slug)
            yield Problem(parsed.items[place].line, code, severity, message, place + 1)
        else:
            yield Problem(1, code, severity, message)


def _name_of_correction(correction: Correction) -> str:
    where = f"{correction.item_slug}, {correction.key}" if correction.key else correction.item_slug
    return f"af {correction.get_field_display()} ({where})"
