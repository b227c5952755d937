"""Long lists in pages: a number that leads nowhere gives the nearest page there is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest


def page_of(
    request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], size: int, *, count: int | None = None
) -> Page[Any]:
    """Return the page that the parameter "side" asks for, the first where it is no number, the last beyond the end.

    Where the `count` of the rows is known, the database is not asked for it.
    """
    paginator = Paginator(rows, size)
    if count is not None:
        paginator.count = count
    typed = request.GET.get("side", "")
    return paginator.get_page(1 if typed.startswith("-") else typed)
