"""The database itself refuses what must never be, whoever writes."""

import datetime
from collections.abc import Callable

import pytest
from django.db import IntegrityError, models, transaction

from minutes.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Body,
    BodyAlias,
    Case,
    Centre,
    CentreAlias,
    Correction,
    Decision,
    DocumentReference,
    ItemCentre,
    Meeting,
    Section,
    SourceDocument,
)
from tests.build.rows import add_body, add_case, add_meeting

pytestmark = pytest.mark.django_db


def make_item(meeting: Meeting, number: int = 1, **columns: object) -> AgendaItem:
    given = {"position": number, "slug": f"punkt-{number}", "title": "Emne", **columns}
    return AgendaItem.objects.create(meeting=meeting, number=number, **given)


def make_decision(item: AgendaItem, **columns: object) -> Decision:
    return Decision.objects.create(
        item=item, position=1, body=item.meeting.body, date=item.meeting.date, **columns
    )


def refused_by(write: Callable[..., object], *arguments: object, **columns: object) -> str:
    """The name of the constraint that refuses a write."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        write(*arguments, **columns)
    return error.value.__cause__.diag.constraint_name


# Meetings


@pytest.mark.parametrize("time", [datetime.time(10), None])
def test_one_body_does_not_meet_twice_at_one_time(time):
    add_meeting(start_time=time)
    name = "meeting_body_date_start_time_ordinal_unique"
    assert refused_by(add_meeting, start_time=time, slug="andet") == name
    add_meeting(start_time=time, slug="andet", ordinal=2)
    assert refused_by(add_meeting, start_time=time, slug="tredje", ordinal=2) == name


def test_one_body_meets_twice_on_a_day_and_two_bodies_meet_at_one_time():
    add_meeting(start_time=datetime.time(10))
    add_meeting(start_time=datetime.time(14), slug="2013-08-27-1400")
    add_meeting(start_time=datetime.time(10), body="Byrådet")


def test_two_meetings_of_a_body_have_not_one_address():
    add_meeting(start_time=datetime.time(10))
    assert refused_by(add_meeting, start_time=datetime.time(14)) == "meeting_body_slug_unique"


def test_a_meeting_is_in_no_state_that_nobody_knows():
    assert refused_by(add_meeting, state="glemt") == "meeting_state_check"


def test_a_body_with_meetings_cannot_be_deleted():
    meeting = add_meeting()
    with pytest.raises(models.ProtectedError):
        meeting.body.delete()


def test_names_and_addresses_of_bodies_are_their_own():
    body = add_body()
    BodyAlias.objects.create(body=body, text="Dir")
    refused_by(Body.objects.create, name="Direktionen", slug="andet")
    refused_by(Body.objects.create, name="Andet", slug="direktionen")
    refused_by(BodyAlias.objects.create, body=body, text="Dir")


def test_two_people_have_not_one_place_in_a_meeting():
    meeting = add_meeting()
    Attendance.objects.create(meeting=meeting, position=1, role="members", name="Bo")
    assert (
        refused_by(Attendance.objects.create, meeting=meeting, position=1, role="members", name="Bo")
        == "attendance_meeting_position_unique"
    )


# Items and what stands in them


def test_two_items_have_not_one_position_or_one_address():
    meeting = add_meeting()
    make_item(meeting, 1)
    assert refused_by(make_item, meeting, 2, position=1) == "agendaitem_meeting_position_unique"
    assert refused_by(make_item, meeting, 2, slug="punkt-1") == "agendaitem_meeting_slug_unique"
    make_item(meeting, 1, position=2, slug="punkt-1-2")


def test_items_change_places_in_one_statement():
    meeting = add_meeting()
    first, second = make_item(meeting, 1), make_item(meeting, 2)
    AgendaItem.objects.update(position=3 - models.F("position"))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.position, second.position) == (2, 1)


@pytest.mark.parametrize(
    ("model", "columns", "constraint"),
    [
        (Section, {"kind": "law", "heading": "Retsgrundlag"}, "section_item_position_unique"),
        (Attachment, {"title": "Notat"}, "attachment_item_position_unique"),
        (
            DocumentReference,
            {"number": "269057/12", "source": "list"},
            "documentreference_item_position_unique",
        ),
    ],
)
def test_two_parts_of_an_item_have_not_one_position(model, columns, constraint):
    item = make_item(add_meeting())
    model.objects.create(item=item, position=1, **columns)
    model.objects.create(item=item, position=2, **columns)
    assert refused_by(model.objects.create, item=item, position=1, **columns) == constraint


def test_two_decisions_have_not_one_position():
    item = make_item(add_meeting())
    make_decision(item)
    assert refused_by(make_decision, item) == "decision_item_position_unique"


def test_a_decision_has_no_outcome_that_nobody_knows():
    item = make_item(add_meeting())
    assert refused_by(make_decision, item, outcome="vedtaget") == "decision_outcome_check"


# Numbers


@pytest.mark.parametrize("number", ["12/32140", "09/1", "99/9999999"])
def test_a_case_number_in_normal_form_is_accepted(number):
    assert add_case(number).number == number


@pytest.mark.parametrize(
    "number",
    ["12-32140", "2012/32140", "9/22035", "12/032140", "12/", "12/32140 ", "12/32140\n", "", "sag", "12/٣٢"],
)
def test_a_case_number_in_any_other_form_is_refused(number):
    assert refused_by(Case.objects.create, number=number, year=2012, serial=1) == "case_number_check"


def test_a_case_number_is_there_once():
    add_case()
    refused_by(Case.objects.create, number="12/32140", year=2012, serial=32140)


def test_a_case_with_items_cannot_be_deleted():
    make_item(add_meeting(), case=add_case())
    with pytest.raises(models.ProtectedError):
        Case.objects.get().delete()


@pytest.mark.parametrize("number", ["12/269057", "269057-12", "269057/2012", "26/12", "0269057/12", ""])
def test_a_document_number_in_any_other_form_is_refused(number):
    item = make_item(add_meeting())
    assert (
        refused_by(DocumentReference.objects.create, item=item, position=1, number=number, source="list")
        == "documentreference_number_check"
    )


# Centres


def test_a_centre_does_not_end_before_it_begins():
    assert (
        refused_by(Centre.objects.create, code="JC", slug="jc", name="J", valid_from=2015, valid_to=2014)
        == "centre_valid_from_valid_to_check"
    )


@pytest.mark.parametrize(("first", "last"), [(2014, 2014), (None, 2014), (2015, None), (None, None)])
def test_a_centre_is_valid_for_a_year_or_without_end(first, last):
    Centre.objects.create(code="JC", slug="jc", name="Jobcentret", valid_from=first, valid_to=last)


def test_codes_addresses_and_aliases_of_centres_are_their_own():
    centre = Centre.objects.create(code="JC", slug="jc", name="Jobcentret")
    CentreAlias.objects.create(centre=centre, text="Jobcenter Vest")
    refused_by(Centre.objects.create, code="JC", slug="andet", name="Andet")
    refused_by(Centre.objects.create, code="ANDET", slug="jc", name="Andet")
    refused_by(CentreAlias.objects.create, centre=centre, text="Jobcenter Vest")


def test_a_centre_has_each_role_in_an_item_once():
    item = make_item(add_meeting())
    centre = Centre.objects.create(code="JC", slug="jc", name="Jobcentret")
    for role in ("mentioned", "tasked"):
        ItemCentre.objects.create(item=item, centre=centre, role=role)
    assert (
        refused_by(ItemCentre.objects.create, item=item, centre=centre, role="tasked")
        == "itemcentre_item_centre_role_unique"
    )


# Sources and corrections


def make_source(meeting, version=1, status="in_force", sha256="a" * 64):
    return SourceDocument.objects.create(
        meeting=meeting,
        version=version,
        status=status,
        sha256=sha256,
        name="referat.txt",
        content=b"",
        encoding="utf-8",
        parser_version=1,
    )


def test_a_meeting_has_one_source_in_force_one_of_each_version_and_the_same_bytes_once():
    meeting = add_meeting()
    make_source(meeting)
    assert refused_by(make_source, meeting, 2, sha256="b") == "sourcedocument_meeting_in_force_unique"
    assert refused_by(make_source, meeting, 1, "earlier", "b") == "sourcedocument_meeting_version_unique"
    assert refused_by(make_source, meeting, 2, "earlier") == "sourcedocument_meeting_sha256_unique"
    make_source(meeting, 2, "earlier", "b")
    make_source(meeting, 3, "earlier", "c")


def test_one_version_of_a_meeting_waits_and_any_number_is_discarded():
    meeting = add_meeting()
    make_source(meeting)
    make_source(meeting, 2, "waiting", "b")
    assert refused_by(make_source, meeting, 3, "waiting", "c") == "sourcedocument_meeting_waiting_unique"
    make_source(meeting, 3, "discarded", "c")
    make_source(meeting, 4, "discarded", "d")
    assert refused_by(make_source, meeting, 5, "gone", "e") == "sourcedocument_status_check"


def test_a_value_is_corrected_once():
    meeting = add_meeting()
    columns = {"meeting": meeting, "item_slug": "punkt-1", "item_title": "Emne", "field": "outcome"}
    Correction.objects.create(**columns)
    Correction.objects.create(**columns, key="direktionen 2013-08-27")
    assert refused_by(Correction.objects.create, **columns) == "correction_meeting_item_slug_field_key_unique"


def test_a_meeting_is_deleted_with_all_that_is_its_own():
    meeting = add_meeting()
    item = make_item(meeting, case=add_case())
    make_decision(item)
    make_source(meeting)
    meeting.delete()
    assert not AgendaItem.objects.exists()
    assert Case.objects.exists()
    assert Body.objects.get().meetings.count() == 0
    assert add_meeting().pk != meeting.pk
