"""Logging in and out, as readers and those at the desk do it."""

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import Permission, User
from django.test import Client

from tests.build.page import Page
from tests.build.passwords import PASSWORD, add_user_with_password
from tests.build.rows import add_meeting, add_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> User:
    return add_user_with_password()


def log_in(
    client: Client, address: str = "/login/", name: str = "anna", password: str = PASSWORD, **form: str
):
    return client.post(address, {"username": name, "password": password, **form})


def is_logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_reader_logs_in_with_a_form_in_the_looks_of_the_site(anna, client):
    page = Page(client.get("/login/"))
    assert page.title == "Log ind"
    assert {element["for"] for element in page.find("label")} == {"id_username", "id_password"}
    assert log_in(client).status_code == 302
    assert is_logged_in(client)


def test_a_wrong_password_is_told_in_danish_above_the_form(anna, client):
    page = Page(log_in(client, password="forkert"))
    assert page.status == 200
    assert page.find("title")[0].text.startswith("Fejl: ")
    (summary,) = page.find("div", role="alert")
    assert "brugernavn og adgangskode" in summary.text
    assert "forkert" not in page.html
    assert not is_logged_in(client)


@pytest.mark.parametrize("form", [{}, {"username": "anna"}, {"password": PASSWORD}])
def test_what_is_missing_is_named_and_linked_to(form, anna, client):
    page = Page(client.post("/login/", form))
    missing = {"username", "password"} - {*form}
    (summary,) = page.find("div", role="alert")
    assert {
        element["href"] for element in page.find("a") if element.text in summary.text and element["href"]
    } >= {f"#id_{name}" for name in missing}


def test_who_is_not_active_any_more_is_answered_like_anybody(anna, client):
    anna.is_active = False
    anna.save()
    first, second = Page(log_in(client)), Page(log_in(client, name="ingen"))
    assert first.find("div", role="alert")[0].text == second.find("div", role="alert")[0].text
    assert not is_logged_in(client)


# Where it leads


@pytest.mark.parametrize(
    "address",
    ["/", "/moeder/", "/soeg/?q=kantine&sort=nyeste", "/moeder/direktionen/2013-08-27/#punkt-4"],
)
def test_it_leads_on_to_the_page_that_was_asked_for(address, anna, client):
    assert log_in(client, next=address).url == address
    client.logout()
    assert log_in(client, f"/login/?next={address.replace('&', '%26').replace('#', '%23')}").url == address


@pytest.mark.parametrize(
    "address",
    [
        "https://ond.example/",
        "http://ond.example/",
        "//ond.example/",
        "///ond.example/",
        "/\\ond.example/",
        "\\\\ond.example/",
        "https:ond.example",
        "https:///ond.example",
        "javascript:alert(1)",
        "data:text/html,x",
        " https://ond.example/",
        "\thttps://ond.example/",
        "/\t/ond.example/",
        "http://testserver@ond.example/",
        "http://testserver.ond.example/",
        "ftp://testserver/",
        "",
    ],
)
@pytest.mark.parametrize("way", ["form", "address"])
def test_it_leads_to_no_other_site(way, address, anna, client):
    response = (
        log_in(client, next=address)
        if way == "form"
        else client.post(
            "/login/", {"username": "anna", "password": PASSWORD}, query_params={"next": address}
        )
    )
    # A blank between two slashes is one of our own addresses, though nothing is there.
    assert response.url in {"/", "/%09/ond.example/", "/%20/ond.example/"}
    assert is_logged_in(client)


@pytest.mark.parametrize(
    "address",
    [
        "/login/",
        "/login/?next=/login/",
        "/admin/login/",
        "/admin/login/?next=/login/",
        # A session that was over when somebody wanted to log out.
        "/logout/",
        "http://testserver/logout/",
        "/admin/logout/",
    ],
)
def test_it_leads_neither_in_circles_nor_out_again(address, anna, client):
    assert log_in(client, next=address).url == "/"
    assert is_logged_in(client)
    page = Page(client.get("/login/", {"next": address}))
    assert "Du er logget ind som anna" in page.main
    assert "Gå til den side, du bad om" not in page.main


def test_who_has_logged_in_meanwhile_goes_on_to_the_page_by_a_link(client):
    client.force_login(add_user("anna"))
    assert Page(client.get("/login/?next=/moeder/")).link("Gå til den side, du bad om") == "/moeder/"


@pytest.mark.parametrize("address", ["https://ond.example/", "//ond.example/", "/login/", "/moeder/"])
def test_who_has_logged_in_is_told_who_he_is_and_led_nowhere(address, client):
    client.force_login(add_user("anna"))
    for asked in ("/login/", f"/login/?next={address}"):
        page = Page(client.get(asked))
        assert page.status == 200
        assert "Du er logget ind som anna" in page.main
        assert "ond.example" not in page.html


def test_who_works_in_the_admin_is_led_there_and_a_reader_to_the_archive(anna, client):
    assert log_in(client).url == "/"
    client.logout()
    anna.user_permissions.set(Permission.objects.filter(codename="view_meeting"))
    assert log_in(client).url == "/admin/"


def test_the_login_of_the_admin_leads_to_that_of_all(client):
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == "/login/?next=/admin/"
    assert client.get("/admin/login/").url == "/login/?next=/admin/"
    assert client.get("/admin/login/?next=/admin/minutes/case/").url == "/login/?next=/admin/minutes/case/"


@pytest.mark.parametrize("address", ["https://ond.example/", "//ond.example/"])
def test_by_the_way_of_the_admin_it_leads_to_no_other_site_either(address, anna, client):
    asked = client.get("/admin/login/", {"next": address}).url
    assert asked.startswith("/login/?next=")
    assert client.post(asked, {"username": "anna", "password": PASSWORD}).url == "/"


# Who has no right in the admin


@pytest.mark.parametrize("rights", [(), ("read_drafts",)])
@pytest.mark.parametrize("address", ["/admin/", "/admin/minutes/meeting/", "/admin/auth/user/"])
def test_a_reader_who_asks_for_the_admin_is_told_so_with_a_way_out(address, rights, client):
    client.force_login(add_user("anna", *rights))
    response = client.get(address)
    page = Page(response)
    assert (page.status, page.title) == (403, "Du har ikke adgang")
    assert "logget ind som anna" in page.main and "ingen rettigheder" in page.main
    assert page.link("Gå til forsiden") == "/"
    assert "/admin/" not in [link["href"] for link in page.find("a")]
    assert page.link("se, hvem du er logget ind som") == "/login/"
    assert response.headers["Cache-Control"] == "private, no-store"


def test_who_works_in_the_admin_is_led_back_to_it_from_what_is_others(client):
    client.force_login(add_user("anna", "view_meeting"))
    page = Page(client.get("/admin/auth/user/"))
    assert page.status == 403
    assert "en ret, som du ikke har" in page.main
    assert page.link("til arbejdsbordet") == "/admin/"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_login_of_the_admin_checks_no_password_whatever_is_sent(method, anna, client):
    form = {"username": "anna", "password": PASSWORD, "next": "/moeder/"}
    response = getattr(client, method)("/admin/login/?next=/admin/minutes/case/", form)
    assert response.url == "/login/?next=/admin/minutes/case/"
    assert not is_logged_in(client)
    assert not AccessAttempt.objects.exists()


@pytest.mark.parametrize(
    ("start", "status"),
    [
        ("/admin/", 403),
        ("/admin/minutes/", 403),
        ("/admin/login/", 200),
        ("/login/?next=/admin/", 200),
        ("/admin/login/?next=/admin/", 200),
    ],
)
def test_it_never_goes_round_in_a_circle(start, status, client):
    client.force_login(add_user())
    response = client.get(start, follow=True)
    assert response.status_code == status
    assert len(response.redirect_chain) <= 1


# Out


def test_logging_out_takes_a_form_and_no_link(client):
    client.force_login(add_user())
    assert client.get("/logout/").status_code == 405
    assert is_logged_in(client)
    assert client.post("/logout/").url == "/login/"
    assert not is_logged_in(client)


@pytest.mark.parametrize("address", ["https://ond.example/", "//ond.example/"])
def test_logging_out_leads_to_no_other_site(address, client):
    client.force_login(add_user())
    assert client.post("/logout/", {"next": address}).url == "/login/"


def test_no_other_site_logs_anybody_out():
    client = Client(enforce_csrf_checks=True)
    client.force_login(add_user())
    assert client.post("/logout/").status_code == 403
    assert is_logged_in(client)


def test_the_way_out_of_the_admin_is_the_same(client):
    client.force_login(add_user("anna", "view_meeting"))
    page = Page(client.get("/admin/"))
    assert "/logout/" in [form["action"] for form in page.find("form", method="post")]
    assert client.get("/admin/logout/").status_code == 405
    assert client.post("/admin/logout/").url == "/login/"
    assert not is_logged_in(client)


# The frame


def test_the_frame_leads_a_visitor_to_the_login(client):
    add_meeting()
    page = Page(client.get("/moeder/?organ=direktionen&aar=2013"))
    assert page.link("Log ind") == "/login/"


def test_the_frame_of_a_visitor_is_the_same_for_all_and_sets_no_cookie(client):
    first, second = client.get("/moeder/"), Client().get("/moeder/")
    assert first.content == second.content
    assert first.headers["Cache-Control"] == "no-cache"
    assert not first.cookies
    assert "csrf" not in first.text


def test_the_frame_of_who_has_logged_in_has_a_way_out_and_is_kept_nowhere(anna, client):
    client.force_login(anna)
    response = client.get("/moeder/")
    page = Page(response)
    assert page.link("Log ud") == "/login/"
    login = Page(client.get("/login/"))
    assert login.link("Skift adgangskode") == "/login/adgangskode/"
    assert "Log ud" in {element.text for element in login.find("button")}
    assert "Administration" not in {element.text for element in page.find("a")}
    assert response.headers["Cache-Control"] == "private, no-store"


def test_no_page_for_a_visitor_asks_the_database_for_the_link(client, django_assert_num_queries):
    client.get("/was")
    with django_assert_num_queries(0):
        assert "Log ind" in client.get("/was").text
