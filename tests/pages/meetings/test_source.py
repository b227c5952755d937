import pytest
from django.test import Client

from minutes.models import PublicationState
from tests.build.page import Page
from tests.build.rows import add_item, add_meeting, add_source, add_user

ADDRESS = "/moeder/direktionen/2013-08-27/kilde/"
TEXT = "REFERAT Direktionen d. 27-08-2013\r\nPunkt 1: Lukket\r\n13/4321\r\nØkonomi"


@pytest.fixture
def archivist(db: None) -> Client:
    """Somebody who may see the sources in the admin."""
    client = Client()
    client.force_login(add_user("arkivar", "view_sourcedocument", is_staff=True))
    return client


def test_an_archivist_reads_the_text_line_by_line_as_it_was_uploaded(archivist: Client) -> None:
    add_source(add_meeting(), TEXT, "cp1252")
    page = Page(archivist.get(ADDRESS))
    assert page.status == 200
    assert [page.find("li", id=f"linje-{number}")[0].text for number in (1, 3, 4)] == [
        "REFERAT Direktionen d. 27-08-2013",
        "13/4321",
        "Økonomi",
    ]


def test_a_problem_leads_to_its_line(archivist: Client) -> None:
    problem = {"line": 2, "code": "unknown", "severity": "warning", "message": "Ukendt overskrift."}
    add_source(add_meeting(), TEXT, problems=[problem])
    page = Page(archivist.get(ADDRESS))
    assert "Linje 2: Ukendt overskrift." in page.main
    assert page.link("Linje 2") == "#linje-2"


def test_only_the_version_in_force_is_shown(archivist: Client) -> None:
    meeting = add_meeting()
    add_source(meeting, "Gammel tekst", sha256="1" * 64, is_current=False)
    add_source(meeting, "Ny tekst", version=2)
    text = Page(archivist.get(ADDRESS)).main
    assert "Ny tekst" in text
    assert "Gammel tekst" not in text


def test_somebody_not_logged_in_is_asked_to(client: Client, db: None) -> None:
    add_source(add_meeting(), TEXT)
    response = client.get(ADDRESS)
    assert response.status_code == 302
    assert response.headers["Location"] == f"/admin/login/?next={ADDRESS}"


@pytest.mark.parametrize(
    ("rights", "is_staff"),
    [((), False), (("view_sourcedocument",), False), ((), True), (("view_meeting",), True)],
)
def test_anybody_else_who_is_logged_in_is_refused_in_danish(
    client: Client, db: None, rights: tuple[str, ...], is_staff: bool
) -> None:
    add_source(add_meeting(), TEXT)
    client.force_login(add_user("anna", *rights, is_staff=is_staff))
    page = Page(client.get(ADDRESS))
    assert page.status == 403
    assert page.title == "Du har ikke adgang"
    assert "13/4321" not in page.html


def test_a_meeting_page_leads_an_archivist_to_the_text_and_nobody_else(
    client: Client, staff_client: Client, archivist: Client
) -> None:
    add_item(add_meeting())
    assert ADDRESS in Page(archivist.get("/moeder/direktionen/2013-08-27/")).links
    for reader in (client, staff_client):
        assert ADDRESS not in Page(reader.get("/moeder/direktionen/2013-08-27/")).links


@pytest.mark.parametrize(
    ("state", "status"), [(PublicationState.DRAFT, 404), (PublicationState.WITHDRAWN, 410)]
)
def test_what_is_not_published_is_not_even_hinted_at(
    client: Client, db: None, state: PublicationState, status: int
) -> None:
    add_source(add_meeting(state=state), TEXT)
    assert client.get(ADDRESS).status_code == status


def test_a_meeting_without_a_source_has_no_source_page(archivist: Client) -> None:
    add_meeting()
    assert archivist.get(ADDRESS).status_code == 404
