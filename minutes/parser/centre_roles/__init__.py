"""The administrative units (centre) in a text, by code or by name, and what each has to do with the item."""

from .finding import find_centres
from .names import CentreNames, Mention
from .unknown_codes import UNKNOWN_CODE, UNKNOWN_CODE_MESSAGE, find_unknown_codes

__all__ = [
    "UNKNOWN_CODE",
    "UNKNOWN_CODE_MESSAGE",
    "CentreNames",
    "Mention",
    "find_centres",
    "find_unknown_codes",
]
