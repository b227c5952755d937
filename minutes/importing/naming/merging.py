"""Two bodies that are one: meetings, decisions and names of the one become the other's, and old addresses lead on."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from minutes.editing.event_log import record
from minutes.editing.names.body_names import find_meetings_that_send_on_to, send_on_to
from minutes.editing.names.former_addresses import remember_merged
from minutes.editing.names.outcome_keys import OutcomeKeys
from minutes.importing.recognition.locks import lock_names
from minutes.matters.joining.writing import joined_again
from minutes.models import AgendaItem, Body, BodyAlias, Decision, Event, Meeting
from minutes.models.addresses import address_of, meeting_slug
from minutes.search.index import writing as indexing

_Place = tuple[datetime.date, datetime.time | None, int]


class NotMergedError(ValueError):
    """Two bodies are not made one; the message says in Danish why not."""


@dataclass(frozen=True, slots=True)
class Move:
    """A meeting that becomes another body's, with the slug and the number that it gets there.

    `is_beside_another`: the other body has a meeting on that day already.
    """

    meeting: Meeting
    old_address: str
    new_address: str
    slug: str
    ordinal: int
    is_beside_another: bool


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What happens when a body becomes a part of another: nothing is written yet."""

    body: Body
    into: Body
    moves: Sequence[Move]
    decisions: int
    names: Sequence[str]

    @property
    def moves_public_addresses(self) -> bool:
        """Whether an address changes that everybody could ask for: that takes the right to publish."""
        return any(move.meeting.published_at for move in self.moves)

    @property
    def fingerprint(self) -> str:
        """What tells this plan from any other, so that nobody agrees to more than was shown."""
        said = [(move.old_address, move.new_address, bool(move.meeting.published_at)) for move in self.moves]
        return hashlib.sha256(repr((said, self.decisions, sorted(self.names))).encode()).hexdigest()[:16]


def plan_merge(body: Body, into: Body) -> MergePlan:
    """Return what would happen. Raises NotMergedError where the two are the same body. Four queries."""
    if body.pk == into.pk:
        raise NotMergedError("Et organ kan ikke lægges sammen med sig selv.")
    slugs: set[str] = set()
    places: set[_Place] = set()
    for slug, date, start_time, ordinal in into.meetings.values_list("slug", "date", "start_time", "ordinal"):
        slugs.add(slug)
        places.add((date, start_time, ordinal))
    days = {date for date, _, _ in places}
    moves = []
    for meeting in body.meetings.order_by("date", "start_time", "ordinal", "pk"):
        moves.append(_move(meeting, body, into, slugs, places, days))
        slugs.add(moves[-1].slug)
        places.add((meeting.date, meeting.start_time, moves[-1].ordinal))
    names = [body.name, *body.aliases.values_list("text", flat=True)]
    return MergePlan(body, into, moves, body.decisions.count(), names)


def _move(
    meeting: Meeting, body: Body, into: Body, slugs: set[str], places: set[_Place], days: set[datetime.date]
) -> Move:
    """The slug and the number stay what they are, unless the other body has them."""
    taken = meeting.slug in slugs
    slug = meeting_slug(meeting.date, meeting.start_time, slugs) if taken else meeting.slug
    ordinal = meeting.ordinal
    while (meeting.date, meeting.start_time, ordinal) in places:
        ordinal += 1
    old_address = address_of("meeting-detail", body.slug, meeting.slug)
    new_address = address_of("meeting-detail", into.slug, slug)
    return Move(meeting, old_address, new_address, slug, ordinal, meeting.date in days)


@transaction.atomic
def merge_bodies(body_id: int, into_id: int, by: User, *, agreed: str) -> MergePlan:
    """Make a body a part of another, and return what was done; `agreed` is the fingerprint of the plan that was shown.

    Raises NotMergedError where one of the two is gone, or where it is another plan by now.
    """
    # No import is under way now that has found either body; whoever edits a meeting locks its row.
    lock_names()
    touched = AgendaItem.objects.filter(decisions__body=body_id).values("meeting")
    own = Q(body__in=(body_id, into_id))
    list(Meeting.objects.filter(own | Q(pk__in=touched)).order_by("pk").select_for_update())
    plan = _plan_as_it_is(body_id, into_id)
    if plan.fingerprint != agreed:
        raise NotMergedError("Møderne har ændret sig, siden siden blev vist. Se på dem igen.")
    _merge(plan)
    _record(plan, by)
    return plan


def _plan_as_it_is(body_id: int, into_id: int) -> MergePlan:
    bodies = Body.objects.in_bulk([body_id, into_id])
    if body_id not in bodies or into_id not in bodies:
        raise NotMergedError("Organet er allerede lagt sammen med et andet, eller slettet.")
    return plan_merge(bodies[body_id], bodies[into_id])


def _merge(plan: MergePlan) -> None:
    body, into = plan.body, plan.into
    items = AgendaItem.objects.filter(decisions__body=body)
    touched = {*items.values_list("meeting", flat=True), *(move.meeting.pk for move in plan.moves)}
    touched |= {*find_meetings_that_send_on_to(body.name).values_list("pk", flat=True)}
    keys = OutcomeKeys(body)
    remember_merged(body, into, [move.meeting for move in plan.moves])
    for move in plan.moves:
        move.meeting.body, move.meeting.slug, move.meeting.ordinal = into, move.slug, move.ordinal
    with joined_again(touched):
        Meeting.objects.bulk_update([move.meeting for move in plan.moves], ["body", "slug", "ordinal"])
        Decision.objects.filter(body=body).update(body=into)
        send_on_to(body.name, into.name)
        keys.rename(into)
        body.aliases.update(body=into)
        indexing.index_meetings(touched)
    body.delete()
    if not BodyAlias.objects.filter(text__iexact=plan.names[0]).exists():
        BodyAlias.objects.create(body=into, text=plan.names[0])


def _record(plan: MergePlan, by: User) -> None:
    """A line for the whole, and one in the log of each meeting."""
    count = "1 møde" if len(plan.moves) == 1 else f"{len(plan.moves)} møder"
    details = f"lagt sammen med {plan.into.name}: {count}"
    record(Event.Kind.BODY_MERGED, by, subject=plan.names[0], details=details)
    for move in plan.moves:
        details = f"fra {plan.names[0]}; adressen var {move.old_address}"
        record(Event.Kind.BODY_MERGED, by, meeting=move.meeting, details=details)


@transaction.atomic
def keep_apart(body_id: int, by: User) -> Body:
    """Say of a body that is new that it is one of its own. Raises NotMergedError where that is decided already."""
    body = Body.objects.select_for_update().filter(pk=body_id, is_new=True).first()
    if body is None:
        raise NotMergedError("Nogen har allerede taget stilling til organet.")
    body.is_new = False
    body.save(update_fields=["is_new"])
    record(Event.Kind.NAME_DECIDED, by, subject=body.name, details="et organ for sig")
    return body
