"""What is put off and promised under items that somebody may read: narrow rows, by which it is listed and counted."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from minutes.models.items import AgendaItem
from minutes.models.meetings import Body
from minutes.models.told.deferrals import Deferral
from minutes.models.told.promises import Promise
from minutes.models.visibility import Audience, IndexVisibility, Reader, audience_of

# Whether a matter went on is made of what can be read, and each audience reads its own.
_WENT_ON_COLUMNS = {Audience.EVERYBODY: "went_on", Audience.READS_DRAFTS: "went_on_with_drafts"}


def went_on_for(reader: Reader) -> str:
    """Return the column of listed rows that says to a reader whether the matter went on under a later item."""
    return _WENT_ON_COLUMNS[audience_of(reader)]


class Listed(models.Model):
    """By whom and when something was said, under which item, and which centres have to do with that.

    `is_own`: the item's meeting said it itself. Else it stands in the decision of this `position` under the item, which
    is another meeting's, whose own minutes may tell it, too. Whether the matter went on is what the joins say, kept
    beside the row, for lists count thousands of them.
    """

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, models.CASCADE, related_name="+", db_index=False)
    date = models.DateField()
    is_public = models.BooleanField()
    is_own = models.BooleanField()
    position = models.PositiveSmallIntegerField(null=True)
    centre_ids = ArrayField(models.BigIntegerField(), default=list)
    went_on = models.BooleanField(default=False)
    went_on_with_drafts = models.BooleanField(default=False)

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.item_id} {self.date}"


class ListedDeferral(Listed):
    """A deferral after which something waits; `body` and `date` are those of its decision."""

    deferral = models.OneToOneField(Deferral, models.CASCADE, primary_key=True, related_name="listed")

    objects = IndexVisibility["ListedDeferral"].as_manager()


class ListedPromise(Listed):
    """A promise that binds and is kept once; `due` is the last day of its time, where it can be late."""

    promise = models.OneToOneField(Promise, models.CASCADE, primary_key=True, related_name="listed")
    kind = models.CharField(max_length=20, choices=Promise.Kind)
    due = models.DateField(null=True)

    objects = IndexVisibility["ListedPromise"].as_manager()

    class Meta(Listed.Meta):
        indexes = (models.Index(fields=("-date", "promise"), name="listedpromise_date_index"),)
