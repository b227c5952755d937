"""The list of the topics that follow-up lists follow, with what the newest lists announce; also as a file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from archive_site.spreadsheets import Cell, csv_response
from minutes.matters.following.lists import (
    Announced,
    FollowUpList,
    find_overdue,
    newest_lists,
    read_announced,
)
from minutes.matters.following.told import count_open
from minutes.matters.following.topics import TopicLine, read_topics
from minutes.models import Reader, Topic
from minutes.pages.moved import lead_on_from_body
from minutes.pages.paging import page_of

from .list_files import (
    MOST_ROWS,
    Json,
    address_of_item,
    in_portions,
    item_json,
    list_json,
    reader_of,
    topic_json,
    wanted_format,
)
from .topic_form import TopicForm

# A topic takes two lines or three.
_TOPICS_PER_PAGE = 30
_CSV_HEADER = (
    *("Emne", "Organ", "Først set", "Sidst set", "Gange på en huskeliste", "Frister", "Frist senest"),
    *("Gange udskudt", "Gentages", "Ansvarlig", "På listen", "Over frist", "Adresse", "Sidste huskeliste"),
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who asks for which topics, and what their lines are told from."""

    reader: Reader
    form: TopicForm
    lists: Sequence[FollowUpList]
    overdue: Mapping[int, datetime.date]

    @classmethod
    def of(cls, request: HttpRequest) -> _Asked:
        reader = reader_of(request)
        lists = newest_lists(reader)
        form = TopicForm(request.GET, [each.body for each in lists])
        if "organ" in form.errors:
            lead_on_from_body(request)
        day = form.value("dag") or timezone.localdate()
        return cls(reader, form, lists, find_overdue(lists, reader, day))

    def keys(self) -> list[int]:
        """The keys of all topics in one query: counting them asks as much as reading these, and whole rows far more."""
        topics = self.form.narrow(Topic.objects.readable_by(self.reader), self.lists, self.overdue)
        return list(topics.values_list("pk", flat=True))

    def lines(self, keys: Sequence[int]) -> list[TopicLine]:
        topics = Topic.objects.readable_by(self.reader).select_related("key", "body", "last").in_bulk(keys)
        centres = {centre.code: centre for centre in self.form.centres}
        in_order = [topics[key] for key in keys if key in topics]
        return read_topics(in_order, self.reader, self.lists, self.overdue, centres)

    def announced(self) -> list[Announced]:
        """What the newest lists announce, where no more than a body is asked for."""
        if self.form.narrows:
            return []
        body = self.form.body
        return read_announced([each for each in self.lists if body in (None, each.body)], self.reader)


@require_safe
def topic_list(request: HttpRequest) -> HttpResponseBase:
    """Show the topics that the address asks for, with what their deadlines have been and who has them."""
    asked = _Asked.of(request)
    wanted = wanted_format(request)
    if wanted == "csv":
        return csv_response("huskelister", _CSV_HEADER, _csv_rows(request, asked))
    page = page_of(request, asked.keys(), _TOPICS_PER_PAGE)
    lines = asked.lines(list(page))
    announced = asked.announced() if page.number == 1 else []
    if wanted == "json":
        results = (topic_json(request, line) for line in lines)
        return list_json(
            asked.form, page, results, announced=[_announced_json(request, each) for each in announced]
        )
    open_deferrals, open_promises = count_open(asked.reader)
    context = {
        "form": asked.form,
        "day": asked.form.value("dag"),
        "lists": asked.lists,
        "page": page,
        "lines": lines,
        "announced": announced,
        "open_deferrals": open_deferrals,
        "open_promises": open_promises,
    }
    return render(request, "minutes/follow_ups/topic_list.html", context)


def _csv_rows(request: HttpRequest, asked: _Asked) -> Iterator[Sequence[Cell]]:
    for keys in in_portions(asked.keys()[:MOST_ROWS]):
        yield from (_csv_row(request, line) for line in asked.lines(keys))


def _csv_row(request: HttpRequest, line: TopicLine) -> Sequence[Cell]:
    topic = line.topic
    return (
        line.row.text,
        topic.body.name,
        topic.first_seen,
        topic.last_seen,
        topic.rows,
        " → ".join(line.moves),
        topic.latest,
        topic.slips,
        line.rhythm,
        ", ".join(each.code for each in line.responsible),
        "ja" if line.is_listed else "nej",
        "ja" if line.overdue else "nej",
        request.build_absolute_uri(topic.get_absolute_url()),
        address_of_item(request, line.item),
    )


def _announced_json(request: HttpRequest, announced: Announced) -> Json:
    return {
        **item_json(request, announced.item),
        "headings": [
            {"heading": heading, "subjects": [subject.text for subject in subjects]}
            for heading, subjects in announced.subjects
        ],
    }
