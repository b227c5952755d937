"""A document becomes the rows of a meeting: once, as a whole, and in place when it comes again."""

import datetime

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.importing import publication
from minutes.importing.importer import ImportResult, ImportStatus, import_minutes, reparse
from minutes.importing.organisation import load_organisation
from minutes.importing.sources import UnreadableSourceError
from minutes.models import (
    AgendaItem,
    Attachment,
    Body,
    BodyAlias,
    Case,
    Decision,
    DocumentReference,
    ItemCentre,
    Meeting,
    PublicationState,
    SearchDocument,
    Section,
    SourceDocument,
)
from minutes.parser import PARSER_VERSION, MinutesSyntaxError

from .texts import decided, item_text, many_items, minutes_text

pytestmark = pytest.mark.django_db


def imported(text: str, name: str = "referat.txt", **options) -> ImportResult:
    return import_minutes(text.encode(), name, **options)


def all_rows() -> dict[str, list[tuple]]:
    models = apps.get_app_config("minutes").get_models()
    return {model.__name__: sorted(model.objects.values_list(), key=repr) for model in models}


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
    assert (source.version, source.is_current, source.encoding) == (1, True, "cp1252")
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
    assert all("kildeteksten har det hele" in message for message in cut)
    assert len(AgendaItem.objects.get().title) == 1000
    assert Section.objects.get(kind="attachments").text == "Bilag " + long.strip()


# The same bytes again


def test_the_same_bytes_again_change_no_row_and_say_so():
    content = many_items(range(1, 4)).encode()
    first = import_minutes(content, "referat.txt")
    before = all_rows()
    again = import_minutes(content, "et andet navn.txt")
    assert again.status == ImportStatus.ALREADY_THERE
    assert (again.meeting, again.source, again.item_count) == (first.meeting, first.source, 3)
    assert again.problems == first.problems
    assert all_rows() == before


def test_the_bytes_of_an_earlier_version_are_put_in_force_again():
    old, new = minutes_text(item_text(1, "Gammel titel")), minutes_text(item_text(1, "Ny titel"))
    imported(old)
    imported(new)
    assert imported(old).status == ImportStatus.NEW_VERSION
    assert AgendaItem.objects.get().title == "Gammel titel"
    assert list(SourceDocument.objects.order_by("version").values_list("version", "is_current")) == [
        (1, True),
        (2, False),
    ]
    before = all_rows()
    assert imported(old).status == ImportStatus.ALREADY_THERE
    assert all_rows() == before


def test_the_same_bytes_publish_a_draft():
    imported(minutes_text())
    result = imported(minutes_text(), publish=True)
    assert result.status == ImportStatus.ALREADY_THERE
    assert result.meeting.state == Meeting.objects.get().state == PublicationState.PUBLISHED
    assert SearchDocument.objects.get().is_public


# Publication on import


def test_a_new_meeting_is_published_where_that_is_asked():
    meeting = imported(minutes_text(), publish=True).meeting
    assert meeting.state == PublicationState.PUBLISHED
    assert meeting.published_at
    assert SearchDocument.objects.get().is_public


def test_new_text_leaves_a_published_meeting_published():
    imported(minutes_text(), publish=True)
    assert imported(minutes_text() + "\nMere.").meeting.state == PublicationState.PUBLISHED


def test_a_withdrawn_meeting_stays_withdrawn_whatever_is_imported():
    imported(minutes_text(), publish=True)
    publication.withdraw(Meeting.objects.all())
    imported(minutes_text(), publish=True)
    imported(minutes_text() + "\nMere.", publish=True)
    assert Meeting.objects.get().state == PublicationState.WITHDRAWN
    assert not SearchDocument.objects.exists()


# New text for a meeting that is there


def test_new_text_keeps_rows_and_addresses_of_the_meeting_and_its_items():
    imported(minutes_text(item_text(1, "Et", "13/101"), item_text(2, "To", "13/102")))
    before = {item.slug: item.pk for item in AgendaItem.objects.all()}
    result = imported(
        minutes_text(item_text(1, "Et, rettet", "13/101"), item_text(2, "To", "13/200"), item_text(3, "Tre"))
    )
    assert result.status == ImportStatus.NEW_VERSION
    items = {item.slug: item for item in AgendaItem.objects.all()}
    assert {slug: items[slug].pk for slug in before} == before
    assert [item.title for item in items.values()] == ["Et, rettet", "To", "Tre"]
    assert items["punkt-2"].case.number == "13/200"
    assert Meeting.objects.get().slug == "2013-08-27"


def test_items_that_change_places_keep_their_rows():
    imported(
        minutes_text(
            item_text(1, "Et", "13/101"), item_text(2, "To", "13/102"), item_text(3, "Tre", "13/103")
        )
    )
    before = {item.title: item.pk for item in AgendaItem.objects.all()}
    imported(
        minutes_text(
            item_text(3, "Tre", "13/103"), item_text(1, "Et", "13/101"), item_text(2, "To", "13/102")
        )
    )
    assert list(AgendaItem.objects.values_list("title", "position")) == [("Tre", 1), ("Et", 2), ("To", 3)]
    assert {item.title: item.pk for item in AgendaItem.objects.all()} == before


def test_new_text_leaves_no_part_of_the_old():
    load_organisation()
    imported(many_items(range(1, 4)))
    imported(minutes_text(item_text(1, "Kun dette")))
    assert AgendaItem.objects.get().title == "Kun dette"
    for model in (Section, Decision, Attachment, DocumentReference, ItemCentre):
        assert not model.objects.exists()
    assert SearchDocument.objects.count() == 1


def test_an_item_that_the_text_has_no_more_is_reported():
    imported(minutes_text(item_text(1, "Et", "13/101"), item_text(2, "To", "13/102")))
    result = imported(minutes_text(item_text(1, "Et", "13/101")))
    gone = [problem for problem in result.problems if problem.code == "item_gone"]
    assert [problem.message for problem in gone] == [
        "Punkt 2, To, står ikke længere i referatet og er slettet."
    ]


def test_the_old_source_is_kept_as_an_earlier_version():
    texts = [minutes_text(item_text(1, title)) for title in ("Første", "Anden", "Tredje")]
    for text in texts:
        imported(text)
    sources = SourceDocument.objects.order_by("version")
    assert [bytes(source.content).decode() for source in sources] == texts
    assert [source.is_current for source in sources] == [False, False, True]


def test_a_decision_keeps_the_section_it_stands_in():
    text = item_text(1, "Emne") + "\n\n" + decided("Direktionen", "20-08-2013", "Udsættes.")
    text += "\n\n" + decided("Direktionen", "27-08-2013", "Godkendt.")
    for suffix in ("", "\nMere."):
        imported(minutes_text(text) + suffix)
        found = [(decision.date.day, decision.section.text[:9]) for decision in Decision.objects.all()]
        assert found == [(20, "Udsættes."), (27, "Godkendt.")]


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_an_uploaded_file_stays_with_the_attachment_of_its_title(media):
    imported(minutes_text(item_text(1, "Emne", "13/101", bilag="Kort over byen\n\nNotat")))
    Attachment.objects.get(title="Notat").file.save("notat.pdf", ContentFile(b"indhold"))
    imported(minutes_text(item_text(1, "Emne", "13/101", bilag="Nyt bilag\n\nNotat\n\nKort over byen")))
    files = {
        attachment.title: attachment.file.name.rsplit("/", 1)[-1] for attachment in Attachment.objects.all()
    }
    assert files == {"Nyt bilag": "", "Notat": "notat.pdf", "Kort over byen": ""}
    with Attachment.objects.get(title="Notat").file.open() as file:
        assert file.read() == b"indhold"


def test_of_two_attachments_with_one_title_each_keeps_its_own_file(media):
    imported(minutes_text(item_text(1, "Emne", "13/101", bilag="Notat\n\nNotat")))
    for number, attachment in enumerate(Attachment.objects.all()):
        attachment.file.save(f"notat-{number}.pdf", ContentFile(b""))
    imported(minutes_text(item_text(1, "Emne", "13/101", bilag="Kort\n\nNotat\n\nNotat")))
    names = [attachment.file.name.rsplit("/", 1)[-1] for attachment in Attachment.objects.all()]
    assert names == ["", "notat-0.pdf", "notat-1.pdf"]


def test_an_uploaded_file_whose_attachment_is_gone_is_kept_and_reported(media):
    imported(minutes_text(item_text(1, "Emne", "13/101", bilag="Notat")))
    Attachment.objects.get().file.save("notat.pdf", ContentFile(b"indhold"))
    result = imported(minutes_text(item_text(1, "Emne", "13/101", bilag="Kort")))
    assert [problem.code for problem in result.problems if problem.severity == "warning"] == [
        "attachment_kept"
    ]
    assert [attachment.title for attachment in Attachment.objects.all()] == ["Kort", "Notat"]


# Which meeting


def test_another_time_on_the_same_day_is_a_second_meeting_with_an_address_of_its_own():
    imported(minutes_text(time="10:00"))
    result = imported(minutes_text(time="14:00"))
    assert result.status == ImportStatus.IMPORTED
    assert sorted(Meeting.objects.values_list("slug", flat=True)) == ["2013-08-27", "2013-08-27-1400"]


@pytest.mark.parametrize(("first", "second"), [("10:00", None), (None, "10:00"), (None, None)])
def test_where_a_time_is_missing_it_is_the_same_meeting_and_no_time_is_lost(first, second):
    imported(minutes_text(time=first))
    result = imported(minutes_text(item_text(1, "Andet"), time=second))
    assert result.status == ImportStatus.NEW_VERSION
    assert Meeting.objects.get().start_time == (datetime.time(10) if first or second else None)


def test_without_a_time_a_document_is_refused_where_the_day_has_two_meetings():
    imported(minutes_text(time="10:00"))
    imported(minutes_text(time="14:00"))
    with pytest.raises(MinutesSyntaxError, match="2 møder i Direktionen den 27-08-2013"):
        imported(minutes_text(time=None))


def test_the_same_day_in_another_body_or_the_same_body_on_another_day_is_another_meeting():
    imported(minutes_text())
    imported(minutes_text(body="Byrådet"))
    imported(minutes_text(date="28-08-2013"))
    assert Meeting.objects.count() == 3


# Reading again


def test_reading_again_writes_what_the_parser_reads_now_and_keeps_everything_else():
    result = imported(many_items(range(1, 4)), publish=True)
    expected = all_rows()
    Section.objects.update(text="læst med en gammel læser")
    AgendaItem.objects.filter(number=2).update(title="forkert", is_closed=True)
    SourceDocument.objects.update(parser_version=0, problems=[])
    again = reparse(SourceDocument.objects.get())
    assert again.status == ImportStatus.READ_AGAIN
    assert (again.meeting, again.problems) == (result.meeting, result.problems)
    found = all_rows()
    for name in ("Meeting", "AgendaItem", "Case", "SourceDocument"):
        assert found[name] == expected[name]
    assert {row[1:] for row in found["Attachment"]} == {row[1:] for row in expected["Attachment"]}


def test_reading_again_leaves_an_earlier_version_alone():
    imported(minutes_text(item_text(1, "Gammel titel")))
    old = SourceDocument.objects.get()
    imported(minutes_text(item_text(1, "Ny titel")))
    before = all_rows()
    assert reparse(old).status == ImportStatus.ALREADY_THERE
    assert all_rows() == before


def test_a_meeting_whose_head_is_read_otherwise_now_keeps_its_address_and_is_reported():
    meeting = imported(minutes_text()).meeting
    Meeting.objects.update(date="2013-08-26", slug="2013-08-26", start_time="09:00")
    result = reparse(SourceDocument.objects.get())
    meeting.refresh_from_db()
    assert (meeting.slug, meeting.start_time) == ("2013-08-26", datetime.time(9))
    assert "Hovedet læses nu som Direktionen 27-08-2013 kl. 10:00" in result.problems[0].message


def test_a_time_that_is_read_now_is_not_taken_from_the_days_other_meeting():
    source = imported(minutes_text(time="10:00")).source
    Meeting.objects.update(start_time=None)
    imported_later = Meeting.objects.create(
        body=Body.objects.get(), date=datetime.date(2013, 8, 27), start_time=datetime.time(10), slug="andet"
    )
    assert reparse(source).meeting.start_time is None
    imported_later.refresh_from_db()
    assert imported_later.start_time == datetime.time(10)


# Any document at all, and many items


@pytest.mark.parametrize("again", [False, True])
def test_the_number_of_queries_does_not_grow_with_the_items(again, django_assert_max_num_queries):
    load_organisation()
    if again:
        imported(many_items(range(1, 40)))
    with django_assert_max_num_queries(50):
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
