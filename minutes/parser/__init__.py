"""Danish council minutes, from text to values: `parse_minutes` is the whole of it."""

from .centre_roles import CentreNames
from .problems import MinutesSyntaxError
from .reader import PARSER_VERSION, parse_minutes
from .values import ParsedMeeting

__all__ = ["PARSER_VERSION", "CentreNames", "MinutesSyntaxError", "ParsedMeeting", "parse_minutes"]
