"""Who is let into the admin, and where everybody else is led: to the login, or to a page that says why not."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView, redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator

from minutes.models.visibility import enters_admin


class Entrance(AdminSite):
    """Lets in whoever has a right at the desk; Django's own mark of "staff" neither opens nor closes anything."""

    # What Django has of a door besides the login, in the looks of the pages that everybody has.
    password_change_template = "login/password.html"  # noqa: S105 - no password
    password_change_done_template = "login/password_changed.html"  # noqa: S105

    def has_permission(self, request: HttpRequest) -> bool:
        return enters_admin(request.user)

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return LogoutView.as_view(next_page="login")(request)

    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Lead to the one page on which everybody logs in, and back; whatever is sent here, no password is checked."""
        return redirect_to_login(request.GET.get("next") or reverse("admin:index", current_app=self.name))

    def admin_view(
        self, view: Callable[..., HttpResponse], cacheable: bool = False
    ) -> Callable[..., HttpResponse]:
        """As Django's, but whoever has logged in and may not come in is told so, not asked to log in again."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            return inner(request, *args, **kwargs)

        return checked
