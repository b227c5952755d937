"""Standing titles: their permanent addresses, and what an editor says of them."""

from __future__ import annotations

from django.db import models

from minutes.models.addresses import address_of
from minutes.models.search_tables import LONGEST_TITLE_KEY

LONGEST_SLUG = 80


class Series(models.Model):
    """A title that stands through the meetings, by its key (matters/series.py), and its address.

    The address is that of its oldest occurrence when it was first published, and never changes after that. Which
    items it has is asked of the search's rows, which know their titles' keys. `joined_to` and `is_none` are an
    editor's: it is another series under a second name, or no series at all.
    """

    key = models.CharField("nøgle", max_length=LONGEST_TITLE_KEY, unique=True)
    slug = models.SlugField("adresse", max_length=LONGEST_SLUG, unique=True)
    is_settled = models.BooleanField("offentliggjort", default=False)
    joined_to = models.ForeignKey(
        "self", models.SET_NULL, related_name="joined", verbose_name="hører til", null=True, blank=True
    )
    is_none = models.BooleanField("ingen serie", default=False)

    class Meta:
        verbose_name = "serie"
        verbose_name_plural = "serier"
        ordering = ("slug",)
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return self.key

    def get_absolute_url(self) -> str:
        return address_of("series-detail", self.slug)
