"""Writes the index table: a row for every open item of a meeting that is not withdrawn, none for any other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, Q, Value
from django.db.models.sql.compiler import SQLCompiler

from minutes.models import (
    AgendaItem,
    Attachment,
    CentreRole,
    Decision,
    DocumentReference,
    ItemCentre,
    Meeting,
    Outcome,
    SearchDecision,
    SearchDocument,
    SearchRole,
    Section,
    SectionKind,
)
from minutes.models.copying import copy_rows
from minutes.models.items import choose_main_decision
from minutes.models.meetings import MeetingQuerySet
from minutes.models.parts import WrittenRows
from minutes.models.visibility import is_indexable, is_public

from .item_words import ANALYSER_VERSION, ItemText, WeightedWords, spelt_words, weighted_words
from .tokens import item_tokens

_MEETINGS_AT_A_TIME = 50
_NEW_WORDS = """
    INSERT INTO minutes_searchword AS known (word, document_id)
    SELECT word, item_id
    FROM unnest(string_to_array(%s, ' '), string_to_array(%s, ' ')::bigint[]) AS met (word, item_id)
    -- Most are known, and to learn that from a conflict would lock their rows.
    WHERE NOT EXISTS (
        SELECT FROM minutes_searchword WHERE word = met.word AND document_id IS NOT NULL
    )
    ON CONFLICT (word) DO UPDATE SET document_id = excluded.document_id WHERE known.document_id IS NULL
"""
_MAIN_SECTIONS = (SectionKind.DECISION, SectionKind.RECOMMENDATION)


class _Vector(Value):
    """The words of an item and its tokens as the server stores them: a tsvector of its own Danish configuration."""

    def __init__(self, words: WeightedWords, tokens: Sequence[str]) -> None:
        super().__init__(words)
        self.words = words
        self.tokens = tokens

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[str]]:
        """Return the SQL, and the words by falling weight, then the tokens at places of their own."""
        weighted = (f"setweight(to_tsvector('danish', %s), '{weight}')" for weight in "ABC")
        tokens = " ".join(f"'{token}':{place}" for place, token in enumerate(self.tokens, start=1))
        return " || ".join([*weighted, "%s::tsvector"]), [self.words.a, self.words.b, self.words.c, tokens]


class Role(NamedTuple):
    """What a centre, known by its primary key, has to do with an item."""

    role: str
    centre: int
    code: str
    name: str


class Parts(NamedTuple):
    """What stands below the items, by the key of the item and in order, each part as the columns that are indexed.

    Centres stand once for each role. A key that is missing gives an empty list.
    """

    decisions: defaultdict[int, list[Decision]]
    sections: defaultdict[int, list[tuple[str, str]]]
    attachments: defaultdict[int, list[tuple[str]]]
    references: defaultdict[int, list[tuple[str, str]]]
    centres: defaultdict[int, list[Role]]


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
    outdated = AgendaItem.objects.indexable().exclude(search_document__analyser_version=ANALYSER_VERSION)
    superfluous = SearchDocument.objects.exclude(item__in=AgendaItem.objects.indexable())
    return Meeting.objects.filter(Q(items__in=outdated) | Q(items__in=superfluous.values("item"))).distinct()


def _index(meeting_ids: list[int]) -> int:
    meetings = Meeting.objects.filter(pk__in=meeting_ids)
    # Locked in one order, so that two indexings never wait for each other.
    list(meetings.order_by("pk").select_for_update(no_key=True).values_list("pk"))
    SearchDocument.objects.filter(item__meeting__in=meeting_ids).delete()
    items = AgendaItem.objects.indexable().filter(meeting__in=meeting_ids).select_related("meeting", "case")
    words: dict[str, int] = {}
    documents = _write_documents(items, _read_parts(meeting_ids), words)
    _write_words(words)
    return documents


def index_new(*written: WrittenRows) -> int:
    """Index meetings that have just been written and that nobody else knows of yet, without reading them again.

    Returns how many rows there are. The words are written last: two writers who meet the same new word wait for each
    other until the end of their transactions.
    """
    words: dict[str, int] = {}
    documents = sum(_write_documents(_open_items(rows), _parts(rows), words) for rows in written)
    _write_words(words)
    return documents


def _open_items(rows: WrittenRows) -> Iterator[AgendaItem]:
    return filter(is_indexable, rows.items)


def _parts(rows: WrittenRows) -> Parts:
    """The parts of items just written, as they would be read."""

    def by_item(parts: Iterable[Model], *columns: str) -> defaultdict[int, list[tuple]]:
        found = defaultdict(list)
        for part in parts:
            found[part.item_id].append(tuple(getattr(part, column) for column in columns))
        return found

    decisions = defaultdict(list)
    for decision in rows.decisions:
        decisions[decision.item_id].append(decision)
    centres = defaultdict(list)
    for role in rows.centres:
        centre = role.centre
        centres[role.item_id].append(Role(role.role, centre.pk, centre.code, centre.name))
    return Parts(
        decisions=decisions,
        sections=by_item(rows.sections, "kind", "text"),
        attachments=by_item(rows.attachments, "title"),
        references=by_item(rows.references, "number", "title"),
        centres=centres,
    )


def _write_documents(items: Iterable[AgendaItem], parts: Parts, words: dict[str, int]) -> int:
    """Write the rows of the items, and add to `words` the items' words as they are spelt, each with one of them."""
    texts = {item: _text(item, parts) for item in items}
    documents = SearchDocument.objects.bulk_create(
        _document(item, parts, text) for item, text in texts.items()
    )
    copy_rows([role for document in documents for role in _roles(document, parts.centres[document.pk])])
    copy_rows([row for document in documents for row in _decisions(document, parts.decisions[document.pk])])
    words |= {word: item.pk for item, text in texts.items() for word in spelt_words(text)}
    return len(documents)


def _write_words(words: Mapping[str, int]) -> None:
    """Remember words that are new, each with an item that has it; all in one order, so that no two wait in a ring."""
    with connection.cursor() as cursor:
        spelt = sorted(words)
        cursor.execute(_NEW_WORDS, [" ".join(spelt), " ".join(str(words[word]) for word in spelt)])


def _read_parts(meeting_ids: list[int]) -> Parts:
    def rows_of(
        model: type[Model], *columns: str, as_row: Callable[..., tuple] = lambda *values: values
    ) -> defaultdict[int, list[tuple]]:
        rows = defaultdict(list)
        found = model._default_manager.filter(item__meeting__in=meeting_ids)
        for item_id, *values in found.values_list("item_id", *columns):
            rows[item_id].append(as_row(*values))
        return rows

    decisions = defaultdict(list)
    for decision in Decision.objects.filter(item__meeting__in=meeting_ids).select_related("body"):
        decisions[decision.item_id].append(decision)
    return Parts(
        decisions=decisions,
        sections=rows_of(Section, "kind", "text"),
        attachments=rows_of(Attachment, "title"),
        references=rows_of(DocumentReference, "number", "title"),
        centres=rows_of(ItemCentre, "role", "centre", "centre__code", "centre__name", as_row=Role),
    )


def _document(item: AgendaItem, parts: Parts, text: ItemText) -> SearchDocument:
    words = weighted_words(text)
    decision = choose_main_decision(item.meeting, parts.decisions[item.pk])
    document = SearchDocument(
        item=item,
        is_public=is_public(item.meeting),
        date=item.meeting.date,
        body_id=item.meeting.body_id,
        case=item.case,
        outcome=decision.outcome if decision else "",
        centre_ids=sorted({role.centre for role in parts.centres[item.pk]}),
        analyser_version=ANALYSER_VERSION,
    )
    tokens = item_tokens(document.date, document.body_id, document.centre_ids, document.outcome)
    document.vector = _Vector(words, tokens)
    return document


def _roles(document: SearchDocument, roles: Iterable[Role]) -> Iterator[SearchRole]:
    """A row for each role, the strongest of each centre first."""
    met = set()
    for role in sorted(roles, key=lambda role: CentreRole(role.role).rank):
        yield SearchRole(
            document=document,
            centre_id=role.centre,
            role=role.role,
            case_id=document.case_id,
            date=document.date,
            is_public=document.is_public,
            is_first=role.centre not in met,
        )
        met.add(role.centre)


def _decisions(document: SearchDocument, decisions: Iterable[Decision]) -> Iterator[SearchDecision]:
    """A row for each decision, where the item has a case."""
    if document.case_id is None:
        return
    for decision in decisions:
        yield SearchDecision(
            document=document,
            position=decision.position,
            case_id=document.case_id,
            body_id=decision.body_id,
            date=decision.date,
            told_on=document.date,
            is_deferral=decision.outcome == Outcome.DEFERRED,
            is_public=document.is_public,
        )


def _text(item: AgendaItem, parts: Parts) -> ItemText:
    sections, references = parts.sections[item.pk], parts.references[item.pk]
    decisions = parts.decisions[item.pk]
    attachments = [title for (title,) in parts.attachments[item.pk]]
    return ItemText(
        titles=(item.title, item.toc_title),
        case_number=item.case.number if item.case else None,
        document_numbers=tuple(dict.fromkeys(number for number, _ in references)),
        main_sections=tuple(text for kind, text in sections if kind in _MAIN_SECTIONS),
        sections=tuple(text for kind, text in sections if kind not in _MAIN_SECTIONS),
        additions=(
            *(decision.text for decision in decisions),
            *attachments,
            *(title for _, title in references),
        ),
        decided_elsewhere=tuple(
            f"{decision.body.name} {decision.date:%d-%m-%Y}"
            for decision in decisions
            if not decision.is_taken_by(item.meeting)
        ),
        centres=tuple(sorted({f"{role.code} {role.name}" for role in parts.centres[item.pk]})),
    )
