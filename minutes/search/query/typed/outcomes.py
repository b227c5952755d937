"""The words by which people ask for an outcome: "udsat", "godkendte", "ikke godkendt", "taget til efterretning".

A participle stands for its outcome where the parser would read it as one, and no noun or adjective that is something
else does: "udsatte" are mostly people, an "udsættelse" may be an eviction.
"""

from __future__ import annotations

from collections.abc import Mapping

from minutes.search.query.pieces import Piece
from minutes.search.query.properties import WithOutcome

# An outcome with one of these before it is another one.
DENYING = frozenset({"ikke"})

_APPROVED = ("approved", "approved_with_remark", "conditionally_approved")
_ENDORSED = ("endorsed", "endorsed_with_remark")
_REJECTED = ("rejected",)
_WORDS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("deferred",): ("udsat", "udsættes", "udskudt", "udskudte", "udskydes", "sat i bero", "sættes i bero"),
    _APPROVED: (
        *("godkendt", "godkendte", "godkendes", "vedtaget", "vedtagne", "vedtages"),
        *("bevilget", "bevilgede", "bevilges", "imødekommet", "imødekommes"),
    ),
    ("approved_with_remark",): ("godkendt med bemærkning", "godkendt med bemærkninger"),
    ("conditionally_approved",): ("betinget godkendt", "godkendt under forudsætning"),
    _ENDORSED: ("tiltrådt", "tiltrådte", "tiltrædes"),
    ("endorsed_with_remark",): ("tiltrådt med bemærkning", "tiltrådt med bemærkninger"),
    ("noted",): ("til efterretning", "taget til efterretning", "tages til efterretning"),
    ("discussed",): ("drøftet", "drøftes"),
    ("under_examination",): ("undersøges nærmere",),
    ("forwarded",): ("sendt videre", "sendes videre", "videresendt", "oversendt", "oversendes"),
    _REJECTED: (
        *("afvist", "afviste", "afvises", "forkastet", "forkastes", "nedstemt", "stemt ned", "afslået"),
        *("ikke godkendt", "ikke vedtaget", "ikke tiltrådt", "ikke bevilget", "ikke imødekommet"),
    ),
}

OUTCOMES: Mapping[tuple[str, ...], tuple[WithOutcome, ...]] = {
    tuple(words.split()): tuple(map(WithOutcome, outcomes))
    for outcomes, all_words in _WORDS.items()
    for words in all_words
}
"""What each of the words means, by its words in normal form."""


def is_denied(first: Piece, second: Piece) -> bool:
    """Whether two pieces side by side deny an outcome: "ikke godkendt"."""
    words = (*first.normal_forms, *second.normal_forms)
    return first.is_plain and second.is_plain and words[0] in DENYING and words in OUTCOMES
