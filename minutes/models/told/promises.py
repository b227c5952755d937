"""What is said to come back, go on to another body or be done."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from minutes.parser.told.values import PromiseKind

from .columns import InSection, Timed, ToldRow


class Promise(ToldRow, InSection, Timed):
    """A promise in the sentence `text`: binding in a decision, or in a recommendation that the decision followed."""

    class Kind(models.TextChoices):
        COMES_BACK = PromiseKind.COMES_BACK.value, "kommer igen"
        GOES_TO = PromiseKind.GOES_TO.value, "går videre"
        DONE_BY = PromiseKind.DONE_BY.value, "er gjort inden"
        TASK = PromiseKind.TASK.value, "opgave"
        RECURRING = PromiseKind.RECURRING.value, "gentages"
        EVENT = PromiseKind.EVENT.value, "begivenhed"

    kind = models.CharField("slags", max_length=20, choices=Kind)
    is_binding = models.BooleanField("binder", default=False)
    to_body = models.CharField("til organ", max_length=200, blank=True)
    who = ArrayField(models.CharField(max_length=200), verbose_name="hvem", default=list)

    class Meta(ToldRow.Meta):
        verbose_name = "løfte"
        verbose_name_plural = "løfter"
        default_related_name = "promises"
