"""The page between choosing meetings and doing something to them: what will happen to each, and one button."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from minutes.admin.deletion import what_goes_with
from minutes.editing.withdrawing.effects import Effects, effects_on_meetings
from minutes.models import Event, Meeting

from .acts import DELETE, WITHDRAW, Act

# As many as are looked through on one page.
MOST_CHOSEN = 500
_KEY = re.compile(r"[0-9]{1,18}")
_SEEN = re.compile(r"([0-9]{1,18}):([0-9]{1,18})")


def act_page(
    admin: ModelAdmin, act: Act, request: HttpRequest, chosen: Sequence[int] | None = None
) -> HttpResponse:
    """Show what the act does to the chosen meetings; do it where that has been seen, and nobody has changed them since.

    The meetings are those of the request, or `chosen`. PermissionDenied for whoever may not do it.
    """
    if not act.may(request):
        raise PermissionDenied
    keys = _keys_of(request) if chosen is None else list(chosen)
    meetings = list(Meeting.objects.filter(pk__in=keys[:MOST_CHOSEN]).select_related("body"))
    if not meetings or len(keys) > MOST_CHOSEN:
        return _choose_again(admin, request, act, keys)
    is_sent = chosen is None and request.method == "POST" and "confirmed" in request.POST
    form = act.form(*((request.POST,) if is_sent else ()), meetings=meetings)
    news = _news(keys, request.POST.get("seen", "")) if is_sent else []
    if is_sent and not news and form.is_valid():
        return _perform(admin, request, act, meetings, form.reason)
    lines = act.plan(meetings)
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": act.title,
        "act": act,
        "address": reverse(act.address),
        "form": form,
        "news": news,
        "seen": ",".join(f"{key}:{event}" for key, event in _last_events(keys).items()),
        "acted_on": [line for line in lines if line.happens],
        "left_out": [line for line in lines if not line.happens],
        "meetings": meetings,
        "effects": _effects(act, meetings),
        "goes_with": what_goes_with(meetings) if act is DELETE else {},
        "back": _back_to(meetings),
    }
    status = 409 if news else 200
    return TemplateResponse(request, "admin/minutes/publication/act.html", context, status=status)


def _keys_of(request: HttpRequest) -> list[int]:
    """The keys that the request names; what is none is passed over."""
    sent = request.POST if request.method == "POST" else request.GET
    found = dict.fromkeys(sent.getlist(ACTION_CHECKBOX_NAME))
    return [int(key) for key in found if _KEY.fullmatch(key)]


def _choose_again(admin: ModelAdmin, request: HttpRequest, act: Act, keys: Sequence[int]) -> HttpResponse:
    if len(keys) > MOST_CHOSEN:
        text = f"Vælg højst {MOST_CHOSEN} møder ad gangen; der er valgt {len(keys)}."
    elif deleted := Event.objects.filter(meeting__in=keys, kind=Event.Kind.DELETED).first():
        text = f"{deleted.subject} er slettet af {deleted.by_name or 'arkivet'}."
    else:
        text = f"Vælg møderne i listen, og prøv igen: {act.title}."
    admin.message_user(request, text, messages.ERROR)
    return HttpResponseRedirect(reverse("admin:minutes_meeting_changelist"))


def _last_events(keys: Sequence[int]) -> dict[int, int]:
    """The last thing in the log of each of these meetings; 0 where there is none."""
    of_meetings = Event.objects.filter(meeting__in=keys).order_by()
    return dict.fromkeys(keys, 0) | dict(of_meetings.values_list("meeting").annotate(Max("pk")))


def _news(keys: Sequence[int], seen: str) -> list[Event]:
    """What has happened to the meetings since the page was made that is sent now, the newest first."""
    known: Mapping[int, int] = {int(key): int(event) for key, event in _SEEN.findall(seen)}
    since = {key: event for key, event in _last_events(keys).items() if event > known.get(key, -1)}
    events = Event.objects.filter(
        meeting__in=since, pk__gt=min((known.get(key, 0) for key in since), default=0)
    )
    return [event for event in events if event.pk > known.get(event.meeting_id, 0)]


def _perform(
    admin: ModelAdmin, request: HttpRequest, act: Act, meetings: Sequence[Meeting], reason: str
) -> HttpResponse:
    back = _back_to(meetings) if act is not DELETE else reverse("admin:minutes_meeting_changelist")
    for level, text in act.perform([meeting.pk for meeting in meetings], request.user, reason):
        admin.message_user(request, text, level)
    return HttpResponseRedirect(back)


def _back_to(meetings: Sequence[Meeting]) -> str:
    """The page of the meeting where it is one, else the list."""
    if len(meetings) == 1:
        return reverse("admin:minutes_meeting_change", args=[meetings[0].pk])
    return reverse("admin:minutes_meeting_changelist")


def _effects(act: Act, meetings: Sequence[Meeting]) -> Effects | None:
    """What the public loses; None where it loses nothing."""
    if act not in (WITHDRAW, DELETE):
        return None
    effects = effects_on_meetings([meeting.pk for meeting in meetings])
    return effects if effects.addresses else None
