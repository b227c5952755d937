"""The page of one personal number: where it stands, what was decided, and the form in which somebody decides."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from minutes.importing.review.deciding import DecidedMeanwhileError, decide
from minutes.models import Finding
from minutes.models.visibility import reads_sources
from minutes.parser.problems import MinutesSyntaxError
from minutes.sources.values import UnreadableSourceError

from .decision_forms import DecisionForm, address_after
from .places import MOST_PLACES, places_of

_DONE = {
    Finding.Decision.RELEASED: "er frigivet",
    Finding.Decision.REDACTED: "er fjernet",
    Finding.Decision.NONE: "skal der tages stilling til igen",
}


def finding_page(admin: ModelAdmin, request: HttpRequest, finding: Finding) -> HttpResponse:
    """Show a number, or decide on it: `admin` has asked who may, and gives no form to the others."""
    if request.method != "POST":
        return _page(admin, request, finding, DecisionForm(finding))
    form = DecisionForm(finding, request.POST)
    if not form.is_valid():
        return _page(admin, request, finding, form)
    decision, reason = form.cleaned_data["decision"], form.cleaned_data["reason"]
    try:
        decide(finding, decision, by=request.user, reason=reason, shown=form.cleaned_data["shown"] or None)
    except DecidedMeanwhileError as error:
        finding.refresh_from_db()
        return _page(admin, request, finding, form.shown_anew(), meanwhile=str(error))
    except (UnreadableSourceError, MinutesSyntaxError) as error:
        form.add_error(None, f"Referatet kan ikke læses igen, så intet er ændret: {error}")
        return _page(admin, request, finding, form)
    done = f"{finding.masked} {_DONE[Finding.Decision(decision)]}."
    admin.log_change(request, finding, done)
    messages.success(request, done)
    return HttpResponseRedirect(address_after(request, form) or reverse("admin:minutes_finding_changelist"))


def _page(
    admin: ModelAdmin, request: HttpRequest, finding: Finding, form: DecisionForm, *, meanwhile: str = ""
) -> HttpResponse:
    with_text = reads_sources(request.user)
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": f"{finding.masked} i {finding.meeting}",
        "finding": finding,
        "form": form,
        "meanwhile": meanwhile,
        "may_decide": admin.has_change_permission(request, finding),
        "places": [*places_of(finding, with_text=with_text)],
        "more_places": max(0, finding.places.count() - MOST_PLACES),
        "with_text": with_text,
    }
    return TemplateResponse(
        request, "admin/minutes/finding/finding.html", context, status=409 if meanwhile else 200
    )
