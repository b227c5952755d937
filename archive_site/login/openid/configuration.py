"""The provider by which people log in, as the environment names it: none, unless it does."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from archive_site import environment

_OWN_MACHINE = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True, slots=True)
class Provider:
    """Who says who somebody is, and what it is asked by. `groups` are pairs: a group here, a group there.

    With `only`, no password is taken any more.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    authorization_url: str
    token_url: str
    userinfo_url: str
    keys_url: str
    scopes: str
    groups_claim: str
    groups: tuple[tuple[str, str], ...]
    only: bool

    @property
    def roles_decided(self) -> frozenset[str]:
        return frozenset(role for role, _ in self.groups)


def read_provider() -> Provider | None:
    """Return the provider; None where ARCHIVE_OIDC_ISSUER is not set.

    Raises ImproperlyConfigured, which names the variable and never its value: one of them is a secret.
    """
    only = environment.flag("ARCHIVE_OIDC_ONLY", False)
    if not environment.text("ARCHIVE_OIDC_ISSUER", ""):
        if only:
            raise _refused("ARCHIVE_OIDC_ISSUER", "the address of the provider, as ARCHIVE_OIDC_ONLY is set")
        return None
    return Provider(
        issuer=_address("ARCHIVE_OIDC_ISSUER"),
        client_id=_needed("ARCHIVE_OIDC_CLIENT_ID"),
        client_secret=_needed("ARCHIVE_OIDC_CLIENT_SECRET"),
        authorization_url=_address("ARCHIVE_OIDC_AUTHORIZATION_URL"),
        token_url=_address("ARCHIVE_OIDC_TOKEN_URL"),
        userinfo_url=_address("ARCHIVE_OIDC_USERINFO_URL"),
        keys_url=_address("ARCHIVE_OIDC_KEYS_URL"),
        scopes=environment.text("ARCHIVE_OIDC_SCOPES", "openid profile"),
        groups_claim=environment.text("ARCHIVE_OIDC_GROUPS_CLAIM", "groups"),
        groups=_pairs("ARCHIVE_OIDC_GROUPS"),
        only=only,
    )


def _needed(name: str) -> str:
    value = environment.text(name, "")
    if not value:
        raise _refused(name, "a value, as ARCHIVE_OIDC_ISSUER is set")
    return value


def _address(name: str) -> str:
    """The secret and people's names go there: in the clear to no machine but our own."""
    value = _needed(name)
    try:
        parts = urlsplit(value)
        understood = bool(parts.hostname) and not parts.query and not parts.fragment
    except ValueError:
        understood = False
    if not (
        understood
        and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _OWN_MACHINE))
    ):
        raise _refused(name, "an address that begins with https://")
    return value


def _pairs(name: str) -> tuple[tuple[str, str], ...]:
    """What "Redaktør=referat-red; Udgiver=CN=Referat,OU=IT" means: a name at the provider may hold more such signs."""
    written = [part.partition("=") for part in environment.text(name, "").split(";") if part.strip()]
    pairs = tuple((role.strip(), value.strip()) for role, _, value in written)
    if not all(role and value for role, value in pairs):
        raise _refused(name, "Group=name at the provider, with semicolons between")
    return pairs


def _refused(name: str, expected: str) -> ImproperlyConfigured:
    state = "not understood" if os.environ.get(name, "").strip() else "not set"
    return ImproperlyConfigured(f"The environment variable {name} is {state}. Expected: {expected}.")
