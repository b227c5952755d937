"""With ARCHIVE_REQUIRE_LOGIN the archive is closed to whoever has not logged in, at every address that there is."""

from collections.abc import Iterator

import pytest
from django.conf import settings as site_settings
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from minutes.models import CentreRole, PublicationState
from minutes.search.index.writing import index_meetings
from tests.build.rows import add_attachment, add_editor, add_item, add_meeting, add_role, add_source, add_user

pytestmark = pytest.mark.django_db

AUTHENTICATION = "django.contrib.auth.middleware.AuthenticationMiddleware"
CLOSED = [
    "archive_site.middleware.closed_addresses.close_addresses",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
]
# The login of the admin leads to the other.
OPEN = {"login", "healthz"}
# What stands in an address where it has a parameter: of something that is there.
VALUES = {
    "body_slug": "direktionen",
    "meeting_slug": "2013-08-27",
    "item_slug": "punkt-1",
    "position": "1",
    "written": "13-4321",
    "yy": "13",
    "serial": "4321",
    "slug": "hrc",
    "app_label": "minutes",
    "url": "x",
}
METHODS = ["get", "head", "post", "put", "delete", "options"]


@pytest.fixture(autouse=True)
def _closed(settings) -> None:
    before = list(site_settings.MIDDLEWARE)
    position = before.index(AUTHENTICATION) + 1
    settings.MIDDLEWARE = [*before[:position], *CLOSED, *before[position:]]


@pytest.fixture
def archive() -> None:
    meeting = add_meeting(state=PublicationState.PUBLISHED)
    item = add_item(meeting, "Hemmelig titel", "13/4321")
    add_attachment(item).file.save("hemmelig.txt", ContentFile(b"Hemmelig"))
    add_role(item, "HRC", CentreRole.RECOMMENDS)
    add_source(meeting, "Hemmelig kilde")
    index_meetings([meeting.pk])


def addresses(patterns: list[URLPattern | URLResolver], names: str = "") -> Iterator[tuple[str, str]]:
    """The name and the address of everything below the site's URLconf; any number where a row is asked for."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{names}{pattern.namespace}:" if pattern.namespace else names
            yield from addresses(pattern.url_patterns, inner)
        elif pattern.name:
            values = {name: VALUES.get(name, "1") for name in pattern.pattern.converters}
            groups = getattr(pattern.pattern, "regex", None)
            values |= {name: VALUES.get(name, "1") for name in (groups.groupindex if groups else {})}
            yield f"{names}{pattern.name}", reverse(f"{names}{pattern.name}", kwargs=values or None)


ADDRESSES = [*addresses(get_resolver().url_patterns)]


def test_the_walk_finds_the_pages_the_feeds_and_the_admin():
    names = {name for name, _ in ADDRESSES}
    assert {"home", "item-detail", "case-feed", "suggestions", "robots", "logout", "admin:index"} <= names
    assert len(ADDRESSES) > 100


@pytest.mark.parametrize("method", METHODS)
def test_a_visitor_is_led_to_the_login_from_every_address(method, archive, client):
    for name, address in ADDRESSES:
        response = getattr(client, method)(address)
        if name in OPEN:
            assert response.status_code in {200, 405}, address
        else:
            assert response.status_code == 302, address
            assert response.url.startswith(("/login/?next=/", "/admin/login/?next=/")), address
        assert "Hemmelig" not in response.text


@pytest.mark.parametrize(
    "address",
    [
        "/?format=json",
        "/soeg/?q=hemmelig",
        "/soeg/?q=hemmelig&format=json",
        "/soeg/?q=hemmelig&format=csv",
        "/soeg/feed/?q=hemmelig",
        "/sager/13/4321/?format=csv",
        "/centre/hrc/?format=csv",
        "/sager/?nr=13-4321",
        "/moeder/direktionen/2013-08-27/kilde/",
        "/moeder/direktionen/2013-08-27/punkt-1/bilag/1/",
    ],
)
def test_what_is_no_page_is_closed_too(address, archive, client):
    response = client.get(address)
    assert response.status_code == 302
    assert response.url.startswith("/login/?next=/")


@pytest.mark.parametrize(
    "address",
    [
        "/findes-ikke/",
        "/moeder",
        "/moeder/direktionen/2013-08-27",
        "/admin",
        "/login",
        "/x.php",
        "/static/x.css",
    ],
)
@pytest.mark.parametrize("method", METHODS)
def test_it_is_not_even_told_whether_there_is_something(method, address, client):
    response = getattr(client, method)(address)
    assert response.status_code == 302
    assert response.url.startswith("/login/?next=/")


@pytest.mark.parametrize("state", PublicationState)
def test_what_is_withdrawn_or_a_draft_is_told_from_nothing(state, client):
    add_meeting(state=state)
    assert client.get("/moeder/direktionen/2013-08-27/").status_code == 302
    assert client.get("/moeder/direktionen/2013-08-28/").status_code == 302


@pytest.mark.parametrize("address", ["/login/", "/healthz"])
def test_logging_in_and_monitoring_stay_open(client, address):
    assert client.get(address).status_code == 200


def test_who_has_logged_in_comes_to_the_page_that_was_asked_for(archive):
    user = add_user("birthe")
    user.set_password("en lang adgangskode")
    user.save()
    client = Client()
    asked = client.get("/soeg/?q=titel&sort=nyeste")
    form = {"username": "birthe", "password": "en lang adgangskode"}
    response = client.post(asked.url, form, follow=True)
    assert response.redirect_chain[-1][0] == "/soeg/?q=titel&sort=nyeste"
    assert "Hemmelig titel" in response.text.replace("<mark>", "").replace("</mark>", "")


@pytest.mark.parametrize("reader", [add_user, add_editor])
def test_whoever_has_logged_in_reads_the_archive(reader, archive, client):
    client.force_login(reader())
    for address in ("/", "/moeder/", "/moeder/direktionen/2013-08-27/", "/robots.txt", "/soeg/forslag/?q=he"):
        assert client.get(address).status_code == 200, address
    assert client.get("/findes-ikke/").status_code == 404
    assert client.get("/moeder").status_code == 301


def test_who_has_logged_out_is_a_visitor_again(client):
    client.force_login(add_user())
    assert client.post("/logout/").url == "/login/"
    assert client.get("/moeder/").status_code == 302


def test_nothing_that_was_read_is_kept_by_the_browser(archive, client):
    client.force_login(add_user())
    assert client.get("/moeder/").headers["Cache-Control"] == "private, no-store"
