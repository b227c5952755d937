"""The files of attachments: a text with a personal number in it is held back until somebody has decided on that."""

from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from minutes.editing import publication
from minutes.importing.review.attachment_files import store_file
from minutes.importing.review.deciding import decide
from minutes.models import Attachment, Finding, FindingPlace, Meeting
from minutes.models.choices import FileCheck
from tests.build.hostile_files import HOSTILE_PDF
from tests.build.pdf import pdf
from tests.build.rows import add_publisher, add_user
from tests.build.sample import imported, open_item
from tests.build.word import paragraph, word

pytestmark = pytest.mark.django_db

NUMBER = "Borgeren 010180-1234 har klaget.\n"


@pytest.fixture
def attachment() -> Attachment:
    return open_item(imported()).attachments.get()


@pytest.fixture
def store(attachment) -> Callable[..., Attachment]:
    def store(content: str | bytes, name: str = "klage.txt") -> Attachment:
        data = content if isinstance(content, bytes) else content.encode()
        store_file(attachment, ContentFile(data, name))
        attachment.refresh_from_db()
        return attachment

    return store


def address(attachment: Attachment) -> str:
    item = attachment.item
    return reverse(
        "attachment", args=[item.meeting.body.slug, item.meeting.slug, item.slug, attachment.position]
    )


def published(attachment: Attachment) -> publication.Published:
    return publication.publish(Meeting.objects.filter(pk=attachment.item.meeting_id))


@pytest.mark.parametrize(
    ("name", "content", "check"),
    [
        ("notat.txt", "Ingen numre her.", FileCheck.CLEAR),
        ("notat.TXT", NUMBER, FileCheck.WITHHELD),
        ("liste.csv", "navn;cpr\nAnna;010180-1234\n", FileCheck.WITHHELD),
        ("cp1252.txt", "Børn: 010180-1234".encode("cp1252"), FileCheck.WITHHELD),
        ("utf16.txt", "Børn: 010180-1234".encode("utf-16"), FileCheck.WITHHELD),
        ("notat.pdf", NUMBER, FileCheck.WITHHELD),
        ("notat.pdf", pdf(NUMBER), FileCheck.WITHHELD),
        ("NOTAT.PDF", pdf("Ingen numre i dette notat, siger jeg."), FileCheck.CLEAR),
        ("notat.docx", word(paragraph(NUMBER)), FileCheck.WITHHELD),
        ("notat.docx", word(paragraph("Ingen numre i dette notat.")), FileCheck.CLEAR),
        ("word.txt", word(paragraph(NUMBER)), FileCheck.WITHHELD),
        ("scannet.pdf", HOSTILE_PDF["scanned"](), FileCheck.NOT_DONE),
        ("notat.doc", NUMBER, FileCheck.NOT_DONE),
        ("billede.txt", b"\x89PNG\r\n\x1a\n", FileCheck.NOT_DONE),
        ("tom.txt", b" ", FileCheck.NOT_DONE),
    ],
)
def test_what_is_text_is_looked_through_and_of_the_rest_it_is_said_that_it_is_not(
    store, name, content, check
):
    assert store(content, name).file_check == check


def test_a_number_in_a_file_is_a_finding_that_says_where(store):
    attachment = store(f"Linje 1\n{NUMBER}")
    place = FindingPlace.objects.select_related("finding").get()
    assert place.finding.masked == "010180-••••"
    assert (place.kind, place.line, place.item_slug) == (FindingPlace.Kind.ATTACHMENT, 2, "punkt-1")
    assert place.finding.meeting == attachment.item.meeting


def test_a_file_with_a_number_keeps_its_meeting_from_being_published(store):
    attachment = store(NUMBER)
    (obstacles,) = published(attachment).barred.values()
    assert "bilagsfil" in str(obstacles[0])


def test_a_file_that_is_held_back_is_neither_linked_nor_handed_out_though_its_meeting_is_public(
    store, attachment, read, client
):
    published(attachment)
    store(NUMBER)
    assert client.get(address(attachment)).status_code == 404
    assert address(attachment) not in read(attachment.item.get_absolute_url()).html


def test_a_file_without_a_number_is_linked_and_handed_out(store, attachment, read, client):
    published(attachment)
    store("Ingen numre her.")
    assert b"".join(client.get(address(attachment))) == b"Ingen numre her."
    assert address(attachment) in read(attachment.item.get_absolute_url()).html


def test_what_may_be_a_number_does_not_hold_a_file_back(store):
    attachment = store("Nr. 0202905678")
    assert attachment.file_check == FileCheck.CLEAR
    assert Finding.objects.get().confidence == Finding.Confidence.WARNING


def test_a_released_number_lets_the_file_out(store, client):
    attachment = store(NUMBER)
    decide(Finding.objects.get(), Finding.Decision.RELEASED, by=add_publisher(), reason="Et kontonummer.")
    attachment = Attachment.objects.get()
    assert attachment.file_check == FileCheck.CLEAR
    assert len(published(attachment).changed) == 1
    assert b"".join(client.get(address(attachment))) == NUMBER.encode()


def test_a_number_that_is_to_be_removed_takes_the_file_with_it(store, django_capture_on_commit_callbacks):
    file = store(NUMBER).file
    with django_capture_on_commit_callbacks(execute=True):
        decide(Finding.objects.get(), Finding.Decision.REDACTED, by=add_publisher(), reason="Skal ikke ud.")
    assert not Attachment.objects.get().file
    assert not file.storage.exists(file.name)


def test_a_released_number_that_is_taken_back_holds_the_file_back_again(store):
    store(NUMBER)
    decide(Finding.objects.get(), Finding.Decision.RELEASED, by=add_publisher(), reason="Et kontonummer.")
    decide(
        Finding.objects.get(),
        Finding.Decision.NONE,
        by=add_publisher("bo"),
        reason="Det var et personnummer.",
    )
    assert Attachment.objects.get().file_check == FileCheck.WITHHELD


def test_a_file_that_is_replaced_by_one_without_numbers_bars_nothing(store):
    store(NUMBER)
    attachment = store("Ingen numre her.", "ny.txt")
    assert attachment.file_check == FileCheck.CLEAR
    assert len(published(attachment).changed) == 1


def test_a_file_stays_held_back_when_the_minutes_are_imported_again(store):
    store(NUMBER)
    imported(decision="Godkendt som indstillet.")
    assert Attachment.objects.get().file_check == FileCheck.WITHHELD


def test_a_number_in_the_name_of_a_file_is_masked(store):
    assert "1234" not in store(b"%PDF-1.7", "cpr 010180-1234.pdf").file.name


def test_staff_may_not_have_a_file_that_is_held_back_and_an_administrator_may(store, admin_client, client):
    attachment = store(NUMBER)
    client.force_login(add_user("medarbejder", "view_attachment"))
    download = reverse("admin:minutes_attachment_download", args=[attachment.pk])
    assert client.get(download).status_code == 403
    assert b"".join(admin_client.get(download)) == NUMBER.encode()
