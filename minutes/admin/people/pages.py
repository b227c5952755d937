"""The pages about people that are no lists of rows: where they stand in the admin."""

from __future__ import annotations

from functools import partial

from django.contrib.admin import AdminSite
from django.urls import URLPattern, path

from .locks import LOCKS, locks_page
from .who_may import WHO_MAY, who_may_page


def pages_of_people(site: AdminSite) -> list[URLPattern]:
    """Return the addresses below /admin/; each view is given the site."""
    return [
        path("hvem-maa-hvad/", site.admin_view(partial(who_may_page, site)), name=WHO_MAY),
        path("spaerrede-login/", site.admin_view(partial(locks_page, site)), name=LOCKS),
    ]
