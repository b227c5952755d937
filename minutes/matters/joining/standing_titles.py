"""Gives the titles that stand their permanent addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from minutes.matters.series import StandingUse, series_of, stands, use_of
from minutes.models import Audience, SearchDocument, Series
from minutes.models.addresses import free_slug, slug_of_title
from minutes.models.followed.series import LONGEST_SLUG

# Room for the number of a second one.
_LONGEST_WISH = LONGEST_SLUG - 5


def name_series(documents: Collection[SearchDocument]) -> None:
    """See to it that every title of these items that stands has an address; once everybody may read it, for good.

    The address is made of the title of the oldest item that bears it then.
    """
    # An index of before titles had keys has none: it is written anew, and these items come again.
    titled = [document for document in documents if document.title_key]
    is_public = {document.title_key: False for document in titled}
    for document in titled:
        if document.is_public:
            is_public[document.title_key] = True
    known = {series.key: series for series in Series.objects.filter(key__in=is_public)}
    asked = [
        key for key in sorted(is_public) if key not in known or (is_public[key] and not known[key].is_settled)
    ]
    for key, audience in _find_standing(asked).items():
        _name(known.get(key) or Series(key=key), audience)


def _find_standing(keys: Iterable[str]) -> dict[str, Audience]:
    """Those of the titles that stand, each with the audience for which it does, everybody before others."""
    uses: dict[str, dict[Audience, list[StandingUse]]] = defaultdict(lambda: defaultdict(list))
    documents = SearchDocument.objects.filter(title_key__in=keys).select_related("case")
    for document in documents.defer("vector", "head"):
        for audience in Audience:
            if document.is_seen_by(audience):
                uses[document.title_key][audience].append(use_of(document, audience))
    standing: dict[str, Audience] = {}
    for key, of_audiences in uses.items():
        for audience in Audience:
            if stands(of_audiences[audience]):
                standing.setdefault(key, audience)
    return standing


def _name(series: Series, audience: Audience) -> None:
    settles = audience is Audience.EVERYBODY
    if series.pk and not settles:
        return
    documents = SearchDocument.objects.seen_by(audience).filter(title_key=series.key)
    oldest = documents.order_by("date", "item__meeting__body__name", "item__meeting__slug", "item__position")
    item = oldest.select_related("item__meeting").defer("vector", "head")[0].item
    wanted = slug_of_title(series_of(item).text, _LONGEST_WISH) or "serie"
    others = Series.objects.exclude(pk=series.pk).filter(slug__startswith=wanted)
    series.slug = free_slug(wanted, set(others.values_list("slug", flat=True)))
    series.is_settled = settles
    series.save()
