"""When two names are written so nearly the same that nobody could tell which is meant."""

from __future__ import annotations

from .letters import from_spelt_out
from .words import normalise


def name_key(name: str) -> str:
    """Return what a name has in common with all ways to write it: no capitals, blanks, dots or hyphens.

    Danish letters may be spelt out, and a centre may be "centret" or "center". Empty where it has no letter or digit.

    >>> name_key("Ø.U."), name_key("OeU"), name_key("HR-Centeret"), name_key("hr center")
    ('øu', 'øu', 'hrcenter', 'hrcenter')
    """
    return from_spelt_out("".join(normalise(name).split()))
