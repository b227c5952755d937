"""The files of attachments: added, replaced, removed, handed out; nothing that a browser would run."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from minutes.editing.deletion import delete_meetings
from minutes.editing.publication import publish
from minutes.models import Attachment, Event, Meeting
from tests.build.sample import imported, open_item


@pytest.fixture
def attachment(meeting) -> Attachment:
    return open_item(meeting).attachments.get()


@pytest.fixture
def with_file(attachment, admin_client) -> Attachment:
    save(admin_client, attachment, file=pdf())
    attachment.refresh_from_db()
    return attachment


def pdf(name: str = "udkast.pdf", content: bytes = b"%PDF-1.7") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def page_of(attachment: Attachment, view: str = "change") -> str:
    return reverse(f"admin:minutes_attachment_{view}", args=[attachment.pk])


def save(client: Client, attachment: Attachment, **fields: object) -> HttpResponse:
    return client.post(page_of(attachment), fields)


def delete(client: Client, meeting: Meeting, way: str) -> HttpResponse:
    """Look at what is deleted, from the meeting's own page or from the list, and say that it is meant."""
    chosen = {"_selected_action": meeting.pk}
    if way == "from its page":
        page = client.get(reverse("admin:minutes_meeting_delete", args=[meeting.pk]))
    else:
        page = client.post(reverse("admin:minutes_meeting_delete_chosen"), chosen)
    said = {"confirmed": "1", "seen": page.context["seen"], "why": "dublet", "name": str(meeting)}
    return client.post(reverse("admin:minutes_meeting_delete_chosen"), {**chosen, **said})


def test_a_file_is_added_and_handed_out(with_file, admin_client):
    response = admin_client.get(page_of(with_file, "download"))
    assert b"".join(response) == b"%PDF-1.7"
    assert re.fullmatch(r'attachment; filename="udkast\.pdf"', response.headers["Content-Disposition"])
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_form_shows_the_file_by_its_name_and_links_to_the_download(with_file, admin_client):
    page = admin_client.get(page_of(with_file)).text
    assert re.search(rf'<a href="{page_of(with_file, "download")}">udkast\.pdf</a>', page)
    assert "/media/" not in page
    assert "attachments/" not in page


def test_a_file_stays_with_its_attachment_after_a_reimport(with_file, admin_client):
    imported(decision="Godkendt som indstillet.")
    attachment = Attachment.objects.get()
    assert b"".join(admin_client.get(page_of(attachment, "download"))) == b"%PDF-1.7"


def test_a_file_that_is_replaced_is_erased(with_file, admin_client, django_capture_on_commit_callbacks):
    storage, first = with_file.file.storage, with_file.file.name
    with django_capture_on_commit_callbacks(execute=True):
        save(admin_client, with_file, file=pdf("endelig.pdf", b"%PDF-2.0"))
    with_file.refresh_from_db()
    assert with_file.file.read() == b"%PDF-2.0"
    with_file.file.close()
    assert not storage.exists(first)


def test_a_file_is_removed_and_erased(with_file, admin_client, django_capture_on_commit_callbacks):
    storage, name = with_file.file.storage, with_file.file.name
    with django_capture_on_commit_callbacks(execute=True):
        save(admin_client, with_file, **{"file-clear": "on"})
    with_file.refresh_from_db()
    assert not with_file.file
    assert not storage.exists(name)
    assert admin_client.get(page_of(with_file, "download")).status_code == 404


@pytest.mark.parametrize("way", ["from its page", "from the list"])
def test_files_are_erased_with_their_meeting_and_no_others(
    way, with_file, admin_client, django_capture_on_commit_callbacks
):
    other = open_item(imported(date="05-03-2013")).attachments.get()
    save(admin_client, other, file=pdf("andet.pdf"))
    other.refresh_from_db()

    with django_capture_on_commit_callbacks(execute=True):
        delete(admin_client, with_file.item.meeting, way)

    assert not Attachment.objects.filter(pk=with_file.pk).exists()
    assert not with_file.file.storage.exists(with_file.file.name)
    assert other.file.storage.exists(other.file.name)


def test_a_meeting_that_is_not_deleted_after_all_keeps_its_files(
    with_file, admin_client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.get(reverse("admin:minutes_meeting_delete", args=[with_file.item.meeting.pk]))
        with pytest.raises(KeyboardInterrupt), transaction.atomic():
            delete_meetings([with_file.item.meeting.pk])
            raise KeyboardInterrupt

    assert Attachment.objects.filter(pk=with_file.pk).exists()
    assert with_file.file.storage.exists(with_file.file.name)


def test_a_meeting_whose_file_is_gone_from_the_disk_is_deleted(
    with_file, admin_client, django_capture_on_commit_callbacks
):
    with_file.file.storage.delete(with_file.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        assert delete(admin_client, with_file.item.meeting, "from its page").status_code == 302
    assert not Attachment.objects.exists()


def test_a_form_that_is_sent_unchanged_keeps_the_file(with_file, admin_client):
    name = with_file.file.name
    assert save(admin_client, with_file).status_code == 302
    with_file.refresh_from_db()
    assert with_file.file.name == name
    assert with_file.file.storage.exists(name)


def test_a_file_is_added_on_the_items_page_too(attachment, admin_client):
    item = attachment.item
    form = {"title": item.title, "attachments-0-file": pdf()}
    response = admin_client.post(reverse("admin:minutes_agendaitem_change", args=[item.pk]), form)
    assert response.status_code == 302
    attachment.refresh_from_db()
    assert attachment.file_name == "udkast.pdf"


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("side.html", "Filendelse “html” er ikke tilladt"),
        ("tegning.svg", "Filendelse “svg” er ikke tilladt"),
        ("makro.docm", "Filendelse “docm” er ikke tilladt"),
        ("bilag", "Filendelse “” er ikke tilladt"),
        ("side.pdf.xhtml", "Filendelse “xhtml” er ikke tilladt"),
    ],
)
def test_a_file_that_is_no_document_or_picture_is_refused(name, error, attachment, admin_client):
    response = save(admin_client, attachment, file=pdf(name))
    assert error in re.search(r'<ul class="errorlist"[^>]*>(.*?)</ul>', response.text)[1]
    attachment.refresh_from_db()
    assert not attachment.file


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("con.pdf", "con.pdf"),
        ("../x.pdf", "x.pdf"),
        ("C:\\Users\\bo\\x.pdf", "x.pdf"),
        ("x.pdf\n", "x.pdf"),
        ("Bilag 1 – økonomi (endelig).PDF", "Bilag 1 – økonomi (endelig).PDF"),
        ("cpr 010180-1234.pdf", "cpr 010180-••••.pdf"),
        ("x" * 251 + ".pdf", "x" * 251 + ".pdf"),
        ("æ" * 251 + ".pdf", "æ" * 251 + ".pdf"),
        ("會" * 251 + ".pdf", "會" * 251 + ".pdf"),
        ("𝒜" * 251 + ".pdf", "𝒜" * 251 + ".pdf"),
        ("x" * 300 + ".pdf", "x" * 251 + ".pdf"),
        ("0101801234 " + "x" * 240 + ".pdf", "010180-•••• " + "x" * 239 + ".pdf"),
    ],
)
def test_a_file_keeps_the_name_that_it_came_with_and_is_stored_under_one_of_ours(
    sent, kept, attachment, admin_client
):
    assert save(admin_client, attachment, file=pdf(sent)).status_code == 302
    attachment.refresh_from_db()
    assert attachment.file_name == kept
    assert re.fullmatch(r"attachments/\d{4}/\d{2}/[0-9a-f]{32}", attachment.file.name)
    assert b"".join(admin_client.get(page_of(attachment, "download"))) == b"%PDF-1.7"
    assert escape(kept) in admin_client.get(page_of(attachment)).text


def test_a_large_file_whose_ending_is_longer_than_a_name_on_the_disk_is_refused_and_no_more(
    attachment, admin_client
):
    large = pdf("x." + "æ" * 253, b"x" * 3_000_000)
    assert "ikke tilladt" in save(admin_client, attachment, file=large).text


def test_a_file_keeps_its_name_when_the_minutes_are_read_again(with_file):
    imported(decision="Godkendt som indstillet.")
    assert Attachment.objects.get().file_name == "udkast.pdf"


def test_the_public_page_hands_the_file_out_under_its_name(with_file, client):
    publish(Meeting.objects.all())
    item = with_file.item
    address = reverse("attachment", args=[item.meeting.body.slug, item.meeting.slug, item.slug, 1])
    response = client.get(address)
    assert b"".join(response) == b"%PDF-1.7"
    assert response.headers["Content-Disposition"] == 'attachment; filename="udkast.pdf"'


def test_what_is_done_with_a_file_is_in_the_log(with_file, admin_client):
    save(admin_client, with_file, file=pdf("endelig.pdf"))
    save(admin_client, with_file, **{"file-clear": "on"})
    said = [(event.kind, event.details, event.by_name) for event in Event.objects.order_by("pk")[1:]]
    assert said[-2:] == [
        ("file_stored", "bilag 1", "admin"),
        ("file_removed", "bilag 1", "admin"),
    ]


def test_an_empty_file_is_refused(attachment, admin_client):
    assert "errorlist" in save(admin_client, attachment, file=pdf(content=b"")).text


def test_a_file_may_hold_ten_megabytes_and_no_more(attachment, admin_client, settings):
    most = settings.ARCHIVE_UPLOAD_MAX_FILE_BYTES
    response = save(admin_client, attachment, file=pdf(content=b"x" * (most + 1)))
    assert "Filen er for stor: der kan højst uploades 10 MB ad gangen." in response.text
    assert save(admin_client, attachment, file=pdf(content=b"x" * most)).status_code == 302


def test_where_a_file_lies_is_not_for_the_uploader_to_choose(attachment, admin_client, settings):
    body = (
        '--xx\r\nContent-Disposition: form-data; name="file"; filename="../../../../tmp/udkast.pdf"\r\n'
        "\r\n%PDF-1.7\r\n--xx--\r\n"
    )
    admin_client.generic("POST", page_of(attachment), body, content_type="multipart/form-data; boundary=xx")
    attachment.refresh_from_db()
    assert attachment.file_name == "udkast.pdf"
    assert re.fullmatch(r"attachments/\d{4}/\d{2}/[0-9a-f]{32}", attachment.file.name)
    assert attachment.file.path.startswith(str(settings.MEDIA_ROOT))


def test_a_file_that_is_gone_from_the_disk_is_not_found(with_file, admin_client):
    with_file.file.storage.delete(with_file.file.name)
    assert admin_client.get(page_of(with_file, "download")).status_code == 404


def test_whoever_may_only_look_gets_the_file_as_a_link(with_file, staff):
    client = staff("view_attachment")
    page = client.get(page_of(with_file)).text
    assert f'<a href="{page_of(with_file, "download")}">udkast.pdf</a>' in page
    assert 'type="file"' not in page
    assert save(client, with_file, file=pdf()).status_code == 403


def test_attachments_whose_file_is_missing_can_be_listed(with_file, admin_client):
    imported(date="05-03-2013")
    address = reverse("admin:minutes_attachment_changelist")
    listed = admin_client.get(address, {"file__isempty": "1"}).context["cl"].result_list
    assert [row.item.meeting.slug for row in listed] == ["2013-03-05"]
    assert "mangler" in admin_client.get(address).text
