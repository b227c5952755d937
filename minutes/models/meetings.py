"""Bodies and the meetings they hold: where every permanent address begins."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple, Self

from django.db import models
from django.db.models import Exists, F, OrderBy, OuterRef, Q
from django.db.models.functions import Lower

from minutes.danish.letters import sort_key

from .addresses import address_of
from .centres import InDanishOrder
from .choices import PublicationState
from .visibility import DRAFTS_WERE_NEVER_PUBLIC, MeetingVisibility


class ByName(InDanishOrder["Body"]):
    sorted_by = "name"


class Body(models.Model):
    """Whoever holds a meeting: Direktionen, Byrådet, a committee."""

    name = models.CharField("navn", max_length=200, unique=True)
    slug = models.SlugField(
        "adresse", max_length=100, unique=True, help_text="Bruges i adresser og må ikke ændres."
    )
    # Made by an import of a name that no body had, and nobody has looked at it since.
    is_new = models.BooleanField("nyt", default=False, editable=False)

    objects = ByName()

    class Meta:
        verbose_name = "organ"
        verbose_name_plural = "organer"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of_body(self.slug)


def address_of_body(slug: str) -> str:
    """Return the address of the list of a body's meetings, "/moeder/?organ=direktionen"."""
    return f"{address_of('meeting-list')}?organ={slug}"


class BodyAlias(models.Model):
    """Another way to write a body: an abbreviation ("ØU") or an earlier name."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="aliases", verbose_name="organ")
    text = models.CharField("skrivemåde", max_length=200, unique=True)

    class Meta:
        verbose_name = "skrivemåde af organ"
        verbose_name_plural = "skrivemåder af organer"
        ordering = ("text",)
        constraints = (
            models.UniqueConstraint(
                Lower("text"),
                name="bodyalias_text_unique",
                violation_error_message="Skrivemåden findes allerede.",
            ),
        )

    def __str__(self) -> str:
        return self.text


class Sitting(NamedTuple):
    """Who sat, and when: all that minutes say of who took a decision. The body by its key, or by its name.

    A decision is a meeting's own where both have the same sitting. Which decision stands for a meeting is another
    question: see `choose_main_decision`.
    """

    body: int | str
    date: datetime.date


def last_published_first(path: str = "") -> tuple[OrderBy, ...]:
    """Return the order in which meetings became public, the last first; `path` leads from other rows to theirs.

    When an earlier program published one is not always known: those come last. Of what was published at once, as by an
    import, the newest meeting comes first.
    """
    published = F(f"{path}published_at").desc(nulls_last=True)
    return published, F(f"{path}date").desc(), F(f"{path}id").desc()


class MeetingQuerySet(MeetingVisibility["Meeting"]):
    def ever_public(self) -> Self:
        """The meetings that everybody could see at some time."""
        return self.exclude(published_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-date", "-start_time", "body__name", "-ordinal")

    def last_published_first(self) -> Self:
        """As they became public: minutes of long ago that were published today come first."""
        return self.order_by(*last_published_first())

    def bodies(self) -> models.QuerySet[Body]:
        return Body.objects.filter(Exists(self.order_by().filter(body=OuterRef("pk"))))

    def years(self) -> list[int]:
        """The years in which a meeting was held, newest first."""
        return [day.year for day in self.dates("date", "year", order="DESC")]

    def spans_by_body(self) -> list[dict[str, Any]]:
        """For each body that held a meeting: its name and slug, the number of meetings, the first and last date."""
        bodies = self.order_by().values("body__slug", name=models.F("body__name"))
        spans: models.QuerySet[Meeting, dict[str, Any]] = bodies.annotate(
            count=models.Count("pk"), first=models.Min("date"), last=models.Max("date")
        )
        # Sorted here: the server would make the key of each meeting's body before it puts the meetings together.
        return sorted(spans, key=lambda span: sort_key(span["name"]))

    def counts_by_month(self) -> list[dict[str, Any]]:
        """For each body, year and month with a meeting: how many there were."""
        months = self.order_by().values("body__name", "body__slug", "date__year", "date__month")
        counts: models.QuerySet[Meeting, dict[str, Any]] = months.annotate(count=models.Count("pk"))
        return sorted(
            counts,
            key=lambda month: (sort_key(month["body__name"]), month["date__year"], month["date__month"]),
        )

    def neighbours(self, meeting: Meeting) -> tuple[Meeting | None, Meeting | None]:
        """The last meeting of the same body before this one, and the first after it; in one query."""
        of_body = self.filter(body=meeting.body_id)
        earlier = Q(date__lt=meeting.date) | Q(date=meeting.date, slug__lt=meeting.slug)
        later = Q(date__gt=meeting.date) | Q(date=meeting.date, slug__gt=meeting.slug)
        before = of_body.filter(earlier).order_by("-date", "-slug")[:1]
        after = of_body.filter(later).order_by("date", "slug")[:1]
        found = sorted(before.union(after), key=lambda other: (other.date, other.slug))
        for other in found:
            other.body = meeting.body
        place = (meeting.date, meeting.slug)
        previous = next((other for other in found if (other.date, other.slug) < place), None)
        return previous, next((other for other in found if (other.date, other.slug) > place), None)


class Meeting(models.Model):
    """A meeting of a body, and how far it is published.

    Its body and `slug` are its address, and change only where its body turns out to be another one.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings", verbose_name="organ")
    date = models.DateField("dato", db_index=True)
    start_time = models.TimeField("klokkeslæt", null=True, blank=True)
    ordinal = models.PositiveSmallIntegerField(
        "nummer",
        default=1,
        help_text="Hvilket af organets møder på den dag og det klokkeslæt: et ekstraordinært møde kan være nummer 2.",
    )
    location = models.CharField("sted", max_length=300, blank=True)
    slug = models.SlugField(
        "adresse",
        max_length=40,
        help_text="Mødedatoen; det andet møde samme dag får klokkeslættet efter, flere et nummer.",
    )
    state = models.CharField(
        "status", max_length=20, choices=PublicationState, default=PublicationState.DRAFT, db_index=True
    )
    published_at = models.DateTimeField("offentliggjort", null=True, blank=True)
    withdrawn_at = models.DateTimeField("trukket tilbage", null=True, blank=True)
    # By which rules it was joined with other meetings; 0 where it was not yet.
    joining_version = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "møde"
        verbose_name_plural = "møder"
        ordering = ("-date", "-start_time", "body", "-ordinal")
        permissions = (
            ("read_drafts", "Kan se kladder"),
            ("publish_meeting", "Kan offentliggøre møder og trække dem tilbage"),
        )
        indexes = (models.Index(*last_published_first(), name="meeting_published_at_index"),)
        constraints = (
            models.UniqueConstraint(
                fields=("body", "date", "start_time", "ordinal"),
                name="meeting_body_date_start_time_ordinal_unique",
                nulls_distinct=False,
                violation_error_message="Organet har allerede et møde med det nummer på det tidspunkt.",
            ),
            models.UniqueConstraint(fields=("body", "slug"), name="meeting_body_slug_unique"),
            models.CheckConstraint(
                condition=Q(state__in=PublicationState.values), name="meeting_state_check"
            ),
            models.CheckConstraint(
                condition=DRAFTS_WERE_NEVER_PUBLIC,
                name="meeting_draft_was_never_public_check",
                violation_error_message="Det, der har været offentliggjort, bliver ikke kladde igen: træk det tilbage.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.body.name} {self.date:%d-%m-%Y}"

    def get_absolute_url(self) -> str:
        return address_of("meeting-detail", self.body.slug, self.slug)

    @property
    def sitting(self) -> Sitting:
        return Sitting(self.body_id, self.date)

    @property
    def is_draft(self) -> bool:
        return self.state == PublicationState.DRAFT

    @property
    def is_withdrawn(self) -> bool:
        return self.state == PublicationState.WITHDRAWN


class Attendance(models.Model):
    """A header line of people: the members, those absent, or those who sent apologies; the names as written."""

    class Role(models.TextChoices):
        MEMBERS = "members", "medlemmer"
        ABSENT = "absent", "fraværende"
        APOLOGIES = "apologies", "afbud"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance", verbose_name="møde")
    position = models.PositiveSmallIntegerField("placering")
    role = models.CharField("rolle", max_length=20, choices=Role)
    name = models.CharField("navn", max_length=200)

    class Meta:
        verbose_name = "deltagelse"
        verbose_name_plural = "deltagelse"
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=("meeting", "position"), name="attendance_meeting_position_unique"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.get_role_display()})"
