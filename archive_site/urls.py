"""The addresses of the site, and what answers where there is none."""

from django.contrib import admin
from django.urls import include, path

handler400 = "minutes.pages.errors.bad_request"
handler404 = "minutes.pages.errors.not_found"
handler500 = "minutes.pages.errors.server_error"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("minutes.urls")),
]
