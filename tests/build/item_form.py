"""An item's own page in the admin: its address, what its form sends, and what it answers."""

import re

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from minutes.models import AgendaItem


def page_of(item: AgendaItem) -> str:
    return reverse("admin:minutes_agendaitem_change", args=[item.pk])


def form_of(item: AgendaItem) -> dict[str, object]:
    """What a browser sends when nothing is changed on the item's page."""
    form: dict[str, object] = {"title": item.title, "case_number": item.case.number if item.case else ""}
    for number, decision in enumerate(item.decisions.all()):
        form[f"decisions-{number}-outcome"] = decision.outcome
    for number, row in enumerate(item.item_centres.all()):
        form |= {f"item_centres-{number}-centre": row.centre_id, f"item_centres-{number}-role": row.role}
    return form


def save(client: Client, item: AgendaItem, **changes: object) -> HttpResponse:
    return client.post(page_of(item), form_of(item) | changes)


def errors(response: HttpResponse) -> list[str]:
    return re.findall(r'<ul class="errorlist"[^>]*><li>(.*?)</li></ul>', response.text)
