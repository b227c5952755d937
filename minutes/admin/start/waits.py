"""What needs somebody's hand: a table of what can wait, each with how much of it does and the list of just that.

A new kind is one line of WAITS. Its count takes a bounded number of queries, however many rows there are, and its
address leads to a list of exactly the rows that are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from archive_site.login.locks import count_locks
from minutes.admin.names.pages import FAILED_SEARCHES, NEW_BODIES, UNKNOWN_CODES
from minutes.admin.names.waiting import count_failed_searches, count_new_bodies, count_unknown_codes
from minutes.admin.people.locks import LOCKS
from minutes.admin.rights import brings_minutes, manages_users, may_keep_names, sees_list_of
from minutes.editing.obstacles import find_barred, ready_to_publish
from minutes.importing.arrivals.uploading import goes_before
from minutes.models import AgendaItem, Finding, Meeting, Reader, SourceDocument


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


def _uploads(_user: Reader) -> int:
    return SourceDocument.objects.uploaded().count()


def _uploads_about_to_go(_user: Reader) -> int:
    """Those that `tidy` deletes within a week."""
    return SourceDocument.objects.uploaded().filter(imported_at__lt=goes_before(days=7)).count()


def _locked_logins(_user: Reader) -> int:
    return count_locks()


_MEETINGS = "admin:minutes_meeting_changelist"
_ITEMS = "admin:minutes_agendaitem_changelist"
_FINDINGS = "admin:minutes_finding_changelist"
_UPLOADS = "admin:minutes_meeting_add"
_CODES = f"admin:{UNKNOWN_CODES}"
_BODIES = f"admin:{NEW_BODIES}"
_SEARCHES = f"admin:{FAILED_SEARCHES}"
_LOCKS = f"admin:{LOCKS}"

# In the order of the page: what came in first, what hurts before what can wait.
WAITS = (
    Wait("spærret login", "spærrede login",
         _locked_logins, _LOCKS, "", manages_users),
    Wait("upload, der ikke er set igennem", "uploads, der ikke er set igennem",
         _uploads, _UPLOADS, "", brings_minutes),
    Wait("upload, der bliver slettet inden for 7 dage", "uploads, der bliver slettet inden for 7 dage",
         _uploads_about_to_go, _UPLOADS, "", brings_minutes),
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
    Wait("kode, som ingen kender", "koder, som ingen kender",
         count_unknown_codes, _CODES, "", may_keep_names),
    Wait("nyt organ, som ingen har set på", "nye organer, som ingen har set på",
         count_new_bodies, _BODIES, "", may_keep_names),
    Wait("søgning, der ikke fandt noget", "søgninger, der ikke fandt noget",
         count_failed_searches, _SEARCHES, "", may_keep_names),
)  # fmt: skip


def find_waiting(user: Reader) -> Iterator[Waiting]:
    """Give what waits for this user, in the order of the page; of what does not wait, nothing."""
    for wait in WAITS:
        if wait.may_see(user) and (count := wait.count(user)):
            yield Waiting(count, wait.one if count == 1 else wait.several, wait.address)
