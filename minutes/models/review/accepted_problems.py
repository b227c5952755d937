"""Errors of a document that no other upload can mend, and who answers for publishing it all the same."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from minutes.models.meetings import Meeting
from minutes.models.sources import SourceDocument


class AcceptedProblem(models.Model):
    """An error that stands in the minutes themselves, accepted for good: by whom, and why.

    It is known again by its code and its words, in whichever version and line of the meeting's minutes it stands.
    """

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="accepted_problems", verbose_name="møde"
    )
    code = models.CharField("kode", max_length=60)
    message = models.TextField("bemærkning")
    reason = models.CharField("begrundelse", max_length=500)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="accepteret af", null=True, blank=True
    )
    accepted_at = models.DateTimeField("accepteret", auto_now=True)

    class Meta:
        verbose_name = "accepteret fejl"
        verbose_name_plural = "accepterede fejl"
        ordering = ("meeting", "code", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("meeting", "code", "message"), name="acceptedproblem_meeting_code_message_unique"
            ),
        )

    def __str__(self) -> str:
        return self.message


class AcceptedWarning(models.Model):
    """A warning that somebody has looked at and lets stand, in one version of a document: a new version asks again."""

    source = models.ForeignKey(
        SourceDocument, models.CASCADE, related_name="accepted_warnings", verbose_name="kildedokument"
    )
    line = models.PositiveIntegerField("linje")
    code = models.CharField("kode", max_length=60)
    message = models.TextField("bemærkning")
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="accepteret af", null=True, blank=True
    )
    accepted_at = models.DateTimeField("accepteret", auto_now_add=True)

    class Meta:
        verbose_name = "accepteret advarsel"
        verbose_name_plural = "accepterede advarsler"
        ordering = ("source", "line", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("source", "line", "code", "message"),
                name="acceptedwarning_source_line_code_message_unique",
            ),
        )

    def __str__(self) -> str:
        return self.message
