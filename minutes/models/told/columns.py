"""The columns that all rows of what is told have, and those of a time that is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from minutes.danish.times import StatedTime, TimeKind
from minutes.models.choices import SectionKind


class ToldRow(models.Model):
    """A place in an item, by its line in the document, and the words that stand there, verbatim."""

    item = models.ForeignKey("minutes.AgendaItem", models.CASCADE, verbose_name="punkt")
    position = models.PositiveSmallIntegerField("placering")
    line = models.PositiveIntegerField("linje")
    text = models.TextField("ordene")

    class Meta:
        abstract = True
        ordering = ("item", "position")

    def __str__(self) -> str:
        return self.text


class InSection(models.Model):
    """In which section of the item it stands."""

    section = models.CharField("afsnit", max_length=20, choices=SectionKind)

    class Meta:
        abstract = True


class Time(models.TextChoices):
    """What a time is; only those to "år" can be found in a calendar."""

    DAY = TimeKind.DAY.value, "dag"
    MONTH = TimeKind.MONTH.value, "måned"
    SEASON = TimeKind.SEASON.value, "årstid"
    SPAN = TimeKind.SPAN.value, "periode"
    YEAR = TimeKind.YEAR.value, "år"
    MEETING = TimeKind.MEETING.value, "møde"
    RHYTHM = TimeKind.RHYTHM.value, "gentages"
    CONDITION = TimeKind.CONDITION.value, "betingelse"
    VAGUE = TimeKind.VAGUE.value, "ubestemt"


class Timed(models.Model):
    """A time as written, and the days that it can mean, both included: null where no calendar can tell."""

    time_words = models.TextField("tidspunktet med ord", blank=True)
    time_kind = models.CharField("slags tidspunkt", max_length=10, choices=Time, blank=True)
    time_first = models.DateField("første dag", null=True, blank=True)
    time_last = models.DateField("sidste dag", null=True, blank=True)
    is_year_inferred = models.BooleanField("året er udledt", default=False)
    recurs = models.BooleanField("gentages", default=False)
    exact_to = models.CharField("så nøjagtigt", max_length=10, choices=Time, default=Time.DAY)

    class Meta:
        abstract = True

    @property
    def iso(self) -> str | None:
        """The time as ISO 8601 writes it, no more exact than it was stated; None where a calendar cannot tell."""
        stated = StatedTime(
            TimeKind.DAY, "", 0, 0, self.time_first, self.time_last, exact_to=TimeKind(self.exact_to)
        )
        return stated.iso


def columns_of_time(time: StatedTime | None, words: str | None = None) -> Mapping[str, Any]:
    """Return the values of these columns, with the time's own words where no others are given."""
    if time is None:
        return {"time_words": words or ""}
    return {
        "time_words": time.words if words is None else words,
        "time_kind": time.kind.value,
        "time_first": time.first,
        "time_last": time.last,
        "is_year_inferred": time.year_inferred,
        "recurs": time.recurs,
        "exact_to": time.exact_to.value,
    }
