"""What a search matches among the meetings that were published last: for those who follow it."""

from __future__ import annotations

from typing import Any

from django.db import connection

from minutes.models import Meeting
from minutes.search.index.tokens import year_token
from minutes.search.query.days import Days

from .matches import IndexQuery
from .spoken import IS_SPOKEN
from .tsquery import with_tokens

# The meetings of half a year in a busy municipality: whoever asks once in a while misses none. They have some two
# thousand items, each of which is held against the query (some 10 µs): a rare word costs no more than a common one.
MOST_MEETINGS = 200

# "OFFSET 0" keeps these the items that are asked about, whatever the planner thinks of the words.
_MATCHES = """
    SELECT item_id
    FROM (
        SELECT document.*, meeting.place, item.position
        FROM unnest(%(meetings)s::bigint[]) WITH ORDINALITY AS meeting (id, place)
        JOIN minutes_agendaitem AS item ON item.meeting_id = meeting.id
        JOIN minutes_searchdocument AS document ON document.item_id = item.id
        OFFSET 0
    ) AS candidate
    WHERE {conditions}
    ORDER BY place, position
    LIMIT %(most)s
"""
_DAYS = "date BETWEEN %(first)s AND %(last)s"
_WORDS = "vector @@ %(tsquery)s::tsquery"
_SPOKEN = f"CASE WHEN {_WORDS} THEN {IS_SPOKEN.format(row='candidate')} ELSE false END"


def find_last_published(index_query: IndexQuery, days: Days | None, limit: int) -> list[int]:
    """Return the keys of the items that match among these meetings, the last published first; on these days, or any.

    Two queries.
    """
    meetings = Meeting.objects.readable_by(index_query.reader).last_published_first()
    years = [*map(year_token, days.years)] if days else []
    parameters: dict[str, Any] = {
        "meetings": list(meetings.values_list("pk", flat=True)[:MOST_MEETINGS]),
        "tsquery": with_tokens(index_query.exact, *index_query.tokens, years),
        "spoken": list(index_query.spoken),
        "first": days and days.first,
        "last": days and days.last,
        "most": limit,
        **index_query.parameters,
    }
    conditions = [index_query.condition]
    conditions += [_WORDS] if parameters["tsquery"] else []
    conditions += [_SPOKEN] if index_query.spoken else []
    conditions += [_DAYS] if days else []
    with connection.cursor() as cursor:
        cursor.execute(_MATCHES.format(conditions=" AND ".join(conditions)), parameters)
        return [item_id for (item_id,) in cursor.fetchall()]
