"""What the rows of a meeting say of its items, as values: to be looked at when the rows are gone again."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch

from minutes.editing.corrected_values import read_value
from minutes.models import AgendaItem, CentreRole, Correction, Decision, ItemCentre, Meeting, Outcome, Section


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """A decision: who took it and when ("Direktionen 27-08-2013"), its text, its outcome and those of its parts."""

    taken: str
    text: str
    outcome: Outcome
    parts: tuple[tuple[str, Outcome], ...]


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """An item: where it stands, what it is called, what was decided, and its text, section by section.

    `centres` are the codes with their roles in words; `case_number` is "" where there is none.
    """

    slug: str
    position: int
    label: str
    title: str
    case_number: str
    closed: Correction.Closed
    decisions: tuple[DecisionFacts, ...]
    attachments: tuple[str, ...]
    centres: tuple[tuple[str, CentreRole], ...]
    text: str

    @property
    def outcome(self) -> str:
        """The outcomes in words: "godkendt", "1: godkendt, 2: udsat"."""
        return ", ".join(_outcome_words(decision) for decision in self.decisions)

    @property
    def decision(self) -> str:
        return "\n".join(decision.text for decision in self.decisions)


def _outcome_words(decision: DecisionFacts) -> str:
    if decision.parts:
        return ", ".join(f"{point}: {outcome.label}" for point, outcome in decision.parts)
    return str(decision.outcome.label)


def facts_of(meeting: Meeting) -> tuple[ItemFacts, ...]:
    """Return what the rows say of the items of a meeting, in their order. Seven queries, however many there are."""
    sections = Prefetch("sections", Section.objects.only("item", "position", "heading", "text"))
    centres = Prefetch("item_centres", ItemCentre.objects.select_related("centre"))
    decisions = Prefetch("decisions", Decision.objects.select_related("body").prefetch_related("parts"))
    parts = (sections, centres, decisions, "attachments")
    items = meeting.items.select_related("case").prefetch_related(*parts).order_by("position")
    return tuple(map(_facts, items))


def _facts(item: AgendaItem) -> ItemFacts:
    lines = [line for section in item.sections.all() for line in (section.heading, section.text)]
    return ItemFacts(
        slug=item.slug,
        position=item.position,
        label=item.label,
        title=item.title,
        case_number=item.case.number if item.case else "",
        closed=Correction.Closed(read_value(item, Correction.Field.CLOSED)),
        decisions=tuple(map(_decision, item.decisions.all())),
        attachments=tuple(attachment.title for attachment in item.attachments.all()),
        centres=tuple((role.centre.code, CentreRole(role.role)) for role in item.item_centres.all()),
        text="\n".join(filter(None, lines)),
    )


def _decision(decision: Decision) -> DecisionFacts:
    return DecisionFacts(
        taken=f"{decision.body} {decision.date:%d-%m-%Y}",
        text=decision.text,
        outcome=Outcome(decision.outcome),
        parts=tuple((part.point, Outcome(part.outcome)) for part in decision.parts.all()),
    )
