"""The topics of follow-up lists through the meetings: which rows are of one, and its course in short."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from minutes.models.addresses import address_of
from minutes.models.items import AgendaItem
from minutes.models.meetings import Body
from minutes.models.told.follow_ups import FollowUp
from minutes.models.visibility import Audience, IndexVisibility, JoinVisibility

from .series import LONGEST_SLUG


class TopicKey(models.Model):
    """One way to word a topic, capitals and small words aside; it has an address whether a topic bears it or not.

    `words` are the base forms by which it is compared with others. `joined_to` and `is_apart` are an editor's: it is
    one topic with another key, or with none, however alike they are. `likeness_version` says by which rules it was held
    against the others.
    """

    key = models.CharField("nøgle", max_length=300, unique=True)
    slug = models.SlugField("adresse", max_length=LONGEST_SLUG, unique=True)
    words = ArrayField(models.CharField(max_length=300), verbose_name="ord", default=list)
    joined_to = models.ForeignKey(
        "self", models.SET_NULL, related_name="joined", verbose_name="hører til", null=True, blank=True
    )
    is_apart = models.BooleanField("for sig", default=False)
    likeness_version = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = "emne på huskelister"
        verbose_name_plural = "emner på huskelister"
        ordering = ("key",)
        default_permissions = ("view", "change")
        indexes = (GinIndex(fields=("words",), name="topickey_words_gin", fastupdate=False),)

    def __str__(self) -> str:
        return self.key


class TopicLikeness(models.Model):
    """Two keys that are nearly alike, that with the smaller number first; `is_same`: they only differ in spelling."""

    one = models.ForeignKey(TopicKey, models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(TopicKey, models.CASCADE, related_name="+")
    is_same = models.BooleanField()

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("one", "other"), name="topiclikeness_unique"),)

    def __str__(self) -> str:
        return f"{self.one_id} {self.other_id}"


class Sighting(models.Model):
    """A row of a follow-up list under an item that somebody may read, beside what its topic's course is made of.

    `body` is that of its meeting, `place` orders the rows of one day: body, meeting, item, row. `latest` is the last
    day of the deadline, `time_words` are its words, for a list tells how those of thousands of rows moved.
    """

    follow_up = models.OneToOneField(FollowUp, models.CASCADE, primary_key=True, related_name="sighting")
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="+")
    key = models.ForeignKey(TopicKey, models.CASCADE, related_name="sightings", db_index=False)
    body = models.ForeignKey(Body, models.CASCADE, related_name="+", db_index=False)
    date = models.DateField()
    place = models.CharField(max_length=300)
    is_public = models.BooleanField()
    latest = models.DateField(null=True)
    time_words = models.TextField(blank=True)
    responsible = ArrayField(models.CharField(max_length=10), default=list)

    objects = IndexVisibility["Sighting"].as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("date", "place")
        indexes = (
            models.Index(
                fields=("key", "date", "place"), include=("is_public", "latest"), name="sighting_key_index"
            ),
            # The newest list of a body, and what stands in the list of a day.
            models.Index(fields=("body", "-date"), include=("is_public",), name="sighting_body_index"),
        )

    def __str__(self) -> str:
        return f"{self.key_id} {self.date}"


class Topic(models.Model):
    """The course of a topic in short, as its audience sees it; `key` is that of its oldest row.

    `slips` counts the rows whose deadline is later than that of the row before. `last` is its newest row, of whose
    meeting `body` is.
    """

    audience = models.CharField(max_length=20, choices=Audience)
    key = models.ForeignKey(TopicKey, models.CASCADE, related_name="topics", db_index=False)
    first_seen = models.DateField("først set")
    last_seen = models.DateField("sidst set")
    rows = models.PositiveIntegerField("gange")
    slips = models.PositiveIntegerField("gange udskudt")
    last = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, models.CASCADE, related_name="+", db_index=False)
    latest = models.DateField("frist", null=True)
    centre_codes = ArrayField(models.CharField(max_length=10), verbose_name="centre", default=list)

    objects = JoinVisibility.as_manager()

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("key", "audience"), name="topic_key_audience_unique"),)
        indexes = (
            models.Index(fields=("audience", "body", "-last_seen"), name="topic_last_seen_index"),
            models.Index(
                fields=("audience", "latest"), name="topic_latest_index", condition=Q(latest__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return f"{self.key_id} {self.first_seen} {self.last_seen}"

    def get_absolute_url(self) -> str:
        return address_of("topic-detail", self.key.slug)


class TopicMember(models.Model):
    """That rows of a key are of a topic, as its audience sees it."""

    audience = models.CharField(max_length=20, choices=Audience)
    key = models.ForeignKey(TopicKey, models.CASCADE, related_name="members", db_index=False)
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="members")

    objects = JoinVisibility.as_manager()

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(fields=("key", "audience"), name="topicmember_key_audience_unique"),
        )

    def __str__(self) -> str:
        return f"{self.key_id} {self.topic_id}"
