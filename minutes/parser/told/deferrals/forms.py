"""The shape of a form in which a decision puts a matter off: a pattern, and what must be spoken of where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from minutes.parser.told.values import DeferralKind


class Of(Enum):
    """What must be spoken of, for a form to put off the matter."""

    SUBJECT = auto()  # the subject is the matter, or a point of it, or not said
    OBJECT = auto()  # so is what the form names as its `object`
    WANTED = auto()  # so is what it names as its `object`, and those who decide are the subject
    DECIDER = auto()  # those who decide are the subject, or it is not said
    ANYTHING = auto()  # the form says it itself


@dataclass(frozen=True, slots=True)
class Form:
    """A way to put off a matter; in its pattern `verb`, `subject` and `object` can be named.

    `only_if_open`: where what was asked is answered besides, it is a task. `comes_back`: then it is no more than that.
    `only_asked`: it takes a recommendation. `says_not`: a "not" is part of it. `only_here`: it names no
    other body.
    """

    kind: DeferralKind
    of: Of
    pattern: re.Pattern[str]
    only_if_open: bool = False
    comes_back: bool = False
    only_asked: bool = False
    says_not: bool = False
    only_here: bool = False


def form(kind: DeferralKind, of: Of, pattern: str, *options: str) -> Form:
    """A form of this pattern, with these options set."""
    return Form(kind, of, re.compile(pattern), **dict.fromkeys(options, True))


OPEN, ASKED, BACK, NOT, HERE = "only_if_open", "only_asked", "comes_back", "says_not", "only_here"
# Of these a paper is no more than what is handed in, unless the item's title names it.
PAPERS_COME_AND_GO = frozenset({DeferralKind.SENT_ON, DeferralKind.PRESENTED_AGAIN})
