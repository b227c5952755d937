"""Keeps corrected outcomes with their decisions when the body that took these is another one from now on."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from minutes.editing.corrected_values import keyed_outcomes
from minutes.models import AgendaItem, Body, Correction


class OutcomeKeys:
    """The corrections of what a body decided, by the rows that they are of, before the decisions become another's."""

    def __init__(self, body: Body) -> None:
        self._slug = body.slug
        # Also where the other body's decisions are corrected: of two on one day, the second has a number in its key.
        items = AgendaItem.objects.filter(decisions__body=body).distinct()
        self._items = [item for item in items if _corrections(item).exists()]
        self._before = {item.pk: dict(keyed_outcomes(item)) for item in self._items}
        self._without_row = Q(field=Correction.Field.OUTCOME, key__startswith=f"{body.slug} ")

    def rename(self, into: Body) -> None:
        """Give the corrections the keys that their decisions have now, with those of others on the same day."""
        for item in self._items:
            now = {row: key for key, row in keyed_outcomes(item)}
            keys = {old: now[row] for old, row in self._before[item.pk].items()}
            moved = [
                (row, keys[row.key]) for row in _corrections(item) if keys.get(row.key, row.key) != row.key
            ]
            # In two steps, for two may have changed places.
            for correction, _ in moved:
                Correction.objects.filter(pk=correction.pk).update(key=f"flyttes-{correction.pk}")
            for correction, key in moved:
                Correction.objects.filter(pk=correction.pk).update(key=key)
        self._rename_without_row(into)

    def _rename_without_row(self, into: Body) -> None:
        """Those whose decision is not there now may find it in another version, under the name of the other body."""
        for correction in Correction.objects.filter(self._without_row):
            key = into.slug + correction.key.removeprefix(self._slug)
            others = Correction.objects.filter(
                meeting=correction.meeting_id, item_slug=correction.item_slug, field=correction.field, key=key
            )
            if not others.exists():
                Correction.objects.filter(pk=correction.pk).update(key=key)


def _corrections(item: AgendaItem) -> QuerySet[Correction]:
    return Correction.objects.filter(
        meeting=item.meeting_id, item_slug=item.slug, field=Correction.Field.OUTCOME
    )
