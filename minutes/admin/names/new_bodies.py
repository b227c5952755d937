"""The page of the bodies that an import made, each with the known one it may be, and the page that makes two one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse

from minutes.admin.rights import may_publish
from minutes.importing.naming.merging import MergePlan, NotMergedError, keep_apart, merge_bodies, plan_merge
from minutes.importing.recognition.bodies import find_near
from minutes.models import Body, BodyAlias
from minutes.models.centres import DanishOrder

from .pages import NEW_BODIES, back_to, for_keepers_of_names, page

# Each is compared with every known one.
_MOST_SHOWN = 50
_MOST_MEETINGS_SHOWN = 200


@for_keepers_of_names
def new_bodies_page(admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """Show the new bodies, or take in that one is a body of its own. Four queries."""
    if request.method == "POST":
        return _keep_apart(request)
    new = Body.objects.filter(is_new=True).annotate(
        meeting_count=Count("meetings", distinct=True), decision_count=Count("decisions", distinct=True)
    )
    known = list(Body.objects.filter(is_new=False))
    return page(
        admin,
        request,
        "new_bodies.html",
        "Nye organer",
        bodies=[*_with_nearest(new.order_by(DanishOrder("name"))[:_MOST_SHOWN], known)],
        count=new.count(),
        known=known,
    )


def _with_nearest(new: Iterable[Body], known: list[Body]) -> Iterator[tuple[Body, Body | None]]:
    names: dict[str, Body] = {body.name: body for body in known}
    by_key = {body.pk: body for body in known}
    aliases = BodyAlias.objects.filter(body__in=by_key)
    by_alias: Mapping[str, Body] = {alias.text: by_key[alias.body_id] for alias in aliases}
    for body in new:
        yield body, find_near(body.name, by_alias | names)


def _keep_apart(request: HttpRequest) -> HttpResponse:
    key = request.POST.get("body", "")
    try:
        body = keep_apart(int(key) if key.isdecimal() and len(key) < 10 else 0, request.user)
    except NotMergedError as refusal:
        return back_to(request, NEW_BODIES, str(refusal), messages.WARNING)
    return back_to(request, NEW_BODIES, f"{body.name} er et organ for sig.")


@for_keepers_of_names
def merge_page(admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Show what happens when a body becomes a part of "med", another one; with a POST, do it.

    PermissionDenied without the right to publish, where addresses move that everybody could ask for.
    """
    asked = request.POST if request.method == "POST" else request.GET
    into_id = int(asked["med"]) if asked.get("med", "").isdecimal() and len(asked["med"]) < 10 else 0
    if request.method == "POST":
        return _merge(admin, request, pk, into_id)
    body = Body.objects.filter(pk=pk).first()
    if body is None:
        return back_to(
            request,
            NEW_BODIES,
            "Organet er allerede lagt sammen med et andet, eller slettet.",
            messages.WARNING,
        )
    into = Body.objects.filter(pk=into_id).first()
    if into is None:
        return back_to(request, NEW_BODIES, "Vælg det organ, som det er et andet navn for.", messages.ERROR)
    try:
        return _confirmation(admin, request, plan_merge(body, into))
    except NotMergedError as refusal:
        return back_to(request, NEW_BODIES, str(refusal), messages.ERROR)


def _merge(admin: ModelAdmin, request: HttpRequest, pk: int, into_id: int) -> HttpResponse:
    bodies = Body.objects.in_bulk([pk, into_id])
    try:
        if len(bodies) == 2 and plan_merge(bodies[pk], bodies[into_id]).moves_public_addresses:
            _require_right_to_publish(request)
        plan = merge_bodies(pk, into_id, request.user, agreed=request.POST.get("agreed", ""))
    except NotMergedError as refusal:
        return back_to(request, NEW_BODIES, str(refusal), messages.WARNING)
    count = len(plan.moves)
    moved = "1 møde er flyttet" if count == 1 else f"{count} møder er flyttet"
    return back_to(request, NEW_BODIES, f"{plan.names[0]} er nu en skrivemåde af {plan.into.name}; {moved}.")


def _require_right_to_publish(request: HttpRequest) -> None:
    if not may_publish(request):
        raise PermissionDenied


def _confirmation(admin: ModelAdmin, request: HttpRequest, plan: MergePlan) -> HttpResponse:
    return page(
        admin,
        request,
        "merge.html",
        f"Læg {plan.body.name} sammen med {plan.into.name}",
        plan=plan,
        moves=plan.moves[:_MOST_MEETINGS_SHOWN],
        more=max(0, len(plan.moves) - _MOST_MEETINGS_SHOWN),
        beside=sum(move.is_beside_another for move in plan.moves),
        may_merge=may_publish(request) or not plan.moves_public_addresses,
    )
