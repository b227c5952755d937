"""The two addresses of single sign-on: the link that leads to the provider, and where it leads back to."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

# Whoever does not come back from the provider leaves a session behind; for so long it is kept.
_SECONDS_TO_COME_BACK = 15 * 60
# What somebody may is asked of the provider when he logs in: a working day later he has to again.
_SECONDS_LOGGED_IN = 10 * 60 * 60


@method_decorator([login_not_required, never_cache], name="dispatch")
class Begin(OIDCAuthenticationRequestView):
    """Leads to the provider, by a link: the policy of our pages lets no form lead away."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """As the library's; of who is logged in already, the session is left as it is."""
        if not request.user.is_authenticated:
            request.session.set_expiry(_SECONDS_TO_COME_BACK)
        return super().get(request)


@method_decorator([login_not_required, never_cache], name="dispatch")
class Answer(OIDCAuthenticationCallbackView):
    """Takes what the provider says; whom it does not name, or who has no access, is told so with 403."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """As the library's, but an answer that nobody asked for logs nobody out, and is no error of ours."""
        self.request = request
        if "error" in request.GET:
            return self.login_failure()
        try:
            return super().get(request)
        except SuspiciousOperation:
            return self.login_failure()

    def login_success(self) -> HttpResponse:
        response = super().login_success()
        self.request.session.set_expiry(_SECONDS_LOGGED_IN)
        return response

    def login_failure(self) -> HttpResponse:
        return render(self.request, "login/not_let_in.html", status=403)


class ByProviderToo:
    """For the page on which one logs in: offers the provider, and takes no password where it is the only way."""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        provider = settings.ARCHIVE_OIDC
        ways = {"single_sign_on": bool(provider), "passwords": not (provider and provider.only)}
        return super().get_context_data(**ways, **context)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if settings.ARCHIVE_OIDC and settings.ARCHIVE_OIDC.only:
            return render(request, "login/not_let_in.html", status=403)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """As Django's; what is left of somebody who went to the provider first, and came back without, ends here."""
        response = super().form_valid(form)
        self.request.session.set_expiry(None)
        return response


openid_pages: list[URLPattern] = [
    path("login/kommunen/", Begin.as_view(), name="single-sign-on"),
    path("login/kommunen/svar/", Answer.as_view(), name="single-sign-on-answer"),
]
