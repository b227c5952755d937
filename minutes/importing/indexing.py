"""Writes the index table: a row for every open item of a meeting that is not withdrawn, none for any other."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Prefetch, Q, Value
from django.db.models.sql.compiler import SQLCompiler

from minutes.models import AgendaItem, Meeting, PublicationState, SearchDocument, Section, SectionKind
from minutes.models.items import AgendaItemQuerySet
from minutes.models.meetings import MeetingQuerySet
from minutes.search.documents import ANALYSER_VERSION, ItemText, WeightedWords, weighted_words

_MEETINGS_AT_A_TIME = 50
_MAIN_SECTIONS = (SectionKind.DECISION, SectionKind.RECOMMENDATION)


class _Vector(Value):
    """The words of an item as the server stores them: a tsvector of its own Danish configuration."""

    value: WeightedWords

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[str]]:
        """Return the SQL, and the words by falling weight."""
        vector = " || ".join(f"setweight(to_tsvector('danish', %s), '{weight}')" for weight in "ABC")
        return vector, [self.value.a, self.value.b, self.value.c]


def index_meetings(meeting_ids: Iterable[int]) -> int:
    """Write the index rows of these meetings anew, from what their rows say now; return how many there are.

    The meetings are locked against another import or indexing meanwhile; readers are not held up.
    """
    ids = sorted(set(meeting_ids))
    portions = [ids[start : start + _MEETINGS_AT_A_TIME] for start in range(0, len(ids), _MEETINGS_AT_A_TIME)]
    with transaction.atomic():
        return sum(map(_index, portions))


def find_outdated_meetings() -> MeetingQuerySet:
    """Meetings of which the index lacks an item, has one from an earlier analyser, or has one it should not have."""
    outdated = _indexable_items().exclude(search_document__analyser_version=ANALYSER_VERSION)
    superfluous = SearchDocument.objects.exclude(item__in=_indexable_items())
    return Meeting.objects.filter(Q(items__in=outdated) | Q(items__in=superfluous.values("item"))).distinct()


def _indexable_items() -> AgendaItemQuerySet:
    return AgendaItem.objects.open().exclude(meeting__state=PublicationState.WITHDRAWN)


def _index(meeting_ids: list[int]) -> int:
    meetings = Meeting.objects.filter(pk__in=meeting_ids)
    # Locked in one order, so that two indexings never wait for each other.
    list(meetings.order_by("pk").select_for_update(no_key=True).values_list("pk"))
    SearchDocument.objects.filter(item__meeting__in=meeting_ids).delete()
    items = _indexable_items().filter(meeting__in=meeting_ids).select_related("meeting", "case")
    sections = Prefetch("sections", Section.objects.defer("blocks"))
    items = items.prefetch_related(
        sections, "decisions", "attachments", "document_references", "item_centres__centre"
    )
    return len(SearchDocument.objects.bulk_create(map(_document, items)))


def _document(item: AgendaItem) -> SearchDocument:
    words = weighted_words(_text(item))
    decision = item.main_decision
    return SearchDocument(
        item=item,
        is_public=item.meeting.state == PublicationState.PUBLISHED,
        date=item.meeting.date,
        body_id=item.meeting.body_id,
        case=item.case,
        outcome=decision.outcome if decision else "",
        centre_codes=sorted({role.centre.code for role in item.item_centres.all()}),
        vector=_Vector(words),
        analyser_version=ANALYSER_VERSION,
    )


def _text(item: AgendaItem) -> ItemText:
    sections = item.sections.all()
    decisions = [decision.text for decision in item.decisions.all()]
    attachments = [attachment.title for attachment in item.attachments.all()]
    references = item.document_references.all()
    centres = {role.centre for role in item.item_centres.all()}
    return ItemText(
        titles=(item.title, item.toc_title),
        case_number=item.case.number if item.case else None,
        document_numbers=tuple(dict.fromkeys(reference.number for reference in references)),
        main_sections=tuple(section.text for section in sections if section.kind in _MAIN_SECTIONS),
        sections=tuple(section.text for section in sections if section.kind not in _MAIN_SECTIONS),
        additions=(*decisions, *attachments, *(reference.title for reference in references)),
        centres=tuple(f"{centre.code} {centre.name}" for centre in sorted(centres, key=attrgetter("code"))),
    )
