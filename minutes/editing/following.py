"""What an editor says of matters against what the archive makes of them: joined, or apart. It wins, and it stays.

It is said of what outlives a new reading of the minutes: of items, of the keys of titles and topics, of case numbers.
Nothing says no more, and the archive's own joins hold again.
"""

from __future__ import annotations

from typing import TypeVar

from django.contrib.auth.models import User
from django.db import transaction

from minutes.matters.joining.topics import join_topics
from minutes.matters.joining.writing import join_again, lock_joining
from minutes.models import AgendaItem, Case, Event, Meeting, SearchDocument, Series, TakenUpByHand, TopicKey
from minutes.models.items import AgendaItemQuerySet

from .event_log import record

Named = TypeVar("Named", Series, TopicKey)


class NotJoinedError(ValueError):
    """What was said cannot hold; the message says in Danish why not."""


def check_taken_up(item: AgendaItem, other: AgendaItem) -> None:
    """Raise NotJoinedError where one item can take nothing up of another."""
    if item.pk == other.pk or other.meeting.date < item.meeting.date:
        raise NotJoinedError("En sag kan kun tages op igen under et senere punkt.")


@transaction.atomic
def say_taken_up(item: AgendaItem, other: AgendaItem, by: User | None, *, is_taken_up: bool | None) -> None:
    """Say that an item takes up again, or does not, what was put off under another; None takes the word back.

    Raises NotJoinedError where the other was dealt with before, or one of them is gone.
    """
    check_taken_up(item, other)
    lock_joining([item.meeting_id])
    if AgendaItem.objects.filter(pk__in=(item.pk, other.pk)).count() < len((item, other)):
        raise NotJoinedError("Punktet er slettet i mellemtiden.")
    words = TakenUpByHand.objects.filter(item=item, other=other)
    if is_taken_up is None:
        words.delete()
    else:
        if is_taken_up:
            TakenUpByHand.objects.filter(item=item, is_taken_up=True).exclude(other=other).delete()
        TakenUpByHand.objects.update_or_create(item=item, other=other, defaults={"is_taken_up": is_taken_up})
    record(_kind(is_taken_up), by, item=item, details=f"taget op igen: {other}")
    join_again([item.meeting_id])


@transaction.atomic
def say_collective(case: Case, by: User | None, *, is_collective: bool | None) -> None:
    """Say of a case number that it carries unrelated items, or one matter; None takes the word back."""
    meetings = _meetings_of(AgendaItem.objects.filter(case=case))
    lock_joining(meetings)
    case.collective_by_hand = is_collective
    case.save(update_fields=["collective_by_hand"])
    # A collective number joins nothing: what it says parts its items.
    apart = None if is_collective is None else not is_collective
    record(_kind(apart), by, subject=f"Sag {case.number}", details=_COLLECTIVE[is_collective])
    join_again(meetings)


_COLLECTIVE = {True: "samlesag", False: "én sag", None: "som arkivet selv finder ud af"}


def check_series(series: Series, *, joined_to: Series | None, is_none: bool) -> Series | None:
    """Return the series to which it would be joined. Raises NotJoinedError where that cannot be."""
    if joined_to is None:
        return None
    joined_to = _root_of(series, joined_to, Series.objects.filter(joined_to=series).exists())
    if joined_to.is_none or is_none:
        raise NotJoinedError("En titel, der ikke er en serie, kan ikke samles med en.")
    return joined_to


@transaction.atomic
def say_of_series(series: Series, by: User | None, *, joined_to: Series | None, is_none: bool) -> None:
    """Say of a series that it is another one under a second name, or none at all, or neither.

    Raises NotJoinedError where the other is itself joined to one, or is none.
    """
    keys = {series.key, *(other.key for other in (joined_to, series.joined_to) if other)}
    documents = SearchDocument.objects.filter(title_key__in=keys)
    meetings = _meetings_of(AgendaItem.objects.filter(pk__in=documents.values("pk")))
    lock_joining(meetings)
    joined_to = check_series(series, joined_to=joined_to, is_none=is_none)
    if (series.joined_to, series.is_none) == (joined_to, is_none):
        return
    series.joined_to, series.is_none = joined_to, is_none
    series.save(update_fields=["joined_to", "is_none"])
    word = None if joined_to is None and not is_none else not is_none
    details = f"samlet med {joined_to}" if joined_to else "ingen serie" if is_none else ""
    record(_kind(word), by, subject=f"Serien {series}", details=details)
    join_again(meetings)


def check_topic(key: TopicKey, *, joined_to: TopicKey | None, is_apart: bool) -> TopicKey | None:
    """Return the wording to which it would be joined. Raises NotJoinedError where that cannot be."""
    if joined_to is None:
        return None
    if is_apart:
        raise NotJoinedError("Et emne kan ikke både være samlet med et andet og være for sig.")
    return _root_of(key, joined_to, TopicKey.objects.filter(joined_to=key).exists())


@transaction.atomic
def say_of_topic(key: TopicKey, by: User | None, *, joined_to: TopicKey | None, is_apart: bool) -> None:
    """Say of a wording on follow-up lists that it is one topic with another, or one of its own, or neither.

    Raises NotJoinedError where it would be both.
    """
    lock_joining([])
    joined_to = check_topic(key, joined_to=joined_to, is_apart=is_apart)
    if (key.joined_to, key.is_apart) == (joined_to, is_apart):
        return
    touched = {key.pk, *(other.pk for other in (joined_to, key.joined_to) if other)}
    key.joined_to, key.is_apart = joined_to, is_apart
    key.save(update_fields=["joined_to", "is_apart"])
    word = None if joined_to is None and not is_apart else not is_apart
    details = f"samlet med {joined_to}" if joined_to else "for sig" if is_apart else ""
    record(_kind(word), by, subject=f"Emnet {key}", details=details)
    join_topics(touched)


def _root_of(one: Named, other: Named, others_are_joined_to_it: bool) -> Named:
    """What is to be joined to: that to which the other is joined, if it is. Nothing is joined in a ring or a chain."""
    other = other.joined_to or other
    if other.pk == one.pk or others_are_joined_to_it:
        raise NotJoinedError("De to er samlet den anden vej: ret det dér først.")
    return other


def _kind(joins: bool | None) -> Event.Kind:
    if joins is None:
        return Event.Kind.LEFT_TO_ARCHIVE
    return Event.Kind.JOINED if joins else Event.Kind.PARTED


def _meetings_of(items: AgendaItemQuerySet) -> list[int]:
    return list(Meeting.objects.filter(items__in=items).values_list("pk", flat=True).distinct())
