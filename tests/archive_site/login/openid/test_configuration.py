"""The provider is named whole or not at all, and no secret stands in what is said of a mistake."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from archive_site.login.openid.configuration import read_provider

NAMED = {
    "ARCHIVE_OIDC_ISSUER": "https://login.nyby.example/realm",
    "ARCHIVE_OIDC_CLIENT_ID": "archive",
    "ARCHIVE_OIDC_CLIENT_SECRET": "hemmelig",
    "ARCHIVE_OIDC_AUTHORIZATION_URL": "https://login.nyby.example/realm/auth",
    "ARCHIVE_OIDC_TOKEN_URL": "https://login.nyby.example/realm/token",
    "ARCHIVE_OIDC_USERINFO_URL": "https://login.nyby.example/realm/userinfo",
    "ARCHIVE_OIDC_KEYS_URL": "https://login.nyby.example/realm/certs",
}


@pytest.fixture
def environment(monkeypatch):
    """Set the variables that name a provider, some of them otherwise; None is one that is not set."""

    def set_variables(**others: str | None) -> None:
        for name, value in {**NAMED, **others}.items():
            if value is None:
                monkeypatch.delenv(name, raising=False)
            else:
                monkeypatch.setenv(name, value)

    return set_variables


def test_no_provider_is_named_by_default():
    assert read_provider() is None


def test_a_provider_is_named_by_seven_variables(environment):
    environment()
    provider = read_provider()
    assert provider.issuer == "https://login.nyby.example/realm"
    assert provider.keys_url == "https://login.nyby.example/realm/certs"
    assert (provider.scopes, provider.groups_claim, provider.groups) == ("openid profile", "groups", ())
    assert provider.only is False
    assert "hemmelig" not in repr(provider)


@pytest.mark.parametrize("name", [name for name in NAMED if name != "ARCHIVE_OIDC_ISSUER"])
@pytest.mark.parametrize("value", [None, "", " "])
def test_one_that_is_missing_is_named(environment, name, value):
    environment(**{name: value})
    with pytest.raises(ImproperlyConfigured, match=rf"{name} is not set\. Expected"):
        read_provider()


@pytest.mark.parametrize("name", [name for name in NAMED if name.endswith(("_URL", "_ISSUER"))])
@pytest.mark.parametrize(
    "value",
    [
        "login.nyby.example",
        "http://login.nyby.example/x",
        "http://127.0.0.1.ond.example/",
        "ftp://127.0.0.1/",
        "https://",
        "https:///x",
        "javascript:alert(1)",
        "https://[::1",
        "https://login.nyby.example/?x=1",
        "https://login.nyby.example/#x",
    ],
)
def test_an_address_that_is_none_or_in_the_clear_is_refused(environment, name, value):
    environment(**{name: value})
    with pytest.raises(ImproperlyConfigured, match=f"{name} is not understood"):
        read_provider()


@pytest.mark.parametrize("value", ["http://127.0.0.1:9400", "http://localhost:9400/x", "http://[::1]:9400/"])
def test_on_our_own_machine_it_may_be_in_the_clear(environment, value):
    environment(ARCHIVE_OIDC_TOKEN_URL=value)
    assert read_provider().token_url == value


@pytest.mark.parametrize(
    ("written", "groups"),
    [
        ("", ()),
        ("Redaktør=ref-r", (("Redaktør", "ref-r"),)),
        (" Læser = ref-l ; Udgiver=ref u;", (("Læser", "ref-l"), ("Udgiver", "ref u"))),
        ("Udgiver=CN=Ref,OU=IT,DC=nyby", (("Udgiver", "CN=Ref,OU=IT,DC=nyby"),)),
        ("Udgiver=a;Udgiver=b", (("Udgiver", "a"), ("Udgiver", "b"))),
    ],
)
def test_groups_are_pairs(environment, written, groups):
    environment(ARCHIVE_OIDC_GROUPS=written)
    assert read_provider().groups == groups


@pytest.mark.parametrize(
    "written", ["Redaktør", "=ref-r", "Redaktør=", "Redaktør=a;b", "Redaktør:ref-r", "=;="]
)
def test_what_is_no_pair_is_refused(environment, written):
    environment(ARCHIVE_OIDC_GROUPS=written)
    with pytest.raises(ImproperlyConfigured, match="ARCHIVE_OIDC_GROUPS is not understood"):
        read_provider()


def test_no_way_in_at_all_is_refused(monkeypatch):
    monkeypatch.setenv("ARCHIVE_OIDC_ONLY", "1")
    with pytest.raises(ImproperlyConfigured, match="ARCHIVE_OIDC_ISSUER"):
        read_provider()
