"""Acts on chosen meetings, as somebody at the desk does them: what is asked, what is shown before, and what is told."""

from __future__ import annotations

import html
import re

from django.http import HttpResponse
from django.test import Client

from minutes.models import Event, Meeting

LIST = "/admin/minutes/meeting/"
IMPOSSIBLE = "Beslutning i Direktionen den 31-02-2013"
WHY = {"why": "dublet"}


def choose(client: Client, action: str, *meetings: Meeting | str, **fields: object) -> HttpResponse:
    """Choose meetings in the list, and what is to be done: the page that is shown before it is."""
    keys = [meeting.pk if isinstance(meeting, Meeting) else meeting for meeting in meetings]
    return client.post(LIST, {"action": action, "_selected_action": keys, **fields}, follow=True)


def shown(client: Client, act: str, *meetings: Meeting) -> HttpResponse:
    return client.get(f"{LIST}{act}/", {"_selected_action": [meeting.pk for meeting in meetings]})


def confirm(client: Client, before: HttpResponse, /, **fields: object) -> HttpResponse:
    """Send the form of such a page as it is, with what is typed into it."""
    address = re.search(r'<form method="post" action="(/admin/minutes/meeting/\w+/)">', before.text)[1]
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', before.text)
    sent: dict[str, object] = {}
    for name, value in hidden:
        sent.setdefault(name, []).append(value)
    return client.post(address, {**sent, **fields}, follow=True)


def act(client: Client, deed: str, *meetings: Meeting, **fields: object) -> HttpResponse:
    return confirm(client, shown(client, deed, *meetings), **fields)


def said(response: HttpResponse) -> list[str]:
    return re.findall(r'<li class="(?:success|warning|error)">(.*?)</li>', response.text)


def told(response: HttpResponse) -> list[tuple[str, str]]:
    """The lines of the page's tables: each meeting, and what happens to it or why it is left out."""
    rows = re.findall(r'<th scope="row">(.*?)</th>\s*<td>(.*?)</td>', response.text, re.DOTALL)
    return [(plain(name), plain(what)) for name, what in rows]


def plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def states() -> list[str]:
    return list(Meeting.objects.order_by("date").values_list("state", flat=True))


def kinds() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("kind", flat=True))
