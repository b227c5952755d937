"""Changing one's password, as readers and those at the desk do it."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.build.page import Page
from tests.build.passwords import PASSWORD, add_user_with_password
from tests.build.rows import add_user

pytestmark = pytest.mark.django_db

OTHER = "en helt anden adgangskode"


@pytest.fixture
def anna() -> User:
    return add_user_with_password()


def is_logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_reader_changes_the_password_and_stays_logged_in(anna, client):
    client.force_login(anna)
    form = {"old_password": PASSWORD, "new_password1": OTHER, "new_password2": OTHER}
    response = client.post(reverse("password-change"), form, follow=True)
    assert Page(response).title == "Adgangskoden er skiftet"
    assert is_logged_in(client)
    assert not Client().login(username="anna", password=PASSWORD)
    anna.refresh_from_db()
    assert anna.check_password(OTHER)


@pytest.mark.parametrize(
    ("old", "new", "again", "field"),
    [
        ("forkert", OTHER, OTHER, "old_password"),
        (PASSWORD, OTHER, "noget andet end det", "new_password2"),
        (PASSWORD, "kort", "kort", "new_password2"),
        (PASSWORD, "", "", "new_password1"),
    ],
)
def test_a_password_that_will_not_do_is_told_in_the_summary(old, new, again, field, anna, client):
    client.force_login(anna)
    form = {"old_password": old, "new_password1": new, "new_password2": again}
    page = Page(client.post(reverse("password-change"), form))
    assert page.find("title")[0].text.startswith("Fejl: ")
    assert f"#id_{field}" in {element["href"] for element in page.find("a")}
    anna.refresh_from_db()
    assert anna.check_password(PASSWORD)


@pytest.mark.parametrize("rights", [(), ("view_meeting",)])
def test_with_another_password_one_is_logged_out_everywhere_else(rights, client):
    user = add_user_with_password("anna", *rights)
    elsewhere = Client()
    for each in (client, elsewhere):
        each.force_login(user)
    form = {"old_password": PASSWORD, "new_password1": OTHER, "new_password2": OTHER}
    page = Page(client.post("/login/adgangskode/", form, follow=True))
    assert page.link("arkivets forside") == "/"
    assert (
        "/admin/" in [link["href"] for link in page.find("a")] if rights else "arbejdsbord" not in page.main
    )
    assert elsewhere.get("/login/adgangskode/").url == "/login/?next=/login/adgangskode/"


@pytest.mark.parametrize(("new", "is_changed"), [(OTHER, True), ("kort", False)])
def test_the_former_address_in_the_admin_has_the_same_page_and_the_same_rules(new, is_changed, client):
    user = add_user_with_password("anna", "view_meeting")
    client.force_login(user)
    assert Page(client.get("/admin/password_change/")).title == "Skift adgangskode"
    form = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    page = Page(client.post("/admin/password_change/", form, follow=True))
    assert page.title == ("Adgangskoden er skiftet" if is_changed else "Skift adgangskode")
    user.refresh_from_db()
    assert user.check_password(new) == is_changed


def test_a_visitor_is_asked_to_log_in_first(client):
    assert client.get("/login/adgangskode/").url == "/login/?next=/login/adgangskode/"


def test_who_has_no_password_here_is_told_so(client):
    user = add_user()
    user.set_unusable_password()
    user.save()
    client.force_login(user)
    page = Page(client.get("/login/adgangskode/"))
    assert "uden en adgangskode" in page.main
    assert "Skift adgangskode" not in {element.text for element in page.find("a")}
