"""The first reading after an upgrade: what then shows less is gone at once, nothing shows more, corrections stay."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.files.base import ContentFile

from minutes.editing.corrections import correct_title
from minutes.importing.importer import import_minutes
from minutes.importing.results import ImportStatus
from minutes.importing.review.upgrade import mask_logs, read_again
from minutes.models import (
    AgendaItem,
    Attachment,
    Correction,
    FailedSearch,
    Meeting,
    PublicationState,
    Section,
    SourceDocument,
)
from minutes.models.choices import FileCheck
from minutes.parser import PARSER_VERSION
from tests.build.commands import run
from tests.build.documents import item_text, minutes_text
from tests.build.pdf import pdf
from tests.build.rows import add_user
from tests.build.word import paragraph, word

pytestmark = pytest.mark.django_db

NUMBER = "010180-1234"


def stored_by_an_earlier_program(
    content: bytes, taken: bytes | None = None, **state: object
) -> SourceDocument:
    """A published document whose rows say what `taken` says, which an earlier program took for the same."""
    source = import_minutes(taken or content, "referat.txt").source
    Meeting.objects.update(state=PublicationState.PUBLISHED)
    # It kept the bytes alone.
    SourceDocument.objects.update(
        content=content, text=None, reader_version=0, parser_version=PARSER_VERSION - 1, **state
    )
    source.refresh_from_db()
    return source


def document(title: str = "Klage", text: str = "Intet.") -> bytes:
    return minutes_text(
        item_text(1, title, "13/101", sagsfremstilling=text, bilag="Brev"),
        item_text(2, "Budget", "13/102", sagsfremstilling="Om budgettet."),
    ).encode()


def closed() -> set[str]:
    return set(AgendaItem.objects.closed().values_list("slug", flat=True))


def test_an_item_that_is_closed_by_the_rules_of_now_is_closed_at_once(read):
    source = stored_by_an_earlier_program(document("(fortrolig) Personsag"), document("Personsag"))
    assert closed() == set()
    assert read_again(source) == ImportStatus.READ_AGAIN
    assert closed() == {"punkt-1"}
    assert "Intet." not in read(source.meeting.get_absolute_url()).html
    assert not Meeting.objects.get().is_draft


def test_an_item_that_may_be_closed_is_closed_until_somebody_decides():
    source = stored_by_an_earlier_program(document("Personsagen er lukket ned"), document("Personsag"))
    read_again(source)
    item = AgendaItem.objects.get(slug="punkt-1")
    assert (item.is_closed, item.is_doubtful) == (True, True)
    assert "punkt 1" in run("check_publication").out


def test_an_item_that_was_closed_stays_so_though_the_rules_of_now_call_it_open():
    source = stored_by_an_earlier_program(document("Ferie"))
    AgendaItem.objects.filter(slug="punkt-1").update(is_closed=True)
    read_again(source)
    assert closed() == {"punkt-1"}
    import_minutes(document("Ferie", "Nyt."), "referat.txt", publish=True)
    assert closed() == {"punkt-1"}


def test_what_was_closed_under_another_number_is_closed_where_it_stands_now():
    renumbered = document("Ferie").replace(b"Punkt 1:", b"Punkt 3:")
    source = stored_by_an_earlier_program(renumbered, document("Ferie"))
    AgendaItem.objects.filter(slug="punkt-1").update(is_closed=True)
    read_again(source)
    assert closed() == {"punkt-3"}


def test_a_number_is_masked_at_once_and_its_meeting_listed(read):
    source = stored_by_an_earlier_program(document(f"Klage fra {NUMBER}"))
    AgendaItem.objects.filter(slug="punkt-1").update(title=f"Klage fra {NUMBER}")
    Section.objects.filter(item__slug="punkt-1").update(text=f"Fra {NUMBER}.")
    read_again(source)
    assert NUMBER not in read(source.meeting.get_absolute_url()).html
    assert AgendaItem.objects.get(slug="punkt-1").title == "Klage fra 010180-••••"
    ran = run("check_publication")
    assert ("010180-••••" in ran.out, ran.code) == (True, 1)


def test_numbers_in_names_of_files_remarks_and_corrections_are_masked_too():
    source = stored_by_an_earlier_program(document())
    correct_title(AgendaItem.objects.get(slug="punkt-1"), "En klage", None)
    Correction.objects.update(
        value=f"Klage fra {NUMBER}", parsed_value=f"Om {NUMBER}", item_title=f"Om {NUMBER}"
    )
    problem = {"line": 3, "code": "x", "severity": "info", "message": f"Linjen: {NUMBER}"}
    earlier = SourceDocument.objects.create(
        meeting=source.meeting, version=2, name=f"{NUMBER}.txt", content=b"x", sha256="1" * 64,
        encoding="utf-8", parser_version=1, problems=[problem], status="earlier",
    )  # fmt: skip
    read_again(source)
    earlier.refresh_from_db()
    assert (earlier.name, earlier.problems[0]["message"]) == ("010180-••••.txt", "Linjen: 010180-••••")
    assert NUMBER not in str([*Correction.objects.values()])


def test_a_correction_stays():
    source = stored_by_an_earlier_program(document())
    correct_title(AgendaItem.objects.get(slug="punkt-1"), "En klage", None)
    read_again(source)
    assert AgendaItem.objects.get(slug="punkt-1").title == "En klage"


def test_a_corrected_title_with_a_number_stays_corrected_and_is_masked():
    source = stored_by_an_earlier_program(document(f"Fra {NUMBER}"))
    correct_title(AgendaItem.objects.get(slug="punkt-1"), "En klage", None)
    Correction.objects.update(value=f"En klage fra {NUMBER}", item_title=f"Fra {NUMBER}")
    read_again(source)
    assert AgendaItem.objects.get(slug="punkt-1").title == "En klage fra 010180-••••"


def test_the_file_of_an_attachment_with_a_number_is_held_back():
    source = stored_by_an_earlier_program(document())
    Attachment.objects.get().file.save("brev.txt", ContentFile(f"Fra {NUMBER}.".encode()))
    read_again(source)
    assert Attachment.objects.get().file_check == FileCheck.WITHHELD


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("brev.pdf", pdf(f"Et brev om klagen fra {NUMBER} er vedlagt.")),
        ("brev.docx", word(paragraph(f"Om {NUMBER}."))),
    ],
)
def test_the_text_of_a_pdf_or_word_attachment_is_looked_through_once(name, content, monkeypatch):
    source = stored_by_an_earlier_program(document())
    Attachment.objects.get().file.save(name, ContentFile(content))
    read_again(source)
    assert Attachment.objects.get().file_check == FileCheck.WITHHELD

    def read(*_: object) -> None:
        raise AssertionError("It was read again.")

    monkeypatch.setattr("minutes.sources.text.read_apart", read)
    read_again(source)
    assert Attachment.objects.get().file_check == FileCheck.WITHHELD
    Attachment.objects.update(file_reader_version=0)
    with pytest.raises(AssertionError):
        read_again(source)


def test_what_a_later_rule_refuses_is_read_with_an_error_in_place_of_the_refusal():
    damaged = document(text="DrÃ¸ftes pÃ¥ mÃ¸det, og Ã¸konomien er pÃ¥ plads.")
    source = stored_by_an_earlier_program(damaged, document())
    assert read_again(source) == ImportStatus.READ_AGAIN
    assert Meeting.objects.get().state == PublicationState.PUBLISHED
    ran = run("check_publication")
    assert ("UTF-8" in ran.out, ran.code) == (True, 1)


def test_two_minutes_in_one_file_are_read_with_an_error():
    second = minutes_text(item_text(1, "Andet", "13/103"), date="10-09-2013").encode()
    source = stored_by_an_earlier_program(document() + b"\n\n" + second, document())
    assert read_again(source) == ImportStatus.READ_AGAIN
    assert run("check_publication").code == 1


def test_a_meeting_whose_document_cannot_be_read_any_more_is_withdrawn_and_listed(client):
    source = stored_by_an_earlier_program(b"Dagsorden\nuden punkter", document())
    assert "Forventede" in read_again(source)
    meeting = Meeting.objects.get()
    assert meeting.is_withdrawn
    assert client.get(meeting.get_absolute_url()).status_code == 410
    source.refresh_from_db()
    assert source.parser_version == PARSER_VERSION
    ran = run("check_publication")
    assert ("trukket tilbage" in ran.out, ran.code) == (True, 1)


def test_a_draft_whose_document_cannot_be_read_any_more_is_withdrawn_too():
    source = stored_by_an_earlier_program(b"Dagsorden", document())
    Meeting.objects.update(state=PublicationState.DRAFT)
    read_again(source)
    assert Meeting.objects.get().is_withdrawn


def test_the_log_of_the_admin_and_the_searches_in_vain_lose_their_numbers():
    user = add_user()
    LogEntry.objects.create(
        user=user, action_flag=CHANGE, change_message=f"importeret: {NUMBER}.txt", object_repr="x"
    )
    FailedSearch.objects.count_up(NUMBER)
    FailedSearch.objects.count_up("kloakk")
    mask_logs()
    assert LogEntry.objects.get().change_message == "importeret: 010180-••••.txt"
    assert [search.words for search in FailedSearch.objects.all()] == ["kloakk"]


def add_earlier_version(source: SourceDocument, content: bytes) -> None:
    SourceDocument.objects.create(
        meeting=source.meeting, version=2, name="a.txt", content=content, sha256="1" * 64,
        encoding="utf-8", parser_version=1, status="earlier",
    )  # fmt: skip


def test_a_meeting_that_took_the_place_of_another_is_remarked_on():
    source = stored_by_an_earlier_program(document())
    other = minutes_text(item_text(1, "Svømmehal", "13/201"), item_text(2, "Bibliotek", "13/202"))
    add_earlier_version(source, other.encode())
    read_again(source)
    source.refresh_from_db()
    assert [problem["code"] for problem in source.problems if problem["code"] == "version_unlike"]


def test_a_version_that_is_like_the_one_in_force_is_not():
    source = stored_by_an_earlier_program(document())
    add_earlier_version(source, document(text="Først stod der noget andet."))
    read_again(source)
    source.refresh_from_db()
    assert "version_unlike" not in {problem["code"] for problem in source.problems}
