"""Agenda items and what stands in them: sections and decisions."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject

from .addresses import address_of
from .cases import Case
from .centres import ItemCentre
from .choices import Outcome, Relation, SectionKind
from .decisions.answers import Answer, outcomes_of
from .decisions.decision_parts import DecisionPart
from .meetings import Body, Meeting, Sitting, last_published_first
from .visibility import ItemVisibility, is_hidden

SHOWN_FOR_CLOSED_TITLE = "Lukket"
SHOWN_FOR_WITHDRAWN_TITLE = "Trukket tilbage"

# Two bodies may meet at one hour. Without the meeting their items would stand in whatever order the database has them,
# which is another one for each page of a list, and after rows have come that the reader may not see.
_NEWEST_FIRST = ("-meeting__date", "-meeting__start_time", "meeting_id", "position")


class AgendaItemQuerySet(ItemVisibility["AgendaItem"]):
    def about_case(self, number: str) -> Self:
        """Items under a case number in normal form, "12/32140"."""
        return self.filter(case__number=number)

    def deferred(self) -> Self:
        """Items that a decision deferred, whole or in part, whoever took it: with these a list of what waits begins."""
        in_part = models.Q(decisions__outcome=Outcome.OTHER, decisions__parts__outcome=Outcome.DEFERRED)
        return self.filter(models.Q(decisions__outcome=Outcome.DEFERRED) | in_part).distinct()

    def cases(self) -> models.QuerySet[Case]:
        """The cases that these items are about."""
        return Case.objects.filter(Exists(self.filter(case=OuterRef("pk"))))

    def newest_of_each_case(self) -> Self:
        """For each case, the item under which it was last treated."""
        return self.order_by("case_id", *_NEWEST_FIRST).distinct("case_id")

    def uses_of_cases(self) -> models.QuerySet[AgendaItem, dict[str, Any]]:
        """For each case: its id as "case", the number of items, and the date of the last."""
        uses = self.order_by().exclude(case=None).values("case")
        return uses.annotate(count=models.Count("pk"), last=models.Max("meeting__date"))

    def with_outcomes(self) -> Self:
        """With what a line about the item shows: meeting, body, case and decisions."""
        return self.select_related("meeting__body", "case").with_decisions()

    def with_decisions(self) -> Self:
        """With what came of items whose meeting is known; one query more."""
        return self.prefetch_related(_decisions())

    def with_content(self) -> Self:
        """With all that is shown of items whose meeting is known, in as many queries however many they are."""
        sections = models.Prefetch("sections", Section.objects.defer("text"))
        centres = models.Prefetch("item_centres", ItemCentre.objects.select_related("centre"))
        # Each of the PARTS in parts.py, which knows this module and not the other way round.
        parts = (_decisions(), sections, centres, "attachments", "document_references")
        return self.select_related("case").prefetch_related(*parts)

    def newest_first(self) -> Self:
        return self.order_by(*_NEWEST_FIRST)

    def last_published_first(self) -> Self:
        """As their meetings became public, each meeting's in the order of its agenda."""
        return self.order_by(*last_published_first("meeting__"), "position")

    def oldest_first(self) -> Self:
        return self.order_by("meeting__date", "meeting__start_time", "meeting_id", "position")


def _decisions() -> models.Prefetch:
    return models.Prefetch("decisions", Decision.objects.select_related("body").with_answers())


class AgendaItem(models.Model):
    """One item of a meeting's agenda: `number` and `letter` as printed, `position` as sorted, `slug` as addressed."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items", verbose_name="møde")
    position = models.PositiveSmallIntegerField("placering")
    number = models.PositiveIntegerField("punkt")
    # Of an item that came in between others: the "a" of "Punkt 1a".
    letter = models.CharField("bogstav", max_length=1, blank=True, default="")
    slug = models.SlugField("adresse", max_length=40)
    title = models.CharField("titel", max_length=1000)
    toc_title = models.CharField("titel i indholdsfortegnelsen", max_length=1000, blank=True)
    case = models.ForeignKey(
        Case, models.PROTECT, related_name="items", verbose_name="sag", null=True, blank=True
    )
    is_closed = models.BooleanField("lukket punkt", default=False)
    # Its minutes leave open whether it is closed, and nobody has said it: until then it is.
    is_doubtful = models.BooleanField("i tvivl", default=False)
    # Taken back alone, by hand, while its meeting stays public.
    is_withdrawn = models.BooleanField("trukket tilbage", default=False)
    added_at = models.DateTimeField("kom til", auto_now_add=True, null=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = "punkt"
        verbose_name_plural = "punkter"
        ordering = ("meeting", "position")
        constraints = (
            # Checked when a statement ends, so that one statement can give items new places.
            models.UniqueConstraint(
                fields=("meeting", "position"),
                name="agendaitem_meeting_position_unique",
                deferrable=models.Deferrable.IMMEDIATE,
            ),
            models.UniqueConstraint(fields=("meeting", "slug"), name="agendaitem_meeting_slug_unique"),
            # In doubt, and therefore closed: false is less than true.
            models.CheckConstraint(
                condition=models.Q(is_doubtful__lte=models.F("is_closed")),
                name="agendaitem_is_doubtful_check",
                violation_error_message="Et punkt, der er i tvivl, er lukket.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.meeting}, punkt {self.label}"

    def get_absolute_url(self) -> str:
        return address_of("item-detail", self.meeting.body.slug, self.meeting.slug, self.slug)

    @property
    def label(self) -> str:
        """The number as people read it, with its letter: "1a"."""
        return f"{self.number}{self.letter}"

    @property
    def is_hidden(self) -> bool:
        """Whether nothing may be shown of it but its place on the agenda: it is closed, or withdrawn."""
        return is_hidden(self)

    @property
    def public_title(self) -> str:
        """The title that may be shown: of a hidden item nothing but what has become of it."""
        if self.is_withdrawn:
            return SHOWN_FOR_WITHDRAWN_TITLE
        return SHOWN_FOR_CLOSED_TITLE if self.is_closed else self.title

    @property
    def main_decision(self) -> Decision | None:
        """The one to show where there is room for one: what this meeting decided, else the latest."""
        return choose_main_decision(self.meeting, list(self.decisions.all()))

    @property
    def decision_of_the_day(self) -> Decision | None:
        """What came of the item on the meeting's day: its own body's decision before another's, the last of several."""
        return _choose_of_the_day(self.meeting, self.decisions.all())


def choose_main_decision(meeting: Meeting, decisions: Collection[Decision]) -> Decision | None:
    """Of an item's decisions the one to show: what came of it on the meeting's day, else the latest.

    That of another body on that day stands for the meeting, too, where its own body decided nothing.
    """
    return _choose_of_the_day(meeting, decisions) or next(iter(latest_first(decisions)), None)


def latest_first(decisions: Iterable[Decision]) -> list[Decision]:
    """An item's decisions by their days, those of one day as they stand, from the last."""
    return sorted(decisions, key=lambda decision: (decision.date, decision.position), reverse=True)


def _choose_of_the_day(meeting: Meeting, decisions: Iterable[Decision]) -> Decision | None:
    of_the_day = [decision for decision in decisions if decision.date == meeting.date]
    own = [decision for decision in of_the_day if decision.is_taken_by(meeting)]
    if own:
        return own[-1]
    return of_the_day[-1] if of_the_day else None


class Section(models.Model):
    """A heading of an item and what stands below it: `text` verbatim, `blocks` as parsed (see blocks.py)."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="sections", verbose_name="punkt")
    position = models.PositiveSmallIntegerField("placering")
    kind = models.CharField("slags", max_length=20, choices=SectionKind)
    heading = models.CharField("overskrift", max_length=300, blank=True)
    text = models.TextField("tekst", blank=True)
    blocks = models.JSONField("opbygning", default=list, editable=False)
    is_empty = models.BooleanField("uden bemærkninger", default=False)

    class Meta:
        verbose_name = "afsnit"
        verbose_name_plural = "afsnit"
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("item", "position"), name="section_item_position_unique"),
        )

    def __str__(self) -> str:
        return self.heading or self.get_kind_display()

    @property
    def title(self) -> str:
        """What a page shows above it: of a decision its own heading, which says whose it is, else that of its kind."""
        kind = SectionKind(self.kind)
        return self.heading if kind == SectionKind.DECISION else kind.heading


class DecisionQuerySet(models.QuerySet["Decision"]):
    def last_published_first(self) -> Self:
        """As the meetings in whose minutes they stand became public."""
        return self.order_by(*last_published_first("item__meeting__"), "item__position", "position")

    def with_answers(self) -> Self:
        """With what they say of single points, in the same query: a page has no other to spare."""
        parts = DecisionPart.objects.filter(decision=OuterRef("pk")).order_by("position")
        fields = JSONObject(**{field: field for field in Answer._fields})
        return self.annotate(parts_told=ArraySubquery(parts.values_list(fields)))


class Decision(models.Model):
    """What one body decided on one date; an item can carry several, earlier and later than its meeting.

    `outcome` is that of the whole: OTHER where its parts differ.
    """

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="decisions", verbose_name="punkt")
    position = models.PositiveSmallIntegerField("placering")
    body = models.ForeignKey(Body, models.PROTECT, related_name="decisions", verbose_name="organ")
    date = models.DateField("dato", db_index=True)
    text = models.TextField("tekst", blank=True)
    outcome = models.CharField("udfald", max_length=30, choices=Outcome, default=Outcome.OTHER, db_index=True)
    relation = models.CharField("over for indstillingen", max_length=20, choices=Relation, blank=True)
    section = models.ForeignKey(
        Section, models.SET_NULL, related_name="decisions", verbose_name="afsnit", null=True, editable=False
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "beslutning"
        verbose_name_plural = "beslutninger"
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("item", "position"), name="decision_item_position_unique"),
            models.CheckConstraint(
                condition=models.Q(outcome__in=Outcome.values), name="decision_outcome_check"
            ),
        )

    def __str__(self) -> str:
        return f"{self.body.name} {self.date:%d-%m-%Y}: {self.get_outcome_display()}"

    @property
    def sitting(self) -> Sitting:
        return Sitting(self.body_id, self.date)

    @property
    def answers(self) -> list[Answer]:
        """What it says of single points, in order."""
        parts = self.__dict__.get("parts_told")
        if parts is None:
            parts = self.parts.values(*Answer._fields)
        return [Answer(**part) for part in parts]

    @property
    def different_answers(self) -> list[Answer]:
        """Its answers where they differ, and nobody has said what the whole came to."""
        return self.answers if len(self.outcomes) > 1 else []

    @property
    def outcomes(self) -> list[Outcome]:
        """What it came to, see outcomes_of."""
        return outcomes_of(self.outcome, (answer.outcome for answer in self.answers))

    @property
    def is_deferral(self) -> bool:
        """The matter was put off to a later meeting, or some of its points were."""
        return Outcome.DEFERRED in self.outcomes

    @property
    def is_partial_deferral(self) -> bool:
        """Some of its points were put off, and others were not."""
        return self.is_deferral and len(self.outcomes) > 1

    def is_taken_by(self, meeting: Meeting) -> bool:
        """Whether it is the meeting's own: taken by its body, on its day."""
        return self.sitting == meeting.sitting
