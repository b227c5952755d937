"""Every address × who asks × how × what has become of the meeting, made from the table of addresses itself."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import URLPattern, reverse

from minutes import urls
from minutes.matters.joining.writing import joined_again
from minutes.models import CentreRole, PublicationState, SectionKind
from minutes.pages.login import login_pages
from minutes.search.index.writing import index_meetings
from tests.build.rows import (
    add_attachment,
    add_decision,
    add_document,
    add_item,
    add_meeting,
    add_role,
    add_section,
    add_source,
    add_user,
)
from tests.build.told_rows import add_all_told

SECRET = "Hemmelig"
MEETING = {"body_slug": "direktionen", "meeting_slug": "2013-08-27"}
ARGUMENTS = {
    "body": {"body_slug": "direktionen"},
    "body-feed": {"body_slug": "direktionen"},
    "case-by-number": {"written": "13-4321"},
    "meeting-detail": MEETING,
    "meeting-source": MEETING,
    "item-detail": {**MEETING, "item_slug": "punkt-1"},
    "attachment": {**MEETING, "item_slug": "punkt-1", "position": 1},
    "case-detail": {"yy": "13", "serial": "4321"},
    "case-feed": {"yy": "13", "serial": "4321"},
    "document-detail": {"written": "269057-12"},
    "document-by-number": {"serial": "269057", "year": "12"},
    "centre-detail": {"slug": "hrc"},
    "centre-feed": {"slug": "hrc"},
    "series-detail": {"slug": "hemmelig-titel"},
    "series-feed": {"slug": "hemmelig-titel"},
    "topic-detail": {"slug": "hemmelig-emne"},
}
AS_FILES = ["", "?format=json", "?format=csv"]
QUERIES = {
    "item-detail": ["", "?q=hemmelig", "?q=13/4321"],
    "meeting-list": ["", "?aar=2013&organ=direktionen"],
    "case-list": ["", "?aar=2013", "?nr=13/4321", "?nr=4321"],
    "case-detail": ["", "?format=csv", "?sort=nyeste"],
    "decision-list": [
        *("", "?aar=2013", "?organ=direktionen", "?center=hrc", "?sag=13/4321", "?udfald=godkendt"),
        *("?format=json", "?format=csv", "?sag=13/4321&format=json"),
    ],
    "document-detail": AS_FILES,
    "centre-detail": ["", "?format=csv", "?rolle=indstiller", "?aar=2013"],
    "search": [
        *(
            "?q=hemmelig",
            "?q=13/4321",
            "?q=269057/12",
            "?q=hemmelig&sort=nyeste",
            "?q=hemmelig&sort=sager",
            "?q=HRC",
        ),
        *(
            "?q=hemmelig&format=json",
            "?q=13/4321&format=json",
            "?q=269057/12&format=json",
            "?q=HRC&format=json",
        ),
        *("?q=hemmelig&format=csv", "?q=13/4321&format=csv", "?q=HRC&sort=sager&format=csv"),
    ],
    "search-feed": ["", "?q=hemmelig", "?q=13/4321", "?q=269057/12", "?q=HRC"],
    "calendar": ["", "?center=hrc"],
    "follow-up-list": AS_FILES,
    "deferral-list": AS_FILES,
    "promise-list": AS_FILES,
    "series-detail": AS_FILES,
    "topic-detail": AS_FILES,
    "suggestions": ["", "?q=hemm", "?q=hemmelig+t", "?q=13/43", "?q=432", "?q=HRC"],
}
LISTS = [
    *("decision-list", "follow-up-list", "deferral-list", "promise-list"),
    *("series-detail", "topic-detail"),
]
OF_ONE_MEETING = ["meeting-detail", "meeting-source", "item-detail", "attachment"]
PAGES = [pattern for pattern in urls.urlpatterns if isinstance(pattern, URLPattern)]
# Logging in is asked for by everybody about himself, and tells of no meeting.
NAMES = [pattern.name for pattern in PAGES if pattern not in login_pages]
# A case that the reader may see nothing of is not there, nor a document, a series or a topic; all else is a page that
# holds nothing of it.
OF_ONE_CASE = {
    *("/sager/13/4321/", "/sager/?nr=13/4321", "/sager/?nr=4321", "/dokumenter/269057-12/"),
    *("/serier/hemmelig-titel/", "/serier/hemmelig-titel/feed/", "/opfoelgning/emner/hemmelig-emne/"),
}


def addresses(names: list[str]) -> list[str]:
    return [
        reverse(name, kwargs=ARGUMENTS.get(name)) + query
        for name in names
        for query in QUERIES.get(name, [""])
    ]


def add_everything(state: PublicationState, *, is_closed: bool = False) -> None:
    """A meeting of one item in which every text is secret, about a case and with a centre of its own."""
    meeting = add_meeting(state=state, location="Et sted")
    item = add_item(meeting, f"{SECRET} titel 27-08-2013", "13/4321", is_closed=is_closed)
    add_section(item, SectionKind.CASE_PRESENTATION, f"{SECRET} fremstilling")
    add_decision(item, f"{SECRET} beslutning")
    add_attachment(item, f"{SECRET} bilag").file.save("hemmelig.txt", ContentFile(SECRET.encode()))
    add_document(item, "269057/12", f"{SECRET} dokument")
    add_role(item, "HRC", CentreRole.RECOMMENDS)
    add_all_told(item, f"{SECRET} ")
    add_source(meeting, f"{SECRET} kilde")
    with joined_again([meeting.pk]):
        index_meetings([meeting.pk])


RIGHTS = {
    "user": [],
    # Neither a right in the admin nor one to documents shows a draft on a page.
    "assistant": ["view_meeting", "view_agendaitem", "change_agendaitem", "view_sourcedocument"],
    "staff": ["read_drafts"],
    "archivist": ["read_drafts", "view_sourcedocument"],
}


@pytest.fixture
def reader(request: pytest.FixtureRequest, client: Client, db: None) -> Client:
    if request.param != "anybody":
        client.force_login(add_user(request.param, *RIGHTS[request.param]))
    return client


def body_of(client: Client, address: str) -> tuple[int, str]:
    response = client.get(address)
    content = response.getvalue() if response.streaming else response.content
    return response.status_code, content.decode()


every_reader = pytest.mark.parametrize("reader", ["anybody", *RIGHTS], indirect=True)
everybody_but_staff = pytest.mark.parametrize("reader", ["anybody", "user", "assistant"], indirect=True)


def test_every_address_with_a_parameter_is_in_the_table() -> None:
    for pattern in urls.urlpatterns:
        assert set(pattern.pattern.converters) == set(ARGUMENTS.get(pattern.name, {})), pattern.name


@every_reader
def test_what_is_published_is_read_by_everybody(reader: Client) -> None:
    add_everything(PublicationState.PUBLISHED)
    for address in addresses(NAMES):
        status, _ = body_of(reader, address)
        assert status in ({200, 302, 403} if address.endswith("/kilde/") else {200, 301, 302}), address


@everybody_but_staff
def test_a_draft_is_nowhere(reader: Client) -> None:
    add_everything(PublicationState.DRAFT)
    for address in addresses(NAMES):
        status, body = body_of(reader, address)
        assert SECRET not in body, address
        if address in OF_ONE_CASE or address in addresses(OF_ONE_MEETING):
            assert status == 404, address


@every_reader
def test_a_draft_is_in_nothing_that_is_passed_on(reader: Client) -> None:
    add_everything(PublicationState.DRAFT)
    tables = [address for address in addresses(["search"]) if address.endswith("format=csv")]
    feeds = addresses([name for name in NAMES if name.endswith("-feed") or name == "calendar"])
    lists = addresses([*LISTS, "document-detail"])
    files = [address for address in lists if "format=" in address]
    for address in [*feeds, *tables, *files]:
        _, body = body_of(reader, address)
        assert SECRET not in body, address


@pytest.mark.parametrize("reader", ["staff", "archivist"], indirect=True)
def test_a_draft_is_read_by_staff(reader: Client) -> None:
    add_everything(PublicationState.DRAFT)
    for address in addresses(OF_ONE_MEETING):
        status, _ = body_of(reader, address)
        assert status == 200 or (status == 403 and address.endswith("/kilde/")), address


@every_reader
def test_a_withdrawn_meeting_is_gone_where_it_was_and_absent_elsewhere(reader: Client) -> None:
    add_everything(PublicationState.WITHDRAWN)
    for address in addresses(NAMES):
        status, body = body_of(reader, address)
        assert SECRET not in body, address
        assert (status == 410) == (address in addresses(OF_ONE_MEETING)), address


@every_reader
def test_of_a_closed_item_nothing_is_told_to_anybody(reader: Client) -> None:
    add_everything(PublicationState.PUBLISHED, is_closed=True)
    for address in addresses(NAMES):
        if address.endswith("/kilde/"):
            continue
        _, body = body_of(reader, address)
        assert SECRET not in body, address
        if "4321" not in address:
            assert "13/4321" not in body, address


@every_reader
def test_the_source_text_is_for_archivists(request: pytest.FixtureRequest, reader: Client) -> None:
    add_everything(PublicationState.PUBLISHED)
    status, body = body_of(reader, reverse("meeting-source", kwargs=MEETING))
    rights = RIGHTS.get(request.node.callspec.params["reader"], [])
    assert (SECRET in body) == (status == 200) == ("view_sourcedocument" in rights)


@every_reader
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_no_public_address_takes_anything_in(reader: Client, method: str) -> None:
    add_everything(PublicationState.PUBLISHED)
    for address in addresses(NAMES):
        assert getattr(reader, method)(address, {"state": "withdrawn"}).status_code == 405, address
