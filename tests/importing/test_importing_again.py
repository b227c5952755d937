"""A document that comes again, or is read again: in place, so that rows, addresses, files and sources stay."""

import datetime

import pytest
from django.core.files.base import ContentFile

from minutes.editing import publication
from minutes.importing.importer import ImportStatus, import_minutes, reparse
from minutes.importing.organisation import load_organisation
from minutes.importing.recognition.meeting_of_document import TakeAs
from minutes.models import (
    AgendaItem,
    Attachment,
    Body,
    Decision,
    DocumentReference,
    ItemCentre,
    Meeting,
    PublicationState,
    SearchDocument,
    Section,
    SourceDocument,
)
from minutes.parser import MinutesSyntaxError
from tests.build.documents import decided, item_text, many_items, minutes_text
from tests.build.imports import all_rows, imported

pytestmark = pytest.mark.django_db


def titled(title: str) -> str:
    """A document of one item, which is the same under any title, for the case has no other."""
    return minutes_text(item_text(1, title, "13/101"))


def versions() -> list[tuple[int, str]]:
    return list(SourceDocument.objects.order_by("version").values_list("version", "status"))


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


@pytest.mark.parametrize("publish", [False, True])
@pytest.mark.parametrize("take_as", [TakeAs.FOUND, TakeAs.NEW_VERSION])
def test_the_bytes_of_an_earlier_version_change_no_row_and_the_answer_names_the_version(take_as, publish):
    old, new = titled("Gammel titel"), titled("Ny titel")
    imported(old)
    imported(new)
    before = all_rows()
    again = imported(old, take_as=take_as, publish=publish)
    assert (again.status, again.answer) == (ImportStatus.EARLIER, "findes som version 1")
    assert all_rows() == before


def test_an_earlier_version_is_put_in_force_again_where_somebody_asks_for_that():
    old, new = titled("Gammel titel"), titled("Ny titel")
    imported(old)
    imported(new)
    assert imported(old, take_as=TakeAs.RESTORED).status == ImportStatus.RESTORED
    assert AgendaItem.objects.get().title == "Gammel titel"
    assert versions() == [(1, "in_force"), (2, "earlier")]
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


def test_new_text_leaves_a_published_meeting_published_as_it_is():
    imported(minutes_text(), publish=True)
    result = imported(minutes_text() + "\nMere.")
    assert (result.status, result.meeting.state) == (ImportStatus.WAITING, PublicationState.PUBLISHED)
    assert "Mere." not in Section.objects.get().text


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
    imported(minutes_text(item_text(1, "Kun dette")), take_as=TakeAs.NEW_VERSION)
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
    texts = [titled(title) for title in ("Første", "Anden", "Tredje")]
    for text in texts:
        imported(text)
    sources = SourceDocument.objects.order_by("version")
    assert [bytes(source.content).decode() for source in sources] == texts
    assert versions() == [(1, "earlier"), (2, "earlier"), (3, "in_force")]


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
    notat = Attachment.objects.get(title="Notat")
    notat.file_name = "notat.pdf"
    notat.file.save("notat.pdf", ContentFile(b"indhold"))
    imported(minutes_text(item_text(1, "Emne", "13/101", bilag="Nyt bilag\n\nNotat\n\nKort over byen")))
    files = {attachment.title: attachment.file_name for attachment in Attachment.objects.all()}
    assert files == {"Nyt bilag": "", "Notat": "notat.pdf", "Kort over byen": ""}
    with Attachment.objects.get(title="Notat").file.open() as file:
        assert file.read() == b"indhold"


def test_of_two_attachments_with_one_title_each_keeps_its_own_file(media):
    imported(minutes_text(item_text(1, "Emne", "13/101", bilag="Notat\n\nNotat")))
    for number, attachment in enumerate(Attachment.objects.all()):
        attachment.file_name = f"notat-{number}.pdf"
        attachment.file.save(attachment.file_name, ContentFile(b""))
    imported(minutes_text(item_text(1, "Emne", "13/101", bilag="Kort\n\nNotat\n\nNotat")))
    names = [attachment.file_name for attachment in Attachment.objects.all()]
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
    result = imported(minutes_text(time=second) + "\nMere.")
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
    AgendaItem.objects.filter(number=2).update(title="forkert")
    SourceDocument.objects.update(parser_version=0, problems=[])
    again = reparse(SourceDocument.objects.get())
    assert again.status == ImportStatus.READ_AGAIN
    assert (again.meeting, again.problems) == (result.meeting, result.problems)
    found = all_rows()
    for name in ("Meeting", "AgendaItem", "Case", "SourceDocument"):
        assert found[name] == expected[name]
    assert {row[1:] for row in found["Attachment"]} == {row[1:] for row in expected["Attachment"]}


def test_reading_again_leaves_an_earlier_version_alone():
    imported(titled("Gammel titel"))
    old = SourceDocument.objects.get()
    imported(titled("Ny titel"))
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
