"""Rows of what an item tells of other meetings and times: each function stores one, with plain values for the rest."""

from __future__ import annotations

import datetime
from typing import Any

from minutes.models import (
    AgendaItem,
    Amount,
    ComingSubject,
    Deferral,
    FollowUp,
    Promise,
    Reference,
    SectionKind,
)


def a_day(words: str, iso: str, **columns: Any) -> dict[str, Any]:
    """The columns of a time that is a day."""
    day = datetime.date.fromisoformat(iso)
    return {"time_words": words, "time_kind": "day", "time_first": day, "time_last": day, **columns}


def add_follow_up(item: AgendaItem, text: str = "Parkeringspolitik", **columns: Any) -> FollowUp:
    position = item.follow_ups.count() + 1
    columns = {"topic_key": text.lower(), "centre_codes": ["HRC"], "responsible_words": "HRC", **columns}
    return FollowUp.objects.create(
        item=item, position=position, line=20 + position, row=position, text=text, **columns
    )


def add_coming_subject(
    item: AgendaItem, text: str = "Ny ferielov", heading: str = "Chefforum"
) -> ComingSubject:
    position = item.coming_subjects.count() + 1
    return ComingSubject.objects.create(item=item, position=position, line=40, text=text, heading=heading)


def add_deferral(item: AgendaItem, text: str = "Punktet udsættes.", **columns: Any) -> Deferral:
    """What the first decision of an item puts off."""
    columns = {"decision": item.decisions.first(), "kind": Deferral.Kind.DEFERRED, **columns}
    position = item.deferrals.count() + 1
    return Deferral.objects.create(item=item, position=position, line=12, text=text, **columns)


def add_promise(item: AgendaItem, text: str = "Sagen forelægges igen.", **columns: Any) -> Promise:
    columns = {
        "kind": Promise.Kind.COMES_BACK,
        "section": SectionKind.DECISION,
        "is_binding": True,
        **columns,
    }
    position = item.promises.count() + 1
    return Promise.objects.create(item=item, position=position, line=13, text=text, **columns)


def add_reference(item: AgendaItem, text: str = "jf. sag 12/32140", **columns: Any) -> Reference:
    columns = {"kind": Reference.Kind.CASE, "section": SectionKind.CASE_PRESENTATION, "column": 0, **columns}
    position = item.prose_references.count() + 1
    return Reference.objects.create(item=item, position=position, line=8, text=text, **columns)


def add_amount(
    item: AgendaItem, text: str = "3,3 mio. kr.", value: int = 3_300_000, **columns: Any
) -> Amount:
    columns = {"section": SectionKind.DECISION, "column": 0, **columns}
    position = item.amounts.count() + 1
    return Amount.objects.create(item=item, position=position, line=9, text=text, value=value, **columns)


def add_all_told(item: AgendaItem, secret: str = "") -> None:
    """A row of each kind, with a word in it by which it is known; the item has a decision."""
    add_follow_up(item, f"{secret}emne")
    add_coming_subject(item, f"{secret}emne")
    add_deferral(item, f"{secret}sag udsættes.")
    add_promise(item, f"{secret}sag forelægges igen.")
    add_reference(item, f"jf. {secret}sag")
    add_amount(item, f"{secret} 3,3 mio. kr.")
