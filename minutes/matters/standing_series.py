"""The standing titles that a reader may see, each with its items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from minutes.models import AgendaItem, Case, Reader, SearchDocument, Series
from minutes.models.meetings import Sitting
from minutes.models.search_tables import SearchDocumentQuerySet
from minutes.models.visibility import audience_of

from .series import StandingUse, series_of, stands, use_of, use_under

# More uses of a title never make a standing one none again, and these are enough to tell.
_ENOUGH = 60


@dataclass(frozen=True, slots=True)
class SeriesSeen:
    """A standing title as a reader may see it: its row, the others that an editor joined with it, and its items."""

    series: Series
    joined: Sequence[Series]
    documents: SearchDocumentQuerySet


def find_series_at(slug: str, reader: Reader) -> SeriesSeen | None:
    """Return the series at an address, or that under whose it stands; None where none stands for the reader.

    What an editor joined stands under the address of that with which it was joined. Where no item bears that one's
    title which the reader may see, neither that address nor its title is known to him: then it stands under the first
    of the others. Three queries, whatever it holds; four where several are joined.
    """
    row = Series.objects.select_related("joined_to").filter(slug=slug).first()
    root = (row.joined_to or row) if row else None
    if row is None or root is None or root.is_none:
        return None
    group = [root, *root.joined.order_by("key")]
    documents = SearchDocument.objects.readable_by(reader).filter(title_key__in=[each.key for each in group])
    if len(group) > 1:
        borne = set(documents.order_by().values_list("title_key", flat=True).distinct())
        group = [each for each in group if each.key in borne]
    if row not in group or not _stand(documents, reader):
        return None
    return SeriesSeen(group[0], group[1:], documents)


def find_series_of_titles(keys: Collection[str], reader: Reader) -> Mapping[str, Series]:
    """Return the series under whose addresses these titles stand, where they stand for the reader.

    Four queries at most.
    """
    rows = Series.objects.filter(key__in=keys, is_none=False).exclude(joined_to__is_none=True)
    roots = {row.key: row.joined_to_id or row.pk for row in rows} if keys else {}
    groups: dict[int, list[Series]] = defaultdict(list)
    for each in _borne(roots.values(), reader) if roots else ():
        groups[each.joined_to_id or each.pk].append(each)
    uses = _first_uses([each.key for group in groups.values() for each in group], reader) if groups else {}
    standing = {
        root: group[0]
        for root, group in groups.items()
        if stands([use for each in group for use in uses[each.key]])
    }
    return {key: standing[root] for key, root in roots.items() if root in standing}


def _first_uses(keys: Collection[str], reader: Reader) -> Mapping[str, Sequence[StandingUse]]:
    """The first uses of each of these titles, enough to tell whether it stands; of a dated one without the cases."""
    readable = SearchDocument.objects.readable_by(reader)
    columns = ("title_key", "title_is_dated", "body", "date", "case")
    # A part of the index for each: a title may have thousands.
    first, *others = [
        readable.filter(title_key=key).order_by("date", "item_id").values_list(*columns)[:_ENOUGH]
        for key in keys
    ]
    rows = list(first.union(*others, all=True) if others else first)
    # Where the time of a meeting says that a title stands, nobody need know the cases.
    dated = {key for key, is_dated, *_ in rows if is_dated}
    cases = Case.objects.in_bulk({case for key, *_, case in rows if case and key not in dated})
    uses: dict[str, list[StandingUse]] = defaultdict(list)
    for key, is_dated, body, date, case in rows:
        use = use_under(cases.get(case), Sitting(body, date), audience_of(reader), is_dated=is_dated)
        uses[key].append(use)
    return uses


def _borne(roots: Iterable[int] | Subquery, reader: Reader) -> QuerySet[Series]:
    """Those of the series and of what is joined with them whose titles the reader sees an item bear: roots first."""
    chosen = {"pk__in": list(roots)} if not isinstance(roots, Subquery) else {"pk": roots}
    joined = {f"joined_to__{name}": value for name, value in chosen.items()}
    bearing = SearchDocument.objects.readable_by(reader).filter(title_key=OuterRef("key"))
    some = Series.objects.filter(Q(**chosen) | Q(**joined)).filter(Exists(bearing))
    return some.order_by(F("joined_to").asc(nulls_first=True), "key")


def _stand(documents: SearchDocumentQuerySet, reader: Reader) -> bool:
    audience = audience_of(reader)
    some = documents.oldest_first().select_related("case").defer("vector", "head")[:_ENOUGH]
    return stands([use_of(document, audience) for document in some])


def find_all_series(reader: Reader) -> Mapping[str, Sequence[int]]:
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


def find_series_of(item: AgendaItem, reader: Reader) -> Series | None:
    """Return the series that an item's title is of, where it stands for the reader. One query."""
    own = Series.objects.filter(key=series_of(item).key)
    root = Subquery(own.values(root=Coalesce("joined_to", "pk"))[:1])
    by_root = Series.objects.filter(pk=root)
    names = by_root.values("key").union(Series.objects.filter(joined_to=root).order_by().values("key"))
    documents = SearchDocument.objects.readable_by(reader).filter(title_key__in=names)
    documents = documents.annotate(
        slug=Subquery(_borne(root, reader).values("slug")[:1]), is_none=Subquery(by_root.values("is_none"))
    )
    some: list[Any] = list(documents.select_related("case").defer("vector", "head")[:_ENOUGH])
    if not some or some[0].is_none:
        return None
    audience = audience_of(reader)
    is_standing = stands([use_of(document, audience) for document in some])
    return Series(slug=some[0].slug) if is_standing else None
