"""Lines of minutes that stand alone, whatever prints them: no paragraph goes on with one, and none is a page's head.

Their places on the page tell as much where a printer sets headings apart; some do not.
"""

from __future__ import annotations

import re

# The words above sections, as the parser's vocabulary has them; a test holds the two together.
_HEADINGS = (
    "Baggrund|Sagsfremstilling|Økonomi|Retsgrundlag|Politik/Plan|Information|Høring|Vurdering"
    "|Andre relevante dokumenter|Indstilling|Indstilling og beslutning|Bilag"
    "|Fremmøde|Protokoltilførsel|Kompetence|Resume|Resumé|Sagens opståen"
)
_STANDS_ALONE = re.compile(
    rf"""
    (?=[0-9A-ZÆØÅ]) (?i:
        (?:punkt|pkt\.?) \s* [0-9]{{1,3}}[a-z]? \s* (?:[:.–-].*)?   # Punkt 4: Kommissorium
      | (?:sagsnr\.?:?\s*)? [0-9]{{2}}/[0-9]{{1,7}}               # 12/32140 · Sagsnr.: 12/7799
      | (?:{_HEADINGS.replace(" ", "[ ]")}) :?
      | beslutning \s+ (?=.*[0-9]{{4}}\W*$) .{{3,70}}          # Beslutning i Direktionen den 27-08-2013
    )""",
    re.VERBOSE,
)
# 1. Titel · 12) Titel: an item's title where the word "Punkt" is not written, or an entry of a list.
_COUNTED = re.compile(r"[0-9]{1,3}[a-z]?[.)]\s+[^\W\d_]")


def stands_alone(text: str) -> bool:
    """Whether a line is an item's first line, a case number or a section's heading.

    >>> stands_alone("Beslutning i Direktionen den 27-08-2013"), stands_alone("Økonomien er god.")
    (True, False)
    """
    return _STANDS_ALONE.fullmatch(text) is not None


def may_open_an_item(text: str) -> bool:
    """Whether a line is counted like an item: "1. Titel"."""
    return _COUNTED.match(text) is not None
