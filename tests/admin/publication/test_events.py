"""The log as a list and as a file: found again, safe to open, and touched by nobody."""

import csv
import io
import re

import pytest
from django.test import Client

from minutes.editing import corrections
from minutes.editing.closing import close_item
from minutes.editing.event_log import record
from minutes.models import Event, Meeting
from tests.build.rows import add_item, add_meeting, add_user

pytestmark = pytest.mark.django_db

LIST = "/admin/minutes/event/"
Kind = Event.Kind


@pytest.fixture
def meeting() -> Meeting:
    return add_meeting()


def listed(client: Client, **filters: object) -> list[str]:
    """The kinds of the events that the list shows, the newest first."""
    response = client.get(LIST, filters)
    assert response.status_code == 200
    return re.findall(r'<td class="field-kind">(.*?)</td>', response.text)


def written(client: Client, **filters: object) -> list[list[str]]:
    """The lines of the file below its head."""
    text = client.get(f"{LIST}csv/", filters).getvalue().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1:]


@pytest.fixture
def log(meeting: Meeting) -> None:
    anna = add_user("anna")
    other = add_meeting("2013-09-10", "Byrådet")
    record(Kind.PUBLISHED, anna, meeting=meeting)
    record(Kind.WITHDRAWN, anna, meeting=meeting, reason="dublet: se det andet")
    record(Kind.PUBLISHED, None, meeting=other)
    record(Kind.BODY_MERGED, anna, subject="ØU lagt sammen med Økonomiudvalget")


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        ({}, ["organ lagt sammen", "offentliggjort", "trukket tilbage", "offentliggjort"]),
        ({"kind__exact": "withdrawn"}, ["trukket tilbage"]),
        ({"hvem": "anna"}, ["organ lagt sammen", "trukket tilbage", "offentliggjort"]),
        ({"hvem": "arkivet selv"}, ["offentliggjort"]),
        ({"hvem": "ingen"}, []),
        ({"q": "dublet"}, ["trukket tilbage"]),
        ({"q": "økonomiudvalget"}, ["organ lagt sammen"]),
        ({"q": "byrådet"}, ["offentliggjort"]),
        ({"at__year": "1999"}, []),
        ({"at__gte": "2000-01-01 00:00:00+00:00", "kind__exact": "withdrawn"}, ["trukket tilbage"]),
        ({"moede": "abc"}, []),
        ({"moede": "²"}, []),
        ({"moede": "9" * 40}, []),
        ({"moede": "\x00"}, []),
    ],
)
def test_the_list_and_the_file_are_narrowed_alike(filters, kinds, log, admin_client):
    assert listed(admin_client, **filters) == kinds
    assert [line[2] for line in written(admin_client, **filters)] == kinds


def test_it_is_narrowed_to_a_meeting_and_to_a_body(log, meeting, admin_client):
    assert listed(admin_client, moede=meeting.pk) == ["trukket tilbage", "offentliggjort"]
    assert listed(admin_client, meeting__body__id__exact=meeting.body_id) == [
        "trukket tilbage",
        "offentliggjort",
    ]
    page = admin_client.get(LIST, {"moede": meeting.pk, "q": "dublet"}).text
    assert f"{LIST}csv/?moede={meeting.pk}&amp;q=dublet" in page or f"q=dublet&amp;moede={meeting.pk}" in page


def test_what_was_done_to_a_meeting_that_is_deleted_stays_in_the_list(log, meeting, admin_client):
    key = meeting.pk
    meeting.delete()
    assert len(listed(admin_client)) == 4
    assert listed(admin_client, moede=key) == ["trukket tilbage", "offentliggjort"]


def test_a_line_of_the_file_says_when_who_what_and_why(log, admin_client):
    at, *others = written(admin_client, kind__exact="withdrawn")[0]
    assert re.fullmatch(r"\d\d-\d\d-\d{4} \d\d\.\d\d", at)
    assert others == ["anna", "trukket tilbage", "Direktionen 27-08-2013", "", "", "dublet: se det andet"]


@pytest.mark.parametrize("text", ["=1+1", "+45 12", "-2+3", "@SUM(A1)", '=HYPERLINK("http://a.dk")'])
def test_no_cell_is_run_as_a_formula(text, meeting, admin_client):
    record(Kind.WITHDRAWN, add_user(text), meeting=meeting, details=text, reason=text)
    (line,) = written(admin_client)
    assert [cell for cell in line if cell.startswith(tuple("=+-@"))] == []
    assert line[-1] == f"'{text}"


def test_the_file_is_sent_as_it_is_read(log, admin_client):
    assert admin_client.get(f"{LIST}csv/").streaming


@pytest.mark.parametrize("rights", [(), ("view_meeting", "publish_meeting", "change_agendaitem")])
def test_it_is_for_those_who_may_see_it(rights, log, staff):
    client = staff(*rights)
    assert client.get(LIST).status_code == 403
    assert client.get(f"{LIST}csv/").status_code == 403
    client = staff("view_event")
    assert client.get(LIST).status_code == 200
    assert len(written(client)) == 4


def test_not_even_an_administrator_adds_changes_or_deletes_anything(log, admin_client):
    event = Event.objects.first()
    before = list(Event.objects.values_list())
    assert admin_client.get(f"{LIST}add/").status_code == 403
    for page in ("change", "delete", "history"):
        admin_client.post(f"{LIST}{event.pk}/{page}/", {"reason": "noget andet", "post": "yes"})
    assert admin_client.post(f"{LIST}{event.pk}/change/", {"reason": "noget andet"}).status_code == 403
    assert admin_client.post(f"{LIST}{event.pk}/delete/", {"post": "yes"}).status_code == 403
    admin_client.post(LIST, {"action": "delete_selected", "_selected_action": [event.pk], "post": "yes"})
    assert list(Event.objects.values_list()) == before
    page = admin_client.get(LIST).text
    assert "<input" not in page or 'name="_selected_action"' not in page


def test_a_title_that_was_corrected_is_told_until_its_item_is_a_secret(meeting, admin_client):
    item = add_item(meeting, "Kantine")
    corrections.correct_title(item, "Ny kantine i kælderen", add_user("anna"))
    told = "titel: Kantine → Ny kantine i kælderen"
    assert told in admin_client.get(LIST).text
    assert written(admin_client)[0][5] == told
    close_item(item, None)
    for text in (
        admin_client.get(LIST).text,
        str(written(admin_client)),
        admin_client.get(f"/admin/minutes/meeting/{meeting.pk}/change/").text.split('id="haendelser"')[1],
    ):
        assert "kælderen" not in text
        assert "titel" in text
