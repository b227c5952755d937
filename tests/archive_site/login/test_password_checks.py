"""At most two passwords are checked at once, whoever asks; the others wait, but neither for ever nor in any number."""

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.hashers import PBKDF2PasswordHasher, check_password, make_password
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from archive_site.login import password_checks
from archive_site.login.password_checks import MOST_WAITING, LoginBusyError, in_line
from archive_site.postgres.file_locks import hold_if_free
from tests.build.page import Page

HASHER = "archive_site.login.password_checks.PatientHasher"
PASSWORD = "en rigtig god adgangskode"


@pytest.fixture(autouse=True)
def locks(settings, tmp_path) -> Path:
    settings.PASSWORD_HASHERS = [HASHER]
    settings.ARCHIVE_LOGIN_LOCKS = tmp_path / "login"
    return settings.ARCHIVE_LOGIN_LOCKS


@pytest.fixture
def slow_hash(monkeypatch) -> list[int]:
    """Make a check take a tenth of a second and no processor; gives how many there were at once, each time."""
    there: list[int] = []
    seen: list[int] = []

    def encode(hasher: PBKDF2PasswordHasher, password: str, salt: str, iterations: int | None = None) -> str:
        there.append(1)
        seen.append(len(there))
        time.sleep(0.1)
        there.pop()
        return f"pbkdf2_sha256$1000000${salt}${password}"

    monkeypatch.setattr(PBKDF2PasswordHasher, "encode", encode)
    return seen


@pytest.fixture
def impatient(monkeypatch) -> None:
    monkeypatch.setattr(password_checks, "_PATIENCE_SECONDS", 0.1)


def test_a_password_stored_before_is_still_right(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    stored = make_password(PASSWORD)
    settings.PASSWORD_HASHERS = [HASHER]
    assert check_password(PASSWORD, stored)
    assert not check_password("forkert", stored)


def test_of_eight_passwords_two_are_checked_at_once_and_all_in_the_end(slow_hash):
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(make_password, ["x"] * 8))
    assert len(slow_hash) == 8
    assert max(slow_hash) == 2


def test_other_processes_count_too(locks, slow_hash, impatient):
    hold = (
        "import sys; from pathlib import Path; from archive_site.postgres.file_locks import hold_alone\n"
        "locks = [hold_alone(Path(file)) for file in sys.argv[1:]]\n"
        "print('held', flush=True); sys.stdin.read()"
    )
    make_password("x")
    files = [str(locks / "check-0"), str(locks / "check-1")]
    with subprocess.Popen(
        [sys.executable, "-c", hold, *files], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "held\n"
        with pytest.raises(LoginBusyError):
            make_password("x")
        other.kill()
        other.wait()
        make_password("x")


def test_a_check_that_fails_lets_the_next_one_in(monkeypatch, impatient):
    def fail(*args: object) -> str:
        raise MemoryError

    with monkeypatch.context() as failing:
        failing.setattr(PBKDF2PasswordHasher, "encode", fail)
        for _ in range(3):
            with pytest.raises(MemoryError):
                make_password("x")
    assert make_password("x")


def test_whoever_waits_for_a_name_waits_only_for_that_name(impatient):
    with (
        in_line("anna 192.0.2.1"),
        in_line("bo 192.0.2.1"),
        pytest.raises(LoginBusyError),
        in_line("anna 192.0.2.1"),
    ):
        pass


def test_a_worker_lets_only_so_many_wait():
    with ExitStack() as waiting:
        for number in range(MOST_WAITING):
            waiting.enter_context(in_line(f"name {number * 7}"))
        with pytest.raises(LoginBusyError):
            waiting.enter_context(in_line("another"))
    with in_line("another"):
        pass


def test_whoever_waits_too_long_is_told_so_and_it_is_no_try(db, locks, impatient, client):
    User.objects.create_superuser("anna", password=PASSWORD)
    with ExitStack() as held:
        for number in (0, 1):
            held.enter_context(hold_if_free(locks / f"check-{number}"))
        response = client.post("/login/", {"username": "anna", "password": PASSWORD})
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"
    assert Page(response).title.startswith("Vent lidt med at logge ind")
    assert not AccessAttempt.objects.exists()
    assert client.post("/login/", {"username": "anna", "password": PASSWORD}).status_code == 302


def test_changing_a_password_waits_as_well(db, locks, impatient, admin_client):
    with ExitStack() as held:
        for number in (0, 1):
            held.enter_context(hold_if_free(locks / f"check-{number}"))
        response = admin_client.post("/login/adgangskode/", {"old_password": "x"})
    assert response.status_code == 503
    assert Page(response).title == "Vent lidt med at skifte adgangskode"


@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_moment_are_five_all_the_same(slow_hash):
    User.objects.create_superuser("anna", password=PASSWORD)
    slow_hash.clear()
    ready = threading.Barrier(8)

    def guess(_number: int) -> int:
        ready.wait()
        try:
            return Client().post("/login/", {"username": "anna", "password": "forkert"}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(guess, range(8)))
    assert sorted(answers) == [200] * 4 + [429] * 4
    assert len(slow_hash) == 5
