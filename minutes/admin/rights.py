"""Who may do what at the desk. What a right is called stands here, and for reading in models/visibility.py."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import get_permission_codename
from django.db.models import Model
from django.http import HttpRequest

from minutes.models import Reader, visibility

# As a mark on the views that take files (archive_site.request_limit).
UPLOAD = "minutes.add_meeting"
STORE_FILES = "minutes.change_attachment"


def may_store_files(request: HttpRequest) -> bool:
    """Whether somebody may add, replace and remove the files of attachments."""
    return request.user.has_perm(STORE_FILES)


def may_publish(request: HttpRequest) -> bool:
    """Whether somebody may show everybody what was not shown before, and take it back."""
    return visibility.may_publish(request.user)


def decides_numbers(request: HttpRequest) -> bool:
    """Whether somebody may release a personal number or remove it, and take that back: some of it shows more."""
    return may_publish(request) and request.user.has_perm("minutes.change_finding")


def may_manage_users(request: HttpRequest) -> bool:
    """Whether somebody says who may do what, and lets in again who is locked out."""
    return manages_users(request.user)


def manages_users(user: Reader) -> bool:
    """The same of a user."""
    return user.has_perm("auth.change_user")


def may_upload(request: HttpRequest) -> bool:
    """Whether somebody may send files in, and save what is a new meeting."""
    return brings_minutes(request.user)


def brings_minutes(user: Reader) -> bool:
    """The same of a user."""
    return user.has_perm(UPLOAD)


def may_save_versions(request: HttpRequest) -> bool:
    """Whether somebody may bring other minutes of a meeting that the archive has; a published one's then wait."""
    return request.user.has_perm("minutes.change_meeting")


def may_delete(request: HttpRequest) -> bool:
    """Whether somebody may delete meetings for good: administrators."""
    return request.user.has_perm("minutes.delete_meeting")


def may_see_log(request: HttpRequest) -> bool:
    """Whether somebody may see what others have done."""
    return request.user.has_perm("minutes.view_event")


def may_keep_names(user: Reader) -> bool:
    """Whether somebody may say what centres and bodies are called, and what a code or a new body is."""
    return user.has_perms(("minutes.change_centre", "minutes.change_body"))


def may_say_synonyms(user: Reader) -> bool:
    """Whether somebody may make a word a synonym of another, in a new group or one that there is."""
    return user.has_perms(("minutes.add_synonymgroup", "minutes.change_synonymgroup"))


def sees_list_of(model: type[Model]) -> Callable[[Reader], bool]:
    """Return what tells whether somebody may look at the list of these rows."""
    names = [
        f"{model._meta.app_label}.{get_permission_codename(action, model._meta)}"
        for action in ("view", "change")
    ]
    return lambda user: any(user.has_perm(name) for name in names)


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
