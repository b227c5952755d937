"""What the provider says of somebody, taken only where all of it holds; mozilla-django-oidc does the asking."""

from __future__ import annotations

import logging
from typing import Any

import jwt
import requests
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from mozilla_django_oidc.auth import OIDCAuthenticationBackend

from archive_site.login.client_address import client_address
from archive_site.login.password_checks import in_line
from archive_site.login.permissions import UserWithRights

from .configuration import Provider

logger = logging.getLogger(__name__)

Claims = dict[str, Any]

# What an answer that is late, cut, of another form or signed by another ends in. All of it comes from outside.
_UNUSABLE = (
    requests.RequestException,
    jwt.PyJWTError,
    SuspiciousOperation,
    LookupError,
    TypeError,
    ValueError,
)


class ProviderBackend(UserWithRights, OIDCAuthenticationBackend):
    """Asks the provider who has come back from it. Which user that is, `user_of` says, which is somebody else's."""

    @property
    def provider(self) -> Provider:
        """The one that is named: where none is, nobody is asked."""
        return settings.ARCHIVE_OIDC

    def user_of(self, claims: Claims) -> User | None:
        """Return the user whom the claims are of; None if he may not come in."""
        raise NotImplementedError

    # Named, so that a password that somebody tries is never taken for an answer of the provider: its form has neither.
    def authenticate(self, request: HttpRequest | None, *, nonce: str, code_verifier: str) -> User | None:
        """Return whom the provider names; None, with a line in the log that tells nothing of him, where it does not."""
        if request is None or not nonce or not code_verifier:
            return None
        try:
            # One after the other from an address, and few in all: who comes with made-up answers holds no threads.
            with in_line(f"single sign-on {client_address(request)}"):
                return super().authenticate(request, nonce=nonce, code_verifier=code_verifier)
        except _UNUSABLE as error:
            logger.warning("Single sign-on failed: %s", type(error).__name__)
            return None

    def retrieve_matching_jwk(self, token: str) -> jwt.PyJWK:
        """Return the provider's key that the token was signed with. A token need not name it where there is but one."""
        answer = requests.get(self.OIDC_OP_JWKS_ENDPOINT, timeout=settings.OIDC_TIMEOUT)
        answer.raise_for_status()
        named = jwt.get_unverified_header(token).get("kid")
        keys = [key for key in answer.json()["keys"] if named is None or key.get("kid") == named]
        if len(keys) != 1:
            raise SuspiciousOperation("Which key the token was signed with cannot be told.")
        return jwt.PyJWK(keys[0], algorithm=settings.OIDC_RP_SIGN_ALGO)

    def verify_token(self, token: str, **kwargs: Any) -> Claims:
        """Raise where the token is not of this provider, for this site, about somebody, for now.

        The library checks signature, time and nonce, and leaves to us for whom the token was made.
        """
        claims: Claims = super().verify_token(token, **kwargs)
        audience = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
        if claims["iss"] != self.provider.issuer or self.provider.client_id not in audience:
            raise SuspiciousOperation("The token was made by or for somebody else.")
        if len(audience) > 1 and claims.get("azp") != self.provider.client_id:
            raise SuspiciousOperation("The token was made for somebody else, too, and not at our request.")
        if not claims["exp"] or not isinstance(claims["sub"], str) or not claims["sub"].strip():
            raise SuspiciousOperation("The token is about nobody, or for ever.")
        return claims

    def get_or_create_user(self, access_token: str, id_token: str, payload: Claims) -> User | None:
        """Return the user of whom the token and the page about him tell: either may be what names the groups."""
        about = self.get_userinfo(access_token, id_token, payload)
        if about["sub"] != payload["sub"]:
            raise SuspiciousOperation("The page is about somebody else than the token.")
        user = self.user_of({**payload, **about})
        # Whoever may do everything was made so at a terminal, and no provider hands that out: he has a password.
        if user is None or user.is_superuser or not self.user_can_authenticate(user):
            logger.warning("Single sign-on refused: somebody whom the provider knows has no access here")
            return None
        return user
