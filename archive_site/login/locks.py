"""Which names are locked now, and how a lock is lifted before its time.

What was typed as a name may be a password or a personal number in the wrong field: only the name of a user is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Max, Min, QuerySet, Sum
from django.utils import timezone

from .attempts import normal_name


@dataclass(frozen=True, slots=True)
class Lock:
    """A name that is locked from an address; `name` is empty where no user has it, and `hint` then stands for it.

    `key` says which lock is meant, without the name.
    """

    key: int
    name: str
    hint: str
    address: str
    until: datetime


def count_locks() -> int:
    """Return how many names are locked now, each from each address."""
    return _locked().count()


def find_locks() -> list[Lock]:
    """Return what is locked now: users first, by name, then what is nobody's name, the latest first."""
    names = {
        normal_name(name): name
        for name in get_user_model()._default_manager.values_list("username", flat=True)
    }
    locks = [_lock(row, names.get(row["username"] or "", "")) for row in _locked()]
    of_users = sorted((lock for lock in locks if lock.name), key=lambda lock: (lock.name, lock.address))
    others = sorted((lock for lock in locks if not lock.name), key=lambda lock: lock.until, reverse=True)
    return [*of_users, *others]


@transaction.atomic
def lift_lock(key: int) -> Lock | None:
    """Let a name be tried again from its address, and return the lock; None if it is none any more."""
    attempt = AccessAttempt.objects.select_for_update().filter(pk=key).first()
    lock = next((lock for lock in find_locks() if lock.key == key), None) if attempt else None
    if attempt is None or lock is None:
        return None
    AccessAttempt.objects.filter(username=attempt.username, ip_address=attempt.ip_address).delete()
    return lock


def _locked() -> QuerySet[AccessAttempt, dict]:
    """The names with their addresses that have been tried too often to be tried now."""
    recent = AccessAttempt.objects.filter(attempt_time__gte=timezone.now() - settings.AXES_COOLOFF_TIME)
    tried = recent.order_by().values("username", "ip_address")
    counted = tried.annotate(key=Min("pk"), latest=Max("attempt_time"), tries=Sum("failures_since_start"))
    return counted.filter(tries__gte=settings.AXES_FAILURE_LIMIT)


def _lock(row: dict, name: str) -> Lock:
    address = row["ip_address"] or ""
    # Of an IPv6 address the tries of its network are counted (client_address).
    shown = f"{address}/64" if ":" in address else address
    until = row["latest"] + settings.AXES_COOLOFF_TIME
    return Lock(row["key"], name, "".join(_hint(row["username"] or "")), shown, until)


def _hint(tried: str) -> Iterator[str]:
    """The first letter and the length: enough to know one's own slip again. A digit may be that of a birthday."""
    if tried[:1].isalpha():
        yield tried[0]
    yield f"… ({len(tried)} tegn)"
