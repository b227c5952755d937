"""The wording of a decision to its outcome, as a whole and for each point that it answers."""

from .classification import classify_outcome, read_decision
from .points import DecidedPart
from .statements import worded_outcomes

__all__ = ["DecidedPart", "classify_outcome", "read_decision", "worded_outcomes"]
