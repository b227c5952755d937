"""The wording of a decision to its outcome, as a whole and for each point that it answers."""

from .classification import classify_outcome, read_decision
from .points import DecidedPart

__all__ = ["DecidedPart", "classify_outcome", "read_decision"]
