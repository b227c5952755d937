"""Wordings of topics and titles that are kept for their addresses, forgotten where what they say was taken out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from minutes.models import FollowUp, SearchDocument, Series, TopicKey


@contextmanager
def forgetting_wordings(meeting: int) -> Iterator[None]:
    """Forget the wordings that a meeting's lists and titles have before, and nothing in the archive has afterwards.

    They would tell a personal number that was shown for a time. Who rewords a meeting otherwise loses no address.
    """
    topics = set(FollowUp.objects.filter(item__meeting=meeting).values_list("topic_key", flat=True))
    titles = set(SearchDocument.objects.filter(item__meeting=meeting).values_list("title_key", flat=True))
    yield
    worded = FollowUp.objects.filter(topic_key__in=topics).values("topic_key")
    TopicKey.objects.filter(key__in=topics).exclude(key__in=worded).delete()
    borne = SearchDocument.objects.filter(title_key__in=titles).values("title_key")
    Series.objects.filter(key__in=titles).exclude(key__in=borne).delete()
