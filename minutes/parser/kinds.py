"""The vocabularies of what minutes say: kinds of sections, outcomes and roles, each with its Danish word, said once."""

from __future__ import annotations

from .worded import Worded


class SectionKind(Worded):
    """What a section is, by its heading, which the minutes write as the word; UNPLACED is what stands under none."""

    UNPLACED = "unplaced", "uden overskrift"
    BACKGROUND = "background", "baggrund"
    CASE_PRESENTATION = "case_presentation", "sagsfremstilling"
    ECONOMY = "economy", "økonomi"
    LAW = "law", "retsgrundlag"
    POLICY = "policy", "politik/plan"
    INFORMATION = "information", "information"
    HEARING = "hearing", "høring"
    ASSESSMENT = "assessment", "vurdering"
    DOCUMENTS = "documents", "andre relevante dokumenter"
    RECOMMENDATION = "recommendation", "indstilling"
    DECISION = "decision", "beslutning"
    ATTACHMENTS = "attachments", "bilag"
    ATTENDANCE = "attendance", "fremmøde"
    STATEMENT = "statement", "protokoltilførsel"
    COMPETENCE = "competence", "kompetence"
    SUMMARY = "summary", "resume"
    ORIGIN = "origin", "sagens opståen"


class Outcome(Worded):
    APPROVED = "approved", "godkendt"
    APPROVED_WITH_REMARK = "approved_with_remark", "godkendt med bemærkning"
    ENDORSED = "endorsed", "tiltrådt"
    ENDORSED_WITH_REMARK = "endorsed_with_remark", "tiltrådt med bemærkning"
    CONDITIONALLY_APPROVED = "conditionally_approved", "godkendt under forudsætning"
    NOTED = "noted", "taget til efterretning"
    DISCUSSED = "discussed", "drøftet"
    DEFERRED = "deferred", "udsat"
    UNDER_EXAMINATION = "under_examination", "undersøges nærmere"
    FORWARDED = "forwarded", "sendt videre"
    REJECTED = "rejected", "afvist"
    OTHER = "other", "andet"


class CentreRole(Worded):
    """What a centre has to do with an item, strongest first."""

    RECOMMENDS = "recommends", "har indstillet"
    RESPONSIBLE = "responsible", "er ansvarlig"
    TASKED = "tasked", "har fået til opgave"
    PARTICIPATES = "participates", "deltager"
    MENTIONED = "mentioned", "er nævnt"

    @property
    def rank(self) -> int:
        """The place among the roles by strength: 0 is the strongest."""
        return _RANKS[self]


_RANKS = {role: rank for rank, role in enumerate(CentreRole)}
