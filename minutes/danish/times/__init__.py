"""Times as Danish minutes state them: a day, a month, a season, a span, a rhythm, a condition, no more than words."""

from .finding import find_times
from .stated import Sense, StatedTime, TimeKind

__all__ = ["Sense", "StatedTime", "TimeKind", "find_times"]
