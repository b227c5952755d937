"""The versions of a meeting are listed, and any two of them compared, item by item and line by line."""

import html
import re

import pytest

from minutes.models import SourceDocument
from tests.build.imports import all_rows
from tests.build.sample import imported, minutes_text

pytestmark = pytest.mark.usefixtures("organisation")


@pytest.fixture
def versions() -> list[SourceDocument]:
    """Three versions of one meeting, the last in force."""
    meeting = imported()
    imported(minutes_text(decision="Udsat."))
    imported(minutes_text(decision="Godkendt for 010180-1234."))
    return list(meeting.sources.order_by("version"))


def address(versions: list[SourceDocument]) -> str:
    return f"/admin/minutes/meeting/{versions[0].meeting_id}/versioner/"


def words(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def test_each_version_is_listed_with_its_file_its_state_and_what_read_it(versions, admin_client):
    page = words(admin_client.get(address(versions)).text)
    assert re.search(r"Gennemse version 3 direktionen.txt i kraft .* utf-8 fil 1, referat \d+", page)
    assert "Gennemse version 1 direktionen.txt tidligere" in page


@pytest.mark.parametrize(
    ("one", "other", "gone", "new"),
    [
        (1, 2, "Godkendt.", "Udsat."),
        (2, 1, "Udsat.", "Godkendt."),
        (2, 3, "Udsat.", "Godkendt for 010180-••••."),
    ],
)
def test_any_two_are_compared_by_item_and_by_line(one, other, gone, new, versions, admin_client):
    page = admin_client.get(address(versions), {"fra": one, "til": other}).text
    assert f"<del>-{gone}</del>" in page
    assert f"<ins>+{new}</ins>" in page
    assert "1 ændret" in page
    assert "010180-1234" not in page


def test_lines_are_told_by_their_numbers_before_and_after(organisation, admin_client):
    meeting = imported()
    imported(minutes_text(extra="En linje mere.\n", decision="Udsat."))
    page = admin_client.get(address([*meeting.sources.all()]), {"fra": 1, "til": 2}).text
    told = re.findall(r'<li class="diff__at">(.*?)</li>', page)
    first, second = told
    assert re.fullmatch(r"Linje \d+", first)
    after, before = map(int, re.fullmatch(r"Linje (\d+) \(før linje (\d+)\)", second).groups())
    assert after == before + 1


def test_comparing_writes_nothing(versions, admin_client):
    before = all_rows()
    admin_client.get(address(versions), {"fra": 1, "til": 3})
    assert all_rows() == before


def test_a_version_is_the_same_as_itself(versions, admin_client):
    page = words(admin_client.get(address(versions), {"fra": 2, "til": 2}).text)
    assert "Alle 2 punkter er de samme." in page
    assert "Teksten er den samme." in page


def test_one_that_cannot_be_read_any_more_is_said(versions, admin_client):
    SourceDocument.objects.filter(pk=versions[0].pk).update(text="Ikke et referat")
    assert "Forventede" in admin_client.get(address(versions), {"fra": 1, "til": 2}).text


@pytest.mark.parametrize(
    "query", [{"fra": "9"}, {"fra": "x", "til": "1"}, {"fra": "1"}, {"fra": "1" * 40, "til": "2"}]
)
def test_versions_that_there_are_not_are_not_compared(query, versions, admin_client):
    response = admin_client.get(address(versions), query)
    assert response.status_code == 200
    assert "linje for linje" not in response.text


def test_a_meeting_that_there_is_not_has_no_versions(admin_client, db):
    assert admin_client.get("/admin/minutes/meeting/99/versioner/").status_code == 404


@pytest.mark.parametrize("rights", [("view_meeting",), ("change_meeting", "add_meeting")])
def test_whoever_may_not_read_documents_sees_none(rights, versions, staff):
    assert staff(*rights).get(address(versions), {"fra": 1, "til": 2}).status_code == 403
