"""Writes the narrow rows by which what is put off and promised is listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from minutes.models import (
    Centre,
    Decision,
    Deferral,
    ListedDeferral,
    ListedPromise,
    Promise,
    SearchDocument,
    SectionKind,
)
from minutes.models.copying import copy_rows
from minutes.models.told.columns import Time

from .said_in import decisions_that_say
from .waiting import DEFERRALS, PROMISES

# The times after which something is late; of a meeting only where its month is told, for else it has no day.
_ENDS = {Time.DAY, Time.MONTH, Time.SEASON, Time.SPAN, Time.YEAR, Time.MEETING}


def forget_listed(meeting_ids: Iterable[int]) -> None:
    """Delete the rows of meetings that are looked at anew."""
    ids = list(meeting_ids)
    for model in (ListedDeferral, ListedPromise):
        model._default_manager.filter(item__meeting__in=ids).delete()


def write_listed(documents: Collection[SearchDocument]) -> None:
    """Write the rows of these items, which have none."""
    of_items = {document.pk: document for document in documents}
    deferrals = DEFERRALS.rows().filter(item__in=of_items).select_related("decision")
    copy_rows([_listed_deferral(row, of_items[row.item_id]) for row in deferrals])
    promises = list(PROMISES.rows().filter(item__in=of_items).select_related("item__meeting__body"))
    decisions = _decisions_of(promises)
    centres = _centres_of(promises)
    copy_rows(
        [
            _listed_promise(row, of_items[row.item_id], decisions.get(row.item_id, ()), centres)
            for row in promises
            if not _has_come(row)
        ]
    )


def _listed_deferral(row: Deferral, document: SearchDocument) -> ListedDeferral:
    decision = row.decision
    return ListedDeferral(
        deferral=row,
        item_id=document.pk,
        body_id=decision.body_id,
        date=decision.date,
        is_public=document.is_public,
        is_own=(decision.body_id, decision.date) == (document.body_id, document.date),
        position=decision.position,
        centre_ids=document.centre_ids,
    )


def _listed_promise(
    row: Promise, document: SearchDocument, decisions: Sequence[Decision], centres: Mapping[str, int]
) -> ListedPromise:
    saying = list(decisions_that_say(row, decisions))
    own = [one for one in saying if (one.body_id, one.date) == (document.body_id, document.date)]
    said_by = saying[0] if saying and not own else document
    # Where the words name centres, it is for these to do; else all that have to do with the item may have to.
    named = sorted(centres[code] for code in row.who if code in centres)
    return ListedPromise(
        promise=row,
        item_id=document.pk,
        body_id=said_by.body_id,
        date=said_by.date,
        is_public=document.is_public,
        is_own=bool(own) or not saying,
        position=saying[0].position if saying and not own else None,
        centre_ids=named or document.centre_ids,
        kind=row.kind,
        due=row.time_last if row.time_kind in _ENDS else None,
    )


def _centres_of(promises: Iterable[Promise]) -> Mapping[str, int]:
    """The keys of the centres that promises name, by their codes."""
    codes = {code for row in promises for code in row.who}
    return dict(Centre.objects.filter(code__in=codes).values_list("code", "pk")) if codes else {}


def _decisions_of(promises: Iterable[Promise]) -> Mapping[int, Sequence[Decision]]:
    """The decisions under the items of what decisions promise."""
    items = {row.item_id for row in promises if row.section == SectionKind.DECISION}
    of_items: dict[int, list[Decision]] = defaultdict(list)
    for decision in Decision.objects.filter(item__in=items).order_by("item", "position"):
        of_items[decision.item_id].append(decision)
    return of_items


def _has_come(row: Promise) -> bool:
    """Whether something was to go on to a body, as that body's own minutes tell: there it is."""
    return row.kind == Promise.Kind.GOES_TO and row.to_body == row.item.meeting.body.name
