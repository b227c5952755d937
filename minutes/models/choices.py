"""The closed vocabularies of the rows: the parser's words, with the Danish that people read."""

from django.db import models

from minutes.parser import values


class PublicationState(models.TextChoices):
    """Where a meeting stands: seen by staff only, by everybody, or taken back (its addresses answer 410)."""

    DRAFT = "draft", "kladde"
    PUBLISHED = "published", "offentliggjort"
    WITHDRAWN = "withdrawn", "trukket tilbage"


class SectionKind(models.TextChoices):
    """The sections of an item (the labels are those of the minutes, in lower case), and what stands above them all."""

    UNPLACED = values.SectionKind.UNPLACED.value, "uden overskrift"
    BACKGROUND = values.SectionKind.BACKGROUND.value, "baggrund"
    CASE_PRESENTATION = values.SectionKind.CASE_PRESENTATION.value, "sagsfremstilling"
    ECONOMY = values.SectionKind.ECONOMY.value, "økonomi"
    LAW = values.SectionKind.LAW.value, "retsgrundlag"
    POLICY = values.SectionKind.POLICY.value, "politik/plan"
    INFORMATION = values.SectionKind.INFORMATION.value, "information"
    HEARING = values.SectionKind.HEARING.value, "høring"
    ASSESSMENT = values.SectionKind.ASSESSMENT.value, "vurdering"
    DOCUMENTS = values.SectionKind.DOCUMENTS.value, "andre relevante dokumenter"
    RECOMMENDATION = values.SectionKind.RECOMMENDATION.value, "indstilling"
    DECISION = values.SectionKind.DECISION.value, "beslutning"
    ATTACHMENTS = values.SectionKind.ATTACHMENTS.value, "bilag"

    @property
    def heading(self) -> str:
        """What stands above such a section: "Sagsfremstilling", however the minutes write it."""
        return self.label.capitalize()


class Outcome(models.TextChoices):
    """What came of a matter, by the wording of its decision."""

    APPROVED = values.Outcome.APPROVED.value, "godkendt"
    ENDORSED = values.Outcome.ENDORSED.value, "tiltrådt"
    ENDORSED_WITH_REMARK = values.Outcome.ENDORSED_WITH_REMARK.value, "tiltrådt med bemærkning"
    CONDITIONALLY_APPROVED = values.Outcome.CONDITIONALLY_APPROVED.value, "godkendt under forudsætning"
    NOTED = values.Outcome.NOTED.value, "taget til efterretning"
    DISCUSSED = values.Outcome.DISCUSSED.value, "drøftet"
    DEFERRED = values.Outcome.DEFERRED.value, "udsat"
    UNDER_EXAMINATION = values.Outcome.UNDER_EXAMINATION.value, "undersøges nærmere"
    FORWARDED = values.Outcome.FORWARDED.value, "sendt videre"
    REJECTED = values.Outcome.REJECTED.value, "afvist"
    OTHER = values.Outcome.OTHER.value, "andet"


class CentreRole(models.TextChoices):
    """What a centre has to do with an item, strongest first."""

    RECOMMENDS = values.CentreRole.RECOMMENDS.value, "har indstillet"
    RESPONSIBLE = values.CentreRole.RESPONSIBLE.value, "er ansvarlig"
    TASKED = values.CentreRole.TASKED.value, "har fået til opgave"
    MENTIONED = values.CentreRole.MENTIONED.value, "er nævnt"

    @property
    def rank(self) -> int:
        """The place among the roles by strength, as the parser has it: 0 is the strongest."""
        return values.CentreRole(self.value).rank
