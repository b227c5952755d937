"""What decisions put off."""

from __future__ import annotations

from typing import Self

from django.db import models

from minutes.parser.told.values import DeferralKind

from .columns import Timed, ToldRow


class DeferralQuerySet(models.QuerySet["Deferral"]):
    def waiting(self) -> Self:
        """Those after which the matter, or a part of it, is open until it is taken up again."""
        return self.filter(comes_back=False, is_delegated=False)


class Deferral(ToldRow, Timed):
    """What a decision puts off, in the sentence `text`, and until when.

    `is_part`: only a part of the matter; `comes_back`: the matter is decided and a paper returns; `is_delegated`:
    somebody else shall decide. Of the last two nothing waits.
    """

    class Kind(models.TextChoices):
        DEFERRED = DeferralKind.DEFERRED.value, "udsat"
        DISCUSSION_POSTPONED = DeferralKind.DISCUSSION_POSTPONED.value, "drøftelsen udskudt"
        SENT_BACK = DeferralKind.SENT_BACK.value, "sendt tilbage"
        SENT_ON = DeferralKind.SENT_ON.value, "sendt videre til et andet organ"
        PRESENTED_AGAIN = DeferralKind.PRESENTED_AGAIN.value, "forelægges igen"

    decision = models.ForeignKey(
        "minutes.Decision", models.CASCADE, verbose_name="beslutning", db_index=False
    )
    kind = models.CharField("slags", max_length=30, choices=Kind)
    is_part = models.BooleanField("en del af sagen", default=False)
    point = models.CharField("punkt i indstillingen", max_length=60, blank=True)
    comes_back = models.BooleanField("et papir kommer igen", default=False)
    is_delegated = models.BooleanField("andre skal afgøre det", default=False)
    to_body = models.CharField("til organ", max_length=200, blank=True)

    objects = DeferralQuerySet.as_manager()

    class Meta(ToldRow.Meta):
        verbose_name = "udsættelse"
        verbose_name_plural = "udsættelser"
        default_related_name = "deferrals"

    @property
    def waits(self) -> bool:
        """Whether it belongs to `waiting()`, without asking the database."""
        return not self.comes_back and not self.is_delegated
