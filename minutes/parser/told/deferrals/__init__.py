"""What decisions put off: with words of deferring and without, whole or in part, until when, and to whom."""

from .found_deferrals import read_deferrals

__all__ = ["read_deferrals"]
