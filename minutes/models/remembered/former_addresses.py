"""Addresses that everybody could ask for once: of what is gone, and of what stands somewhere else now."""

from __future__ import annotations

from typing import Self

from django.db import models

from minutes.models.items import AgendaItem
from minutes.models.meetings import Body, Meeting


class FormerAddressQuerySet(models.QuerySet["FormerAddress"]):
    def at(self, body_slug: str, meeting_slug: str = "", item_slug: str = "") -> Self:
        """What is remembered of an address of a body, of a meeting, or of an item: one row, or none."""
        return self.filter(body_slug=body_slug, meeting_slug=meeting_slug, item_slug=item_slug)


class FormerAddress(models.Model):
    """Where something public stood once, by its slugs, and what row it is now; with none of these it is gone.

    It points to rows, not to addresses: however often a thing moves, all its former addresses lead to where it is, and
    once it is deleted they all are of something that is gone. What stands at an address goes before what stood there.
    """

    body_slug = models.SlugField("organ", max_length=100)
    meeting_slug = models.SlugField("møde", max_length=40, blank=True)
    item_slug = models.SlugField("punkt", max_length=40, blank=True)
    body = models.ForeignKey(
        Body, models.SET_NULL, related_name="former_addresses", verbose_name="organet nu", null=True
    )
    meeting = models.ForeignKey(
        Meeting, models.SET_NULL, related_name="former_addresses", verbose_name="mødet nu", null=True
    )
    item = models.ForeignKey(
        AgendaItem, models.SET_NULL, related_name="former_addresses", verbose_name="punktet nu", null=True
    )

    objects = FormerAddressQuerySet.as_manager()

    class Meta:
        verbose_name = "tidligere adresse"
        verbose_name_plural = "tidligere adresser"
        ordering = ("body_slug", "meeting_slug", "item_slug")
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                fields=("body_slug", "meeting_slug", "item_slug"), name="formeraddress_slugs_unique"
            ),
            models.CheckConstraint(
                condition=models.Q(item_slug="") | ~models.Q(meeting_slug=""),
                name="formeraddress_item_slug_check",
            ),
        )

    def __str__(self) -> str:
        return "/".join(filter(None, (self.body_slug, self.meeting_slug, self.item_slug)))
