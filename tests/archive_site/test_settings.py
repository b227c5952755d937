"""The settings as a new process reads them from its environment."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

SHOW = """
import json, sys
from django.conf import settings
print(json.dumps([getattr(settings, name) for name in sys.argv[1:]], default=str))
"""


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the project with only these variables of the archive's."""
    ours = ("ARCHIVE_", "DATABASE_URL", "DJANGO_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    kept |= {"DJANGO_SETTINGS_MODULE": "archive_site.settings", **environment}
    return subprocess.run(
        [sys.executable, *command], cwd=PROJECT, env=kept, capture_output=True, text=True, check=False
    )


def read(*names: str, **environment: str) -> list:
    """Return the values of settings."""
    done = run("-c", SHOW, *names, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def var(tmp_path) -> str:
    return str(tmp_path / "var")


def test_reading_the_settings_starts_no_server(var):
    read("DATABASES", ARCHIVE_VAR=var)
    assert sorted(file.name for file in Path(var).iterdir()) == ["secret-key"]


@pytest.mark.parametrize("command", [["check"], ["check", "--deploy"], ["help"], ["diffsettings"]])
def test_a_command_that_needs_no_database_starts_none(var, command):
    assert run("manage.py", *command, ARCHIVE_VAR=var).returncode == 0
    assert not (Path(var) / "postgres").exists()


def test_the_defaults_are_safe(var):
    debug, hosts, httponly = read("DEBUG", "ALLOWED_HOSTS", "SESSION_COOKIE_HTTPONLY", ARCHIVE_VAR=var)
    assert debug is False
    assert hosts == ["localhost", "127.0.0.1", "[::1]"]
    assert httponly is True


@pytest.mark.parametrize(
    ("environment", "name"),
    [({}, "Høje-Taastrup Kommune"), ({"ARCHIVE_MUNICIPALITY": " Nyby Kommune "}, "Nyby Kommune")],
)
def test_whose_minutes_these_are_is_a_setting(var, environment, name):
    assert read("ARCHIVE_MUNICIPALITY", ARCHIVE_VAR=var, **environment) == [name]


@pytest.mark.parametrize("https", ["0", "1"])
def test_djangos_check_of_a_deployment_finds_nothing(var, https):
    done = run("manage.py", "check", "--deploy", "--fail-level", "INFO", ARCHIVE_VAR=var, ARCHIVE_HTTPS=https)
    assert done.returncode == 0, done.stderr


def test_https_closes_the_cookies_and_redirects(var):
    names = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS"]
    assert read(*names, ARCHIVE_VAR=var, ARCHIVE_HTTPS="1") == [True, True, True, 31536000]
    assert read(*names, ARCHIVE_VAR=var) == [False, False, False, 0]


def test_no_proxy_is_believed_that_is_not_named(var):
    assert read("ARCHIVE_PROXIES", ARCHIVE_VAR=var, ARCHIVE_HTTPS="1") == [[]]
    named = read("ARCHIVE_PROXIES", ARCHIVE_VAR=var, ARCHIVE_PROXIES="127.0.0.1, ::1")
    assert named == [["127.0.0.1/32", "::1/128"]]


def test_login_is_required_only_where_it_is_asked_for(var):
    (closed,) = read("MIDDLEWARE", ARCHIVE_VAR=var, ARCHIVE_REQUIRE_LOGIN="1")
    (opened,) = read("MIDDLEWARE", ARCHIVE_VAR=var)
    position = closed.index("django.contrib.auth.middleware.AuthenticationMiddleware") + 1
    # Before whatever answers in place of a page.
    assert closed[position : position + 2] == [
        "archive_site.middleware.closed_addresses.close_addresses",
        "django.contrib.auth.middleware.LoginRequiredMiddleware",
    ]
    assert opened == [*closed[:position], *closed[position + 2 :]]


def test_a_relative_data_folder_counts_from_the_project():
    (media,) = read("MEDIA_ROOT", ARCHIVE_VAR="var/æ ø", ARCHIVE_SECRET_KEY="given")
    assert media == str(PROJECT / "var" / "æ ø" / "media")


def test_a_given_secret_key_is_not_written_down(var):
    assert read("SECRET_KEY", ARCHIVE_VAR=var, ARCHIVE_SECRET_KEY="given") == ["given"]
    assert not Path(var).exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ARCHIVE_DEBUG", "maybe"),
        ("ARCHIVE_PROXIES", "proxy.example"),
        ("ARCHIVE_STATEMENT_TIMEOUT_MS", "3s"),
        ("DATABASE_URL", "postgressql://h/archive"),
    ],
)
def test_a_variable_that_is_not_understood_ends_the_command_with_one_sentence(var, name, value):
    done = run("manage.py", "check", ARCHIVE_VAR=var, **{name: value})
    assert done.returncode == 1
    assert name in done.stderr
    assert "Expected" in done.stderr
    assert "Traceback" not in done.stderr


PROVIDER = {
    "ARCHIVE_OIDC_ISSUER": "https://login.nyby.example",
    "ARCHIVE_OIDC_CLIENT_ID": "archive",
    "ARCHIVE_OIDC_CLIENT_SECRET": "hemmelig",
    **{
        f"ARCHIVE_OIDC_{what}_URL": f"https://login.nyby.example/{what.lower()}"
        for what in ("AUTHORIZATION", "TOKEN", "USERINFO", "KEYS")
    },
}
WAYS_IN = """
import json
import django
django.setup()
from django.conf import settings
from django.urls import get_resolver
backends = [path.rpartition(".")[2] for path in settings.AUTHENTICATION_BACKENDS]
names = [name for name in get_resolver().reverse_dict if isinstance(name, str) and "sign-on" in name]
print(json.dumps([backends, names]))
"""


@pytest.mark.parametrize(
    ("environment", "backends"),
    [
        ({}, ["Doorkeeper", "UserWithRights"]),
        (PROVIDER, ["Doorkeeper", "UserWithRights", "SingleSignOn"]),
        ({**PROVIDER, "ARCHIVE_OIDC_ONLY": "1"}, ["Doorkeeper", "SingleSignOn"]),
    ],
    ids=["passwords", "beside passwords", "instead of passwords"],
)
def test_single_sign_on_is_there_where_a_provider_is_named_and_only_there(var, environment, backends):
    done = run("-c", WAYS_IN, ARCHIVE_VAR=var, DJANGO_SETTINGS_MODULE="archive_site.settings", **environment)
    assert done.returncode == 0, done.stderr
    found, names = json.loads(done.stdout)
    assert found == backends
    assert sorted(names) == (["single-sign-on", "single-sign-on-answer"] if environment else [])


def test_a_secret_that_is_missing_ends_the_command_with_one_sentence(var):
    done = run("manage.py", "check", ARCHIVE_VAR=var, **{**PROVIDER, "ARCHIVE_OIDC_CLIENT_SECRET": ""})
    assert done.returncode == 1
    assert "ARCHIVE_OIDC_CLIENT_SECRET is not set" in done.stderr
    assert "Traceback" not in done.stderr


def test_who_names_entries_and_events_is_a_setting(var):
    assert read("ARCHIVE_TAG_AUTHORITY", ARCHIVE_VAR=var) == ["htk.dk,2026"]
    given = {"ARCHIVE_TAG_AUTHORITY": "arkiv.nyby.dk,2027-01"}
    assert read("ARCHIVE_TAG_AUTHORITY", ARCHIVE_VAR=var, **given) == ["arkiv.nyby.dk,2027-01"]
    refused = run("manage.py", "check", ARCHIVE_VAR=var, ARCHIVE_TAG_AUTHORITY="nyby")
    assert "ARCHIVE_TAG_AUTHORITY" in refused.stderr
