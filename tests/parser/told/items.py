"""Small items for the tests of what an item tells."""

from __future__ import annotations

import datetime

from minutes.parser.told.values import Surroundings
from minutes.parser.values import ParsedItem
from tests.build.parsed import parse_one

SURROUNDINGS = Surroundings(
    body="Direktionen",
    date=datetime.date(2013, 8, 27),
    bodies={
        **{name: name for name in ("Direktionen", "Byrådet", "Chefforum", "Økonomiudvalget")},
        **{"Direktion": "Direktionen", "BY": "Byrådet", "ØU": "Økonomiudvalget"},
    },
)
# What is asked where a test does not say it.
TO_APPROVE = (
    "Det indstilles, at Direktionen godkender forslag til ny cykelstrategi,"
    " og at der afsættes 100.000 kr. til stierne."
)


def item_of(
    *decisions: str,
    recommendation: str = TO_APPROVE,
    title: str = "Ny cykelstrategi",
    above: tuple[str, ...] = (),
) -> ParsedItem:
    """An item with this recommendation, none where it is empty, and these decisions of Direktionen on one day."""
    asked = ("Indstilling", recommendation) if recommendation else ()
    decided = [line for text in decisions for line in ("Beslutning i Direktionen den 27-08-2013", text)]
    return parse_one(*above, *asked, *decided, title=title)
