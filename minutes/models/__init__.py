"""The rows: one file per family, all reachable from here."""

from .addresses import address_of
from .cases import Case, DocumentReference
from .centres import Centre, CentreAlias, ItemCentre
from .choices import CentreRole, Outcome, PublicationState, Relation, SectionKind, SourceStatus
from .decisions.decision_parts import DecisionPart
from .decisions.search_decisions import SearchDecision
from .files.attachments import Attachment
from .followed.joins import Fulfilment, Join, TakenUpByHand, TakingUp
from .followed.listed import ListedDeferral, ListedPromise
from .followed.series import Series
from .followed.topics import Sighting, Topic, TopicKey, TopicLikeness, TopicMember
from .items import AgendaItem, Decision, Section
from .meetings import Attendance, Body, BodyAlias, Meeting
from .people.external_logins import ExternalLogin
from .remembered.events import Event
from .remembered.former_addresses import FormerAddress
from .remembered.name_decisions import NameDecision
from .review.accepted_problems import AcceptedProblem, AcceptedWarning
from .review.findings import Finding, FindingPlace
from .search_tables import FailedSearch, SearchDocument, SearchRole, SearchWord
from .sources import Correction, SourceDocument
from .told.amounts import Amount
from .told.deferrals import Deferral
from .told.follow_ups import ComingSubject, FollowUp
from .told.promises import Promise
from .told.references import Reference
from .visibility import EVERYBODY, Audience, Reader
from .wording.synonyms import ShippedSynonyms, SynonymGroup, SynonymsVersion

__all__ = [
    "EVERYBODY",
    "AcceptedProblem",
    "AcceptedWarning",
    "AgendaItem",
    "Amount",
    "Attachment",
    "Attendance",
    "Audience",
    "Body",
    "BodyAlias",
    "Case",
    "Centre",
    "CentreAlias",
    "CentreRole",
    "ComingSubject",
    "Correction",
    "Decision",
    "DecisionPart",
    "Deferral",
    "DocumentReference",
    "Event",
    "ExternalLogin",
    "FailedSearch",
    "Finding",
    "FindingPlace",
    "FollowUp",
    "FormerAddress",
    "Fulfilment",
    "ItemCentre",
    "Join",
    "ListedDeferral",
    "ListedPromise",
    "Meeting",
    "NameDecision",
    "Outcome",
    "Promise",
    "PublicationState",
    "Reader",
    "Reference",
    "Relation",
    "SearchDecision",
    "SearchDocument",
    "SearchRole",
    "SearchWord",
    "Section",
    "SectionKind",
    "Series",
    "ShippedSynonyms",
    "Sighting",
    "SourceDocument",
    "SourceStatus",
    "SynonymGroup",
    "SynonymsVersion",
    "TakenUpByHand",
    "TakingUp",
    "Topic",
    "TopicKey",
    "TopicLikeness",
    "TopicMember",
    "address_of",
]
