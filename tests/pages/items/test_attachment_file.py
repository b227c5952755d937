import pytest
from django.core.files.base import ContentFile
from django.test import Client

from minutes.models import Attachment, PublicationState
from tests.build.page import Page
from tests.build.rows import add_attachment, add_item, add_meeting

ADDRESS = "/moeder/direktionen/2013-08-27/punkt-1/bilag/1/"


def add_file(
    name: str = "skitse.pdf", content: bytes = b"<script>alert(1)</script>", **meeting: PublicationState
) -> Attachment:
    attachment = add_attachment(add_item(add_meeting(**meeting)), "Skitse af kantinen")
    attachment.file_name = name
    attachment.file.save(name, ContentFile(content))
    return attachment


def test_a_file_is_handed_out_as_a_download_whatever_is_in_it(client: Client, db: None) -> None:
    add_file("skitse.html")
    response = client.get(ADDRESS)
    assert response.getvalue() == b"<script>alert(1)</script>"
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith('attachment; filename="skitse')
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_an_attachment_with_a_file_is_a_link_and_one_without_is_not(client: Client, db: None) -> None:
    add_attachment(add_file().item, "Budget")
    page = Page(client.get("/moeder/direktionen/2013-08-27/punkt-1/"))
    assert page.link("Skitse af kantinen") == ADDRESS
    assert "Budget" in page.main
    assert "Budget" not in [element.text for element in page.find("a")]


def test_a_title_without_a_file_is_not_found(client: Client, db: None) -> None:
    add_attachment(add_item(add_meeting()))
    assert client.get(ADDRESS).status_code == 404


def test_a_file_that_has_gone_from_the_disk_is_not_found(client: Client, db: None) -> None:
    attachment = add_file()
    attachment.file.storage.delete(attachment.file.name)
    assert client.get(ADDRESS).status_code == 404


def test_a_file_of_a_closed_item_is_handed_to_nobody(client: Client, staff_client: Client) -> None:
    item = add_file().item
    item.is_closed = True
    item.save()
    assert client.get(ADDRESS).status_code == 404
    assert staff_client.get(ADDRESS).status_code == 404


@pytest.mark.parametrize(
    ("state", "anybody", "staff"),
    [(PublicationState.DRAFT, 404, 200), (PublicationState.WITHDRAWN, 410, 410)],
)
def test_a_file_follows_its_meeting(
    client: Client, staff_client: Client, state: PublicationState, anybody: int, staff: int
) -> None:
    add_file(state=state)
    assert client.get(ADDRESS).status_code == anybody
    response = staff_client.get(ADDRESS)
    assert response.status_code == staff
    response.close()


@pytest.mark.parametrize("position", ["0", "2", "99999999999999999999"])
def test_a_number_that_is_not_there_is_not_found(client: Client, db: None, position: str) -> None:
    add_file()
    assert client.get(f"/moeder/direktionen/2013-08-27/punkt-1/bilag/{position}/").status_code == 404
