"""What archivists work in: Django's admin, one file per family of rows."""

from django.contrib import admin

from . import cases, centres, items, meetings, searches, sources

__all__ = ["cases", "centres", "items", "meetings", "searches", "sources"]

admin.site.site_header = "Referatarkivet – administration"
admin.site.site_title = "Referatarkivet"
admin.site.index_title = "Administration"
