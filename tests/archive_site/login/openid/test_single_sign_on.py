"""Whoever comes from the municipality's own login is who the provider says, and may what it says: no more."""

from __future__ import annotations

import logging
from urllib.parse import parse_qs, urlsplit

import pytest
from axes.models import AccessAttempt
from django.conf import settings as site_settings
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.test import Client

from minutes.models import ExternalLogin
from tests.build.page import Page

from .conftest import BEGIN

ANSWER = "/login/kommunen/svar/"
HOSTILE = [
    "https://ond.example/",
    "//ond.example/",
    "javascript:alert(1)",
    "http:///ond.example",
    "\\\\ond.example",
]


def user_in(response) -> User | None:
    """Who is logged in with the browser that was answered so."""
    key = response.client.session.get("_auth_user_id")
    return User.objects.get(pk=key) if key else None


def groups_of(user: User) -> set[str]:
    return {*user.groups.values_list("name", flat=True)}


def is_refused(response) -> bool:
    return response.status_code == 403 and user_in(response) is None


# Coming in


def test_a_link_leads_to_the_provider_and_back_to_the_page_that_was_asked_for(provider, come_in, client):
    page = Page(client.get("/login/?next=/moeder/"))
    (link,) = [a for a in page.find("a") if (a["href"] or "").startswith(BEGIN)]
    assert link["href"] == f"{BEGIN}?next=/moeder/"
    provider.says("key-of-anna", preferred_username="anna", groups=["ref-r"])
    response = come_in(then="/moeder/")
    assert (response.status_code, response.headers["Location"]) == (302, "/moeder/")
    assert user_in(response).get_username() == "anna"
    assert response.client.get("/admin/").status_code == 200


def test_the_link_is_a_link_and_no_form_and_is_kept_nowhere(provider, client):
    response = client.get(BEGIN)
    assert response.status_code == 302
    assert "no-store" in response.headers["Cache-Control"]
    assert client.post(BEGIN).status_code in {403, 405}


def test_what_is_asked_for_has_state_nonce_and_a_challenge(provider, client):
    first, second = (parse_qs(urlsplit(client.get(BEGIN).headers["Location"]).query) for _ in range(2))
    assert first["response_type"] == ["code"]
    assert first["code_challenge_method"] == ["S256"]
    assert first["redirect_uri"] == [f"http://testserver{ANSWER}"]
    for fresh in ("state", "nonce", "code_challenge"):
        assert len(first[fresh][0]) >= 32
        assert first[fresh] != second[fresh]


@pytest.mark.parametrize("elsewhere", HOSTILE)
def test_nobody_is_led_to_another_site(provider, come_in, elsewhere):
    provider.says("key-of-anna", groups=["ref-l"])
    assert come_in(then=elsewhere).headers["Location"] == "/"


def test_the_session_that_was_begun_is_another_when_he_has_come_in_and_ends_with_the_day(provider, come_in):
    client = Client()
    client.get(BEGIN)
    before = client.session.session_key
    assert client.session.get_expiry_age() <= 15 * 60
    response = come_in(client=client)
    assert not Session.objects.filter(pk=before).exists()
    assert 9 * 3600 < response.client.session.get_expiry_age() <= 10 * 3600


def test_who_went_to_the_provider_and_then_took_his_password_is_not_logged_out_soon(provider, client):
    User.objects.create_user("bo", password="en rigtig god adgangskode")
    client.get(BEGIN)
    client.post("/login/", {"username": "bo", "password": "en rigtig god adgangskode"})
    assert client.session.get_expiry_age() > 24 * 3600


# Who somebody is


def test_somebody_is_known_by_the_providers_key_whatever_he_is_called(provider, come_in):
    provider.says("key-of-anna", preferred_username="anna", email="anna@nyby.example", groups=["ref-r"])
    first = user_in(come_in())
    provider.says("key-of-anna", preferred_username="anna.holm", email="holm@nyby.example", groups=["ref-r"])
    assert user_in(come_in()) == first
    assert ExternalLogin.objects.get().subject == "key-of-anna"


def test_whoever_gets_somebody_elses_name_and_mail_is_another(provider, come_in):
    claims = {"preferred_username": "anna", "email": "anna@nyby.example", "email_verified": True}
    provider.says("key-of-anna", groups=["ref-a"], **claims)
    first = user_in(come_in())
    provider.says("key-of-another", groups=["ref-l"], **claims)
    second = user_in(come_in("key-of-another"))
    assert second != first
    assert second.get_username() == "anna-2"
    assert groups_of(second) == {"Læser"}


@pytest.mark.parametrize("called", ["admin", "ADMIN", "admin@nyby.example"])
def test_nobody_becomes_a_user_who_was_here_before(provider, come_in, called):
    here = User.objects.create_superuser("admin", email="admin@nyby.example", password="x")
    provider.says(
        "key", preferred_username=called, email="admin@nyby.example", email_verified=True, groups=["ref-l"]
    )
    assert user_in(come_in("key")) != here


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("anna.holm@nyby.example", "anna.holm@nyby.example"),
        ("NYBY\\anna", "NYBY-anna"),
        ("søren", "søren"),
        ("<b>anna</b>", "b-anna-b"),
        ("ａｎｎａ", "anna"),
        ("a" * 500, "a" * 140),
        ("", "bruger"),
        ("   ", "bruger"),
        ("010180-1234", "bruger"),
        (None, "bruger"),
        (["anna"], "bruger"),
        ({"a": 1}, "bruger"),
        (7, "bruger"),
    ],
)
def test_he_is_called_what_he_is_called_there_as_far_as_that_is_a_name(provider, come_in, called, name):
    provider.says("key", preferred_username=called, groups=["ref-l"])
    assert user_in(come_in("key")).get_username() == name


def test_a_user_of_the_provider_has_no_password_here(provider, come_in):
    provider.says("key-of-anna", preferred_username="anna", groups=["ref-l"])
    response = come_in()
    assert not user_in(response).has_usable_password()
    assert "/login/adgangskode/" not in response.client.get("/login/").text


# What he may


@pytest.mark.parametrize(
    ("claimed", "groups"),
    [
        (["ref-l"], {"Læser"}),
        (["ref-r", "anything else"], {"Redaktør"}),
        (["ref-l", "ref-u"], {"Læser", "Udgiver"}),
        (["ref-a"], {"Administrator"}),
        ("ref-r", {"Redaktør"}),
    ],
)
def test_the_groups_here_are_those_that_the_claim_names(provider, come_in, claimed, groups):
    provider.says("key-of-anna", groups=claimed)
    assert groups_of(user_in(come_in())) == groups


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"groups": []},
        {"groups": None},
        {"groups": ["Redaktør", "Administrator"]},
        {"groups": ["REF-R", "ref-r ", "ref"]},
        {"groups": "ref-l ref-r"},
        {"groups": {"ref-r": True}},
        {"groups": [["ref-r"], {"ref-r": 1}, 7]},
        {"roles": ["ref-r"]},
    ],
)
def test_who_is_in_none_of_them_does_not_come_in_where_readers_are_named(provider, come_in, claims):
    provider.says("key-of-anna", **claims)
    response = come_in()
    assert is_refused(response)
    assert Page(response).title.startswith("Du er ikke logget ind")


def test_where_no_readers_are_named_whom_the_provider_knows_is_one(provider, named, come_in):
    named(groups=(("Redaktør", "ref-r"),))
    user = user_in(come_in())
    assert groups_of(user) == set()
    assert not user.has_perm("minutes.read_drafts")


def test_losing_the_claim_loses_the_group(provider, come_in):
    provider.says("key-of-anna", groups=["ref-a"])
    user = user_in(come_in())
    provider.says("key-of-anna", groups=["ref-l"])
    assert groups_of(user_in(come_in())) == {"Læser"}
    provider.says("key-of-anna", groups=[])
    assert is_refused(come_in())
    assert groups_of(user) == set()


def test_a_group_given_by_hand_is_the_providers_to_take_but_for_groups_that_it_cannot_name(provider, come_in):
    provider.says("key-of-anna", groups=["ref-l"])
    user = user_in(come_in())
    user.groups.add(Group.objects.get(name="Administrator"), Group.objects.create(name="Arkivarer"))
    come_in()
    assert groups_of(user) == {"Læser", "Arkivarer"}


def test_where_no_groups_are_named_they_are_given_by_hand(provider, named, come_in):
    named(groups=())
    user = user_in(come_in())
    user.groups.add(Group.objects.get(name="Redaktør"))
    come_in()
    assert groups_of(user) == {"Redaktør"}


def test_the_claim_has_the_name_that_is_set(provider, named, come_in):
    named(groups_claim="https://nyby.example/roller")
    provider.says("key-of-anna", **{"https://nyby.example/roller": ["ref-u"], "groups": ["ref-a"]})
    assert groups_of(user_in(come_in())) == {"Udgiver"}


def test_nothing_that_the_provider_says_makes_a_superuser(provider, come_in):
    everything = {"is_superuser": True, "is_staff": True, "superuser": True, "admin": True}
    provider.says("key-of-anna", groups=["ref-a", "superuser", "is_superuser"], **everything)
    user = user_in(come_in())
    assert not user.is_superuser
    assert not user.is_staff
    assert user.user_permissions.count() == 0


def test_a_superuser_does_not_come_in_by_the_provider(provider, come_in):
    provider.says("key-of-anna", groups=["ref-a"])
    user = user_in(come_in())
    User.objects.filter(pk=user.pk).update(is_superuser=True)
    assert is_refused(come_in())


def test_who_is_not_active_here_does_not_come_in(provider, come_in):
    provider.says("key-of-anna", groups=["ref-a"])
    User.objects.filter(pk=user_in(come_in()).pk).update(is_active=False)
    assert is_refused(come_in())


def test_his_rights_are_read_with_him(provider, come_in, django_assert_num_queries):
    provider.says("key-of-anna", groups=["ref-r"])
    client = come_in().client
    client.get("/was")
    with django_assert_num_queries(2):  # the session, and the user with all rights
        assert "Administration" in client.get("/was").text


# What is not taken for an answer


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"code": "x"},
        {"state": "x"},
        {"code": "x", "state": "x"},
        {"code": "", "state": ""},
        {"error": "access_denied"},
        {"error": "access_denied", "state": "x"},
        {"error": "", "code": "x", "state": "x"},
        {"error_description": "<script>alert(1)</script>", "error": "x"},
    ],
)
@pytest.mark.parametrize("begun", [True, False])
def test_an_answer_that_nobody_asked_for_lets_nobody_in_and_nobody_out(
    provider, django_user_model, parameters, begun
):
    stranger, anna = Client(), Client()
    anna.force_login(
        django_user_model.objects.create_user("anna"), "archive_site.login.permissions.UserWithRights"
    )
    for client in (stranger, anna):
        if begun:
            client.get(BEGIN)
        response = client.get(ANSWER, parameters)
        assert response.status_code == 403
        assert "<script>alert" not in response.text
    assert "_auth_user_id" not in stranger.session
    assert "_auth_user_id" in anna.session


def test_a_code_is_good_once_and_in_the_browser_that_asked(provider, come_in):
    provider.says("key-of-anna", groups=["ref-a"])
    client, other = Client(), Client()
    back = provider.leads_back(client.get(BEGIN).headers["Location"], "key-of-anna")
    other.get(BEGIN)
    assert is_refused(other.get(back))
    assert client.get(back).status_code == 302
    assert is_refused(Client().get(back))
    again = Client()
    again.get(BEGIN)
    (state,) = again.session["oidc_states"]
    code = parse_qs(urlsplit(back).query)["code"][0]
    assert is_refused(again.get(ANSWER, {"code": code, "state": state}))


@pytest.mark.parametrize("code", ["x", "x" * 10_000, "æ", "a\0b", "'; --", "%00"])
def test_a_made_up_code_lets_nobody_in(provider, code, caplog):
    client = Client()
    client.get(BEGIN)
    (state,) = client.session["oidc_states"]
    assert is_refused(client.get(ANSWER, {"code": code, "state": state}))
    assert "Single sign-on failed" in caplog.text
    assert state not in caplog.text
    assert "hemmelig" not in caplog.text


@pytest.mark.parametrize(
    "columns",
    [
        {"issuer": "https://another.example"},
        {"issuer": ""},
        {"keys_url": "http://127.0.0.1:9/jwks"},
        {"token_url": "http://127.0.0.1:9/token"},
        {"userinfo_url": "http://127.0.0.1:9/userinfo"},
    ],
    ids=["another made it", "nobody made it", "no keys", "no token", "no page"],
)
def test_what_cannot_be_checked_lets_nobody_in(provider, named, come_in, columns):
    named(**columns)
    provider.says("key-of-anna", groups=["ref-a"])
    assert is_refused(come_in())
    assert not User.objects.exists()


def test_a_token_that_was_made_for_another_site_lets_nobody_in(provider, settings, named):
    provider.says("key-of-anna", groups=["ref-a"])
    client = Client()
    named(client_id="another-site")
    back = provider.leads_back(client.get(BEGIN).headers["Location"], "key-of-anna")
    named()
    settings.OIDC_RP_CLIENT_ID = "another-site"
    assert is_refused(client.get(back))


def test_an_answer_with_a_password_beside_it_is_no_answer(provider):
    """A form at the login is tried by no provider, whatever stands in its address."""
    client = Client()
    back = provider.leads_back(client.get(BEGIN).headers["Location"], "key-of-anna")
    parameters = urlsplit(back).query
    response = client.post(f"/login/?{parameters}", {"username": "anna", "password": "x"})
    assert response.status_code == 200
    assert not User.objects.exists()


def test_the_log_names_nobody(provider, come_in, caplog):
    with caplog.at_level(logging.INFO, "archive_site"):
        provider.says("key-of-anna", preferred_username="anna", email="anna@nyby.example")
        come_in()
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("archive_site")]
    assert lines == ["Single sign-on refused: somebody whom the provider knows has no access here"]
    assert "anna" not in caplog.text


# Beside the rest of the door


def test_what_fails_there_locks_no_name_here_and_the_other_way_round(provider, come_in):
    User.objects.create_user("anna", password="en rigtig god adgangskode")
    for _ in range(7):
        assert is_refused(come_in("key-of-nobody"))
    assert not AccessAttempt.objects.exists()
    form = {"username": "anna", "password": "forkert"}
    assert [Client().post("/login/", form).status_code for _ in range(6)] == [200] * 4 + [429] * 2
    provider.says("key-of-anna", preferred_username="anna", groups=["ref-l"])
    assert user_in(come_in()) is not None


def test_it_goes_through_where_nothing_is_read_without_a_login(provider, come_in, settings):
    before = list(site_settings.MIDDLEWARE)
    position = before.index("django.contrib.auth.middleware.AuthenticationMiddleware") + 1
    closed = [
        "archive_site.middleware.closed_addresses.close_addresses",
        "django.contrib.auth.middleware.LoginRequiredMiddleware",
    ]
    settings.MIDDLEWARE = [*before[:position], *closed, *before[position:]]
    assert Client().get("/moeder/").headers["Location"] == "/login/?next=/moeder/"
    provider.says("key-of-anna", groups=["ref-l"])
    response = come_in(then="/moeder/")
    assert response.client.get("/moeder/").status_code == 200
    assert is_refused(come_in("key-of-nobody"))


def test_instead_of_passwords_none_is_asked_for_and_none_is_taken(provider, named, come_in, client):
    User.objects.create_superuser("admin", password="en rigtig god adgangskode")
    named(only=True)
    page = Page(client.get("/login/"))
    assert not page.find("input", name="password")
    response = client.post("/login/", {"username": "admin", "password": "en rigtig god adgangskode"})
    assert is_refused(response)
    provider.says("key-of-anna", groups=["ref-l"])
    assert user_in(come_in()) is not None


def test_whoever_had_logged_in_with_a_password_is_out_when_none_is_taken_any_more(provider, named, client):
    User.objects.create_user("bo", password="en rigtig god adgangskode")
    client.post("/login/", {"username": "bo", "password": "en rigtig god adgangskode"})
    assert "bo" in client.get("/login/").text
    named(only=True)
    assert "Du er logget ind" not in client.get("/login/").text


def test_it_is_off_where_no_provider_is_named(client, db):
    assert "kommunens login" not in client.get("/login/").text
    assert client.get(BEGIN).status_code == 404
    assert client.get(ANSWER).status_code == 404


def test_a_group_that_is_none_of_the_four_ends_the_start_with_one_sentence(named, db):
    from django.core.exceptions import ImproperlyConfigured

    from minutes.editing.people.single_sign_on import check_mapping

    named(groups=(("Redaktør", "ref-r"), ("Redaktoer", "ref-r")))
    with pytest.raises(ImproperlyConfigured, match="ARCHIVE_OIDC_GROUPS names Redaktoer"):
        check_mapping()
