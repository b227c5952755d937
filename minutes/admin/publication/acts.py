"""The table of what is done to chosen meetings: who may do it, what it asks for, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest

from minutes.admin.rights import may_delete, may_publish, may_save_versions
from minutes.editing import publication
from minutes.editing.deletion import delete_meetings
from minutes.editing.obstacles import Obstacle
from minutes.importing import versions
from minutes.models import Meeting, SourceDocument

from .forms import ActForm, DeletionForm, ReasonForm
from .plans import Line, plan_deletion, plan_discarding, plan_publication, plan_withdrawal

# A message is one line above the list.
_MOST_OBSTACLES = 5
# More messages are not read.
_MOST_JOINED = 10

# What is said of a deed when it is done: how grave it is, and a sentence.
Said = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is done to the chosen meetings once somebody has seen what it will do."""

    name: str
    title: str
    button: str
    intro: str
    may: Callable[[HttpRequest], bool]
    form: type[ActForm]
    plan: Callable[[Sequence[Meeting]], list[Line]]
    perform: Callable[[Sequence[int], User, str], list[Said]]

    @property
    def address(self) -> str:
        """The name of its page's address."""
        return f"admin:minutes_meeting_{self.name}_chosen"


def _publish(keys: Sequence[int], by: User, reason: str) -> list[Said]:
    published = versions.publish(Meeting.objects.filter(pk__in=keys), by, reason)
    said: list[Said] = []
    if in_force := len(published.put_in_force):
        what = "1 ventende version" if in_force == 1 else f"{in_force} ventende versioner"
        said.append((messages.SUCCESS, f"{what} er nu i kraft."))
    if published.changed:
        said.append((messages.SUCCESS, f"{name_count(published.changed)} er nu offentliggjort."))
    for meeting in Meeting.objects.filter(pk__in=published.barred).select_related("body"):
        said.append((messages.ERROR, _why_not(meeting, published.barred[meeting.pk])))
    said += [(messages.WARNING, number.message) for number in published.joined[:_MOST_JOINED]]
    return said or [(messages.WARNING, "Intet er ændret: en anden har gjort det imens.")]


def _withdraw(keys: Sequence[int], by: User, reason: str) -> list[Said]:
    withdrawn = publication.withdraw(Meeting.objects.filter(pk__in=keys), by, reason)
    return _told(len(withdrawn), "er nu trukket tilbage")


def _discard(keys: Sequence[int], by: User, reason: str) -> list[Said]:
    waiting = (
        SourceDocument.objects.waiting().filter(meeting__in=keys).without_documents().order_by("meeting")
    )
    discarded = [versions.discard(source, by, reason) for source in waiting.select_related("meeting__body")]
    count = sum(discarded)
    what = "1 ventende version" if count == 1 else f"{count} ventende versioner"
    return [(messages.SUCCESS if count else messages.WARNING, f"{what} er kasseret.")]


def _delete(keys: Sequence[int], by: User, reason: str) -> list[Said]:
    delete_meetings(keys, by, reason)
    return _told(len(keys), "er slettet")


def _told(count: int, what: str) -> list[Said]:
    return [(messages.SUCCESS if count else messages.WARNING, f"{name_count(count)} {what}.")]


def _why_not(meeting: Meeting, obstacles: Iterable[Obstacle]) -> str:
    """What keeps a meeting from being published, as much of it as can be read in a message."""
    first = list(islice(map(str, obstacles), _MOST_OBSTACLES + 1))
    reasons = " · ".join(first[:_MOST_OBSTACLES]) + (" · …" if len(first) > _MOST_OBSTACLES else "")
    return f"{meeting} er ikke offentliggjort: {reasons}"


def name_count(count: int) -> str:
    """Return "1 møde" or "3 møder"."""
    return "1 møde" if count == 1 else f"{count} møder"


PUBLISH = Act(
    "publish",
    "Offentliggør",
    "Offentliggør",
    "Det kan læses af alle, så snart du trykker på knappen nederst.",
    may_publish,
    ActForm,
    plan_publication,
    _publish,
)
WITHDRAW = Act(
    "withdraw",
    "Træk tilbage",
    "Træk tilbage",
    "Det gælder med det samme. Mødet kan offentliggøres igen senere.",
    may_publish,
    ReasonForm,
    plan_withdrawal,
    _withdraw,
)
DISCARD = Act(
    "discard",
    "Kassér den version, der venter",
    "Kassér",
    "Det, der er offentliggjort, bliver stående. Den kasserede version gemmes og kan hentes frem igen.",
    may_save_versions,
    ActForm,
    plan_discarding,
    _discard,
)
DELETE = Act(
    "delete",
    "Slet møder",
    "Slet for altid",
    "Alt, hvad arkivet har om mødet, slettes, og det kan ikke gøres om: punkter, kildedokumenter, rettelser og "
    "bilagsfiler. Kun Hændelser bliver stående.",
    may_delete,
    DeletionForm,
    plan_deletion,
    _delete,
)
# In the order of the list's menu. Deletion is apart.
IN_MENU = (PUBLISH, WITHDRAW, DISCARD)
