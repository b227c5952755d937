"""The addresses of the site, and what answers where there is none."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from archive_site.login.openid.pages import openid_pages

handler400 = "minutes.pages.errors.bad_request"
handler404 = "minutes.pages.errors.not_found"
handler500 = "minutes.pages.errors.server_error"

urlpatterns = [
    path("admin/", admin.site.urls),
    *(openid_pages if settings.ARCHIVE_OIDC else []),
    path("", include("minutes.urls")),
]
