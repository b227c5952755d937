"""What waits for a later item, matters that were put off and promises, and which item that was, if any.

There is a row for each audience, since whoever reads drafts may see another item first than everybody does; each is
made of the rows that its audience may read, so that no draft shows through (docs/adr).
"""

from __future__ import annotations

from typing import Self, TypeVar

from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models import F

from minutes.models.cases import Case
from minutes.models.items import AgendaItem
from minutes.models.meetings import Body
from minutes.models.search_tables import LONGEST_TITLE_KEY
from minutes.models.told.deferrals import Deferral
from minutes.models.told.promises import Promise
from minutes.models.visibility import Audience, JoinVisibility, Reader

_Join = TypeVar("_Join", bound="Join", covariant=True)


class JoinQuerySet(JoinVisibility[_Join]):
    def readable_by(self, reader: Reader) -> Self:
        """Those that have found their item, as the reader sees it."""
        return super().readable_by(reader).exclude(item=None)


class Join(models.Model):
    """Under which `item` a matter went on, and why that is known, as its audience sees it; None where it did not yet.

    `case`, `title_key`, `body` and `date` are those of the item under which it waits, by which it is found when a later
    one comes; `found_on` is the day of the item that it has found.
    """

    class Reason(models.TextChoices):
        BY_HAND = "by_hand", "samlet af arkivet"
        SAME_ITEM = "same_item", "en senere beslutning under samme punkt"
        CASE = "case", "samme sagsnummer"
        TITLE = "title", "samme faste titel"
        LIKE_TITLE = "like_title", "en titel, der begynder ens"

    audience = models.CharField(max_length=20, choices=Audience)
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="+", null=True)
    reason = models.CharField(max_length=20, choices=Reason, blank=True)
    case = models.ForeignKey(Case, models.SET_NULL, related_name="+", null=True, db_index=False)
    title_key = models.CharField(max_length=LONGEST_TITLE_KEY)
    body = models.ForeignKey(Body, models.CASCADE, related_name="+", db_index=False)
    date = models.DateField()
    found_on = models.DateField(null=True)

    class Meta:
        abstract = True
        default_permissions = ()
        indexes = (
            models.Index(fields=("case", "date"), name="%(class)s_case_index"),
            models.Index(OpClass("title_key", "text_pattern_ops"), "date", name="%(class)s_title_index"),
            # Open ones first, and these by how long they have waited.
            models.Index(
                "audience", F("found_on").asc(nulls_first=True), "date", name="%(class)s_open_index"
            ),
        )

    def __str__(self) -> str:
        return f"{self.item_id} ({self.get_reason_display()})"


class TakingUp(Join):
    """The item that takes up again what a decision put off."""

    deferral = models.ForeignKey(Deferral, models.CASCADE, related_name="taken_up", db_index=False)

    objects = JoinQuerySet["TakingUp"].as_manager()

    class Meta(Join.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("deferral", "audience"), name="takingup_deferral_audience_unique"
            ),
        )


class Fulfilment(Join):
    """The item under which the matter of a promise came back."""

    promise = models.ForeignKey(Promise, models.CASCADE, related_name="fulfilments", db_index=False)

    objects = JoinQuerySet["Fulfilment"].as_manager()

    class Meta(Join.Meta):
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
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("item", "other"), name="takenupbyhand_items_unique"),)

    def __str__(self) -> str:
        return f"{self.item_id} {'=' if self.is_taken_up else '≠'} {self.other_id}"
