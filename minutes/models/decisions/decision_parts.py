"""The answers of decisions as rows."""

from __future__ import annotations

from django.db import models

from minutes.models.choices import Outcome


class DecisionPart(models.Model):
    """An answer of a decision as a row, with its words."""

    item = models.ForeignKey(
        "AgendaItem", models.CASCADE, related_name="decision_parts", verbose_name="punkt"
    )
    decision = models.ForeignKey(
        "Decision", models.CASCADE, related_name="parts", verbose_name="beslutning", db_index=False
    )
    position = models.PositiveSmallIntegerField("placering")
    point = models.CharField("punkt i indstillingen", max_length=60)
    text = models.TextField("tekst", blank=True)
    outcome = models.CharField("udfald", max_length=30, choices=Outcome, default=Outcome.OTHER)

    class Meta:
        verbose_name = "delbeslutning"
        verbose_name_plural = "delbeslutninger"
        ordering = ("decision", "position")
        constraints = (
            models.UniqueConstraint(
                fields=("decision", "position"), name="decisionpart_decision_position_unique"
            ),
            models.CheckConstraint(
                condition=models.Q(outcome__in=Outcome.values), name="decisionpart_outcome_check"
            ),
        )

    def __str__(self) -> str:
        return f"{self.point}: {self.get_outcome_display()}"
