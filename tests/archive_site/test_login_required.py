"""With ARCHIVE_REQUIRE_LOGIN the archive is closed to whoever has not logged in."""

import pytest
from django.conf import settings as site_settings

pytestmark = pytest.mark.django_db

MIDDLEWARE = "django.contrib.auth.middleware.LoginRequiredMiddleware"


@pytest.fixture(autouse=True)
def _closed(settings):
    before = list(site_settings.MIDDLEWARE)
    position = before.index("django.contrib.auth.middleware.AuthenticationMiddleware") + 1
    settings.MIDDLEWARE = [*before[:position], MIDDLEWARE, *before[position:]]


@pytest.mark.parametrize("address", ["/", "/moeder/", "/sager/", "/centre/", "/soeg/?q=budget", "/daekning/"])
def test_a_visitor_is_asked_to_log_in(client, address):
    response = client.get(address)
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/login/?next=/")


@pytest.mark.parametrize("address", ["/login/", "/healthz"])
def test_logging_in_and_monitoring_stay_open(client, address):
    assert client.get(address).status_code == 200


def test_whoever_has_logged_in_reads_the_archive(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("anna"))
    assert client.get("/moeder/").status_code == 200
