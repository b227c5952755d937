"""Attachments: the title that the minutes give each, and the file where the archivist has added it."""

from __future__ import annotations

import secrets

from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from minutes.models.choices import FileCheck


def place_of_file(_attachment: Attachment, _name: str) -> str:
    """Return where a new file is kept: by its month, under a name of ours that says nothing of it."""
    return f"attachments/{timezone.now():%Y/%m}/{secrets.token_hex(16)}"


class Attachment(models.Model):
    """An attachment's title as the minutes give it, and the file where the archivist has added it.

    `file_name` is what the file was called where it came from: people read it, and no path is ever made of it.
    """

    item = models.ForeignKey(
        "minutes.AgendaItem", models.CASCADE, related_name="attachments", verbose_name="punkt"
    )
    position = models.PositiveSmallIntegerField("placering")
    title = models.CharField("titel", max_length=1000)
    file = models.FileField("fil", upload_to=place_of_file, blank=True)
    file_name = models.CharField("filens navn", max_length=255, blank=True, default="", editable=False)
    file_check = models.CharField(
        "undersøgt for personnumre",
        max_length=20,
        choices=FileCheck,
        default=FileCheck.NOT_DONE,
        editable=False,
    )
    # Of the reader that its text was looked for with; 0 before there was any for its format.
    file_reader_version = models.PositiveSmallIntegerField("fillæserens version", default=0, editable=False)

    class Meta:
        verbose_name = "bilag"
        verbose_name_plural = "bilag"
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("item", "position"), name="attachment_item_position_unique"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def readable_file(self) -> FieldFile | None:
        """The file for whoever may read the item; None where there is none, or one that is held back."""
        return self.file if self.file and self.file_check != FileCheck.WITHHELD else None
