"""Which names are locked, and what is told of them: the names of users, and no password in the wrong field."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from archive_site.login.locks import count_locks, find_locks, lift_lock

pytestmark = pytest.mark.django_db

HOME = "192.0.2.1"
PASSWORD = "en rigtig god adgangskode"


def lock(name: str, address: str | None = HOME, tries: int = 5, minutes_ago: int = 0) -> AccessAttempt:
    attempt = AccessAttempt.objects.create(username=name, ip_address=address, failures_since_start=tries)
    AccessAttempt.objects.filter(pk=attempt.pk).update(
        attempt_time=timezone.now() - timedelta(minutes=minutes_ago)
    )
    return attempt


@pytest.mark.parametrize(
    ("tries", "minutes_ago", "is_locked"), [(5, 0, True), (9, 14, True), (4, 0, False), (5, 15, False)]
)
def test_locked_is_what_was_tried_five_times_in_a_quarter_of_an_hour(tries, minutes_ago, is_locked):
    lock("anna", tries=tries, minutes_ago=minutes_ago)
    assert count_locks() == len(find_locks()) == is_locked


@pytest.mark.parametrize("username", ["anna", "Anna", "ANNA"])
def test_a_user_is_named_as_he_writes_himself(username):
    User.objects.create_user(username)
    lock("anna")
    (found,) = find_locks()
    assert (found.name, found.address) == (username, HOME)


@pytest.mark.parametrize(
    ("tried", "hint"),
    [
        ("hemmelig-kode!1", "h… (15 tegn)"),
        ("010180-1234", "… (11 tegn)"),
        ("anna jensen", "a… (11 tegn)"),
        ("ø", "ø… (1 tegn)"),
        ("<b>x", "… (4 tegn)"),
        ("", "… (0 tegn)"),
    ],
)
def test_what_is_no_users_name_is_not_told(tried, hint):
    User.objects.create_user("anna")
    lock(tried)
    (found,) = find_locks()
    assert (found.name, found.hint) == ("", hint)
    assert len(tried) < 2 or tried not in repr(found)


@pytest.mark.parametrize(
    ("address", "shown"), [(HOME, HOME), ("2001:db8:1:2::", "2001:db8:1:2::/64"), (None, "")]
)
def test_the_address_is_the_network_that_is_counted(address, shown):
    lock("anna", address)
    assert find_locks()[0].address == shown


def test_users_come_first():
    User.objects.create_user("øjvind")
    for name in ("a", "øjvind", "b"):
        lock(name)
    assert [found.name for found in find_locks()] == ["øjvind", "", ""]


@pytest.mark.parametrize("address", [HOME, None])
def test_a_lock_that_is_lifted_lets_the_right_password_in(address):
    User.objects.create_user("anna", password=PASSWORD)
    for _ in range(5):
        Client().post("/login/", {"username": "Anna", "password": "forkert"}, REMOTE_ADDR=address or "")
    (found,) = find_locks()
    assert lift_lock(found.key) == found
    response = Client().post("/login/", {"username": "anna", "password": PASSWORD}, REMOTE_ADDR=address or "")
    assert response.status_code == 302


def test_other_locks_stay():
    attempt = lock("anna")
    lock("anna", "192.0.2.2")
    lock("bo")
    assert lift_lock(attempt.pk)
    assert count_locks() == 2


@pytest.mark.parametrize(("tries", "minutes_ago"), [(4, 0), (5, 16)])
def test_what_is_no_lock_is_not_lifted(tries, minutes_ago):
    attempt = lock("anna", tries=tries, minutes_ago=minutes_ago)
    assert lift_lock(attempt.pk) is None
    assert lift_lock(attempt.pk + 1) is None
    assert AccessAttempt.objects.exists()


def test_ten_thousand_names_take_as_many_queries_as_one():
    AccessAttempt.objects.bulk_create(
        AccessAttempt(username=f"navn{number}", ip_address=HOME, failures_since_start=5)
        for number in range(10_000)
    )
    with CaptureQueriesContext(connection) as captured:
        assert len(find_locks()) == count_locks() == 10_000
    assert len(captured) == 3
