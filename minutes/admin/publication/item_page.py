"""The pages on which one item is withdrawn, and shown again: what comes of it, and why it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from minutes.admin.rights import may_publish
from minutes.editing.withdrawing.effects import effects_on_item
from minutes.editing.withdrawing.items import (
    NotChangedError,
    reasons_against_showing,
    reasons_against_withdrawing,
    show_item,
    withdraw_item,
)
from minutes.models import AgendaItem

from .forms import ActForm, ReasonForm


@dataclass(frozen=True, slots=True)
class ItemAct:
    """Something that is done to one item once somebody has seen what it will do."""

    name: str
    title: str
    intro: str
    form: type[ActForm]
    reasons_against: Callable[[AgendaItem, User], list[str]]
    perform: Callable[[AgendaItem, User, str], None]
    done: str

    @property
    def address(self) -> str:
        """The name of its page's address."""
        return f"admin:minutes_agendaitem_{self.name}"


WITHDRAW_ITEM = ItemAct(
    "withdraw",
    "Træk punktet tilbage",
    "Punktet forsvinder med det samme, også i nye versioner af referatet. På dagsordenen står kun, at det er trukket "
    "tilbage. Resten af mødet bliver stående.",
    ReasonForm,
    lambda item, _by: reasons_against_withdrawing(item),
    withdraw_item,
    "er trukket tilbage",
)
SHOW_ITEM = ItemAct(
    "show",
    "Vis punktet igen",
    "Alt, hvad der står i punktet, kan læses af alle igen, hvis mødet kan. Er punktet lukket, er det stadig lukket.",
    ActForm,
    reasons_against_showing,
    show_item,
    "er ikke længere trukket tilbage",
)
ITEM_ACTS = (WITHDRAW_ITEM, SHOW_ITEM)


def item_page(admin: ModelAdmin, act: ItemAct, request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the act does to the item, and do it when that is confirmed.

    Where it cannot be done (any more), say why and do nothing. PermissionDenied without the right to publish.
    """
    if not (may_publish(request) and admin.has_view_permission(request)):
        raise PermissionDenied
    item = get_object_or_404(AgendaItem.objects.select_related("meeting__body"), pk=pk)
    data = (request.POST,) if request.method == "POST" else ()
    form = act.form(*data, meetings=[item.meeting])
    against = act.reasons_against(item, request.user)
    back = reverse("admin:minutes_agendaitem_change", args=[item.pk])
    if data and not against and form.is_valid():
        try:
            act.perform(item, request.user, form.reason)
        except NotChangedError as refusal:
            against = [str(refusal)]
        else:
            admin.message_user(request, f"Punkt {item.label} {act.done}.", messages.SUCCESS)
            return HttpResponseRedirect(back)
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": act.title,
        "act": act,
        "item": item,
        "form": form,
        "against": against,
        "effects": effects_on_item(item) if act is WITHDRAW_ITEM and not against else None,
        "back": back,
    }
    status = 409 if data and against else 200
    return TemplateResponse(request, "admin/minutes/publication/item.html", context, status=status)


def offered_act(item: AgendaItem | None, request: HttpRequest) -> ItemAct | None:
    """What can be done to an item by whoever asks: it is withdrawn, or shown again."""
    if item is None or not may_publish(request):
        return None
    if item.is_withdrawn:
        return SHOW_ITEM
    return None if reasons_against_withdrawing(item) else WITHDRAW_ITEM
