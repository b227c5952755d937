"""Follow-up lists: their rows, and the subjects announced below them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from .columns import Timed, ToldRow


class FollowUp(ToldRow, Timed):
    """A row of a follow-up list: its topic in `text`, its deadline as written and as read, who is responsible.

    `row` is 1 for the first below the header; `topic_key` is the same for the same topic however it is spelt.
    """

    row = models.PositiveSmallIntegerField("række")
    topic_key = models.CharField("emnets nøgle", max_length=300, db_index=True)
    responsible_words = models.CharField("ansvarlig som skrevet", max_length=300, blank=True)
    centre_codes = ArrayField(models.CharField(max_length=10), verbose_name="centre", default=list)
    persons = ArrayField(models.CharField(max_length=10), verbose_name="initialer", default=list)

    class Meta(ToldRow.Meta):
        verbose_name = "række på huskeliste"
        verbose_name_plural = "rækker på huskelister"
        default_related_name = "follow_ups"


class ComingSubject(ToldRow):
    """A subject that is announced below the table, under the heading that it stands under."""

    heading = models.CharField("overskrift", max_length=300, blank=True)

    class Meta(ToldRow.Meta):
        verbose_name = "kommende emne"
        verbose_name_plural = "kommende emner"
        default_related_name = "coming_subjects"
