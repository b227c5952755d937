"""A new document becomes the rows of a meeting, as a whole or not at all."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.importing.importer import ImportStatus, import_minutes
from minutes.importing.organisation import load_organisation
from minutes.models import (
    AgendaItem,
    Body,
    BodyAlias,
    Case,
    Meeting,
    PublicationState,
    SearchDocument,
    Section,
    SourceDocument,
)
from minutes.parser import PARSER_VERSION, MinutesSyntaxError
from minutes.sources.values import UnreadableSourceError
from tests.build.documents import decided, item_text, many_items, minutes_text
from tests.build.imports import all_rows, imported

pytestmark = pytest.mark.django_db


# A new document


def test_a_document_becomes_a_meeting_with_its_parts():
    load_organisation()
    result = imported(
        minutes_text(
            item_text(
                1,
                "Ny frivilligpolitik",
                "13/2358",
                sagsfremstilling="Politikken er omtalt i dok.nr. 216558-13.",
                indstilling="HR-Centret indstiller, at politikken godkendes.",
                andre_relevante_dokumenter="Udkast til politik (126542/13)",
            )
            + "\n\n"
            + decided("Direktionen", "27-08-2013", "Godkendt.")
            + "\n\nBilag\n\nUdkast til politik",
            item_text(2, "Lukket", "13/2359"),
        ),
        name="C:\\Referater\\2013\\august.txt",
    )

    meeting = Meeting.objects.get()
    assert result.status == ImportStatus.IMPORTED
    assert (result.meeting, result.item_count) == (meeting, 2)
    assert (meeting.body.name, meeting.date, meeting.slug) == (
        "Direktionen",
        datetime.date(2013, 8, 27),
        "2013-08-27",
    )
    assert (meeting.start_time, meeting.location) == (datetime.time(10), "Lokale 1")
    assert meeting.state == PublicationState.DRAFT

    first, closed = meeting.items.all()
    assert (first.number, first.position, first.slug, first.title) == (1, 1, "punkt-1", "Ny frivilligpolitik")
    assert (closed.slug, closed.is_closed, closed.case.number) == ("punkt-2", True, "13/2359")
    assert (first.case.number, first.case.year, first.case.serial) == ("13/2358", 2013, 2358)
    assert [section.kind for section in first.sections.all()] == [
        "case_presentation",
        "recommendation",
        "documents",
        "decision",
        "attachments",
    ]
    decision = first.decisions.get()
    assert (decision.text, decision.outcome, decision.body.name) == ("Godkendt.", "approved", "Direktionen")
    assert decision.section == first.sections.get(kind="decision")
    assert [attachment.title for attachment in first.attachments.all()] == ["Udkast til politik"]
    assert list(first.document_references.values_list("number", "title", "source")) == [
        ("126542/13", "Udkast til politik", "list"),
        ("216558/13", "", "prose"),
    ]
    assert [(row.centre.code, row.role) for row in first.item_centres.all()] == [("HRC", "recommends")]
    assert SearchDocument.objects.get().item == first


def test_the_source_is_kept_byte_for_byte_with_all_that_is_known_of_it():
    user = get_user_model().objects.create_user("arkivar")
    content = minutes_text(item_text(1, "Emne", "13/101"), item_text(3, "Ændring", "13/103")).encode("cp1252")
    result = import_minutes(content, "referat.txt", imported_by=user)

    source = SourceDocument.objects.get()
    assert bytes(source.content) == content
    assert (source.version, source.status, source.encoding) == (1, "in_force", "cp1252")
    assert (source.imported_by, source.parser_version, len(source.sha256)) == (user, PARSER_VERSION, 64)
    assert [problem["code"] for problem in source.problems] == [problem.code for problem in result.problems]


def test_a_problem_of_the_document_is_kept_with_line_code_severity_and_sentence():
    imported(minutes_text(item_text(1, "Emne", "13/101"), item_text(3, "Andet emne", "13/103")))
    problem = next(p for p in SourceDocument.objects.get().problems if p["code"] == "number_gap")
    assert set(problem) == {"line", "code", "severity", "message"}
    assert (problem["line"], problem["severity"]) == (11, "warning")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("/etc/../passwd.txt", "passwd.txt"),
        ("mappe\\referat.txt", "referat.txt"),
        ("ref\x00er\nat\udcff.txt", "ref\ufffder\ufffdat\ufffd.txt"),
        ("../", ".."),
        ("", "uden navn"),
        ("x" * 300, "x" * 254 + "…"),
    ],
)
def test_a_file_name_is_never_a_path_and_always_printable(name, kept):
    assert imported(minutes_text(), name=name).source.name == kept


def test_the_lines_of_people_become_attendance_in_order():
    imported(minutes_text(place="Lokale 1\n\nMedlemmer: Rita Holm, Ole Bang\n\nAfbud: Eva Kvist"))
    attendance = Meeting.objects.get().attendance.all()
    assert [(row.name, row.role) for row in attendance] == [
        ("Rita Holm", "members"),
        ("Ole Bang", "members"),
        ("Eva Kvist", "apologies"),
    ]


def test_the_second_item_of_a_number_gets_an_address_of_its_own():
    imported(
        minutes_text(
            item_text(4, "Et", "13/101"), item_text(4, "To", "13/102"), item_text(4, "Tre", "13/103")
        )
    )
    assert list(AgendaItem.objects.values_list("slug", "title")) == [
        ("punkt-4", "Et"),
        ("punkt-4-2", "To"),
        ("punkt-4-3", "Tre"),
    ]


def test_text_outside_all_sections_is_kept_above_them():
    text = minutes_text(
        item_text(1, "Havnen", "13/100") + "\n\nNotatet er omdelt.\n\nSagsfremstilling\n\nHavnen ryddes."
    )
    (outside, presentation) = imported(text).meeting.items.get().sections.all()
    assert (outside.kind, outside.heading, outside.text) == ("unplaced", "", "Notatet er omdelt.")
    assert outside.blocks == [{"type": "paragraph", "line": 11, "text": "Notatet er omdelt."}]
    assert (presentation.position, presentation.text) == (1, "Havnen ryddes.")


def test_items_of_one_case_share_its_row_across_meetings():
    imported(minutes_text(item_text(1, "Huskeliste", "12/32140"), item_text(2, "Øvrige sager", "12/32140")))
    imported(minutes_text(item_text(1, "Huskeliste", "12/32140"), date="28-08-2013"))
    assert Case.objects.get().items.count() == 3


# Bodies


@pytest.mark.parametrize(
    ("written", "name"),
    [("DIREKTIONEN", "Direktionen"), ("ØU", "Økonomiudvalget"), ("økonomiudvalget", "Økonomiudvalget")],
)
def test_a_body_is_found_by_name_or_alias_without_regard_to_case(written, name):
    load_organisation()
    before = Body.objects.count()
    assert imported(minutes_text(body=written)).meeting.body.name == name
    assert Body.objects.count() == before


def test_an_unknown_body_is_created_with_a_danish_address():
    text = item_text(1, "Emne") + "\n\n" + decided("Ældrerådet", "29-08-2013", "Drøftet.")
    imported(minutes_text(text, body="Børne- og Ungeudvalget"))
    assert set(Body.objects.values_list("name", "slug")) == {
        ("Børne- og Ungeudvalget", "boerne-og-ungeudvalget"),
        ("Ældrerådet", "aeldreraadet"),
    }


def test_bodies_of_the_same_address_are_told_apart():
    Body.objects.create(name="Børne-Udvalget", slug="boerne-udvalget")
    assert imported(minutes_text(body="Børne Udvalget")).meeting.body.slug == "boerne-udvalget-2"


def test_an_alias_that_the_archivist_adds_joins_later_documents_to_the_body():
    body = imported(minutes_text(body="Teknikudvalget")).meeting.body
    BodyAlias.objects.create(body=body, text="Teknik- og Miljøudvalget")
    assert imported(minutes_text(body="Teknik- og Miljøudvalget", date="03-09-2013")).meeting.body == body


# Refusals


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", UnreadableSourceError),
        (b"%PDF-1.4", UnreadableSourceError),
        (b"Der var engang en novelle.", MinutesSyntaxError),
        (b"DAGSORDEN Direktionen d. 27-08-2013\n\nPunkt 1: Emne", MinutesSyntaxError),
        (b"REFERAT Direktionen d. 27-08-2013", MinutesSyntaxError),
        (
            minutes_text(*(item_text(number % 9000, "Emne", "13/100") for number in range(2001))).encode(),
            MinutesSyntaxError,
        ),
        (minutes_text(body="X" * 300).encode(), MinutesSyntaxError),
        (minutes_text(item_text(1, "Emne", bilag="\n".join(["Kort"] * 20_001))).encode(), MinutesSyntaxError),
        (minutes_text(place="\nDeltagere:\n" + "\n".join(["Bo"] * 20_001)).encode(), MinutesSyntaxError),
    ],
    ids=[
        "empty",
        "PDF",
        "novel",
        "agenda",
        "no items",
        "2001 items",
        "long body",
        "20,001 attachments",
        "20,001 people",
    ],
)
def test_a_refused_document_writes_nothing(content, error):
    before = all_rows()
    with pytest.raises(error):
        import_minutes(content, "referat.txt")
    assert all_rows() == before


def test_texts_too_long_for_their_column_are_cut_and_reported():
    long = "ord " * 400
    result = imported(
        minutes_text(
            item_text(1, long, bilag="Bilag " + long, andre_relevante_dokumenter=f"{long} (126542/13)"),
            place=f"{long}\n\nMedlemmer: {long}",
        )
    )
    cut = [problem.message for problem in result.problems if problem.code == "text_cut"]
    assert len(cut) == 5
    lines = {problem.message.split(" er på")[0]: problem.line for problem in result.problems}
    assert (lines["Mødestedet"], lines["Et navn"], lines["Titlen"]) == (5, 7, 9)
    assert all("kildeteksten har det hele" in message for message in cut)
    assert len(AgendaItem.objects.get().title) == 1000
    assert Section.objects.get(kind="attachments").text == "Bilag " + long.strip()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("REFERAT Direktionen d. 27-08-2099\n\nPunkt 1: Emne", 1),
        ("REFERAT Direktionen\nMødested Rådhuset\nMødedato 27-08-2099\nPunkt 1: Emne", 3),
        ("REFERAT Direktionen d. 27-08-2099\nMødedato\n27-08-2099\nPunkt 1: Emne", 3),
    ],
)
def test_a_meeting_of_the_far_future_is_refused_with_the_line_of_its_date(text, line):
    with pytest.raises(MinutesSyntaxError) as refusal:
        import_minutes(text.encode(), "referat.txt")
    assert refusal.value.line == line


# Any document at all, and many items


@pytest.mark.parametrize("again", [False, True])
def test_the_number_of_queries_does_not_grow_with_the_items(again, django_assert_max_num_queries):
    load_organisation()
    if again:
        imported(many_items(range(1, 40)))
    with django_assert_max_num_queries(100):
        imported(many_items(range(1, 41)))


fragments = st.one_of(
    st.sampled_from(
        [
            "Punkt 1: Emne",
            "Punkt ٣: Emne",
            "Punkt 4: Lukket",
            "13/2358",
            "12/3٢١٤٠",
            "dok.nr. 216558-15",
            "dok.nr. 2١٦٥٥٨-15",
            "Notat (1٢٦٥٤٢/13)",
            "Bilag",
            "Indstilling",
            "Beslutning i Direktionen den 27-08-2013",
            "Beslutning i ØU den 00-00-0000",
            "Beslutning i ! den 29-08-2013",
            "HRC indstiller",
            "a\tb\t",
            "Tabel 1: Tal",
            "- o liste",
            "Mødedato d. 01-01-0001 kl. 99:99",
            "Medlemmer: ,,;",
        ]
    ),
    st.text(max_size=30),
)


@given(st.lists(fragments, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n", "\f"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_imported_or_refused_with_a_sentence(parts, separator):
    text = separator.join(["REFERAT Direktionen d. 27-08-2013", "Punkt 1: Emne", "13/100", *parts])
    with transaction.atomic():
        try:
            result = import_minutes(text.encode("utf-8", "surrogatepass"), "referat.txt")
        except (MinutesSyntaxError, UnreadableSourceError) as refusal:
            assert str(refusal)
        else:
            assert result.meeting.items.count() == result.item_count
        transaction.set_rollback(True)
