"""Sums of money."""

from __future__ import annotations

from django.db import models

from .columns import InSection, ToldRow


class Amount(ToldRow, InSection):
    """A sum in kroner, as written in `text` from `column` of its line on."""

    column = models.PositiveIntegerField("plads i linjen")
    value = models.BigIntegerField("kroner")
    is_approximate = models.BooleanField("cirka", default=False)

    class Meta(ToldRow.Meta):
        verbose_name = "beløb"
        verbose_name_plural = "beløb"
        default_related_name = "amounts"
