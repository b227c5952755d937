"""The index table: one narrow row per open agenda item, beside the columns that hits are counted by."""

from __future__ import annotations

from typing import Self

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from .cases import Case
from .choices import Outcome
from .items import AgendaItem
from .meetings import Body, sees_drafts


class HeadOf(models.Func):
    """What stands in a vector at the weights of titles, decisions and tokens."""

    template = "ts_filter(%(expressions)s, '{a,b,d}')"
    output_field = SearchVectorField()


class IndexQuerySet(models.QuerySet):
    """Rows of the index, in whichever of its tables: each says whether its meeting is published."""

    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """What is of published meetings, and for staff that of drafts too."""
        return self if sees_drafts(user) else self.filter(is_public=True)


class SearchDocumentQuerySet(IndexQuerySet):
    def about_case(self, number: str) -> Self:
        """The items under a case number in normal form, "12/32140"."""
        return self.filter(case__number=number)

    def newest_first(self) -> Self:
        return self.order_by("-date", "item_id")

    def oldest_first(self) -> Self:
        return self.order_by("date", "item_id")


class SearchDocument(models.Model):
    """What search knows of an item. Closed items and withdrawn meetings have no row.

    `vector` holds all its words, `head` those of titles, numbers, decisions and recommendations; both hold what the
    item is, too (see search/tokens.py).
    """

    item = models.OneToOneField(AgendaItem, models.CASCADE, primary_key=True, related_name="search_document")
    is_public = models.BooleanField()
    date = models.DateField()
    body = models.ForeignKey(Body, models.CASCADE, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.SET_NULL, related_name="+", null=True, db_index=False)
    outcome = models.CharField(max_length=30, choices=Outcome, blank=True)
    centre_ids = ArrayField(models.BigIntegerField(), default=list)
    vector = SearchVectorField()
    head = models.GeneratedField(
        expression=HeadOf("vector"), output_field=SearchVectorField(), db_persist=True
    )
    analyser_version = models.PositiveSmallIntegerField()

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        indexes = (
            GinIndex(fields=("vector",), name="searchdocument_vector_gin", fastupdate=False),
            GinIndex(fields=("head",), name="searchdocument_head_gin", fastupdate=False),
            models.Index(fields=("-date",), name="searchdocument_date_index"),
            # A case's items are counted and paged by it alone.
            models.Index(
                fields=("case", "date", "item"), include=("is_public",), name="searchdocument_case_index"
            ),
        )

    def __str__(self) -> str:
        return str(self.item_id)
