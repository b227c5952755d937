"""How what a document says of an item becomes the rows of its parts: an entry for each part of models/parts.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from minutes.models import (
    Attachment,
    Body,
    Centre,
    Decision,
    DecisionPart,
    DocumentReference,
    ItemCentre,
    Section,
)
from minutes.models.blocks import blocks_as_json
from minutes.models.lengths import fit
from minutes.models.parts import (
    ATTACHMENTS,
    CENTRES,
    DECISION_PARTS,
    DECISIONS,
    DOCUMENTS,
    SECTIONS,
    ItemParts,
    Part,
    Row,
)
from minutes.models.review.masking import without_numbers
from minutes.parser.told.reading import Told
from minutes.parser.values import CentreRole, ParsedCentre, ParsedDecisionPart, ParsedDocument, ParsedItem


@dataclass(frozen=True, slots=True)
class RowsAtHand:
    """The rows that an item's new ones refer to, or take the place of.

    Bodies by all names in the document, centres by the codes in it as far as there are any, the attachments that
    have a file, by the key of their item, and what each item tells, by its line in the document.
    """

    bodies: Mapping[str, Body]
    centres: Mapping[str, Centre]
    with_file: Mapping[int, Sequence[Attachment]]
    told: Mapping[int, Told]


@dataclass(frozen=True, slots=True)
class StatedPart(Generic[Row]):
    """What a document states of one part of an item, and the rows of it.

    The rows are made for an item that has those of the parts before. `is_referred_to` says of an item whether rows of
    later parts refer to these, where the part can be referred to at all. `title` is what the archivist reads that a
    stated title is, where it is too long for its column.
    """

    part: Part[Row]
    stated: Callable[[ParsedItem], Sequence[Any]]
    rows: Callable[[ItemParts, ParsedItem, RowsAtHand], Iterable[Row]]
    is_referred_to: Callable[[ParsedItem], bool] = lambda _: True
    title: str = ""


def _sections(parts: ItemParts, parsed: ParsedItem, _at_hand: RowsAtHand) -> Iterator[Section]:
    """The sections from place 1; the text outside them all stands above them, at place 0."""
    for position, section in enumerate(parsed.sections, start=0 if parsed.unplaced else 1):
        yield Section(
            item=parts.item,
            position=position,
            kind=section.kind.value,
            heading=section.heading.stripped if section.heading else "",
            text=section.text,
            blocks=blocks_as_json(section.blocks),
            is_empty=section.is_empty,
        )


def _decisions(parts: ItemParts, parsed: ParsedItem, at_hand: RowsAtHand) -> Iterator[Decision]:
    sections = parts[SECTIONS]
    relations = at_hand.told[parsed.line].relations
    for position, (decision, relation) in enumerate(zip(parsed.decisions, relations, strict=True), start=1):
        yield Decision(
            item=parts.item,
            position=position,
            body=at_hand.bodies[decision.body],
            date=decision.date,
            text=decision.text,
            outcome=decision.outcome.value,
            relation=relation.value,
            section=sections[decision.section_index],
        )


def _stated_decision_parts(parsed: ParsedItem) -> Sequence[ParsedDecisionPart]:
    return [part for decision in parsed.decisions for part in decision.parts]


def _decision_parts(parts: ItemParts, parsed: ParsedItem, _at_hand: RowsAtHand) -> Iterator[DecisionPart]:
    """The parts of each decision, from place 1."""
    for decision, stated in zip(parts[DECISIONS], parsed.decisions, strict=True):
        for position, part in enumerate(stated.parts, start=1):
            yield DecisionPart(
                item=parts.item,
                decision=decision,
                position=position,
                point=fit(part.point, DecisionPart, "point"),
                text=part.text,
                outcome=part.outcome.value,
            )


def _attachments(parts: ItemParts, parsed: ParsedItem, at_hand: RowsAtHand) -> Iterator[Attachment]:
    """Those stated, each with the file that one of its title had; then those with a file that are stated no more."""
    left: dict[str, list[Attachment]] = {}
    for attachment in at_hand.with_file.get(parts.item.pk, ()):
        left.setdefault(without_numbers(attachment.title), []).append(attachment)
    for position, stated in enumerate(parsed.attachments, start=1):
        title = fit(stated.title, Attachment, "title")
        of_title = left.get(without_numbers(title))
        before = of_title.pop(0) if of_title else Attachment()
        yield _with_file_of(before, Attachment(item=parts.item, position=position, title=title))
    kept = [attachment for of_a_title in left.values() for attachment in of_a_title]
    for position, attachment in enumerate(kept, start=len(parsed.attachments) + 1):
        yield _with_file_of(
            attachment, Attachment(item=parts.item, position=position, title=attachment.title)
        )


def _with_file_of(before: Attachment, attachment: Attachment) -> Attachment:
    """The attachment with the file that the one before it had, and what is known of that."""
    attachment.file = before.file.name
    attachment.file_name = before.file_name
    attachment.file_check = before.file_check
    attachment.file_reader_version = before.file_reader_version
    return attachment


def _stated_documents(parsed: ParsedItem) -> Sequence[ParsedDocument]:
    """Those of the item's list, then those that its prose names."""
    return (*parsed.documents, *parsed.references)


def _documents(parts: ItemParts, parsed: ParsedItem, _at_hand: RowsAtHand) -> Iterator[DocumentReference]:
    for position, document in enumerate(_stated_documents(parsed), start=1):
        is_listed = position <= len(parsed.documents)
        yield DocumentReference(
            item=parts.item,
            position=position,
            number=document.number,
            title=fit(document.title, DocumentReference, "title"),
            source=DocumentReference.Source.LIST if is_listed else DocumentReference.Source.PROSE,
        )


def stated_roles(parsed: ParsedItem) -> Sequence[ParsedCentre]:
    """Each centre once for each of its roles, with what proves it first, in the order of the text."""
    first: dict[tuple[str, CentreRole], ParsedCentre] = {}
    for centre in parsed.centres:
        first.setdefault((centre.code, centre.role), centre)
    return [*first.values()]


def _centres(parts: ItemParts, parsed: ParsedItem, at_hand: RowsAtHand) -> Iterator[ItemCentre]:
    for stated in stated_roles(parsed):
        # Another process may have deleted a centre since the document was read with its name.
        if stated.code in at_hand.centres:
            yield ItemCentre(
                item=parts.item,
                centre=at_hand.centres[stated.code],
                role=stated.role.value,
                sentence=stated.sentence,
                line=stated.line,
            )


# In the order of PARTS, of which those of told.py are the rest.
STATED_PARTS: tuple[StatedPart[Any], ...] = (
    StatedPart(SECTIONS, lambda item: item.sections, _sections),
    StatedPart(DECISIONS, lambda item: item.decisions, _decisions),
    StatedPart(DECISION_PARTS, _stated_decision_parts, _decision_parts),
    StatedPart(ATTACHMENTS, lambda item: item.attachments, _attachments, title="Bilagets titel"),
    StatedPart(DOCUMENTS, _stated_documents, _documents, title="Dokumentets titel"),
    StatedPart(CENTRES, stated_roles, _centres),
)
