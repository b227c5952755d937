"""Source documents: the original bytes, the problems by line, the versions, and that nobody alters them."""

import re

import pytest
from django.urls import reverse

from minutes.models import Meeting, SourceDocument
from tests.build.sample import imported, minutes_text


@pytest.fixture
def source(organisation) -> SourceDocument:
    return imported(extra="En linje uden for alle punkter.").sources.get()


def page_of(source: SourceDocument, view: str = "change") -> str:
    return reverse(f"admin:minutes_sourcedocument_{view}", args=[source.pk])


def with_problems(source: SourceDocument, *severities: str) -> None:
    source.problems = [
        {
            "line": 10 - number,
            "code": "unknown_code",
            "severity": severity,
            "message": "<b>XYZ</b> er ukendt.",
        }
        for number, severity in enumerate(severities)
    ]
    source.save()


def test_the_original_is_handed_out_byte_for_byte_as_a_file(source, admin_client):
    response = admin_client.get(page_of(source, "download"))
    assert b"".join(response) == minutes_text(extra="En linje uden for alle punkter.").encode()
    assert response.headers["Content-Type"] == "text/plain"
    assert response.headers["Content-Disposition"] == 'attachment; filename="direktionen.txt"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("møde 5. februar.txt", "attachment; filename*=utf-8''m%C3%B8de%205.%20februar.txt"),
        ('a"b.txt', 'attachment; filename="a\\"b.txt"'),
        ('a"b\\c.txt', 'attachment; filename="c.txt"'),
        ("a\r\nSet-Cookie: x=1.txt", 'attachment; filename="aSet-Cookie: x=1.txt"'),
        ("../../passwd.txt", 'attachment; filename="passwd.txt"'),
        ("\n", 'attachment; filename="fil"'),
    ],
)
def test_the_name_of_the_file_cannot_break_out_of_its_header(name, sent, source, admin_client):
    SourceDocument.objects.update(name=name)
    response = admin_client.get(page_of(source, "download"))
    b"".join(response)
    assert response.headers["Content-Disposition"] == sent


def test_the_page_links_to_the_original(source, admin_client):
    assert f'href="{page_of(source, "download")}"' in admin_client.get(page_of(source)).text


def test_the_page_leads_to_the_one_on_which_the_document_is_looked_through(source, admin_client):
    assert f'<a href="{page_of(source, "review")}">Gennemse</a>' in admin_client.get(page_of(source)).text


def test_a_source_that_is_not_there_is_not_found(source, admin_client):
    assert admin_client.get(page_of(source, "download").replace(str(source.pk), "999999")).status_code == 404
    assert admin_client.get(page_of(source, "download").replace(str(source.pk), "9" * 30)).status_code == 404


def test_problems_are_a_table_by_line_with_their_severity_in_danish(source, admin_client):
    with_problems(source, "error", "warning", "info")
    page = admin_client.get(page_of(source)).text
    rows = re.findall(r"<td>(\d+)</td>\s*<td>([\w ]+)</td>\s*<td>(.*?)</td>", page)
    assert rows == [
        ("8", "til orientering", "&lt;b&gt;XYZ&lt;/b&gt; er ukendt."),
        ("9", "advarsel", "&lt;b&gt;XYZ&lt;/b&gt; er ukendt."),
        ("10", "fejl", "&lt;b&gt;XYZ&lt;/b&gt; er ukendt."),
    ]


def test_a_document_without_problems_says_so(source, admin_client):
    with_problems(source)
    assert "Ingen bemærkninger." in admin_client.get(page_of(source)).text


def test_every_version_stands_with_its_meeting_the_newest_first(source, admin_client):
    imported(decision="Udsat.")
    page = admin_client.get(reverse("admin:minutes_meeting_change", args=[source.meeting_id])).text
    assert re.findall(r'scope="row">\s*direktionen.txt \(version (\d)\)', page) == ["2", "1"]


def test_nobody_changes_or_deletes_a_source(source, admin_client):
    before = SourceDocument.objects.values().get()
    assert admin_client.post(page_of(source), {"name": "andet.txt"}).status_code == 403
    assert admin_client.post(page_of(source, "delete"), {"post": "yes"}).status_code == 403
    address = reverse("admin:minutes_sourcedocument_changelist")
    admin_client.post(address, {"action": "delete_selected", "_selected_action": [source.pk], "post": "yes"})
    assert SourceDocument.objects.values().get() == before


@pytest.fixture
def meetings(organisation) -> dict[str, Meeting]:
    """Meetings by the gravest severity of their problems."""
    severities = {"fejl": ("warning", "error"), "advarsler": ("info", "warning"), "ingen": ("info",)}
    found = {}
    for month, (name, problems) in enumerate(severities.items(), start=1):
        found[name] = imported(date=f"05-0{month}-2013")
        with_problems(found[name].sources.get(), *problems)
    return found


@pytest.mark.parametrize("value", ["fejl", "advarsler", "ingen"])
@pytest.mark.parametrize("model", ["meeting", "sourcedocument"])
def test_meetings_and_sources_are_filtered_by_their_gravest_problem(model, value, meetings, admin_client):
    response = admin_client.get(f"/admin/minutes/{model}/", {"bemaerkninger": value})
    rows = response.context["cl"].result_list
    assert [getattr(row, "meeting", row) for row in rows] == [meetings[value]]


def test_an_earlier_version_with_errors_does_not_make_its_meeting_one_with_errors(meetings, admin_client):
    imported(date="05-01-2013", decision="Udsat.")
    response = admin_client.get("/admin/minutes/meeting/", {"bemaerkninger": "fejl"})
    assert not response.context["cl"].result_list


def test_the_list_of_meetings_counts_the_problems_of_the_source_in_force(meetings, admin_client):
    page = admin_client.get("/admin/minutes/meeting/").text
    assert re.findall(r'<td class="field-problem_counts">(.*?)</td>', page) == [
        "1 til orientering",
        "1 advarsel, 1 til orientering",
        "1 fejl, 1 advarsel",
    ]
