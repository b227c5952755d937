"""More than a form needs is refused before it is read; files are taken where they belong, from those who may."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from minutes.importing.organisation import load_organisation
from minutes.models import AgendaItem, Attachment, Meeting
from tests.admin.conftest import staff
from tests.build.page import Page
from tests.build.sample import imported

__all__ = ["staff"]
pytestmark = pytest.mark.django_db

SMALL = 2_621_440
LOGIN = "/login/"
UPLOAD = "/admin/minutes/meeting/add/"
FORM = "application/x-www-form-urlencoded"
FILES = "multipart/form-data; boundary=x"


class Body:
    """A body of any announced length, which counts what is read of it; all of it is "x"."""

    def __init__(self) -> None:
        self.read_bytes = 0

    def read(self, size: int = -1) -> bytes:
        assert size >= 0, "a body is read in portions"
        self.read_bytes += size
        return b"x" * size

    readline = read


def send(
    client: Client, address: str, length: int | str | None, content_type: str = FORM, method: str = "POST"
):
    """Announce a body of this length; gives the answer and how much was read of it."""
    body = Body()
    environment = {"wsgi.input": body, "CONTENT_TYPE": content_type}
    announced = {} if length is None else {"CONTENT_LENGTH": str(length)}
    response = client.generic(method, address, **environment, **announced)
    return response, body.read_bytes


@pytest.fixture(autouse=True)
def temporary(settings, tmp_path) -> Path:
    """The folder that files are written to while they arrive."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    return tmp_path


@pytest.fixture
def meeting() -> Meeting:
    load_organisation()
    return imported()


@pytest.fixture
def addresses(meeting) -> list[str]:
    """Those that take files: the upload, an item's form and an attachment's."""
    attachment = Attachment.objects.get()
    return [
        UPLOAD,
        reverse("admin:minutes_agendaitem_change", args=[attachment.item_id]),
        reverse("admin:minutes_attachment_change", args=[attachment.pk]),
    ]


@pytest.mark.parametrize("content_type", [FORM, FILES, "application/json", "text/plain", ""])
@pytest.mark.parametrize(
    "address", [LOGIN, UPLOAD, "/", "/soeg/?q=budget", "/admin/", "/healthz", "/admin/logout/"]
)
@pytest.mark.parametrize("length", [SMALL + 1, 200_000_000, 10**15])
def test_nothing_is_read_of_what_a_stranger_sends_too_much_of(
    client, temporary, address, content_type, length
):
    response, read_bytes = send(client, address, length, content_type)
    assert response.status_code == 413
    assert Page(response).title == "Der er sendt for meget"
    assert read_bytes == 0
    assert not [*temporary.iterdir()]


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_the_method_makes_no_difference(client, method):
    response, read_bytes = send(client, LOGIN, 200_000_000, FILES, method)
    assert (response.status_code, read_bytes) == (413, 0)


@pytest.mark.parametrize("content_type", [FORM, FILES])
@pytest.mark.parametrize("length", [None, "", 0, 100, SMALL])
def test_what_a_form_may_have_is_read_and_no_more_than_was_announced(client, temporary, length, content_type):
    response, read_bytes = send(client, LOGIN, length, content_type)
    assert response.status_code in {200, 400}
    assert read_bytes <= int(length or 0)
    assert not [*temporary.iterdir()]


@pytest.mark.parametrize("address", ["/findes-ikke/", "/admin/findes-ikke", "/moeder/x/"])
def test_where_there_is_nothing_nothing_is_read(client, address):
    assert send(client, address, 200_000_000, FILES)[1] == 0


def test_a_long_text_within_the_limit_reaches_the_form(client):
    response = client.post(LOGIN, {"username": "a" * 2_000_000, "password": "x"})
    assert response.status_code == 200


def test_files_are_taken_where_they_belong_from_those_who_may(addresses, staff):
    rights = ("add_meeting", "change_agendaitem", "view_agendaitem", "change_attachment", "view_attachment")
    for address in addresses:
        large = SimpleUploadedFile("a.txt", b"x" * (SMALL + 1))
        response = staff(*rights).post(address, {"files": large, "file": large})
        assert response.status_code in {200, 302}, address
        assert response.wsgi_request.FILES, address


@pytest.mark.parametrize(
    "rights",
    [(), ("view_meeting", "view_agendaitem", "view_attachment"), ("change_meeting", "change_agendaitem")],
    ids=lambda rights: " ".join(rights) or "none",
)
def test_staff_without_the_right_to_send_files_has_the_limit_of_strangers(addresses, staff, rights):
    client = staff(*rights)
    for address in addresses:
        response, read_bytes = send(client, address, SMALL + 1, FILES)
        assert (response.status_code, read_bytes) == (413, 0), address


def test_what_django_calls_staff_is_no_right(addresses, db):
    client = Client()
    client.force_login(User.objects.create_user("x", is_staff=True))
    for address in addresses:
        assert send(client, address, SMALL + 1, FILES)[0].status_code == 413, address


def test_elsewhere_an_administrator_has_the_limit_too(admin_client, meeting):
    item = AgendaItem.objects.first()
    for address in (
        LOGIN,
        "/",
        item.get_absolute_url(),
        "/admin/auth/user/add/",
        reverse("admin:minutes_agendaitem_history", args=[item.pk]),
        reverse("admin:minutes_agendaitem_changelist"),
    ):
        response, read_bytes = send(admin_client, address, SMALL + 1, FILES)
        assert (response.status_code, read_bytes) == (413, 0), address


def test_every_view_of_the_admin_that_takes_files_says_so(addresses, admin_client):
    """Where a form has a field for a file, more than the limit for strangers is taken."""
    for address in addresses:
        assert 'type="file"' in admin_client.get(address).text


@pytest.fixture
def most(settings) -> int:
    """Return the most bytes that an upload may have: two files of 500."""
    settings.ARCHIVE_UPLOAD_MAX_FILE_BYTES = 500
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    return 1000


@pytest.mark.parametrize("files", [1, 2])
def test_files_that_are_too_large_together_are_refused(client, most, files):
    uploaded = [SimpleUploadedFile(f"{number}.txt", b"x" * most) for number in range(files)]
    response = client.post(LOGIN, {"files": uploaded})
    assert response.status_code == 413
    assert Page(response).title == "Der er sendt for meget"


def test_an_administrator_who_sends_too_much_to_an_item_is_answered_in_danish(admin_client, addresses, most):
    for address in addresses[1:]:
        response = admin_client.post(address, {"file": SimpleUploadedFile("a.txt", b"x" * most)})
        assert response.status_code == 413
        assert Page(response).title == "Der er sendt for meget"


def test_a_request_within_the_limit_reaches_the_page(client, most):
    # One file may be over the limit for a file: the form is to name it, so it has to arrive there.
    response = client.post(LOGIN, {"file": SimpleUploadedFile("a.txt", b"x" * 600)})
    assert response.status_code == 200
    assert response.wsgi_request.FILES["file"].size == 600


def test_more_files_than_allowed_are_refused(client, most):
    files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(3)]
    assert client.post(LOGIN, {"files": files}).status_code == 413
