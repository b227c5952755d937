"""The pages on which one logs in, changes one's password, and logs out: for everybody, at the desk or not."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib.auth import views
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from archive_site.login.form import LoginForm
from archive_site.login.openid.pages import ByProviderToo
from minutes.models.visibility import enters_admin

_DOOR = ("login", "logout", "admin:login", "admin:logout")


class LoginPage(ByProviderToo, views.LoginView):
    """The form; to whoever has logged in, who that is, and the ways on from there.

    It leads to the page that was asked for, if that is one of this site: else to the desk, or readers to the archive.
    """

    template_name = "login/login.html"
    authentication_form = LoginForm
    request: HttpRequest

    def get_redirect_url(self) -> str:
        """As Django's, but to no page of the door itself, which would lead in circles or out again."""
        url: str = super().get_redirect_url()
        return "" if urlsplit(url).path in map(reverse, _DOOR) else url

    def get_default_redirect_url(self) -> str:
        return reverse("admin:index" if enters_admin(self.request.user) else "home")


@method_decorator(never_cache, name="dispatch")
class PasswordPage(views.PasswordChangeView):
    template_name = "login/password.html"
    success_url = reverse_lazy("password-changed")


login_pages: list[URLPattern] = [
    path("login/", LoginPage.as_view(), name="login"),
    path("logout/", views.LogoutView.as_view(next_page="login"), name="logout"),
    path("login/adgangskode/", PasswordPage.as_view(), name="password-change"),
    path(
        "login/adgangskode/skiftet/",
        views.PasswordChangeDoneView.as_view(template_name="login/password_changed.html"),
        name="password-changed",
    ),
]
