"""The small labels and links that a page has dozens of, written without a template for each."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Protocol

from django import template
from django.conf import settings
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from minutes.danish.personal_numbers import holds_personal_number
from minutes.matters.decision_lines import first_line
from minutes.models import AgendaItem, Centre, Decision, Outcome, visibility

register = template.Library()

_BADGES = {
    outcome.value: format_html('<span class="badge badge--{}">{}</span>', outcome, capfirst(outcome.label))
    for outcome in Outcome
    if outcome.says_something
}


@register.filter
def as_badge(came_to: Decision | str) -> SafeString | str:
    """Return the label of an outcome, or of what a decision came to; nothing where that says nothing.

    Of a decision whose parts differ there is one for each: "1: Godkendt", "2: Udsat".
    """
    if not isinstance(came_to, Decision):
        return _BADGES.get(came_to, "")
    answers = came_to.different_answers
    if not answers:
        return _BADGES.get(came_to.outcome, "")
    labels = ((outcome, point, capfirst(Outcome(outcome).label)) for point, outcome in answers)
    badges = format_html_join(" ", '<span class="badge badge--{}">{}: {}</span>', labels)
    return format_html('<span class="badges">{}</span>', badges)


@register.filter
def as_codes(centres: Iterable[Centre]) -> SafeString:
    """Return the centres' codes, each leading to its centre."""
    links = ((centre.get_absolute_url(), centre.name, centre.code) for centre in centres)
    return format_html_join(" ", '<a class="code" href="{}" title="{}">{}</a>', links)


class Responsible(Protocol):
    """Who has something: a code or initials, and the centre where there is one."""

    code: str
    centre: Centre | None


@register.filter
def as_responsible(responsible: Iterable[Responsible]) -> SafeString:
    """Return who has something, each centre leading to its page."""
    return format_html_join(
        " ", "{}", ((as_codes([each.centre]) if each.centre else each.code,) for each in responsible)
    )


class Choice(Protocol):
    """A link that narrows a search: where it leads, whether it is what is chosen now, how many items it leaves."""

    label: str
    address: str
    is_chosen: bool
    count: str


_CHOSEN = format_html(' aria-current="{}"', "true")


@register.filter
def as_choices(choices: Iterable[Choice]) -> SafeString:
    """Return choices as a list of links with their figures; a search has some sixty."""
    links = (
        (choice.address, _CHOSEN if choice.is_chosen else "", choice.label, choice.count)
        for choice in choices
    )
    link = '<li><a href="{}"{}>{}</a> <span class="muted">{}</span></li>'
    return format_html('<ul class="bare">{}</ul>', format_html_join("", link, links))


# The filter `date`, which can write any form, takes many times as long; a case's page has ninety dates.
@register.filter
def as_day(date: datetime.date) -> str:
    """Return a date in figures, as minutes write it in their headings: 27-08-2013."""
    return f"{date:%d-%m-%Y}"


@register.filter
def as_place(item: AgendaItem) -> str:
    """Return where an item stands: "Direktionen 5. februar 2013, punkt 2"."""
    meeting = item.meeting
    return f"{meeting.body.name} {date_format(meeting.date, 'j. F Y')}, punkt {item.label}"


@register.filter
def as_first_line(text: str) -> str:
    """Return the beginning of a text on one line, for lists."""
    return first_line(text)


# A tag, not a context processor: the pages for errors are made without a request.
@register.simple_tag
def municipality() -> str:
    """Return the name of the municipality whose minutes these are."""
    return settings.ARCHIVE_MUNICIPALITY


@register.simple_tag
def can_be_followed() -> bool:
    """Return whether pages offer feeds and the calendar: programs that follow something cannot log in."""
    return not settings.REQUIRE_LOGIN


@register.filter
def as_genitive(name: str) -> str:
    """Return a name in the genitive: "Høje-Taastrup Kommunes", and "Byens Hus'" after an s, x or z."""
    return f"{name}'" if name.lower().endswith(("s", "x", "z")) else f"{name}s"


@register.filter
def without_personal_numbers(parameters: QueryDict) -> QueryDict:
    """Return the parameters of an address but for those that have a personal number, in their names or values.

    Every link that goes on from the address of a page is made of these: a link is copied and passed on.
    """
    kept = QueryDict(mutable=True)
    for name, values in parameters.lists():
        if not any(map(holds_personal_number, (name, *values))):
            kept.setlist(name, values)
    return kept


@register.filter
def corrects_items(user: object) -> bool:
    """Return whether the one who reads the page is led to the forms in which items are corrected."""
    return visibility.corrects_items(user)


@register.filter
def enters_admin(user: object) -> bool:
    """Return whether the one who reads the page works in the admin; nobody does where there is no request."""
    return visibility.enters_admin(user)
