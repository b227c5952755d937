"""The lists of the admin: what they find, that they are in Danish, and that they stay quick and never fail."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minutes.editing.corrections import correct_title
from minutes.models import (
    AgendaItem,
    Amount,
    Attachment,
    Attendance,
    Body,
    BodyAlias,
    Case,
    Centre,
    CentreAlias,
    ComingSubject,
    Correction,
    Decision,
    Deferral,
    DocumentReference,
    FollowUp,
    ItemCentre,
    Meeting,
    Promise,
    Reference,
    Section,
    SourceDocument,
)
from tests.build.sample import imported, open_item
from tests.build.told_rows import add_all_told

ADDRESSES = [f"/admin/{model._meta.app_label}/{model._meta.model_name}/" for model in admin.site._registry]
# Copies of a row: what differs from the row that is copied, as SQL; the n-th copy has the key BASE + n.
BASE = 1_000_000
OF_ITEM = {"item_id": f"{BASE} + n"}
OF_MEETING = {"meeting_id": f"{BASE} + n"}
COPIES: dict[type[Model], dict[str, str]] = {
    Meeting: {"date": "date + n", "slug": "'copy-' || n"},
    Case: {"number": "'14/' || n", "serial": "n"},
    AgendaItem: {**OF_MEETING, "case_id": f"{BASE} + n"},
    Section: OF_ITEM,
    Decision: {**OF_ITEM, "section_id": f"{BASE} + n"},
    Attachment: OF_ITEM,
    DocumentReference: OF_ITEM,
    ItemCentre: OF_ITEM,
    **dict.fromkeys((FollowUp, ComingSubject, Promise, Reference, Amount), OF_ITEM),
    Deferral: {**OF_ITEM, "decision_id": f"{BASE} + n"},
    Attendance: OF_MEETING,
    SourceDocument: OF_MEETING,
    Correction: OF_MEETING,
    CentreAlias: {"text": "'copy ' || n"},
    BodyAlias: {"text": "'copy ' || n"},
}


def copy_rows(first: int, last: int) -> None:
    """Copy a row of every model; the database makes ten thousand in a second."""
    with connection.cursor() as cursor:
        for model, columns in COPIES.items():
            names = [field.column for field in model._meta.concrete_fields if not field.generated]
            values = {name: f'"{name}"' for name in names} | {"id": f"{BASE} + n"} | columns
            quoted = ", ".join(f'"{name}"' for name in values)
            cursor.execute(
                f"INSERT INTO {model._meta.db_table} ({quoted}) "
                f"SELECT {', '.join(values.values())} FROM {model._meta.db_table}, generate_series(%s, %s) n "
                "WHERE id = %s",
                [first, last, model.objects.order_by("pk").first().pk],
            )
        cursor.execute("ANALYZE")  # the planner would else believe that the tables are nearly empty


def queries(client: Client, address: str) -> int:
    client.get(address)  # the first request also asks for what Django keeps for the next
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200, address
    return len(captured)


def test_every_list_takes_as_many_queries_for_ten_thousand_rows_as_for_three(meeting, admin_client):
    correct_title(meeting.items.get(slug="punkt-1"), "Rengøring", None)
    meeting.attendance.create(position=1, role="members", name="A. Jensen")
    add_all_told(open_item(meeting))
    copy_rows(1, 3)
    few = {address: queries(admin_client, address) for address in ADDRESSES}
    copy_rows(4, 10_000)
    assert {address: queries(admin_client, address) for address in ADDRESSES} == few
    assert max(few.values()) <= 15
    assert {model.objects.filter(pk__gt=BASE).count() for model in COPIES} == {10_000}


def test_the_pages_of_a_meeting_an_item_and_a_case_take_as_many_queries_for_twenty_rows_as_for_three(
    meeting, admin_client
):
    item, case = meeting.items.first(), meeting.items.first().case

    def add_parts(first: int, count: int) -> None:
        for number in range(first, first + count):
            other = Body.objects.create(name=f"Udvalg {number}", slug=f"udvalg-{number}")
            held = Meeting.objects.create(body=other, date=meeting.date, slug="a")
            for of, position in ((meeting, number), (held, 1)):
                AgendaItem.objects.create(
                    meeting=of,
                    position=position,
                    number=position,
                    slug=f"n-{number}",
                    title="Budget",
                    case=case,
                )
            centre = Centre.objects.create(code=f"C{number}", name="Center", slug=f"c-{number}")
            Section.objects.create(item=item, position=number, kind="economy", heading="Økonomi")
            Decision.objects.create(item=item, position=number, body=other, date=meeting.date)
            Attachment.objects.create(item=item, position=number, title="Notat", file="attachments/notat.pdf")
            ItemCentre.objects.create(item=item, centre=centre, role="mentioned")
            SourceDocument.objects.create(
                meeting=meeting, version=number, name="a.txt", content=b"x", status="earlier",
                sha256=str(number), parser_version=1,
                imported_by=User.objects.create(username=f"person-{number}"),
            )  # fmt: skip
            Correction.objects.create(
                meeting=meeting, item_slug=item.slug, field="outcome", key=str(number),
                made_by=User.objects.create(username=f"archivist-{number}"),
            )  # fmt: skip

    pages = [
        f"/admin/minutes/{row._meta.model_name}/{row.pk}/{view}/"
        for row in (meeting, item, case)
        for view in ("change", "delete")
        if (row, view) not in ((item, "delete"), (case, "delete"))
    ]
    add_parts(100, 3)
    few = {page: queries(admin_client, page) for page in pages}
    add_parts(200, 20)
    assert {page: queries(admin_client, page) for page in pages} == few


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("13/1234", ["13/1234"]),
        ("13-1234", ["13/1234"]),
        ("sag 2013 / 1234", ["13/1234"]),
        ("1234", ["13/1234"]),
        ("13/", ["13/4321", "13/1234"]),
        ("12/1234", []),
        ("rengøring", []),
    ],
)
def test_a_case_is_found_by_its_number_in_any_written_form(typed, found, meeting, admin_client):
    response = admin_client.get("/admin/minutes/case/", {"q": typed})
    assert [case.number for case in response.context["cl"].result_list] == found


@pytest.mark.parametrize(
    ("model", "typed"),
    [
        ("agendaitem", "RENGØRING"),
        ("agendaitem", "aftale ny"),
        ("agendaitem", "13-1234"),
        ("attachment", "udkast"),
        ("body", "direktion"),
        ("centre", "HR-Centret"),
        ("centrealias", "HR"),
        ("decision", "godkendt"),
        ("documentreference", "269057-12"),
        ("documentreference", "dok.nr. 269057/12"),
        ("itemcentre", "HRC"),
        ("meeting", "direktionen 2013-02-05"),
        ("meeting", "mødelokale"),
        ("meeting", "05-02-2013"),
        ("meeting", "Direktionen d. 5. februar 2013"),
        ("section", "forlænges"),
        ("sourcedocument", "direktionen.txt"),
    ],
)
def test_rows_are_found_by_what_people_type(model, typed, meeting, admin_client):
    imported(date="05-03-2013", title="Budget", case_number="13/77", decision="Drøftet.")
    listed = admin_client.get(f"/admin/minutes/{model}/", {"q": typed}).context["cl"].result_list
    assert listed
    assert admin_client.get(f"/admin/minutes/{model}/", {"q": "xyzzy"}).context["cl"].result_count == 0


@pytest.mark.parametrize("typed", ["31-02-2013", "06-02-2013", "99-99-9999"])
def test_a_day_without_a_meeting_finds_none(typed, meeting, admin_client):
    assert admin_client.get("/admin/minutes/meeting/", {"q": typed}).context["cl"].result_count == 0


@pytest.mark.parametrize(
    ("model", "query"),
    [
        ("meeting", {"state__exact": "draft"}),
        ("meeting", {"date__year": "2013"}),
        ("agendaitem", {"is_closed__exact": "1"}),
        ("agendaitem", {"decisions__outcome__exact": "approved"}),
        ("agendaitem", {"meeting__date__year": "2013"}),
        ("decision", {"outcome__exact": "approved"}),
        ("section", {"kind__exact": "decision"}),
        ("itemcentre", {"role__exact": "recommends"}),
        ("case", {"year": "2013"}),
        ("sourcedocument", {"status__exact": "in_force"}),
        ("attachment", {"file__isempty": "1"}),
        ("documentreference", {"source__exact": "prose"}),
    ],
)
def test_lists_can_be_narrowed(model, query, meeting, admin_client):
    response = admin_client.get(f"/admin/minutes/{model}/", query)
    assert response.status_code == 200
    assert response.context["cl"].result_count in (1, 2)


NONSENSE = [
    {"q": "\x00"},
    {"q": "æ" * 5000},
    {"q": "'); DROP TABLE minutes_meeting; --"},
    {"q": "%_\\"},
    {"id__exact": "abc"},
    {"id__exact": "9" * 30},
    {"id__in": "1,\x00"},
    {"pk": "\x00"},
    {"p": "9" * 30},
    {"p": "-1"},
    {"p": "\x00"},
    {"o": "1.-99.x"},
    {"all": ""},
    {"_facets": "1"},
    {"no_such_field__gt": "1"},
    {"body__meetings__items__title__regex": "("},
    {"state__exact": "\x00"},
    {"decisions__outcome__exact": "\x00"},
    {"bemaerkninger": "\x00"},
    {"date__year": "abc"},
    {"date__year": "9" * 30},
    {"meeting__date__year": "0"},
    {"item__meeting__date__year": "9" * 30},
    {"imported_at__year": "99999"},
    {"date__year": "2013", "date__month": "13"},
    {"meeting__date__year": "2013", "meeting__date__month": "2", "meeting__date__day": "31"},
    {"date__gte": "2013-99-99"},
]


@pytest.mark.parametrize("query", NONSENSE, ids=ascii)
def test_nonsense_in_the_address_is_never_a_server_error(query, meeting, admin_client):
    for address in ADDRESSES:
        assert admin_client.get(address, query).status_code in (200, 302, 400), address


@pytest.mark.parametrize(
    "query", ["q=%00", "q=%ED%A0%80", "q=%ff&%ff=1", "%00=%00", "id__exact=%00", "&&&==="]
)
def test_bytes_that_are_no_text_are_never_a_server_error(query, meeting, admin_client):
    for address in ADDRESSES:
        assert admin_client.get(address, QUERY_STRING=query).status_code in (200, 302, 400), address


@pytest.mark.parametrize("key", ["abc", "%00", "0", "-1", "9" * 40, "_5F", "..", "1%27", "%ff"])
@pytest.mark.parametrize("view", ["change/", "delete/", "history/", "download/", ""])
def test_a_row_that_does_not_exist_is_never_a_server_error(key, view, meeting, admin_client):
    for address in ADDRESSES:
        assert admin_client.get(f"{address}{key}/{view}").status_code in (302, 403, 404), address


@pytest.mark.parametrize("address", [*ADDRESSES, "/admin/"])
def test_pages_are_in_danish(address, meeting, admin_client):
    page = admin_client.get(address).text
    assert '<html lang="da"' in page
    assert "Referatarkivet – administration" in page
    visible = re.sub(r"<(script|svg).*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    assert not re.findall(
        r"\b(?:the|and|select|search|add|change|filter by|meeting|case|item|body)\b", visible, re.I
    )


def test_the_login_is_in_danish_and_names_the_archive(client, db):
    page = client.get("/login/").text
    assert "<title>Log ind – Høje-Taastrup Kommune</title>" in page
    assert "Referatarkivet" in page


def test_a_document_without_problems_is_listed_as_such(meeting, admin_client):
    meeting.sources.update(problems=[])
    page = admin_client.get("/admin/minutes/meeting/").text
    assert re.findall(r'<td class="field-problem_counts">(.*?)</td>', page) == ["ingen"]
