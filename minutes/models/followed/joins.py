"""Which later item takes up what a decision put off, or is what a promise came to.

There is an answer for each audience, since whoever reads drafts may see another item first than everybody does; each is
made of the rows that its audience may read, so that no draft shows through (docs/adr).
"""

from __future__ import annotations

from django.db import models

from minutes.models.items import AgendaItem
from minutes.models.told.deferrals import Deferral
from minutes.models.told.promises import Promise
from minutes.models.visibility import Audience, JoinVisibility


class Join(models.Model):
    """That `item` is where a matter went on, and why that is known, as its audience sees it."""

    class Reason(models.TextChoices):
        BY_HAND = "by_hand", "samlet af arkivet"
        SAME_ITEM = "same_item", "en senere beslutning under samme punkt"
        CASE = "case", "samme sagsnummer"
        TITLE = "title", "samme faste titel"
        LIKE_TITLE = "like_title", "en titel, der begynder ens"

    audience = models.CharField(max_length=20, choices=Audience)
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=20, choices=Reason)

    objects = JoinVisibility.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.item_id} ({self.get_reason_display()})"


class TakingUp(Join):
    """The item that takes up again what a decision put off."""

    deferral = models.ForeignKey(Deferral, models.CASCADE, related_name="taken_up", db_index=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("deferral", "audience"), name="takingup_deferral_audience_unique"
            ),
        )


class Fulfilment(Join):
    """The item under which the matter of a promise came back."""

    promise = models.ForeignKey(Promise, models.CASCADE, related_name="fulfilments", db_index=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("promise", "audience"), name="fulfilment_promise_audience_unique"
            ),
        )


class TakenUpByHand(models.Model):
    """What an editor says of an item that was put off: that the other item takes it up again, or that it does not.

    It outlives a new reading of either document, as items do.
    """

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="taken_up_by_hand")
    other = models.ForeignKey(AgendaItem, models.CASCADE, related_name="+")
    is_taken_up = models.BooleanField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("item", "other"), name="takenupbyhand_items_unique"),)

    def __str__(self) -> str:
        return f"{self.item_id} {'=' if self.is_taken_up else '≠'} {self.other_id}"
