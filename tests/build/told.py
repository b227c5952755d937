"""Rows of what items tell of other times, made by hand."""

from __future__ import annotations

import datetime
from typing import Any

from minutes.models import AgendaItem, FollowUp, Promise, SectionKind


def add_promise(item: AgendaItem, last: datetime.date | None, **columns: Any) -> Promise:
    columns = {
        "position": item.promises.count() + 1,
        "line": 1,
        "text": "Sagen forelægges igen.",
        "section": SectionKind.DECISION,
        "kind": Promise.Kind.COMES_BACK,
        "is_binding": True,
        "time_words": "på næste møde",
        "time_first": last,
        "time_last": last,
        **columns,
    }
    return Promise.objects.create(item=item, **columns)


def add_follow_up(item: AgendaItem, topic: str, last: datetime.date | None, **columns: Any) -> FollowUp:
    columns = {
        "position": item.follow_ups.count() + 1,
        "line": 1,
        "row": 1,
        "text": topic,
        "topic_key": topic.lower(),
        "time_words": "snarest",
        "time_last": last,
        "centre_codes": ["HRC"],
        "responsible_words": "HRC",
        **columns,
    }
    return FollowUp.objects.create(item=item, **columns)
