"""What archivists work in: Django's admin, one file or folder per family of rows."""

from . import meetings, review, sources
from .following import cases, deferrals, series, topics
from .items import agenda_items, told_lists
from .names import bodies, centres, searches, synonyms
from .numbers import findings
from .people import users
from .publication import events

__all__ = [
    "agenda_items",
    "bodies",
    "cases",
    "centres",
    "deferrals",
    "events",
    "findings",
    "meetings",
    "review",
    "searches",
    "series",
    "sources",
    "synonyms",
    "told_lists",
    "topics",
    "users",
]
