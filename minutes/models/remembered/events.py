"""What has happened to the minutes: who did what, when and why. A row is added and never touched again."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef

from minutes.models.items import AgendaItem
from minutes.models.meetings import Meeting


class EventQuerySet(models.QuerySet["Event"]):
    def of_meeting(self, meeting: Meeting) -> Self:
        """What has happened to a meeting, the newest first."""
        return self.filter(meeting=meeting)

    def with_items_told(self) -> Self:
        """With `is_of_shown_item`: the item is still there, and neither closed nor withdrawn."""
        items = AgendaItem.objects.not_hidden().filter(
            meeting=OuterRef("meeting"), slug=OuterRef("item_slug")
        )
        return self.annotate(is_of_shown_item=Exists(items))


class Event(models.Model):
    """One thing that somebody, or the archive itself, did.

    The database refuses to change or delete a row (see docs/adr). So it names whom it concerns in words as well: the
    meeting and the user that it points to may be gone. Nothing in it repeats a personal number.
    """

    class Kind(models.TextChoices):
        UPLOADED = "uploaded", "uploadet"
        IMPORTED = "imported", "gemt som kladde"
        WAITING = "waiting", "ny version venter"
        IN_FORCE = "in_force", "ny version sat i kraft"
        RESTORED = "restored", "tidligere version sat i kraft"
        DISCARDED = "discarded", "kasseret"
        READ_AGAIN = "read_again", "læst igen"
        PUBLISHED = "published", "offentliggjort"
        WITHDRAWN = "withdrawn", "trukket tilbage"
        ITEM_WITHDRAWN = "item_withdrawn", "punkt trukket tilbage"
        ITEM_SHOWN = "item_shown", "punkt vist igen"
        CORRECTED = "corrected", "rettet"
        CLOSED = "closed", "punkt lukket"
        OPENED = "opened", "punkt åbnet"
        NUMBER_RELEASED = "number_released", "personnummer frigivet"
        NUMBER_REDACTED = "number_redacted", "personnummer fjernet"
        NUMBER_UNDECIDED = "number_undecided", "personnummer uafgjort igen"
        PROBLEM_ACCEPTED = "problem_accepted", "bemærkning accepteret"
        FILE_STORED = "file_stored", "bilagsfil gemt"
        FILE_REMOVED = "file_removed", "bilagsfil fjernet"
        NAME_DECIDED = "name_decided", "navn afgjort"
        SYNONYMS_SAID = "synonyms_said", "synonymer ændret"
        BODY_MERGED = "body_merged", "organ lagt sammen"
        JOINED = "joined", "samlet"
        PARTED = "parted", "skilt"
        LEFT_TO_ARCHIVE = "left_to_archive", "overladt til arkivet igen"
        DELETED = "deleted", "slettet"
        LOCK_LIFTED = "lock_lifted", "spærring ophævet"
        TIDIED = "tidied", "ryddet op"

    at = models.DateTimeField("hvornår", auto_now_add=True, db_index=True)
    kind = models.CharField("hændelse", max_length=30, choices=Kind)
    by_key = models.BigIntegerField("brugerens nøgle", null=True, editable=False)
    by_name = models.CharField("brugernavn", max_length=150, blank=True)
    meeting = models.ForeignKey(
        Meeting,
        models.DO_NOTHING,
        related_name="events",
        verbose_name="møde",
        null=True,
        db_constraint=False,
    )
    subject = models.CharField(
        "hvad", max_length=300, blank=True, help_text="Mødet, punktet, filen eller navnet."
    )
    item_slug = models.SlugField("punkt", max_length=40, blank=True)
    details = models.CharField("ændring", max_length=2000, blank=True)
    reason = models.CharField("hvorfor", max_length=1000, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "hændelse"
        verbose_name_plural = "hændelser"
        ordering = ("-at", "-pk")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.subject}: {self.get_kind_display()}"

    @property
    def details_to_show(self) -> str:
        """What changed; of a correction only which field, unless its item is known to be shown still.

        What was an open item's title when it was corrected may be a secret now.
        """
        if self.kind != self.Kind.CORRECTED or getattr(self, "is_of_shown_item", False):
            return self.details
        return self.details.partition(":")[0]
