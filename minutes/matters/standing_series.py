"""The standing titles that a reader may see, each with its items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from minutes.models import Reader, SearchDocument, Series
from minutes.models.visibility import audience_of

from .series import stands, use_of


def find_series(reader: Reader) -> Mapping[str, Sequence[int]]:
    """Return the keys of the items of each standing title, by its own key; the items come in no order.

    What an editor joined is one, and what an editor says is no series is none.
    """
    audience = audience_of(reader)
    joined = dict(Series.objects.exclude(joined_to=None).values_list("key", "joined_to__key"))
    none = set(Series.objects.filter(is_none=True).values_list("key", flat=True))
    of_keys: dict[str, list[SearchDocument]] = defaultdict(list)
    documents = SearchDocument.objects.readable_by(reader).select_related("case").defer("vector", "head")
    for document in documents.iterator():
        of_keys[joined.get(document.title_key, document.title_key)].append(document)
    return {
        key: [document.pk for document in some]
        for key, some in of_keys.items()
        if key not in none and stands([use_of(document, audience) for document in some])
    }
