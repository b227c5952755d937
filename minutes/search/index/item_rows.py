"""The rows of the index for one item: its document with all its words and tokens, its centres' roles, its decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Value
from django.db.models.sql.compiler import SQLCompiler

from minutes.matters.series import series_of
from minutes.models import (
    AgendaItem,
    CentreRole,
    Decision,
    Outcome,
    SearchDecision,
    SearchDocument,
    SearchRole,
)
from minutes.models.decisions.answers import outcomes_of
from minutes.models.items import choose_main_decision
from minutes.models.parts import ATTACHMENTS, CENTRES, DECISION_PARTS, DECISIONS, DEFERRALS, ItemParts
from minutes.models.visibility import is_public

from .item_words import ANALYSER_VERSION, ItemText, WeightedWords, weighted_words
from .tokens import IN_ATTACHMENTS, item_tokens

# The words of attachments' titles once more, each marked as such (see tokens.py): no lexeme of a text has a quote.
_MARKED = rf"regexp_replace(to_tsvector('danish', %s)::text, '''([^'']*)''', '''{IN_ATTACHMENTS}\1''', 'g')::tsvector"
# What a bigint holds.
_BYTES_OF_MATTER = 8


class _Vector(Value):
    """The words of an item and its tokens as the server stores them: a tsvector of its own Danish configuration."""

    def __init__(self, words: WeightedWords, tokens: Sequence[str]) -> None:
        super().__init__(words)
        self.words = words
        self.tokens = tokens

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[str | int]]:
        """Return the SQL, and the words as they stand in an item, then the tokens at places of their own."""
        weighted = [f"setweight(to_tsvector('danish', %s), '{weight}')" for weight in "ABDC"]
        tokens = " ".join(f"'{token}':{place}" for place, token in enumerate(self.tokens, start=1))
        words = self.words
        sql = [*weighted, "%s::tsvector"]
        parameters: list[str | int] = [words.a, words.b, words.d, words.c, tokens]
        if words.attachments:
            sql.append(_MARKED)
            parameters.append(words.attachments)
        return " || ".join(sql), parameters


def document_of(parts: ItemParts, text: ItemText) -> SearchDocument:
    """The row by which the item is found; not yet in the database."""
    item = parts.item
    decision = choose_main_decision(item.meeting, parts[DECISIONS])
    has_attachments = bool(parts[ATTACHMENTS])
    title = series_of(item)
    document = SearchDocument(
        item=item,
        is_public=is_public(item.meeting),
        date=item.meeting.date,
        body_id=item.meeting.body_id,
        case=item.case,
        outcomes=_outcomes(decision, parts) if decision else [],
        centre_ids=sorted({role.centre_id for role in parts[CENTRES]}),
        title_key=title.key,
        title_is_dated=title.is_dated,
        has_attachments=has_attachments,
        analyser_version=ANALYSER_VERSION,
    )
    tokens = item_tokens(
        document.date, document.body_id, document.centre_ids, document.outcomes, has_attachments
    )
    document.vector = _Vector(weighted_words(text), tokens)
    return document


def roles_of(document: SearchDocument, parts: ItemParts) -> Iterator[SearchRole]:
    """A row for each role of a centre, the strongest of each centre first."""
    met = set()
    for role in sorted(parts[CENTRES], key=lambda role: CentreRole(role.role).rank):
        yield SearchRole(
            document=document,
            centre_id=role.centre_id,
            role=role.role,
            case_id=document.case_id,
            date=document.date,
            published_at=parts.item.meeting.published_at,
            is_public=document.is_public,
            is_first=role.centre_id not in met,
        )
        met.add(role.centre_id)


def decisions_of(document: SearchDocument, parts: ItemParts) -> Iterator[SearchDecision]:
    """A row for each decision."""
    item = parts.item
    matter = _matter_of(item) if parts[DECISIONS] else 0
    in_part = _put_off_in_part(parts)
    for decision in parts[DECISIONS]:
        outcomes = _outcomes(decision, parts)
        is_partial = len(outcomes) > 1 if Outcome.DEFERRED in outcomes else in_part.get(decision.pk)
        yield SearchDecision(
            document=document,
            position=decision.position,
            case_id=document.case_id,
            body_id=decision.body_id,
            date=decision.date,
            told_on=document.date,
            is_deferral=is_partial is not None,
            is_partial=bool(is_partial),
            is_public=document.is_public,
            is_own=decision.is_taken_by(item.meeting),
            matter=matter,
            outcomes=outcomes,
            centre_ids=document.centre_ids,
        )


def _put_off_in_part(parts: ItemParts) -> dict[int, bool]:
    """Of each decision in whose sentences something is put off that waits, by its key, whether that is only a part."""
    in_part: dict[int, bool] = {}
    for deferral in parts[DEFERRALS]:
        if deferral.waits:
            in_part[deferral.decision_id] = in_part.get(deferral.decision_id, True) and deferral.is_part
    return in_part


def _matter_of(item: AgendaItem) -> int:
    """A number for what an item is about, the same for items of one case under one standing title, dates aside."""
    told = f"{item.case_id or ''} {series_of(item).key}".encode()
    return int.from_bytes(blake2b(told, digest_size=_BYTES_OF_MATTER).digest(), signed=True)


def _outcomes(decision: Decision, parts: ItemParts) -> list[Outcome]:
    of_parts = (part.outcome for part in parts[DECISION_PARTS] if part.decision_id == decision.pk)
    return outcomes_of(decision.outcome, of_parts)
