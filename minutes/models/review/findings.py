"""Personal numbers (CPR) that were found in what the archive was given: where each stands, and what was decided of it.

No row holds a number: it is shown masked, "010180-••••", and known again by a hash.
"""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.crypto import salted_hmac

from minutes.danish import personal_numbers
from minutes.models.addresses import slug_in_words
from minutes.models.choices import SourceStatus
from minutes.models.items import AgendaItem
from minutes.models.meetings import Meeting
from minutes.models.sources import SourceDocument

_SALT = "minutes.finding"


def number_digest(meeting: Meeting, digits: str) -> str:
    """Return what a meeting's findings know a personal number of ten digits by.

    There are so few such numbers that a bare hash could be tried out, so the site's secret key is part of it. And the
    meeting is, so that nobody can tell of two meetings that they are about the same person.
    """
    return salted_hmac(_SALT, f"{meeting.pk}:{digits}", algorithm="sha256").hexdigest()


class FindingQuerySet(models.QuerySet["Finding"]):
    def undecided(self) -> Self:
        return self.filter(decision=Finding.Decision.NONE)

    def decided(self) -> Self:
        return self.exclude(decision=Finding.Decision.NONE)

    def barring(self, source: SourceDocument | OuterRef) -> Self:
        """Those that keep a version of the minutes from being published: certain, undecided, outside closed items."""
        return self._certain_at(FindingPlace.objects.shown_with(source))

    def to_decide(self) -> Self:
        """Those that somebody has to decide on: what is shown, or waits to be, stands still until then."""
        places = FindingPlace.objects.filter(
            Q(source__status__in=(SourceStatus.IN_FORCE, SourceStatus.WAITING)) | Q(source=None),
            in_closed_item=False,
        )
        return self._certain_at(places).filter(meeting__in=Meeting.objects.not_withdrawn())

    def barring_to_open(self, item: AgendaItem) -> Self:
        """Those that keep a closed item from being opened: certain, undecided, in what would be shown of it."""
        of_item = FindingPlace.objects.in_force().filter(item_slug=item.slug)
        return self.filter(meeting=item.meeting_id)._certain_at(of_item)

    def holding_back(self, places_in_file: FindingPlaceQuerySet) -> Self:
        """Those for which the file of an attachment is shown to nobody: certain, undecided, in its text."""
        return self._certain_at(places_in_file)

    def _certain_at(self, places: FindingPlaceQuerySet) -> Self:
        of_finding = places.filter(finding=OuterRef("pk"))
        return self.undecided().filter(Exists(of_finding), confidence=Finding.Confidence.FINDING)


class Finding(models.Model):
    """One personal number in the minutes of a meeting, in whichever versions and places it stands."""

    class Confidence(models.TextChoices):
        FINDING = personal_numbers.Confidence.CERTAIN.value, "sikkert"
        WARNING = personal_numbers.Confidence.POSSIBLE.value, "måske"

    class Decision(models.TextChoices):
        """NONE and REDACTED keep the number masked; a released one is shown as it stands."""

        NONE = "", "uafklaret"
        RELEASED = "released", "frigivet"
        REDACTED = "redacted", "fjernet"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="findings", verbose_name="møde")
    digest = models.CharField(max_length=64, editable=False)
    masked = models.CharField("fund", max_length=20)
    confidence = models.CharField("sikkerhed", max_length=10, choices=Confidence)
    decision = models.CharField(
        "afgørelse", max_length=10, choices=Decision, default=Decision.NONE, blank=True, db_index=True
    )
    reason = models.CharField("begrundelse", max_length=500, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="afgjort af", null=True, blank=True
    )
    decided_at = models.DateTimeField("afgjort", null=True, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = "fund af personnummer"
        verbose_name_plural = "fund af personnumre"
        ordering = ("meeting", "pk")
        constraints = (
            models.UniqueConstraint(fields=("meeting", "digest"), name="finding_meeting_digest_unique"),
        )

    def __str__(self) -> str:
        return self.masked


class FindingPlaceQuerySet(models.QuerySet["FindingPlace"]):
    def shown_with(self, source: SourceDocument | OuterRef) -> Self:
        """Those outside closed items that show while this version is in force.

        What was added by hand, to no version, stands beside each.
        """
        return self.filter(Q(source=source) | Q(source=None), in_closed_item=False)

    def in_force(self) -> Self:
        """Those in the version that the rows are of, and those in what was added by hand."""
        return self.filter(Q(source__status=SourceStatus.IN_FORCE) | Q(source=None))


class FindingPlace(models.Model):
    """Where a number stands: in a line or the name of a version's file, or in what was added by hand (no version)."""

    class Kind(models.TextChoices):
        TEXT = "text", "tekst"
        FILE_NAME = "file_name", "filnavn"
        CORRECTION = "correction", "rettelse"
        ATTACHMENT = "attachment", "bilagsfil"

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="places", verbose_name="fund")
    source = models.ForeignKey(
        SourceDocument,
        models.CASCADE,
        related_name="finding_places",
        verbose_name="kildedokument",
        null=True,
        blank=True,
    )
    kind = models.CharField("hvor", max_length=20, choices=Kind)
    line = models.PositiveIntegerField("linje", null=True, blank=True)
    item_slug = models.SlugField("punkt", max_length=40, blank=True)
    # Of a correction which one it is, of an attachment the stored file.
    name = models.CharField("navn", max_length=300, blank=True)
    in_closed_item = models.BooleanField("i et punkt, der ikke vises", default=False)

    objects = FindingPlaceQuerySet.as_manager()

    class Meta:
        verbose_name = "sted"
        verbose_name_plural = "steder"
        ordering = ("source", "line", "pk")

    def __str__(self) -> str:
        """Where it is, as people say it: "tekst, linje 12, punkt 4"."""
        line = f"linje {self.line}" if self.line else ""
        return ", ".join(filter(None, [str(self.get_kind_display()), line, slug_in_words(self.item_slug)]))
