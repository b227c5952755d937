"""The narrow rows by which decisions are listed and counted: those of a case, and those of the whole archive."""

from __future__ import annotations

from typing import Any, Self

from django.contrib.postgres.aggregates import BoolAnd
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models
from django.db.models import Exists, OuterRef, Q

from minutes.models.cases import Case
from minutes.models.choices import Outcome
from minutes.models.meetings import Body
from minutes.models.search_tables import SearchDocument
from minutes.models.visibility import READABLE_INDEX_ROW, IndexVisibility, Reader, sql_parameters

# A year of the calendar has a decision or has none: one look into the index for each.
_YEARS = f"""
    SELECT year
    FROM (
        SELECT min(date) AS first, max(date) AS last FROM minutes_searchdecision WHERE {READABLE_INDEX_ROW}
    ) AS span
    CROSS JOIN generate_series(EXTRACT(YEAR FROM last)::int, EXTRACT(YEAR FROM first)::int, -1) AS year
    WHERE EXISTS (
        SELECT FROM minutes_searchdecision
        WHERE date BETWEEN make_date(year, 1, 1) AND make_date(year, 12, 31) AND {READABLE_INDEX_ROW}
    )
"""  # noqa: S608 - what is put in is a constant


class SearchDecisionQuerySet(IndexVisibility["SearchDecision"]):
    def latest_first(self) -> Self:
        """By their own day; of those of one day, the one that stands in a later meeting's minutes comes first."""
        return self.order_by("-date", "-told_on", "-position", "-document")

    def newest_first(self) -> Self:
        """By their own day, from the last; those of one meeting as its agenda has them."""
        return self.order_by("-date", "-told_on", "document", "position")

    def deferrals(self, *, of_each_matter: bool = False) -> models.QuerySet[SearchDecision, dict[str, Any]]:
        """Body and day of each deferral once, in however many items it stands; `in_part` where all of them say so.

        `of_each_matter`: the decisions are of several matters, which a body can put off on one day.
        """
        deferrals = self.filter(is_deferral=True).order_by().values("body", "date")
        if of_each_matter:
            deferrals = deferrals.values("body", "date", "matter")
        return deferrals.annotate(in_part=BoolAnd("is_partial"))

    def told_once(self, reader: Reader) -> Self:
        """Without those that another item tells of better, as far as this reader may see that.

        The minutes of the meeting itself win; of several others' the latest do.
        """
        others = SearchDecision.objects.readable_by(reader).filter(
            body=OuterRef("body"), date=OuterRef("date")
        )
        others = others.exclude(document=OuterRef("document"))
        is_later = Q(told_on__gt=OuterRef("told_on")) | Q(
            told_on=OuterRef("told_on"), document__gt=OuterRef("document")
        )
        same_matter = others.filter(matter=OuterRef("matter")).filter(Q(is_own=True) | is_later)
        # A matter may have another title in the meeting's own minutes, if these have one item alone of its case.
        own = others.filter(is_own=True, case=OuterRef("case"))
        besides = SearchDecision.objects.readable_by(reader).filter(
            body=OuterRef("body"), date=OuterRef("date"), case=OuterRef("case"), is_own=True
        )
        only_own = own.filter(~Exists(besides.exclude(document=OuterRef("document"))))
        return self.filter(Q(is_own=True) | Q(~Exists(same_matter), ~Exists(only_own)))

    def bodies(self) -> models.QuerySet[Body]:
        """The bodies that took any of these decisions."""
        return Body.objects.filter(Exists(self.order_by().filter(body=OuterRef("pk"))))


def years_of_decisions(reader: Reader) -> list[int]:
    """The years in which anything was decided that the reader may see, newest first. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_YEARS, sql_parameters(reader))
        return [year for (year,) in cursor.fetchall()]


class SearchDecision(models.Model):
    """A decision under an indexed item; item and position say which, and `is_own` whether the item's meeting took it.

    Decisions of one `matter` are about the same case under the same standing title (see search/index/item_rows.py).
    """

    document = models.ForeignKey(SearchDocument, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    case = models.ForeignKey(Case, models.SET_NULL, related_name="+", null=True, db_index=False)
    body = models.ForeignKey(Body, models.CASCADE, related_name="+", db_index=False)
    date = models.DateField()
    told_on = models.DateField()
    # Its outcome says so, or a sentence of it puts something off that waits from then on; and whether only in part.
    is_deferral = models.BooleanField()
    is_partial = models.BooleanField(default=False)
    is_public = models.BooleanField()
    # Of rows that an earlier analyser wrote nothing more is known: each stands for itself.
    is_own = models.BooleanField(default=True)
    matter = models.BigIntegerField(default=0)
    # What it came to, or its parts where they differ; and the centres that have to do with its item.
    outcomes = ArrayField(models.CharField(max_length=30, choices=Outcome), default=list)
    centre_ids = ArrayField(models.BigIntegerField(), default=list)

    objects = SearchDecisionQuerySet.as_manager()

    class Meta:
        indexes = (
            # All that a case's page asks of the rows stands in it.
            models.Index(
                fields=("case", "-date", "-told_on", "-position", "-document"),
                include=("body", "is_deferral", "is_partial", "is_public"),
                condition=Q(case__isnull=False),
                name="searchdecision_case_index",
            ),
            # The newest of all, of a year, and of a body.
            models.Index(
                fields=("-date", "-told_on", "document", "position"), name="searchdecision_date_index"
            ),
            models.Index(
                fields=("body", "-date", "-told_on", "document", "position"),
                include=("is_public", "is_own", "case", "matter"),
                name="searchdecision_body_index",
            ),
            models.Index(
                fields=("-date", "-told_on", "document", "position"),
                condition=Q(is_deferral=True),
                name="searchdecision_put_off_index",
            ),
            GinIndex(fields=("outcomes", "centre_ids"), name="searchdecision_facets_gin", fastupdate=False),
            # Whether another item tells of the same decision.
            models.Index(
                fields=("date", "body", "matter"),
                include=("is_own", "told_on", "document", "is_public"),
                name="searchdecision_told_index",
            ),
        )

    def __str__(self) -> str:
        return f"{self.body_id} {self.date} {self.document_id}"
