import pytest
from django.test import Client

from minutes.models import Meeting, PublicationState
from tests.build.rows import add_meeting

ADDRESS = "/moeder/direktionen/2013-08-27/"


def test_a_public_page_is_kept_but_asked_for_each_time(client: Client, db: None) -> None:
    add_meeting()
    response = client.get(ADDRESS)
    assert response.headers["Cache-Control"] == "no-cache"
    unchanged = client.get(ADDRESS, headers={"if-none-match": response.headers["ETag"]})
    assert unchanged.status_code == 304
    assert unchanged.content == b""


def test_a_page_that_has_changed_is_sent_again(client: Client, db: None) -> None:
    meeting = add_meeting()
    tag = client.get(ADDRESS).headers["ETag"]
    meeting.location = "Et andet sted"
    meeting.save()
    assert client.get(ADDRESS, headers={"if-none-match": tag}).status_code == 200


def test_a_kept_page_is_gone_as_soon_as_its_meeting_is_withdrawn(client: Client, db: None) -> None:
    add_meeting()
    tag = client.get(ADDRESS).headers["ETag"]
    Meeting.objects.update(state=PublicationState.WITHDRAWN)
    response = client.get(ADDRESS, headers={"if-none-match": tag})
    assert response.status_code == 410
    assert response.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("address", ["/", ADDRESS, "/sager/", "/findes-ikke/"])
def test_what_staff_read_is_kept_nowhere(staff_client: Client, address: str) -> None:
    add_meeting()
    assert staff_client.get(address).headers["Cache-Control"] == "private, no-store"


def test_a_page_for_anybody_does_not_set_a_cookie(client: Client, db: None) -> None:
    assert not client.get("/").cookies


def test_a_file_may_not_be_kept_longer_than_a_page(client: Client, db: None) -> None:
    assert client.get("/robots.txt").headers["Cache-Control"] == "no-cache"
