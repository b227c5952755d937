"""The standing titles of some items, for whoever is typing the words of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from django.db import connection

from minutes.matters.series import series_of, stands, use_of
from minutes.models import Reader, SearchDocument, address_of
from minutes.models.visibility import READABLE_INDEX_ROW, audience_of, sql_parameters

from .suggestion import Kind, Suggestion, short

_MOST_SERIES = 2
# Those that most of the items have are looked at, and of each as many items as tell whether it stands.
_MOST_LOOKED_AT = 3
_MOST_USES = 8

# What an editor says is no series, or joined with such, is none.
_NAMED = f"""
    SELECT document.item_id, title_key, title_is_dated, series.slug
    FROM minutes_searchdocument AS document
    JOIN minutes_series AS series ON series.key = title_key
    LEFT JOIN minutes_series AS other ON other.id = series.joined_to_id
    WHERE document.item_id = ANY(%(items)s) AND NOT series.is_none AND other.is_none IS NOT TRUE
        AND {READABLE_INDEX_ROW}
    ORDER BY date DESC, document.item_id
"""  # noqa: S608 - what is put in is a constant


def series_of_items(item_ids: Sequence[int], reader: Reader) -> list[Suggestion]:
    """The standing titles of items that the reader may see, the one of most of them first. Two queries at most.

    These items alone are asked: a title of which they do not tell that it stands is no suggestion.
    """
    uses: dict[str, list[int]] = defaultdict(list)
    dated, slugs = set(), {}
    for pk, key, is_dated, slug in _named(item_ids, reader) if item_ids else ():
        uses[key].append(pk)
        slugs[key] = slug
        if is_dated:
            dated.add(key)
    likely = Counter({key: len(of_key) for key, of_key in uses.items() if len(of_key) > 1 or key in dated})
    keys = [key for key, _ in likely.most_common(_MOST_LOOKED_AT)]
    if not keys:
        return []
    names = _standing_names([pk for key in keys for pk in uses[key][:_MOST_USES]], reader)
    standing = [key for key in keys if key in names]
    return [
        Suggestion(Kind.SERIES, short(names[key]), address_of("series-detail", slugs[key]))
        for key in standing[:_MOST_SERIES]
    ]


def _named(item_ids: Sequence[int], reader: Reader) -> list[tuple[int, str, bool, str]]:
    """The items whose titles may be a series: their keys, those of their titles, whether dated, and the slugs."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMED, {"items": list(item_ids), **sql_parameters(reader)})
        rows: list[tuple[int, str, bool, str]] = cursor.fetchall()
    return rows


def _standing_names(item_ids: Sequence[int], reader: Reader) -> dict[str, str]:
    """The titles that stand, by their keys, as they are written in the newest of the items."""
    documents = SearchDocument.objects.readable_by(reader).filter(pk__in=item_ids).newest_first()
    of_keys: dict[str, list[SearchDocument]] = defaultdict(list)
    for document in documents.select_related("case", "item__meeting").defer("vector", "head"):
        of_keys[document.title_key].append(document)
    audience = audience_of(reader)
    return {
        key: series_of(of_key[0].item).text
        for key, of_key in of_keys.items()
        if stands([use_of(document, audience) for document in of_key])
    }
