"""What centres have to do with the indexed items: narrow rows by which their lists are counted and paged."""

from __future__ import annotations

from typing import Self

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.db.models.functions import ExtractYear

from .centres import Centre
from .choices import CentreRole
from .meetings import sees_drafts
from .search_documents import SearchDocument


class SearchRoleQuerySet(models.QuerySet["SearchRole"]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """The roles in published meetings, and for staff those in drafts too."""
        return self if sees_drafts(user) else self.filter(is_public=True)

    def of_centre(self, centre: Centre, role: CentreRole | None = None, year: int | None = None) -> Self:
        """One row for each item that the centre has something to do with, or that one thing; of all years or one."""
        rows = self.filter(centre=centre, role=role) if role else self.filter(centre=centre, is_first=True)
        return rows.filter(date__year=year) if year else rows

    def newest_first(self) -> Self:
        return self.order_by("-date", "document_id")

    def counts_by_year_and_role(self) -> models.QuerySet[SearchRole, tuple[int, str, int, int]]:
        """Year, role, number of items, and of those the items in which the centre has no stronger role."""
        by_year = self.order_by().values_list(ExtractYear("date"), "role")
        firsts = models.Count("document", filter=models.Q(is_first=True))
        return by_year.annotate(count=models.Count("*"), firsts=firsts)


class SearchRole(models.Model):
    """One role of a centre in an indexed item; `is_first` is the strongest that it has there."""

    document = models.ForeignKey(SearchDocument, models.CASCADE, related_name="roles", db_index=False)
    centre = models.ForeignKey(Centre, models.CASCADE, related_name="+", db_index=False)
    role = models.CharField(max_length=20, choices=CentreRole)
    date = models.DateField()
    is_public = models.BooleanField()
    is_first = models.BooleanField()

    objects = SearchRoleQuerySet.as_manager()

    class Meta:
        indexes = (
            # All that is asked of the rows stands in these, for a centre and for the items of a case.
            models.Index(fields=("document",), include=("centre", "role"), name="searchrole_document_index"),
            models.Index(
                fields=("centre", "-date", "document"),
                include=("role", "is_public", "is_first"),
                name="searchrole_centre_index",
            ),
        )

    def __str__(self) -> str:
        return f"{self.centre_id} {self.get_role_display()} {self.document_id}"
