"""Whether a name in minutes is that of the body whose minutes, or whose decision, they are."""

from __future__ import annotations

from .references.body_names import is_same_body

_COUNCIL = ("Byrådet", "Kommunalbestyrelsen")


def is_own_body(name: str, own: str) -> bool:
    """Whether a name means this body: "direktion" Direktionen, "udvalget" any committee, "byrådet" the council."""
    if name.lower() in {"udvalget", "udvalg"}:
        return own.lower().endswith("udvalget")
    return is_same_body(name, own) or (is_council(name) and is_council(own))


def is_council(name: str) -> bool:
    """Whether a name is that of the council, which is above all other bodies (Byrådet, Kommunalbestyrelsen)."""
    return any(is_same_body(name, council) for council in _COUNCIL)
