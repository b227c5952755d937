import pytest
from django.test import Client

from minutes.importing.importer import import_minutes
from minutes.models import PublicationState, SourceDocument
from tests.build.documents import decided, item_text, minutes_text
from tests.build.page import Page
from tests.build.rows import add_editor, add_item, add_meeting, add_source, add_user

ADDRESS = "/moeder/direktionen/2013-08-27/kilde/"
TEXT = "REFERAT Direktionen d. 27-08-2013\r\nPunkt 1: Lukket\r\n13/4321\r\nØkonomi"


@pytest.fixture
def archivist(db: None) -> Client:
    """Somebody who may see the sources in the admin."""
    client = Client()
    client.force_login(add_editor("arkivar", "view_sourcedocument"))
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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_problem_below_a_page_break_leads_to_the_line_that_it_names(
    archivist: Client, encoding: str, end: str
) -> None:
    text = minutes_text(
        item_text(1, "Cykelparkering", "13/9902", sagsfremstilling="Der er 40 pladser.\fSide 2 af 3"),
        decided("Direktionen", "31-09-2013", "Godkendt."),
    )
    result = import_minutes(text.replace("\n", end).encode(encoding), "referat.txt", publish=True)
    (problem,) = [problem for problem in result.problems if problem.code == "date_impossible"]
    page = Page(archivist.get(ADDRESS))
    assert page.link(f"Linje {problem.line}") == f"#linje-{problem.line}"
    (line,) = page.find("li", id=f"linje-{problem.line}")
    assert line.text == "Beslutning i Direktionen den 31-09-2013"


@pytest.mark.parametrize("stored", ["utf-8", "latin-1", "utf-16-le", "mac-roman", "ukendt", ""])
def test_a_text_is_shown_by_what_its_bytes_are_whatever_encoding_is_stored(
    archivist: Client, stored: str
) -> None:
    source = add_source(add_meeting(), TEXT, "cp1252")
    type(source).objects.update(encoding=stored)
    assert Page(archivist.get(ADDRESS)).find("li", id="linje-4")[0].text == "Økonomi"


def test_of_a_file_that_is_not_read_any_more_the_page_says_why(archivist: Client) -> None:
    add_source(add_meeting(), "{\\rtf1 REFERAT}")
    assert "Filen er et RTF-dokument" in Page(archivist.get(ADDRESS)).main


def test_the_pages_of_a_pdf_are_told_apart_and_their_lines_counted_through(archivist: Client) -> None:
    problem = {"line": 3, "code": "unknown", "severity": "warning", "message": "Ukendt overskrift."}
    add_source(
        add_meeting(),
        "%PDF",
        text="REFERAT\nBudget\nSkoler\nVeje",
        page_starts=[1, 3, 3, 4],
        problems=[problem],
    )
    page = Page(archivist.get(ADDRESS))
    assert [heading.text for heading in page.find("h3")] == ["Side 1", "Side 2", "Side 3", "Side 4"]
    assert [lines.attributes["start"] for lines in page.find("ol", **{"class": "source"})] == ["1", "3", "4"]
    assert "Side 2 Ingen linje begynder på siden. Side 3 Skoler" in " ".join(page.main.split())
    assert page.find("li", id="linje-3")[0].text == "Skoler"
    assert page.link("Linje 3") == "#linje-3"
    SourceDocument.objects.update(encoding="pdf")
    page = Page(archivist.get(ADDRESS))
    assert "Linjerne er dem i teksten, som den er læst ud af filen." in page.main


def test_of_a_text_file_there_are_no_pages_and_nothing_is_said_of_its_lines(archivist: Client) -> None:
    add_source(add_meeting(), TEXT, text="REFERAT\nBudget")
    page = Page(archivist.get(ADDRESS))
    assert not page.find("h3")
    assert "Linjerne er dem" not in page.main


def test_the_file_itself_is_offered_to_administrators_alone(archivist: Client, admin_client: Client) -> None:
    source = add_source(add_meeting(), TEXT)
    address = f"/admin/minutes/sourcedocument/{source.pk}/download/"
    assert address not in Page(archivist.get(ADDRESS)).links
    assert address in Page(admin_client.get(ADDRESS)).links


def test_only_the_version_in_force_is_shown(archivist: Client) -> None:
    meeting = add_meeting()
    add_source(meeting, "Gammel tekst", sha256="1" * 64, status="earlier")
    add_source(meeting, "Ny tekst", version=2)
    text = Page(archivist.get(ADDRESS)).main
    assert "Ny tekst" in text
    assert "Gammel tekst" not in text


@pytest.fixture
def waiting(db: None) -> None:
    meeting = add_meeting()
    add_source(meeting, "Gammel tekst", sha256="1" * 64)
    add_source(meeting, "Ny tekst", version=2, status="waiting")


def test_a_version_that_waits_is_linked_and_read_by_its_number(archivist: Client, waiting: None) -> None:
    page = Page(archivist.get(ADDRESS))
    assert "Gammel tekst" in page.main
    assert page.link("Version 2 venter på offentliggørelse.") == "?version=2"
    page = Page(archivist.get(f"{ADDRESS}?version=2"))
    assert "Ny tekst" in page.main
    assert "version 2: venter" in page.main
    assert "?version=2" not in page.links


@pytest.mark.parametrize("version", ["3", "0", "-1", "x", "²", "9" * 30, "1 OR 1", "2.0"])
def test_a_version_that_there_is_not_is_not_found(version: str, archivist: Client, waiting: None) -> None:
    assert archivist.get(ADDRESS, {"version": version}).status_code == 404


def test_nobody_else_reads_what_waits(client: Client, staff_client: Client, waiting: None) -> None:
    assert client.get(f"{ADDRESS}?version=2").status_code == 302
    assert staff_client.get(f"{ADDRESS}?version=2").status_code == 403


def test_somebody_not_logged_in_is_asked_to(client: Client, db: None) -> None:
    add_source(add_meeting(), TEXT)
    response = client.get(ADDRESS)
    assert response.status_code == 302
    assert response.headers["Location"] == f"/login/?next={ADDRESS}"


@pytest.mark.parametrize("rights", [(), ("view_meeting",), ("read_drafts", "read_originals")])
def test_anybody_else_who_is_logged_in_is_refused_in_danish(
    client: Client, db: None, rights: tuple[str, ...]
) -> None:
    add_source(add_meeting(), TEXT)
    client.force_login(add_user("anna", *rights))
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
