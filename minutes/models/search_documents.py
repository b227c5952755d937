"""The index table: one narrow row per open agenda item, beside the columns that search filters on."""

from __future__ import annotations

from typing import Self

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVectorField
from django.db import models

from .cases import Case
from .choices import Outcome
from .items import AgendaItem
from .meetings import Body


class SearchDocumentQuerySet(models.QuerySet["SearchDocument"]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """What the user may find: everybody what is published, staff the drafts too."""
        if user.is_authenticated and user.is_staff:
            return self
        return self.filter(is_public=True)

    def matching(self, tsquery: SearchQuery) -> Self:
        return self.filter(vector=tsquery)

    def best_first(self, tsquery: SearchQuery) -> Self:
        """By how near the words stand to each other and how much their places weigh, then the newest."""
        rank = SearchRank(models.F("vector"), tsquery, cover_density=True)
        return self.order_by(rank.desc(), "-date", "item_id")

    def newest_first(self) -> Self:
        return self.order_by("-date", "item_id")

    def oldest_first(self) -> Self:
        return self.order_by("date", "item_id")


class SearchDocument(models.Model):
    """What search knows of an item. Closed items and withdrawn meetings have no row."""

    item = models.OneToOneField(AgendaItem, models.CASCADE, primary_key=True, related_name="search_document")
    is_public = models.BooleanField()
    date = models.DateField()
    body = models.ForeignKey(Body, models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, models.SET_NULL, related_name="+", null=True)
    outcome = models.CharField(max_length=30, choices=Outcome, blank=True)
    centre_codes = ArrayField(models.CharField(max_length=10), default=list)
    vector = SearchVectorField()
    analyser_version = models.PositiveSmallIntegerField()

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        indexes = (
            GinIndex(fields=("vector",), name="searchdocument_vector_gin", fastupdate=False),
            models.Index(fields=("-date",), name="searchdocument_date_index"),
        )

    def __str__(self) -> str:
        return str(self.item_id)
