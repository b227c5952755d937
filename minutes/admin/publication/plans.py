"""What an act would do to each of some meetings: what happens to it, or why it is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.editing.joined_numbers import find_joined_numbers
from minutes.editing.obstacles import find_obstacles
from minutes.editing.withdrawing.effects import count_addresses
from minutes.models import Meeting, SourceDocument
from minutes.models.visibility import is_public


@dataclass(frozen=True, slots=True)
class Line:
    """A meeting and what becomes of it; `happens` is empty where it is left out, and then `reasons` says why."""

    meeting: Meeting
    happens: str = ""
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def plan_publication(meetings: Sequence[Meeting]) -> list[Line]:
    """Which are shown to everybody, or get the version that waits, and what bars the others."""
    sources = SourceDocument.objects.filter(meeting__in=meetings).without_documents()
    waiting = {source.meeting_id: source for source in sources.waiting()}
    in_force = {source.meeting_id: source for source in sources.in_force()}
    return [_publication(meeting, waiting.get(meeting.pk), in_force.get(meeting.pk)) for meeting in meetings]


def _publication(meeting: Meeting, waiting: SourceDocument | None, in_force: SourceDocument | None) -> Line:
    shown = is_public(meeting)
    if shown and waiting is None:
        return Line(meeting, reasons=("offentliggjort i forvejen",))
    source = waiting or in_force
    if source and (obstacles := find_obstacles(source)):
        return Line(meeting, reasons=tuple(map(str, obstacles)))
    steps = [f"version {waiting.version} sættes i kraft"] if waiting else []
    if not shown:
        steps.append("offentliggøres igen" if meeting.is_withdrawn else "offentliggøres")
    joined = tuple(number.message for number in find_joined_numbers(meeting))
    return Line(meeting, ", ".join(steps), warnings=joined)


def plan_withdrawal(meetings: Sequence[Meeting]) -> list[Line]:
    """Which are taken back, and with how many addresses; what was never public has nothing to take back."""
    addresses = count_addresses(Meeting.objects.filter(pk__in=[meeting.pk for meeting in meetings]))
    return [
        Line(meeting, f"trækkes tilbage; {addresses[meeting.pk]} adresser svarer »trukket tilbage«")
        if meeting.pk in addresses
        else Line(meeting, reasons=(_why_not_withdrawn(meeting),))
        for meeting in meetings
    ]


def _why_not_withdrawn(meeting: Meeting) -> str:
    if meeting.is_withdrawn:
        return "trukket tilbage i forvejen"
    return "en kladde: der er ikke offentliggjort noget, som kan trækkes tilbage"


def plan_discarding(meetings: Sequence[Meeting]) -> list[Line]:
    """Of which a version waits that is discarded."""
    waiting = dict(
        SourceDocument.objects.waiting().filter(meeting__in=meetings).values_list("meeting", "version")
    )
    return [
        Line(meeting, f"version {waiting[meeting.pk]} kasseres; den gældende bliver stående")
        if meeting.pk in waiting
        else Line(meeting, reasons=("ingen ny version venter",))
        for meeting in meetings
    ]


def plan_deletion(meetings: Sequence[Meeting]) -> list[Line]:
    """All go, with what was public, which is said."""
    return [
        Line(
            meeting,
            f"slettes ({meeting.get_state_display()})",
            warnings=("Mødet kan læses af alle. Træk det tilbage først, hvis det ikke haster.",)
            if is_public(meeting)
            else (),
        )
        for meeting in meetings
    ]
