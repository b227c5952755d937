"""Which user somebody is who comes from the municipality's own login, and which groups he is in for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, transaction

from archive_site.login.openid.configuration import Provider
from archive_site.login.openid.provider import Claims, ProviderBackend
from minutes.danish.personal_numbers import mask_personal_numbers
from minutes.models import ExternalLogin

from .groups import Role

_NO_LETTER_OF_A_NAME = re.compile(r"[^\w.@+-]+")
# Of the 150 letters of a user's name: the rest is for a number where two are called the same.
_LONGEST_NAME = 140
_NAMELESS = "bruger"


class SingleSignOn(ProviderBackend):
    """Takes the provider's word for who somebody is, and, where it names groups, for what he may."""

    def user_of(self, claims: Claims) -> User | None:
        """Return the user of this key at the provider, a new one the first time, in the groups that it says now.

        Nobody here is taken for him by a name or an address of e-mail. None where only those may come in who are in a
        group of ours, and he is in none; then he has lost the groups that he had.
        """
        user = _known(claims) or _make(claims)
        roles = roles_claimed(claims, self.provider)
        if self.provider.groups:
            _set_roles(user, roles)
        return None if Role.READER in self.provider.roles_decided and not roles else user


def roles_claimed(claims: Claims, provider: Provider) -> set[str]:
    """Return the groups here that go with those that the claims name."""
    named = claims.get(provider.groups_claim)
    there = [named] if isinstance(named, str) else named if isinstance(named, list) else []
    return {role for role, name in provider.groups if name in there}


def check_mapping() -> None:
    """Raise ImproperlyConfigured where ARCHIVE_OIDC_GROUPS names a group that is none of the four."""
    named = settings.ARCHIVE_OIDC.roles_decided if settings.ARCHIVE_OIDC else frozenset()
    if unknown := sorted(named - {*Role.values}):
        found, expected = ", ".join(unknown), ", ".join(Role.values)
        raise ImproperlyConfigured(
            f"The environment variable ARCHIVE_OIDC_GROUPS names {found}. Expected: {expected}."
        )


def _known(claims: Claims) -> User | None:
    logins = ExternalLogin.objects.select_related("user")
    login = logins.filter(issuer=claims["iss"], subject=claims["sub"]).first()
    return login.user if login else None


def _make(claims: Claims) -> User:
    """A user without a password. Who comes twice at the same moment is made once."""
    try:
        with transaction.atomic():
            user = User.objects.create_user(_free_name(claims))
            ExternalLogin.objects.create(user=user, issuer=claims["iss"], subject=claims["sub"])
    except IntegrityError:
        made_meanwhile = _known(claims)
        if made_meanwhile is None:
            raise
        return made_meanwhile
    return user


def _free_name(claims: Claims) -> str:
    """What he is called at the provider, as far as it can be a name here; with a number where somebody is called so."""
    return next(name for name in _names(claims) if not User.objects.filter(username__iexact=name).exists())


def _names(claims: Claims) -> Iterator[str]:
    called = claims.get("preferred_username")
    called = called if isinstance(called, str) else ""
    name = _NO_LETTER_OF_A_NAME.sub("-", User.normalize_username(called)).strip("-")[:_LONGEST_NAME]
    # A name stands on pages and in the log.
    if not name or mask_personal_numbers(called) != called:
        name = _NAMELESS
    yield name
    yield from (f"{name}-{number}" for number in count(2))


@transaction.atomic
def _set_roles(user: User, roles: set[str]) -> None:
    """Put the user into just these of the four groups; those that somebody here has made are left as they are."""
    user.groups.remove(*Group.objects.filter(name__in={*Role.values} - roles))
    user.groups.add(*Group.objects.filter(name__in=roles))
