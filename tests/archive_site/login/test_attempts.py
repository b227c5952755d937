"""A password can be tried five times for each name and address; then not even the right one for a while."""

import logging
from collections.abc import Callable
from datetime import timedelta
from ipaddress import ip_network

import pytest
from axes.models import AccessAttempt, AccessLog
from django.conf import settings as site_settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from archive_site.login.attempts import forget_old_tries, normal_name
from tests.build.page import Page

PASSWORD = "en rigtig god adgangskode"
HOME = "192.0.2.1"
LOGIN = "/login/"

Try = Callable[..., HttpResponse]


@pytest.fixture(autouse=True)
def anna(db: None) -> User:
    return User.objects.create_superuser("anna", password=PASSWORD)


@pytest.fixture
def attempt() -> Try:
    """Try a password as a new visitor: without cookies of earlier tries."""

    def attempt(
        password: str = "forkert", name: str = "anna", address: str = HOME, **headers: str
    ) -> HttpResponse:
        form = {"username": name, "password": password}
        return Client().post(LOGIN, form, REMOTE_ADDR=address, headers=headers)

    return attempt


def let_time_pass(minutes: int) -> None:
    for row in AccessAttempt.objects.all():
        AccessAttempt.objects.filter(pk=row.pk).update(
            attempt_time=row.attempt_time - timedelta(minutes=minutes)
        )


def is_let_in(response: HttpResponse) -> bool:
    return response.status_code == 302 and "sessionid" in response.cookies


def test_the_right_password_lets_in(attempt: Try) -> None:
    assert is_let_in(attempt(PASSWORD))


def test_after_five_wrong_passwords_the_right_one_is_refused_too(attempt: Try) -> None:
    assert [attempt().status_code for _ in range(5)] == [200, 200, 200, 200, 429]
    assert attempt(PASSWORD).status_code == 429
    assert not is_let_in(attempt(PASSWORD))


def test_twenty_five_wrong_passwords_are_five_tries(attempt: Try) -> None:
    answers = [attempt().status_code for _ in range(25)]
    assert answers == [200] * 4 + [429] * 21
    assert AccessAttempt.objects.get().failures_since_start == 5


def test_after_four_wrong_passwords_the_right_one_lets_in_and_the_count_begins_anew(attempt: Try) -> None:
    for _ in range(2):
        assert [attempt().status_code for _ in range(4)] == [200] * 4
        assert is_let_in(attempt(PASSWORD))


@pytest.mark.parametrize(("minutes", "status"), [(14, 429), (15, 302), (600, 302)])
def test_the_lock_ends_after_a_quarter_of_an_hour(attempt: Try, minutes: int, status: int) -> None:
    for _ in range(5):
        attempt()
    let_time_pass(minutes)
    assert attempt(PASSWORD).status_code == status


def test_trying_on_does_not_make_the_lock_longer(attempt: Try) -> None:
    for _ in range(5):
        attempt()
    let_time_pass(10)
    attempt()
    let_time_pass(5)
    assert is_let_in(attempt(PASSWORD))


def test_another_name_and_another_address_are_not_locked(attempt: Try) -> None:
    User.objects.create_superuser("bo", password=PASSWORD)
    for _ in range(6):
        attempt()
    assert is_let_in(attempt(PASSWORD, name="bo"))
    assert is_let_in(attempt(PASSWORD, address="192.0.2.2"))


@pytest.mark.parametrize(
    "names",
    [
        ["anna", "ANNA", "Anna", "aNNa", "annA"],
        ["anna", " anna", "anna ", "\tanna", "anna\u00a0"],
        ["anna", "ａｎｎａ", "ＡＮＮＡ", "Anna\u2003", "\u3000anna"],
    ],
    ids=["case", "blanks", "Unicode forms"],
)
def test_a_name_is_one_however_it_is_written(attempt: Try, names: list[str]) -> None:
    assert [attempt(name=name).status_code for name in names][-1] == 429
    assert attempt(PASSWORD).status_code == 429


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("anna", "anna"),
        ("  Anna  Holm ", "anna holm"),
        ("SØREN", "søren"),
        ("sø\u0308ren", "sø\u0308ren"),
        ("A\u030ase", "åse"),
        ("Straße", "strasse"),
        ("", ""),
        ("\u00a0", ""),
        ("İ" * 150, ("i\u0307" * 150)[:150]),
    ],
)
def test_a_name_has_one_form(written: str, name: str) -> None:
    assert normal_name(written) == name


def test_another_browser_gives_nobody_more_tries(attempt: Try) -> None:
    answers = [attempt(**{"user-agent": f"browser {number}"}).status_code for number in range(6)]
    assert answers == [200] * 4 + [429] * 2


def test_a_name_that_nobody_has_is_locked_like_any_other(attempt: Try) -> None:
    assert [attempt(name="ingen").status_code for _ in range(6)] == [200] * 4 + [429] * 2


def test_whoever_is_locked_is_told_when_to_come_back(attempt: Try) -> None:
    for _ in range(5):
        response = attempt()
    page = Page(response)
    until = timezone.localtime(timezone.now() + timedelta(minutes=15))
    assert page.title.startswith("Log ind er spærret")
    assert "om 15 minutter" in page.html
    assert f"kl. {until:%H.%M}" in page.html
    assert 890 <= int(response.headers["Retry-After"]) <= 900
    let_time_pass(13)
    response = attempt(PASSWORD)
    assert "om 2 minutter" in response.text
    assert response.headers["Cache-Control"] == "private, no-store"


def test_a_program_gets_the_same_answer(attempt: Try) -> None:
    for _ in range(5):
        response = attempt(**{"x-requested-with": "XMLHttpRequest"})
    assert response.status_code == 429
    assert "Access-Control-Allow-Origin" not in response.headers


def test_the_lock_holds_where_reading_needs_a_login_too(attempt: Try, settings) -> None:
    before = list(site_settings.MIDDLEWARE)
    position = before.index("django.contrib.auth.middleware.AuthenticationMiddleware") + 1
    middleware = "django.contrib.auth.middleware.LoginRequiredMiddleware"
    settings.MIDDLEWARE = [*before[:position], middleware, *before[position:]]
    assert [attempt().status_code for _ in range(6)] == [200] * 4 + [429] * 2
    assert attempt(PASSWORD).status_code == 429


@pytest.mark.parametrize(
    "name", ["a\0b", "\0", "a" * 100_000, "\ud800".encode("utf-8", "surrogatepass"), "'; --"]
)
def test_no_name_is_an_error_of_ours(attempt: Try, name: str) -> None:
    assert {attempt(name=name).status_code for _ in range(6)} <= {200, 429}


def test_nothing_is_kept_of_what_was_typed_besides_the_name(attempt: Try) -> None:
    Client().post(
        f"{LOGIN}?next=/hemmelig/", {"username": "Anna", "password": "hemmelig", "other": "hemmelig"}
    )
    row = AccessAttempt.objects.get()
    assert row.username == "anna"
    assert "hemmelig" not in repr(vars(row))
    assert not AccessLog.objects.exists()


def test_tries_are_forgotten_when_they_lock_nobody_any_more(attempt: Try) -> None:
    attempt()
    attempt(name="bo")
    let_time_pass(14)
    assert forget_old_tries() == 0
    let_time_pass(2)
    attempt(PASSWORD)
    assert not AccessAttempt.objects.exists()
    attempt()
    let_time_pass(16)
    assert forget_old_tries() == 1


def test_the_log_has_a_line_for_each_try_and_no_secret(attempt: Try, caplog) -> None:
    with caplog.at_level(logging.INFO):
        for number in range(7):
            attempt(f"hemmelig {number}", name="Anna")
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("archive_site")]
    assert lines == [
        *(f"Login failed: 'Anna' from {HOME}, try {number} of 5" for number in range(1, 6)),
        *[f"Login refused: 'Anna' from {HOME} is locked"] * 2,
    ]
    assert "hemmelig" not in caplog.text


def test_a_name_that_nobody_has_may_be_a_password_and_is_not_logged(attempt: Try, caplog) -> None:
    attempt(name="hunter2\nERROR root: all is lost")
    assert "hunter2" not in caplog.text
    assert f"an unknown name from {HOME}" in caplog.text


def test_a_name_cannot_begin_a_line_of_the_log(attempt: Try, caplog) -> None:
    User.objects.create_user("per\nERROR root: all is lost\u2028")
    attempt(name="per\nERROR root: all is lost\u2028")
    assert all("\n" not in record.getMessage() for record in caplog.records)


def test_a_page_for_a_visitor_asks_no_more_of_the_database(client: Client, django_assert_num_queries) -> None:
    client.get("/was")
    with django_assert_num_queries(0):
        client.get("/was")
    with django_assert_num_queries(0):
        client.get(LOGIN)


def test_behind_a_named_proxy_visitors_are_told_apart_by_what_the_proxy_wrote(attempt: Try, settings) -> None:
    settings.ARCHIVE_PROXIES = [ip_network("10.0.0.7")]
    for number in range(6):
        # What stands before the proxy's own entry was sent by the visitor.
        attempt(address="10.0.0.7", **{"x-forwarded-for": f"203.0.113.{number}, 198.51.100.1"})
    assert AccessAttempt.objects.get().ip_address == "198.51.100.1"
    assert attempt(PASSWORD, address="10.0.0.7", **{"x-forwarded-for": "198.51.100.1"}).status_code == 429
    assert is_let_in(attempt(PASSWORD, address="10.0.0.7", **{"x-forwarded-for": "198.51.100.2"}))


def test_where_no_proxy_is_named_a_header_gives_nobody_more_tries(attempt: Try) -> None:
    answers = [attempt(**{"x-forwarded-for": f"203.0.113.{number}"}).status_code for number in range(6)]
    assert answers == [200] * 4 + [429] * 2


def test_a_connection_without_an_address_is_locked_as_well(attempt: Try) -> None:
    assert [attempt(address="").status_code for _ in range(6)] == [200] * 4 + [429] * 2
    assert attempt(PASSWORD, address="").status_code == 429


def test_all_addresses_of_a_subscriber_are_one(attempt: Try) -> None:
    answers = [attempt(address=f"2001:db8:1:2::{number}").status_code for number in range(6)]
    assert answers == [200] * 4 + [429] * 2
    assert is_let_in(attempt(PASSWORD, address="2001:db8:1:3::1"))


def test_whoever_runs_the_archive_lets_a_name_in_again(attempt: Try, capsys) -> None:
    for _ in range(5):
        attempt()
    call_command("axes_list_attempts")
    assert capsys.readouterr().out == f"{HOME}\tanna\t5\n"
    call_command("axes_reset_username", "anna")
    assert is_let_in(attempt(PASSWORD))
