"""Who may do what with the rows that the import has written."""

from __future__ import annotations

from django.db.models import Model
from django.http import HttpRequest


def may_publish(request: HttpRequest) -> bool:
    """Whether somebody may show everybody what was not shown before: the right to change meetings."""
    return request.user.has_perm("minutes.change_meeting")


def may_upload(request: HttpRequest) -> bool:
    """Whether somebody may send files in, and save what is a new meeting."""
    return request.user.has_perm("minutes.add_meeting")


def may_save_versions(request: HttpRequest) -> bool:
    """Whether somebody may save a new version of a meeting that the archive has, or decide against one."""
    return request.user.has_perm("minutes.change_meeting")


class WrittenByImport:
    """For admin classes and inlines of parsed rows: none is added or deleted by hand.

    A row that was deleted would be back with the next import, and one that was added would be gone.
    """

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class ReadOnly(WrittenByImport):
    """For parsed rows of which no field can be corrected."""

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class CorrectedWithItem:
    """For inlines that are corrected as a part of their item: the right to change the item is enough."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return _may_change_items(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return _may_change_items(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return _may_change_items(request)


def _may_change_items(request: HttpRequest) -> bool:
    return request.user.has_perm("minutes.change_agendaitem")
