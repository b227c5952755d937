"""Every response carries the headers that bind the browser."""

import pytest

pytestmark = pytest.mark.django_db


def directives(response) -> dict[str, list[str]]:
    parts = (part.split() for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in parts}


@pytest.fixture(params=["/login/", "/admin/", "/no-such-page/"], ids=["page", "redirect", "not found"])
def response(request, client):
    return client.get(request.param)


def test_nothing_is_allowed_but_what_the_site_itself_serves(response):
    allowed = directives(response)
    assert allowed["default-src"] == ["'none'"]
    assert allowed["base-uri"] == allowed["frame-ancestors"] == ["'none'"]
    assert {source for sources in allowed.values() for source in sources} == {"'none'", "'self'"}


def test_the_desk_is_bound_as_everything_else(client, admin_client):
    desk = admin_client.get("/admin/minutes/meeting/add/")
    assert desk.status_code == 200
    assert directives(desk) == directives(client.get("/login/"))


def test_no_referrer_leaves_the_site_and_no_search_engine_keeps_it(response):
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"


def test_no_device_of_the_readers_may_be_asked_for(response):
    policy = response.headers["Permissions-Policy"].split(", ")
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(policy)
    assert all(feature.endswith("=()") for feature in policy)
