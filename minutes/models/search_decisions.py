"""The decisions of cases: narrow rows by which those of a case with thousands of items are read."""

from __future__ import annotations

import datetime
from typing import Self

from django.db import models

from .cases import Case
from .meetings import Body
from .search_documents import IndexQuerySet, SearchDocument


class SearchDecisionQuerySet(IndexQuerySet):
    def latest_first(self) -> Self:
        """By their own day; of those of one day, the one that a later meeting tells of comes first."""
        return self.order_by("-date", "-told_on", "-position", "-document")

    def deferrals(self) -> models.QuerySet[SearchDecision, tuple[int, datetime.date]]:
        """Body and day of each deferral once, in however many items it is told of."""
        return self.filter(is_deferral=True).order_by().values_list("body", "date").distinct()


class SearchDecision(models.Model):
    """A decision under an indexed item of a case; item and position tell which."""

    document = models.ForeignKey(SearchDocument, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    case = models.ForeignKey(Case, models.CASCADE, related_name="+", db_index=False)
    body = models.ForeignKey(Body, models.CASCADE, related_name="+", db_index=False)
    date = models.DateField()
    told_on = models.DateField()
    is_deferral = models.BooleanField()
    is_public = models.BooleanField()

    objects = SearchDecisionQuerySet.as_manager()

    class Meta:
        indexes = (
            # All that is asked of the rows stands in it.
            models.Index(
                fields=("case", "-date", "-told_on", "-position", "-document"),
                include=("body", "is_deferral", "is_public"),
                name="searchdecision_case_index",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.date} {self.document_id}"
