"""The page on which an error that stands in the minutes themselves is accepted, with a reason."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from minutes.editing.accepted_problems import accept_problem
from minutes.editing.obstacles import Obstacle, find_errors
from minutes.models import AcceptedProblem, SourceDocument
from minutes.models.lengths import longest

from .rights import may_publish


class AcceptForm(forms.Form):
    """One of the errors of a version, and why it is accepted."""

    error = forms.ChoiceField(label="Fejl", widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Begrundelse", max_length=longest(AcceptedProblem, "reason"), widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *data: object, source: SourceDocument) -> None:
        super().__init__(*data)
        self.source = source
        self.errors_by_key = {
            _key(error): error
            for error in find_errors(source)
            if not (source.is_in_force and error.asks_whether_closed)
        }
        self.fields["error"].choices = [(key, str(error)) for key, error in self.errors_by_key.items()]

    def accept(self, request: HttpRequest) -> bool:
        """Accept the chosen error; False where the form cannot be accepted, and then says why."""
        if not self.is_valid():
            return False
        error = self.errors_by_key[self.cleaned_data["error"]]
        try:
            accept_problem(
                self.source, error.line, error.code, by=request.user, reason=self.cleaned_data["reason"]
            )
        except ValueError as refusal:
            self.add_error("reason", str(refusal))
            return False
        return True


def accept_page(admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """The errors of a version that nobody has accepted; PermissionDenied without the right to publish."""
    if not (admin.has_view_permission(request) and may_publish(request)):
        raise PermissionDenied
    source = get_object_or_404(SourceDocument.objects.without_documents().exclude(meeting=None), pk=pk)
    data = (request.POST,) if request.method == "POST" else ()
    form = AcceptForm(*data, source=source)
    if data and form.accept(request):
        admin.log_change(request, source, "En fejl er accepteret.")
        admin.message_user(request, "Fejlen er accepteret.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:minutes_sourcedocument_change", args=[source.pk]))
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": "Accepter en fejl",
        "source": source,
        "form": form,
    }
    return TemplateResponse(request, "admin/minutes/sourcedocument/accept.html", context)


def _key(error: Obstacle) -> str:
    return f"{error.line} {error.code}"
