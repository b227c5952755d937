"""The closed vocabularies of the rows: the parser's, as choices with the Danish words that people read."""

from collections.abc import Sequence

from django.db import models

from minutes.parser import values
from minutes.parser.told.values import Relation as ToldRelation


class PublicationState(models.TextChoices):
    """Where a meeting stands: seen by staff only, by everybody, or taken back (its addresses answer 410)."""

    DRAFT = "draft", "kladde"
    PUBLISHED = "published", "offentliggjort"
    WITHDRAWN = "withdrawn", "trukket tilbage"


class FileCheck(models.TextChoices):
    """What is known of the personal numbers in an attachment's file; what has no text is not looked through."""

    NOT_DONE = "not_done", "ikke undersøgt"
    CLEAR = "clear", "ingen fundet"
    WITHHELD = "withheld", "holdes tilbage"


class SourceStatus(models.TextChoices):
    """Where a version of a meeting's minutes stands: what the rows say is read from the one that is in force."""

    # Nobody has said yet what becomes of it: it has no meeting, and nothing of it is in the archive.
    UPLOADED = "uploaded", "uploadet"
    IN_FORCE = "in_force", "i kraft"
    # Of a published meeting: nothing of it is shown to anybody before it is put in force.
    WAITING = "waiting", "venter"
    # It was in force once, and can be again.
    EARLIER = "earlier", "tidligere"
    # It waited, and never was in force: another took its place, or somebody decided against it.
    DISCARDED = "discarded", "kasseret"


class SectionKind(models.TextChoices):
    """The sections of an item (the labels are those of the minutes, in lower case), and what stands above them all."""

    UNPLACED = values.SectionKind.UNPLACED.choice
    BACKGROUND = values.SectionKind.BACKGROUND.choice
    CASE_PRESENTATION = values.SectionKind.CASE_PRESENTATION.choice
    ECONOMY = values.SectionKind.ECONOMY.choice
    LAW = values.SectionKind.LAW.choice
    POLICY = values.SectionKind.POLICY.choice
    INFORMATION = values.SectionKind.INFORMATION.choice
    HEARING = values.SectionKind.HEARING.choice
    ASSESSMENT = values.SectionKind.ASSESSMENT.choice
    DOCUMENTS = values.SectionKind.DOCUMENTS.choice
    RECOMMENDATION = values.SectionKind.RECOMMENDATION.choice
    DECISION = values.SectionKind.DECISION.choice
    ATTACHMENTS = values.SectionKind.ATTACHMENTS.choice
    ATTENDANCE = values.SectionKind.ATTENDANCE.choice
    STATEMENT = values.SectionKind.STATEMENT.choice
    COMPETENCE = values.SectionKind.COMPETENCE.choice
    SUMMARY = values.SectionKind.SUMMARY.choice
    ORIGIN = values.SectionKind.ORIGIN.choice

    @property
    def heading(self) -> str:
        """What stands above such a section: "Sagsfremstilling", however the minutes write it."""
        return self.label.capitalize()


class Outcome(models.TextChoices):
    """What came of a matter, by the wording of its decision."""

    APPROVED = values.Outcome.APPROVED.choice
    APPROVED_WITH_REMARK = values.Outcome.APPROVED_WITH_REMARK.choice
    ENDORSED = values.Outcome.ENDORSED.choice
    ENDORSED_WITH_REMARK = values.Outcome.ENDORSED_WITH_REMARK.choice
    CONDITIONALLY_APPROVED = values.Outcome.CONDITIONALLY_APPROVED.choice
    NOTED = values.Outcome.NOTED.choice
    DISCUSSED = values.Outcome.DISCUSSED.choice
    DEFERRED = values.Outcome.DEFERRED.choice
    UNDER_EXAMINATION = values.Outcome.UNDER_EXAMINATION.choice
    FORWARDED = values.Outcome.FORWARDED.choice
    REJECTED = values.Outcome.REJECTED.choice
    OTHER = values.Outcome.OTHER.choice

    @property
    def says_something(self) -> bool:
        """Whether a reader learns anything by it: of "andet" nothing is said."""
        return self is not Outcome.OTHER


def outcome_of_whole(outcomes: Sequence[str]) -> Outcome | None:
    """What a matter came to as a whole, by its outcomes: OTHER for several, None where nothing was decided."""
    if len(outcomes) > 1:
        return Outcome.OTHER
    return Outcome(outcomes[0]) if outcomes else None


class Relation(models.TextChoices):
    """How a decision stands to the recommendation of its item."""

    SAME = ToldRelation.SAME.value, "som indstillet"
    REFERS = ToldRelation.REFERS.value, "henviser til indstillingen"
    ADDS_CONDITION = ToldRelation.ADDS_CONDITION.value, "som indstillet med tilføjelse"
    DIFFERS = ToldRelation.DIFFERS.value, "anderledes end indstillet"
    NONE = ToldRelation.NONE.value, "uden indstilling"


class CentreRole(models.TextChoices):
    """What a centre has to do with an item, strongest first."""

    RECOMMENDS = values.CentreRole.RECOMMENDS.choice
    RESPONSIBLE = values.CentreRole.RESPONSIBLE.choice
    TASKED = values.CentreRole.TASKED.choice
    PARTICIPATES = values.CentreRole.PARTICIPATES.choice
    MENTIONED = values.CentreRole.MENTIONED.choice

    @property
    def rank(self) -> int:
        """The place among the roles by strength, as the parser has it: 0 is the strongest."""
        return values.CentreRole(self.value).rank
