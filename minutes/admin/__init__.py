"""What archivists work in: Django's admin, one file or folder per family of rows."""

from django.contrib import admin

from archive_site.login.form import LoginForm

from . import cases, meetings, review, sources
from .items import agenda_items
from .names import bodies, centres, searches
from .publication import events

__all__ = [
    "agenda_items",
    "bodies",
    "cases",
    "centres",
    "events",
    "meetings",
    "review",
    "searches",
    "sources",
]

admin.site.site_header = "Referatarkivet – administration"
admin.site.site_title = "Referatarkivet"
admin.site.index_title = "Administration"
admin.site.login_form = LoginForm
