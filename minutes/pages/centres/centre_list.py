"""The list of centres, with the ways their names are written."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from minutes.models import Centre


@require_safe
def centre_list(request: HttpRequest) -> HttpResponse:
    """List the centres by code, those too that nothing is known of yet."""
    centres = Centre.objects.prefetch_related("aliases")
    return render(request, "minutes/centres/centre_list.html", {"centres": centres})
