"""The page of the searches that found nothing: their words become another name of a unit, or a synonym of a word.

What the archive might propose itself, from a thesaurus of Danish, it does not: such groups lower what is found.
"""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from minutes.admin.rights import may_say_synonyms
from minutes.editing.event_log import record
from minutes.editing.names.aliases import NameRefusedError, Unit, add_alias
from minutes.editing.names.synonyms import SynonymsRefusedError, add_synonym
from minutes.models import Body, Centre, Event, FailedSearch

from .matching_items import count_items, question
from .pages import FAILED_SEARCHES, back_to, for_keepers_of_names, page

# Those that people miss most; what is dealt with makes room for others.
_MOST_SHOWN = 50


@for_keepers_of_names
def failed_searches_page(admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """Show the searches, the commonest first, or take in what is to become of one."""
    if request.method == "POST":
        return _take_in(admin, request)
    return _show(admin, request)


def _show(admin: ModelAdmin, request: HttpRequest, asked: str = "") -> HttpResponse:
    """The list; `asked` is what must be answered before the words that were sent are an alias."""
    centres = [(f"centre-{centre.pk}", centre.name_with_code) for centre in Centre.objects.all()]
    bodies = [(f"body-{body.pk}", body.name) for body in Body.objects.all()]
    return page(
        admin,
        request,
        "failed_searches.html",
        "Søgninger uden resultat",
        searches=FailedSearch.objects.all()[:_MOST_SHOWN],
        count=FailedSearch.objects.count(),
        choices=[("Centre", centres), ("Organer", bodies)],
        may_say_synonyms=may_say_synonyms(request.user),
        asked=asked,
        asked_search=request.POST.get("search", ""),
        asked_unit=request.POST.get("unit", ""),
    )


def _take_in(admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    key = request.POST.get("search", "")
    search = FailedSearch.objects.filter(pk=key).first() if key.isdecimal() and len(key) < 10 else None
    if search is None:
        return back_to(
            request, FAILED_SEARCHES, "Søgningen er allerede behandlet af en anden.", messages.WARNING
        )
    if "remove" in request.POST:
        return _remove(request, search)
    if "synonym" in request.POST:
        return _make_synonym(request, search)
    unit = _chosen_unit(request.POST.get("unit", ""))
    if unit is None:
        return back_to(request, FAILED_SEARCHES, "Vælg det center eller organ, der menes.", messages.ERROR)
    asked = question(search.words, count_items(search.words, request.user))
    if asked and "save_anyway" not in request.POST:
        return _show(admin, request, asked)
    try:
        add_alias(search.words, unit, request.user, is_for_search_only=True)
    except NameRefusedError as refusal:
        return back_to(request, FAILED_SEARCHES, str(refusal), messages.ERROR)
    search.delete()
    return back_to(request, FAILED_SEARCHES, f"»{search.words}« finder nu {unit}.")


def _make_synonym(request: HttpRequest, search: FailedSearch) -> HttpResponse:
    """The words mean what the word means that was typed beside them; PermissionDenied for who may not say so."""
    if not may_say_synonyms(request.user):
        raise PermissionDenied
    try:
        group = add_synonym(search.words.replace('"', " "), request.POST.get("of", ""), request.user)
    except SynonymsRefusedError as refusal:
        return back_to(request, FAILED_SEARCHES, str(refusal), messages.ERROR)
    search.delete()
    return back_to(request, FAILED_SEARCHES, f"»{search.words}« står nu i gruppen »{group}«.")


def _remove(request: HttpRequest, search: FailedSearch) -> HttpResponse:
    """What people have searched for is kept in no log: a row of it could not be taken out."""
    search.delete()
    record(Event.Kind.TIDIED, request.user, subject="en søgning uden resultat", details="fjernet fra listen")
    return back_to(request, FAILED_SEARCHES, f"»{search.words}« er fjernet fra listen.")


def _chosen_unit(chosen: str) -> Unit | None:
    """The centre or the body that a choice names, "centre-3" or "body-1"."""
    kind, _, key = chosen.partition("-")
    if not (key.isdecimal() and len(key) < 10):
        return None
    if kind == "centre":
        return Centre.objects.filter(pk=key).first()
    return Body.objects.filter(pk=key).first() if kind == "body" else None
