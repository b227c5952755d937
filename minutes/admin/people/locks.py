"""The page "Spærrede login": which names have been tried too often, and a button that lets each in again."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from archive_site.login.locks import Lock, find_locks, lift_lock
from minutes.admin.rights import may_manage_users
from minutes.editing.event_log import record
from minutes.models import Event

# What the address is called, behind "admin:".
LOCKS = "locked_logins"
# Whoever tries names by the thousand locks as many; those of users stand first.
_MOST_SHOWN = 200


def locks_page(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """Show the locks, or lift the one whose button was pressed; PermissionDenied for who does not manage users."""
    if not may_manage_users(request):
        raise PermissionDenied
    if request.method == "POST":
        return _lift(request, request.user, request.POST.get("lock", ""))
    locks = find_locks()
    context = {
        **site.each_context(request),
        "title": "Spærrede login",
        "locks": locks[:_MOST_SHOWN],
        "more": max(0, len(locks) - _MOST_SHOWN),
    }
    return TemplateResponse(request, "admin/people/locks.html", context)


def _lift(request: HttpRequest, by: User, key: str) -> HttpResponse:
    is_key = key.isascii() and key.isdecimal() and len(key) < 10
    with transaction.atomic():
        lock = lift_lock(int(key)) if is_key else None
        if lock:
            # Neither the address nor what is nobody's name: nothing could take them out of the log again.
            record(Event.Kind.LOCK_LIFTED, by, subject=f"login for {lock.name or 'et ukendt navn'}")
    if lock:
        messages.success(
            request, f"{_named(lock)} kan logge ind igen fra {lock.address or 'ukendt adresse'}."
        )
    else:
        messages.warning(request, "Spærringen er allerede ophævet eller udløbet.")
    return HttpResponseRedirect(request.path)


def _named(lock: Lock) -> str:
    return f"Brugeren {lock.name}" if lock.name else f"Navnet {lock.hint}"
