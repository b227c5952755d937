"""Who sees what: the one place that decides it. Forgetting one half of the rule is the leak that must never be.

A meeting is read by everybody while it is published, as a draft by those who see drafts, and by nobody once it is
withdrawn. An item is read with its meeting unless it is hidden, being closed or withdrawn alone: of such there is a
place on the agenda, and nothing else. No other module asks for states, such items or what users are; a test reads the
syntax trees for that.

What somebody may is said by rights alone, which come with a group (minutes/editing/people). Django's "staff" is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol, Self, TypeVar

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db import models
from django.db.models.functions import Coalesce
from django.db.models.query import ModelIterable

from .choices import PublicationState

_Row = TypeVar("_Row", bound=models.Model, covariant=True)

# Whoever reads: somebody who has logged in, or anybody.
Reader = AbstractUser | AnonymousUser

# For what is passed on, or kept for longer than an answer: files, feeds. Drafts are in none, whoever asks.
EVERYBODY: Reader = AnonymousUser()


READ_DRAFTS = "minutes.read_drafts"


class _WhoSeesDrafts(AnonymousUser):
    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return perm == READ_DRAFTS


# For what whoever runs the archive asks for on the command line, drafts included.
WHO_SEES_DRAFTS: Reader = _WhoSeesDrafts()


def sees_drafts(reader: Reader) -> bool:
    """Whether somebody may read what is not published yet."""
    return reader.has_perm(READ_DRAFTS)


def enters_admin(reader: object) -> bool:
    """Whether somebody works in the admin: who has any right but to read drafts, for which no page of it is needed.

    Any other value than a user, as of a page without a request, does not.
    """
    if not isinstance(reader, AbstractUser) or not reader.is_active:
        return False
    # A superuser has rights that nobody has given; all of them would be read from the database otherwise.
    return reader.is_superuser or bool(reader.get_all_permissions() - {READ_DRAFTS})


def has_every_right(user: Reader) -> bool:
    """Whether somebody has all rights without having been given any: a superuser."""
    return user.is_superuser


def reads_sources(reader: Reader) -> bool:
    """Whether somebody may read the text of the documents: it holds the closed items, too."""
    return reader.has_perm("minutes.view_sourcedocument")


def reads_originals(reader: Reader) -> bool:
    """Whether somebody may have the bytes of the documents, in which no personal number is masked: administrators."""
    return reader.has_perm("minutes.read_originals")


def may_publish(user: Reader | None) -> bool:
    """Whether somebody may let everybody see what they did not see before: the right to publish.

    It is asked for wherever more of something public is shown: a closed item that is opened, a number that is released,
    a redaction that is taken back. Nobody, as where a command is run without a name, may not.
    """
    return user is not None and user.has_perm("minutes.publish_meeting")


def corrects_items(reader: object) -> bool:
    """Whether somebody may correct what was read of the items: the pages lead those to the form."""
    return (
        isinstance(reader, AbstractUser)
        and enters_admin(reader)
        and reader.has_perm("minutes.change_agendaitem")
    )


def _readable_states(reader: Reader) -> list[str]:
    states = [PublicationState.PUBLISHED.value]
    return [*states, PublicationState.DRAFT.value] if sees_drafts(reader) else states


# The same for statements that are written by hand, with `sql_parameters` among their parameters: of a row of the index,
# and of an item beside its meeting. Both stand where no table has another column of that name.
READABLE_INDEX_ROW = "(is_public OR %(sees_drafts)s)"
READABLE_ITEM = "(NOT is_closed AND NOT is_withdrawn AND state = ANY(%(readable_states)s))"


def sql_parameters(reader: Reader) -> dict[str, Any]:
    """What READABLE_INDEX_ROW and READABLE_ITEM ask of the reader."""
    return {"sees_drafts": sees_drafts(reader), "readable_states": _readable_states(reader)}


# What was public is withdrawn, and never a draft again.
DRAFTS_WERE_NEVER_PUBLIC = ~models.Q(state=PublicationState.DRAFT) | models.Q(published_at=None)


class Audience(models.TextChoices):
    """For whom something holds that is made of what can be read: one answer for each, made of what each may read."""

    EVERYBODY = "everybody", "alle"
    READS_DRAFTS = "reads_drafts", "dem der ser kladder"


def audience_of(reader: Reader) -> Audience:
    """Whose answers somebody reads."""
    return Audience.READS_DRAFTS if sees_drafts(reader) else Audience.EVERYBODY


class AnyMeeting(Protocol):
    """What is asked of a meeting: its state."""

    state: str


class AnyItem(Protocol):
    """What is asked of an item: whether it is closed or withdrawn, and its meeting."""

    is_closed: bool
    is_withdrawn: bool

    @property
    def meeting(self) -> AnyMeeting: ...


class MeetingVisibility(models.QuerySet[_Row]):
    """What querysets of meetings know of their readers."""

    def readable_by(self, reader: Reader) -> Self:
        return self.filter(state__in=_readable_states(reader))

    def published_only(self) -> Self:
        return self.readable_by(EVERYBODY)

    def drafts(self) -> Self:
        """Those that nobody has published yet."""
        return self.filter(state=PublicationState.DRAFT)

    def not_withdrawn(self) -> Self:
        """Those that somebody may read, or may come to read: of the others nothing is to be done."""
        return self.exclude(state=PublicationState.WITHDRAWN)


class _Places(ModelIterable):
    """Items as an agenda has them: a hidden one without its titles and its case."""

    def __iter__(self) -> Iterator[Any]:
        for item in super().__iter__():
            if is_hidden(item):
                item.title = item.toc_title = ""
                item.case = None
            yield item


class ItemVisibility(models.QuerySet[_Row]):
    """What querysets of items know of their readers."""

    def readable_by(self, reader: Reader) -> Self:
        """The items whose text the reader may see."""
        return self.not_hidden().filter(meeting__state__in=_readable_states(reader))

    def published_only(self) -> Self:
        return self.readable_by(EVERYBODY)

    def agenda_of(self, meeting: AnyMeeting) -> Self:
        """All items of a meeting, in order, for whoever may read it; of a hidden one there is its place alone."""
        agenda = self.filter(meeting=meeting).order_by("position")
        # How Django lets a queryset say what its rows become: no view can forget to leave a title out.
        agenda._iterable_class = _Places
        return agenda

    def on_agendas_readable_by(self, reader: Reader) -> Self:
        """The places on the agendas that the reader may visit; of a closed item nothing else may be shown."""
        return self.with_a_page().filter(meeting__state__in=_readable_states(reader))

    def with_a_page(self) -> Self:
        """The items whose address leads somewhere: that of one that is withdrawn answers 410."""
        return self.filter(is_withdrawn=False)

    def closed(self) -> Self:
        """The items that were treated behind closed doors, or may have been."""
        return self.filter(is_closed=True)

    def hidden(self) -> Self:
        """The items of which nothing but their place may be shown: closed, withdrawn, or both."""
        return self.filter(models.Q(is_closed=True) | models.Q(is_withdrawn=True))

    def ever_public(self) -> Self:
        """The items whose place everybody could see at some time, closed ones among them.

        What came to a meeting that was public after that ended was never seen. Rows of earlier programs do not say when
        they came.
        """
        ended = Coalesce("meeting__withdrawn_at", "meeting__published_at")
        was_there = models.Q(added_at=None) | models.Q(added_at__lte=ended)
        is_public = models.Q(meeting__state=PublicationState.PUBLISHED)
        return self.exclude(meeting__published_at=None).filter(is_public | was_there)

    def in_doubt(self) -> Self:
        """The items of which somebody has to say whether they are closed; until then they are."""
        return self.filter(is_doubtful=True).exclude(meeting__state=PublicationState.WITHDRAWN)

    def indexable(self) -> Self:
        """The items that search knows of: what is never shown to anybody is not kept to be found."""
        return self.not_hidden().exclude(meeting__state=PublicationState.WITHDRAWN)

    def not_hidden(self) -> Self:
        """The items whose text is shown to whoever may read their meetings."""
        return self.filter(is_closed=False, is_withdrawn=False)


class IndexVisibility(models.QuerySet[_Row]):
    """What querysets of the search's rows know of their readers: each row says whether its meeting is published."""

    def readable_by(self, reader: Reader) -> Self:
        return self.seen_by(audience_of(reader))

    def seen_by(self, audience: Audience) -> Self:
        return self if audience is Audience.READS_DRAFTS else self.filter(is_public=True)


class JoinVisibility(models.QuerySet[_Row]):
    """What querysets of joins know of their readers: each row says for whom it was made."""

    def readable_by(self, reader: Reader) -> Self:
        return self.seen_by(audience_of(reader))

    def seen_by(self, audience: Audience) -> Self:
        return self.filter(audience=audience)


def is_indexable(item: AnyItem) -> bool:
    """Whether an item belongs to `indexable()`, without asking the database."""
    return not is_hidden(item) and item.meeting.state != PublicationState.WITHDRAWN


def is_hidden(item: AnyItem) -> bool:
    """Whether an item belongs to `hidden()`, without asking the database."""
    return item.is_closed or item.is_withdrawn


def is_readable(meeting: AnyMeeting, reader: Reader) -> bool:
    """Whether a meeting belongs to `readable_by(reader)`, without asking the database."""
    return meeting.state in _readable_states(reader)


def is_public(meeting: AnyMeeting) -> bool:
    """Whether a meeting belongs to `published_only()`, without asking the database."""
    return meeting.state == PublicationState.PUBLISHED
