"""A request of more bytes than an upload can have is refused before its files are read."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

pytestmark = pytest.mark.django_db


@pytest.fixture
def most(settings) -> int:
    """Return the most bytes that a request may have: two files of 500."""
    settings.ARCHIVE_UPLOAD_MAX_FILE_BYTES = 500
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    return 1000


@pytest.mark.parametrize("files", [1, 2])
def test_a_request_that_is_too_large_is_refused(client, most, files):
    uploaded = [SimpleUploadedFile(f"{number}.txt", b"x" * most) for number in range(files)]
    assert client.post("/admin/login/", {"files": uploaded}).status_code == 400


def test_a_request_within_the_limit_reaches_the_page(client, most):
    # One file may be over the limit for a file: the form is to name it, so it has to arrive there.
    response = client.post("/admin/login/", {"file": SimpleUploadedFile("a.txt", b"x" * 600)})
    assert response.status_code == 200
    assert response.wsgi_request.FILES["file"].size == 600


def test_more_files_than_allowed_are_refused(client, most):
    files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(3)]
    assert client.post("/admin/login/", {"files": files}).status_code == 400
