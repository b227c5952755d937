"""Words that mean the same to whoever searches, as the archivists say, and which groups came with the archive."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

# Characters: longer than the name of any committee.
_LONGEST = 100


class SynonymGroup(models.Model):
    """Words, abbreviations and phrases of which each finds the others, too; or a wider word that finds these.

    What is narrower is a case of the wider word: whoever asks for that asks for each of them, but not the other way
    round, nor for one of them by another.
    """

    wider = models.CharField(
        "bredere ord",
        max_length=_LONGEST,
        blank=True,
        help_text="Kun hvis ordene herunder er snævrere: en søgning efter dette ord finder så også dem, men ikke "
        "omvendt. Lad feltet stå tomt, hvis ordene betyder det samme.",
    )
    words = ArrayField(models.CharField(max_length=_LONGEST), verbose_name="ord")

    class Meta:
        verbose_name = "gruppe af synonymer"
        verbose_name_plural = "synonymer"
        ordering = ("wider", "words")

    def __str__(self) -> str:
        words = ", ".join(self.words)
        return f"{self.wider} ← {words}" if self.wider else words


class ShippedSynonyms(models.Model):
    """A group that came with the archive, as it came: what an archivist has made of it since, or that it is gone.

    `group` is none once it was deleted, or where nothing was made of it because there was such a group already.
    """

    key = models.CharField(max_length=3 * _LONGEST, unique=True)
    wider = models.CharField(max_length=_LONGEST, blank=True)
    words = ArrayField(models.CharField(max_length=_LONGEST))
    group = models.OneToOneField(SynonymGroup, models.SET_NULL, related_name="shipped", null=True)

    class Meta:
        verbose_name = "medfølgende gruppe af synonymer"
        verbose_name_plural = "medfølgende synonymer"
        default_permissions = ()

    def __str__(self) -> str:
        return self.key


class SynonymsVersion(models.Model):
    """One row, which the database gives another value with every change of the groups, whoever makes it.

    Each search reads it, and the groups only where it is another than the one that they were read at.
    """

    version = models.UUIDField()

    class Meta:
        verbose_name = "udgave af synonymerne"
        verbose_name_plural = "udgaver af synonymerne"
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.version)
