"""What an item is, as lexemes of its vectors: day and year, body, centres, outcomes, and whether it has attachments.

A filter is then one more word of the query, and the index answers both in one. No text gives such a lexeme: words are
letters and digits alone, and every token has a colon.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

IN_ATTACHMENTS = "t:"


def year_token(year: int) -> str:
    """The token of everything from a year: "y:2013"."""
    return f"y:{year:04}"


def month_token(year: int, month: int) -> str:
    """The token of everything from a month: "m:2013-08"."""
    return f"m:{year:04}-{month:02}"


def date_token(date: datetime.date) -> str:
    """The token of everything from a day: "d:2013-08-27"."""
    return f"d:{date.isoformat()}"


def body_token(body_id: int) -> str:
    """The token of a body, by its primary key: "b:4"."""
    return f"b:{body_id}"


def centre_token(centre_id: int) -> str:
    """The token of a centre, by its primary key: "c:7"."""
    return f"c:{centre_id}"


def outcome_token(outcome: str) -> str:
    """The token of an outcome, by the value of its column: "o:deferred"."""
    return f"o:{outcome}"


def attachments_token(has_attachments: bool) -> str:
    """The token of items with attachments, "a:1", or of those without, "a:0"."""
    return f"a:{int(has_attachments)}"


def in_attachments(lexeme: str) -> str:
    """A lexeme as it stands for a word of an attachment's title: "t:skol"."""
    return f"{IN_ATTACHMENTS}{lexeme}"


def item_tokens(
    date: datetime.date,
    body_id: int,
    centre_ids: Iterable[int],
    outcomes: Iterable[str],
    has_attachments: bool,
) -> tuple[str, ...]:
    """All tokens of an item, each once."""
    return (
        year_token(date.year),
        month_token(date.year, date.month),
        date_token(date),
        body_token(body_id),
        *map(centre_token, sorted(set(centre_ids))),
        *map(outcome_token, sorted(set(outcomes))),
        attachments_token(has_attachments),
    )
