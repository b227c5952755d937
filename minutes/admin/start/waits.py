"""What needs somebody's hand: a table of what can wait, each with how much of it does and the list of just that.

A new kind is one line of WAITS. Its count takes a bounded number of queries, however many rows there are, and its
address leads to a list of exactly the rows that are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from minutes.admin.rights import sees_list_of
from minutes.editing.obstacles import find_barred, ready_to_publish
from minutes.models import AgendaItem, FailedSearch, Finding, Meeting, Reader, SourceDocument


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that can wait: in words of one and of several, how many there are for a user, where, and who sees it.

    `page` is the name of the list's address, `narrowed` what narrows it to what waits: "version=venter".
    """

    one: str
    several: str
    count: Callable[[Reader], int]
    page: str
    narrowed: str
    may_see: Callable[[Reader], bool]

    @property
    def address(self) -> str:
        return f"{reverse(self.page)}?{self.narrowed}" if self.narrowed else reverse(self.page)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much of something waits now."""

    count: int
    words: str
    address: str


def _new_versions(_user: Reader) -> int:
    return SourceDocument.objects.waiting().count()


def _drafts_ready(_user: Reader) -> int:
    return ready_to_publish(Meeting.objects.drafts()).count()


def _drafts_with_errors(_user: Reader) -> int:
    return len(find_barred(Meeting.objects.drafts()).by_errors)


def _numbers_found(_user: Reader) -> int:
    return Finding.objects.to_decide().count()


def _closed_or_not(_user: Reader) -> int:
    return AgendaItem.objects.in_doubt().count()


def _failed_searches(_user: Reader) -> int:
    return FailedSearch.objects.count()


_MEETINGS = "admin:minutes_meeting_changelist"
_ITEMS = "admin:minutes_agendaitem_changelist"
_FINDINGS = "admin:minutes_finding_changelist"
_SEARCHES = "admin:minutes_failedsearch_changelist"

# In the order of the page: what came in first, what hurts before what can wait.
WAITS = (
    Wait("ny version, der venter på offentliggørelse", "nye versioner, der venter på offentliggørelse",
         _new_versions, _MEETINGS, "version=venter", sees_list_of(Meeting)),
    Wait("kladde, der er klar til at offentliggøre", "kladder, der er klar til at offentliggøre",
         _drafts_ready, _MEETINGS, "kladder=klar", sees_list_of(Meeting)),
    Wait("kladde med fejl", "kladder med fejl",
         _drafts_with_errors, _MEETINGS, "kladder=fejl", sees_list_of(Meeting)),
    Wait("personnummer, der skal tages stilling til", "personnumre, der skal tages stilling til",
         _numbers_found, _FINDINGS, "afgoer=nu", sees_list_of(Finding)),
    Wait("punkt, der måske er lukket", "punkter, der måske er lukkede",
         _closed_or_not, _ITEMS, "tvivl=ja", sees_list_of(AgendaItem)),
    Wait("søgning, der ikke fandt noget", "søgninger, der ikke fandt noget",
         _failed_searches, _SEARCHES, "", sees_list_of(FailedSearch)),
)  # fmt: skip


def find_waiting(user: Reader) -> Iterator[Waiting]:
    """Give what waits for this user, in the order of the page; of what does not wait, nothing."""
    for wait in WAITS:
        if wait.may_see(user) and (count := wait.count(user)):
            yield Waiting(count, wait.one if count == 1 else wait.several, wait.address)
