"""The rows: one file per family, all reachable from here."""

from .addresses import address_of
from .cases import Case, DocumentReference
from .centres import Centre, CentreAlias, ItemCentre
from .choices import CentreRole, Outcome, PublicationState, SectionKind
from .items import AgendaItem, Attachment, Decision, Section
from .meetings import Attendance, Body, BodyAlias, Meeting
from .search_tables import FailedSearch, SearchDecision, SearchDocument, SearchRole, SearchWord
from .sources import Correction, SourceDocument
from .visibility import EVERYBODY, Reader

__all__ = [
    "EVERYBODY",
    "AgendaItem",
    "Attachment",
    "Attendance",
    "Body",
    "BodyAlias",
    "Case",
    "Centre",
    "CentreAlias",
    "CentreRole",
    "Correction",
    "Decision",
    "DocumentReference",
    "FailedSearch",
    "ItemCentre",
    "Meeting",
    "Outcome",
    "PublicationState",
    "Reader",
    "SearchDecision",
    "SearchDocument",
    "SearchRole",
    "SearchWord",
    "Section",
    "SectionKind",
    "SourceDocument",
    "address_of",
]
