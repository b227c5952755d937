"""An item as it is read: decisions first, then the recommendation, then the rest, the empty sections folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from minutes.models import (
    AgendaItem,
    Attachment,
    Centre,
    Decision,
    DocumentReference,
    Meeting,
    Outcome,
    Reader,
    Section,
    SectionKind,
)
from minutes.models.blocks import blocks_from_json
from minutes.models.items import latest_first
from minutes.models.meetings import Sitting
from minutes.pages.roles import RoleCentres, centres_by_role, centres_of
from minutes.parser.values import Paragraph
from minutes.templatetags.passages_of_pages import Passage

# An outcome that carries the recommendation out as it stands; every other one is worth holding against it.
_AS_RECOMMENDED = frozenset({Outcome.APPROVED, Outcome.ENDORSED})


@dataclass(frozen=True, slots=True)
class DecisionReading:
    """A decision under an item; `page` is where its own meeting treats it, if that is another one in the archive."""

    decision: Decision
    passage: Passage
    page: AgendaItem | Meeting | None = None


@dataclass(frozen=True, slots=True)
class AttachmentReading:
    """An attachment; `title` is its title as it is shown."""

    attachment: Attachment
    title: str


@dataclass(frozen=True, slots=True)
class ItemReading:
    """An item with its decisions, latest first; `outcome` is what the meeting came to, or else the latest.

    `without_remarks` are the kinds of sections that say only that there is nothing to say.
    """

    item: AgendaItem
    title: str
    outcome: Decision | None = None
    decisions: tuple[DecisionReading, ...] = ()
    recommendations: tuple[Passage, ...] = ()
    sections: tuple[Passage, ...] = ()
    without_remarks: tuple[str, ...] = ()
    roles: tuple[RoleCentres, ...] = ()
    centres: tuple[Centre, ...] = ()
    attachments: tuple[AttachmentReading, ...] = ()
    documents: tuple[DocumentReference, ...] = ()

    @property
    def is_without_text(self) -> bool:
        return not (self.decisions or self.recommendations or self.sections or self.without_remarks)

    @property
    def differs(self) -> bool:
        """The item came to something else than what was recommended."""
        if not self.recommendations or self.outcome is None:
            return False
        return not _AS_RECOMMENDED.issuperset(self.outcome.outcomes)


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """How many items a meeting has, and what became of them.

    `decided` counts those deferred too, and `deferred` those of which only some points were: the `partly_deferred`.
    What is withdrawn is not counted as closed.
    """

    items: int
    decided: int
    closed: int
    withdrawn: int
    deferred: int
    partly_deferred: int


def read_items(items: Sequence[AgendaItem], reader: Reader) -> list[ItemReading]:
    """Return the items (fetched with their content) as the reader may read them: of a hidden one only its place."""
    meetings = _meetings_of_decisions(items, reader)
    return [_read_item(item, meetings) for item in items]


def read_agenda(meeting: Meeting, reader: Reader) -> list[ItemReading]:
    """Return the items of a meeting, in order, as the reader may read them. As many queries for many as for few."""
    items = list(AgendaItem.objects.agenda_of(meeting).with_content())
    for item in items:
        item.meeting = meeting
    return read_items(items, reader)


def count_facts(readings: Sequence[ItemReading]) -> MeetingFacts:
    """Return the figures of a meeting whose items these are."""
    outcomes = [reading.outcome for reading in readings if reading.outcome]
    deferred = sum(decision.is_deferral for decision in outcomes)
    partly = sum(decision.is_partial_deferral for decision in outcomes)
    withdrawn = sum(reading.item.is_withdrawn for reading in readings)
    closed = sum(reading.item.is_hidden for reading in readings) - withdrawn
    return MeetingFacts(len(readings), len(outcomes), closed, withdrawn, deferred, partly)


def passage_of(decision: Decision, section: Section | None) -> Passage:
    """Return what the decision says: as its section is built up, or as plain text where it has none."""
    return Passage(blocks_from_json(section.blocks) if section else _paragraphs(decision.text))


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    """A text of which nothing more is known, not even its lines in the document: a paragraph a line."""
    return tuple(Paragraph(0, line) for line in text.splitlines() if line.strip())


Meetings = dict[Sitting, Meeting]


def _meetings_of_decisions(items: Sequence[AgendaItem], reader: Reader) -> Meetings:
    """The other meetings of which a decision stands under one of the items, with their items of the same cases."""
    elsewhere = {
        (decision.sitting, item.case_id)
        for item in items
        if not item.is_hidden
        for decision in item.decisions.all()
        if not decision.is_taken_by(item.meeting)
    }
    if not elsewhere:
        return {}
    one_of_them = Q(*(Q(body=body, date=date) for (body, date), _ in elsewhere), _connector=Q.OR)
    of_the_cases = AgendaItem.objects.readable_by(reader).filter(case__in={case for _, case in elsewhere})
    meetings = Meeting.objects.readable_by(reader).filter(one_of_them).select_related("body")
    with_items = meetings.prefetch_related(Prefetch("items", of_the_cases))
    return {meeting.sitting: meeting for meeting in with_items}


def _read_item(item: AgendaItem, meetings: Meetings) -> ItemReading:
    if item.is_hidden:
        return ItemReading(item, item.public_title)
    sections = _sections_of_their_own(item)
    filled = [section for section in sections if not section.is_empty and section.blocks]
    empty = [SectionKind(section.kind) for section in sections if section.is_empty]
    return ItemReading(
        item,
        title=item.public_title,
        outcome=item.main_decision,
        decisions=_read_decisions(item, meetings),
        recommendations=tuple(
            _read_section(section) for section in filled if section.kind == SectionKind.RECOMMENDATION
        ),
        sections=tuple(
            _read_section(section) for section in filled if section.kind != SectionKind.RECOMMENDATION
        ),
        without_remarks=tuple(dict.fromkeys(kind.label for kind in empty)),
        roles=tuple(centres_by_role(item.item_centres.all())),
        centres=centres_of(item.item_centres.all()),
        attachments=tuple(
            AttachmentReading(attachment, attachment.title) for attachment in item.attachments.all()
        ),
        documents=tuple(item.document_references.all()),
    )


def _sections_of_their_own(item: AgendaItem) -> list[Section]:
    """The sections without those that are shown as decisions or as a list of attachments."""
    of_decisions = {decision.section_id for decision in item.decisions.all()}
    has_attachments = bool(item.attachments.all())
    return [
        section
        for section in item.sections.all()
        if section.pk not in of_decisions
        and not (has_attachments and section.kind == SectionKind.ATTACHMENTS)
    ]


def _read_section(section: Section) -> Passage:
    return Passage(blocks_from_json(section.blocks), section.title)


def _read_decisions(item: AgendaItem, meetings: Meetings) -> tuple[DecisionReading, ...]:
    sections = {section.pk: section for section in item.sections.all()}
    readings = []
    for decision in latest_first(item.decisions.all()):
        passage = passage_of(decision, sections.get(decision.section_id))
        is_own = decision.is_taken_by(item.meeting)
        page = None if is_own else _page_of(item, meetings.get(decision.sitting))
        readings.append(DecisionReading(decision, passage, page))
    return tuple(readings)


def _page_of(item: AgendaItem, meeting: Meeting | None) -> AgendaItem | Meeting | None:
    """The item of that meeting about the same case, when there is just one, else the meeting."""
    if meeting is None or item.case_id is None:
        return meeting
    same_case = [other for other in meeting.items.all() if other.case_id == item.case_id]
    return same_case[0] if len(same_case) == 1 else meeting
