"""What the prose of an item points to."""

from __future__ import annotations

from django.db import models

from minutes.parser.told.values import ReferenceKind

from .columns import InSection, Timed, ToldRow


class Reference(ToldRow, InSection, Timed):
    """Words that point to a meeting, an item, a case, a document or a law: `text`, from `column` of its line on.

    `body` is the name of the body that is meant; which of body, time, number and title are empty says by what it
    points. `is_calendar`: a day in a list of coming ones, which points nowhere.
    """

    class Kind(models.TextChoices):
        MEETING = ReferenceKind.MEETING.value, "møde"
        ITEM = ReferenceKind.ITEM.value, "punkt"
        CASE = ReferenceKind.CASE.value, "sag"
        DOCUMENT = ReferenceKind.DOCUMENT.value, "dokument"
        LAW = ReferenceKind.LAW.value, "lov"
        OTHER = ReferenceKind.OTHER.value, "andet"

    column = models.PositiveIntegerField("plads i linjen")
    kind = models.CharField("slags", max_length=10, choices=Kind)
    is_certain = models.BooleanField("sikker", default=False)
    body = models.CharField("organ", max_length=200, blank=True)
    number = models.CharField("nummer", max_length=20, blank=True)
    title = models.CharField("titel", max_length=1000, blank=True)
    is_calendar = models.BooleanField("i en mødeplan", default=False)

    class Meta(ToldRow.Meta):
        verbose_name = "henvisning"
        verbose_name_plural = "henvisninger"
        default_related_name = "prose_references"
        # What points to a meeting of a day or a month, and what points to a case.
        indexes = (
            models.Index(
                fields=("time_first", "time_last", "body"),
                name="reference_time_index",
                condition=models.Q(is_calendar=False, time_first__isnull=False),
            ),
            models.Index(fields=("number",), name="reference_case_index", condition=models.Q(kind="case")),
        )
