"""A provider of OpenID Connect that runs on 127.0.0.1, and a browser that walks from the archive to it and back."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any
from urllib.parse import quote

import pytest
import requests
from django.conf import settings as site_settings
from django.http import HttpResponse
from django.test import Client

from archive_site.login.openid.configuration import Provider
from minutes.editing.people.groups import keep_groups

BEGIN = "/login/kommunen/"
BACKEND = "minutes.editing.people.single_sign_on.SingleSignOn"
_SECONDS = 30


@dataclass(frozen=True)
class RunningProvider:
    """oidc-provider-mock: whoever says who he is, is; `says` is what it then says of him."""

    address: str

    def says(self, subject: str, **claims: Any) -> None:
        requests.put(
            f"{self.address}/users/{quote(subject)}", json=claims, timeout=_SECONDS
        ).raise_for_status()

    def leads_back(self, asked: str, subject: str) -> str:
        """Answer its form, and return the address that it leads to."""
        answer = requests.post(asked, data={"sub": subject}, allow_redirects=False, timeout=_SECONDS)
        assert answer.status_code == 302, answer.text
        return answer.headers["Location"]


@pytest.fixture(scope="session")
def running() -> Iterator[RunningProvider]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield RunningProvider(_answering(f"http://127.0.0.1:{port}", process))
    finally:
        process.terminate()
        process.wait(_SECONDS)


def _answering(address: str, process: subprocess.Popen) -> str:
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            requests.get(f"{address}/jwks", timeout=1).raise_for_status()
        except requests.RequestException:
            time.sleep(0.1)
        else:
            return address
    raise RuntimeError("The provider did not start.")


@pytest.fixture
def named(running: RunningProvider, settings, db) -> Callable[..., None]:
    """Name the provider in the settings as the environment would; columns of `Provider` may be others."""

    # Read before: its own addresses are those of a site on which no provider is named.
    import_module("archive_site.urls")

    def name(**columns: Any) -> None:
        at = running.address
        provider = Provider(
            issuer=at,
            client_id="archive",
            client_secret="hemmelig",
            authorization_url=f"{at}/oauth2/authorize",
            token_url=f"{at}/oauth2/token",
            userinfo_url=f"{at}/userinfo",
            keys_url=f"{at}/jwks",
            scopes="openid profile",
            groups_claim="groups",
            groups=(
                ("Læser", "ref-l"),
                ("Redaktør", "ref-r"),
                ("Udgiver", "ref-u"),
                ("Administrator", "ref-a"),
            ),
            only=False,
        )
        settings.ARCHIVE_OIDC = provider = replace(provider, **columns)
        settings.OIDC_RP_CLIENT_ID = provider.client_id
        settings.OIDC_RP_CLIENT_SECRET = provider.client_secret
        settings.OIDC_OP_AUTHORIZATION_ENDPOINT = provider.authorization_url
        settings.OIDC_OP_TOKEN_ENDPOINT = provider.token_url
        settings.OIDC_OP_USER_ENDPOINT = provider.userinfo_url
        settings.OIDC_OP_JWKS_ENDPOINT = provider.keys_url
        settings.OIDC_RP_SCOPES = provider.scopes
        passwords = [] if provider.only else site_settings.AUTHENTICATION_BACKENDS[1:2]
        settings.AUTHENTICATION_BACKENDS = ["archive_site.login.attempts.Doorkeeper", *passwords, BACKEND]
        settings.ROOT_URLCONF = "tests.build.urls_with_openid"

    return name


@pytest.fixture
def provider(running: RunningProvider, named: Callable[..., None]) -> RunningProvider:
    """The provider, named, with a name there for each of the four groups."""
    named()
    keep_groups()
    return running


@pytest.fixture
def come_in(provider: RunningProvider) -> Callable[..., HttpResponse]:
    """Go to the provider and back as somebody, in a browser of his own; the answer's `client` is that browser."""

    def come_in(
        subject: str = "key-of-anna", *, client: Client | None = None, then: str = ""
    ) -> HttpResponse:
        client = client or Client()
        asked = client.get(BEGIN, {"next": then} if then else {}).headers["Location"]
        return client.get(provider.leads_back(asked, subject))

    return come_in
