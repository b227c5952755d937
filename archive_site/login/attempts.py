"""How often a password may be tried: django-axes counts the tries in the database, for each name and address.

What is kept of a try is the name, the address, when and how often, as long as it may still lock somebody out. Nothing
that was typed besides the name is kept, and no name that nobody has is written to the log: it may be a password.
"""

from __future__ import annotations

import logging
import unicodedata
from datetime import datetime

from axes.backends import AxesStandaloneBackend
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.utils import timezone

logger = logging.getLogger(__name__)

# Django's limit for a user's name. In lower case some letters are two, and what is longer is nobody's name.
_LONGEST_NAME = 150
Credentials = dict[str, str | None]


def name_tried(request: HttpRequest, credentials: Credentials | None = None) -> str:
    """Return the name that somebody tries to log in by, the same for every way to write it."""
    given = credentials.get("username") if credentials else request.POST.get("username")
    return normal_name(given or "")


def normal_name(name: str) -> str:
    """Return the name in lower case, without blanks around it, in one Unicode form: " Anna" and "ANNA" are "anna"."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return " ".join(folded.split())[:_LONGEST_NAME]


def locked_until(name: str, address: str | None) -> datetime:
    """Return when the name may be tried again from the address; now, if it is not locked."""
    tries = AccessAttempt.objects.filter(username=name, ip_address=address)
    latest = tries.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    return latest + settings.AXES_COOLOFF_TIME if latest else timezone.now()


def forget_old_tries() -> int:
    """Delete the tries that lock nobody out any more, and return how many; every login does so, too."""
    count, _ = AccessAttempt.objects.filter(
        attempt_time__lt=timezone.now() - settings.AXES_COOLOFF_TIME
    ).delete()
    return count


class Doorkeeper(AxesStandaloneBackend):
    """Lets no password be checked while its name is locked. A program that asks without a request is no visitor.

    Who comes from single sign-on has tried no password here: that is counted where he did.
    """

    def authenticate(self, request: HttpRequest | None, **credentials: str | None) -> None:
        if request is not None and "username" in credentials:
            super().authenticate(request, **credentials)


class CountedTries(AxesDatabaseHandler):
    """Counts in the database as axes does, but keeps less, and has log lines of its own."""

    def user_login_failed(
        self, sender: str, credentials: Credentials, request: HttpRequest | None = None, **kwargs: object
    ) -> None:
        """Count the try, and lock the name if it was the last; one while it is locked is not counted."""
        if request is None or "username" not in credentials:
            return
        who, address = _name_for_the_log(credentials), request.axes_ip_address
        if request.axes_locked_out:
            request.axes_credentials = credentials
            logger.warning("Login refused: %s from %s is locked", who, address)
            return
        # By these axes would tell tries apart: another browser gives nobody five more.
        request.axes_user_agent = request.axes_http_accept = ""
        super().user_login_failed(sender, credentials, request, **kwargs)
        tries = AccessAttempt.objects.filter(username=name_tried(request, credentials), ip_address=address)
        tries.update(get_data="", post_data="")
        most = settings.AXES_FAILURE_LIMIT
        logger.warning(
            "Login failed: %s from %s, try %s of %s", who, address, request.axes_failures_since_start, most
        )


def _name_for_the_log(credentials: Credentials) -> str:
    """The name, if somebody has it, in quotes and with whatever would break the line escaped."""
    name = credentials.get("username") or ""
    is_known = get_user_model()._default_manager.filter(username__iexact=name).exists()
    return repr(name) if is_known else "an unknown name"
