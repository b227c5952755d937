"""The page of the codes that nobody knew, each with the lines it stands in and what it may be, one click each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from minutes.editing.names.aliases import NameRefusedError
from minutes.importing.naming.decisions import decide_code, undo_decision
from minutes.importing.naming.reading_again import ReadAgain, read_some_again
from minutes.importing.naming.unknown_codes import CodeCount, CodeLine, count_codes, read_lines
from minutes.models import Centre, NameDecision
from minutes.models.visibility import is_readable, reads_sources

from .matching_items import count_items, question
from .pages import UNKNOWN_CODES, back_to, for_keepers_of_names, page

# Each has three lines and four buttons.
_CODES_PER_PAGE = 20
_MOST_DECISIONS = 200


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as the page shows it, and where it is read in full."""

    line: CodeLine
    address: str


@for_keepers_of_names
def codes_page(admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """Show the codes, or take in what somebody says of one."""
    if request.method == "POST":
        return _take_in(admin, request)
    return _show(admin, request)


def _show(admin: ModelAdmin, request: HttpRequest, asked: str = "") -> HttpResponse:
    """The list; `asked` is what must be answered before the code that was sent is an alias."""
    unknown, outdated = count_codes()
    shown = Paginator(unknown, _CODES_PER_PAGE).get_page(request.GET.get("side"))
    decided = NameDecision.objects.select_related("alias__centre", "decided_by").order_by("-decided_at")
    return page(
        admin,
        request,
        "unknown_codes.html",
        "Ukendte koder",
        shown=shown,
        codes=[*_with_lines(request, shown.object_list)],
        reads_sources=reads_sources(request.user),
        centres=Centre.objects.all(),
        decisions=[(decision, outdated.get(decision.code, 0)) for decision in decided[:_MOST_DECISIONS]],
        asked=asked,
        asked_code=request.POST.get("code", ""),
        asked_centre=request.POST.get("centre", ""),
    )


def _with_lines(
    request: HttpRequest, codes: Iterable[CodeCount]
) -> Iterator[tuple[CodeCount, list[ShownLine]]]:
    """The codes, with their lines for those who may read sources: they hold the closed items."""
    codes = [*codes]
    lines = read_lines(codes) if reads_sources(request.user) else {}
    for code in codes:
        yield code, [ShownLine(line, _address(request, line)) for line in lines.get(code.code, ())]


def _address(request: HttpRequest, line: CodeLine) -> str:
    """The line on the source page; of a meeting that has none, as while it is withdrawn, the document in the admin."""
    meeting = line.source.meeting
    if is_readable(meeting, request.user):
        return reverse("meeting-source", args=[meeting.body.slug, meeting.slug]) + f"#linje-{line.number}"
    return reverse("admin:minutes_sourcedocument_change", args=[line.source.pk])


def _take_in(admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    if "undo" in request.POST:
        return _undo(request)
    code, meaning = request.POST.get("code", ""), request.POST.get("meaning", "")
    centre = _chosen_centre(request) if meaning == NameDecision.Meaning.CENTRE else None
    asked = question(code, count_items(code, request.user)) if centre else ""
    if asked and "save_anyway" not in request.POST:
        return _show(admin, request, asked)
    try:
        decision = decide_code(code, meaning, centre, request.user)
    except NameRefusedError as refusal:
        return back_to(request, UNKNOWN_CODES, str(refusal), messages.ERROR)
    return _tell(request, f"{code} er nu {decision.meaning_in_words}.", code)


def _chosen_centre(request: HttpRequest) -> Centre | None:
    key = request.POST.get("centre", "")
    return Centre.objects.filter(pk=key).first() if key.isdecimal() and len(key) < 10 else None


def _undo(request: HttpRequest) -> HttpResponse:
    key = request.POST["undo"]
    decision = NameDecision.objects.filter(pk=key).first() if key.isdecimal() and len(key) < 10 else None
    if decision is None or not undo_decision(decision, request.user):
        return back_to(request, UNKNOWN_CODES, "Afgørelsen er allerede fortrudt.", messages.WARNING)
    return _tell(request, f"Afgørelsen om {decision.code} er fortrudt.", decision.code)


def _tell(request: HttpRequest, done: str, code: str) -> HttpResponse:
    read = read_some_again(code)
    for refused in read.refused:
        messages.warning(request, f"Kunne ikke læses igen: {refused}")
    return back_to(request, UNKNOWN_CODES, f"{done} {_what_was_read(read, code)}")


def _what_was_read(read: ReadAgain, code: str) -> str:
    done = "1 møde er læst igen" if read.read == 1 else f"{read.read} møder er læst igen"
    if not read.left:
        return f"{done}."
    left = "1 møde mangler" if read.left == 1 else f"{read.left} møder mangler"
    return f"{done}; {left} og læses med »manage.py reparse --code {code}«."
