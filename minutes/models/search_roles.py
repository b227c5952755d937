"""What centres have to do with the indexed items: narrow rows by which their lists are counted and paged."""

from __future__ import annotations

from typing import Self

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import connection, models

from .cases import Case
from .centres import Centre
from .choices import CentreRole
from .meetings import sees_drafts
from .search_documents import IndexQuerySet, SearchDocument

# Year by year along the index: one sum over all of a busy centre's rows takes twice as long.
_COUNTS = """
    SELECT year, counts.*
    FROM (
        SELECT min(date) AS first, max(date) AS last FROM minutes_searchrole
        WHERE centre_id = %(centre)s AND (is_public OR %(sees_drafts)s)
    ) AS span
    CROSS JOIN generate_series(EXTRACT(YEAR FROM first)::int, EXTRACT(YEAR FROM last)::int) AS year
    CROSS JOIN LATERAL (
        SELECT role, count(*), count(*) FILTER (WHERE is_first) FROM minutes_searchrole
        WHERE centre_id = %(centre)s AND (is_public OR %(sees_drafts)s)
            AND date BETWEEN make_date(year, 1, 1) AND make_date(year, 12, 31)
        GROUP BY role
    ) AS counts
"""


class SearchRoleQuerySet(IndexQuerySet):
    def of_case(self, case: Case) -> models.QuerySet[SearchRole, tuple[int, str]]:
        """Which centres, by primary key, have which roles in any item of the case."""
        return self.filter(case=case).order_by().values_list("centre", "role").distinct()

    def of_centre(self, centre: Centre, role: CentreRole | None = None, year: int | None = None) -> Self:
        """One row for each item that the centre has something to do with, or that one thing; of all years or one."""
        rows = self.filter(centre=centre, role=role) if role else self.filter(centre=centre, is_first=True)
        return rows.filter(date__year=year) if year else rows

    def newest_first(self) -> Self:
        return self.order_by("-date", "document_id")


def count_by_year_and_role(
    centre: Centre, user: AbstractBaseUser | AnonymousUser
) -> list[tuple[int, str, int, int]]:
    """Year, role, number of items, and of those the items in which the centre has no stronger role.

    Of what the user may see. A year without items has no entry. One query.
    """
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, {"centre": centre.pk, "sees_drafts": sees_drafts(user)})
        return cursor.fetchall()


class SearchRole(models.Model):
    """One role of a centre in an indexed item; `is_first` is the strongest that it has there."""

    document = models.ForeignKey(SearchDocument, models.CASCADE, related_name="roles", db_index=False)
    centre = models.ForeignKey(Centre, models.CASCADE, related_name="+", db_index=False)
    role = models.CharField(max_length=20, choices=CentreRole)
    case = models.ForeignKey(Case, models.SET_NULL, related_name="+", null=True, db_index=False)
    date = models.DateField()
    is_public = models.BooleanField()
    is_first = models.BooleanField()

    objects = SearchRoleQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("document",), name="searchrole_document_index"),
            # All that is asked of the rows stands in these, for a centre and for a case.
            models.Index(
                fields=("centre", "-date", "document"),
                include=("role", "is_public", "is_first"),
                name="searchrole_centre_index",
            ),
            models.Index(
                fields=("case", "centre", "role"),
                include=("is_public",),
                condition=models.Q(case__isnull=False),
                name="searchrole_case_index",
            ),
        )

    def __str__(self) -> str:
        return f"{self.centre_id} {self.get_role_display()} {self.document_id}"
