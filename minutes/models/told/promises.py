"""What is said to come back, go on to another body or be done."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models

from minutes.parser.told.values import PromiseKind

from .columns import InSection, Timed, ToldRow


class PromiseQuerySet(models.QuerySet["Promise"]):
    def to_be_kept(self) -> Self:
        """Those that bind, and are kept once: a rhythm never is, and nobody promises an event."""
        return self.filter(is_binding=True).exclude(kind__in=(Promise.Kind.RECURRING, Promise.Kind.EVENT))


class Promise(ToldRow, InSection, Timed):
    """A promise in the sentence `text`: binding in a decision, or in a recommendation that the decision followed."""

    class Kind(models.TextChoices):
        COMES_BACK = PromiseKind.COMES_BACK.value, "kommer igen"
        GOES_TO = PromiseKind.GOES_TO.value, "går videre"
        DONE_BY = PromiseKind.DONE_BY.value, "opgave med tidspunkt"
        TASK = PromiseKind.TASK.value, "opgave"
        RECURRING = PromiseKind.RECURRING.value, "gentages"
        EVENT = PromiseKind.EVENT.value, "begivenhed"

    kind = models.CharField("slags", max_length=20, choices=Kind)
    is_binding = models.BooleanField("binder", default=False)
    to_body = models.CharField("til organ", max_length=200, blank=True)
    who = ArrayField(models.CharField(max_length=200), verbose_name="hvem", default=list)

    objects = PromiseQuerySet.as_manager()

    class Meta(ToldRow.Meta):
        indexes = (
            models.Index(
                fields=("time_last",),
                condition=models.Q(time_last__isnull=False),
                name="promise_time_last_index",
            ),
        )
        verbose_name = "løfte"
        verbose_name_plural = "løfter"
        default_related_name = "promises"


# By these a matter itself comes before somebody; the others are deeds.
COMES_OR_GOES = frozenset({Promise.Kind.COMES_BACK, Promise.Kind.GOES_TO})
