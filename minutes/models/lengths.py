"""How long the texts are that the columns hold, and what is written of a longer one."""

from __future__ import annotations

from django.db import models


def longest(model: type[models.Model], column: str) -> int:
    """Return how many characters a text of the column has at most. Raises ValueError where there is no limit."""
    length = getattr(model._meta.get_field(column), "max_length", None)
    if length is None:
        raise ValueError(f"{model.__name__}.{column} takes texts of any length")
    return int(length)


def fit(text: str, model: type[models.Model], column: str) -> str:
    """Return the text, or as much of it as the column holds; one that was cut ends in an ellipsis."""
    most = longest(model, column)
    return text if len(text) <= most else text[: most - 1] + "…"
