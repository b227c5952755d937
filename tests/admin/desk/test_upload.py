"""Uploading minutes: what goes in, what is refused and why, and that one bad file keeps no other out."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from minutes.admin.desk import upload_page
from minutes.models import Event, Meeting, PublicationState, SourceDocument
from minutes.sources.text import read_source
from tests.build.hostile_files import HOSTILE_PDF, HOSTILE_WORD
from tests.build.pdf import pdf
from tests.build.sample import imported, minutes_text
from tests.build.word import paragraph, word

pytestmark = pytest.mark.usefixtures("organisation")

ADDRESS = "/admin/minutes/meeting/add/"
MEGABYTE = 1 << 20


def file(name: str = "referat.txt", content: bytes | str | None = None) -> SimpleUploadedFile:
    content = minutes_text() if content is None else content
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def upload(client: Client, *files: SimpleUploadedFile, **fields: str) -> HttpResponse:
    return client.post(ADDRESS, {"files": files, **fields})


def row(cells: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", cells).split())


def table(response: HttpResponse, name: str) -> list[str]:
    """The lines of a list, one for each file, as a reader sees them."""
    body = re.search(rf'<tbody id="{name}">(.*?)</tbody>', response.text, re.DOTALL)[1]
    return [row(cells) for cells in re.findall(r"<tr.*?</tr>", body, re.DOTALL)]


def kept(response: HttpResponse) -> list[str]:
    return table(response, "uploads")


def not_kept(response: HttpResponse) -> list[str]:
    return table(response, "not-kept")


def test_the_list_of_meetings_leads_to_the_upload(admin_client):
    page = admin_client.get(reverse("admin:minutes_meeting_changelist")).text
    assert re.search(rf'<a href="{ADDRESS}"[^>]*>Upload referater</a>', page)


def test_the_form_takes_several_files_and_asks_nothing_else(admin_client):
    page = admin_client.get(ADDRESS).text
    field = re.search(r'<input type="file"[^>]*>', page)[0]
    assert "multiple" in field
    assert 'accept=".txt,.pdf,.docx"' in field
    assert 'type="checkbox"' not in page
    assert "højst 100 filer" in " ".join(page.split())
    assert "10 MB pr. fil" in page


def test_a_file_waits_to_be_looked_at_and_nothing_of_it_is_in_the_archive(admin_client, admin_user):
    response = upload(admin_client, file())
    source = SourceDocument.objects.get()
    (line,) = kept(response)
    assert line.startswith("referat.txt klar Direktionen 05-02-2013 nyt møde 2")
    assert reverse("admin:minutes_sourcedocument_review", args=[source.pk]) in response.text
    assert (source.name, source.imported_by, source.meeting) == ("referat.txt", admin_user, None)
    assert bytes(source.content) == minutes_text().encode()
    assert not Meeting.objects.exists()


def test_what_was_sent_is_there_after_the_browser_was_closed(admin_client):
    sent = kept(upload(admin_client, file()))
    assert kept(admin_client.get(ADDRESS)) == sent


def test_many_files_are_answered_in_the_order_in_which_they_were_chosen(admin_client):
    response = upload(
        admin_client,
        file("b.txt"),
        file("a.txt", minutes_text(date="06-03-2013")),
        file("roman.txt", "Det var en mørk og stormfuld aften."),
        file("b-igen.txt"),
        file("b-ny.txt", minutes_text(decision="Udsat.")),
    )
    assert [line.split()[0] for line in kept(response)] == ["b.txt", "a.txt", "b-ny.txt"]
    assert [line.split()[:2] for line in not_kept(response)] == [
        ["roman.txt", "afvist"],
        ["b-igen.txt", "findes"],
    ]


def test_sending_the_form_again_changes_nothing(admin_client):
    upload(admin_client, file())
    before = list(SourceDocument.objects.values())
    assert not_kept(upload(admin_client, file()))[0].startswith("referat.txt findes allerede")
    assert list(SourceDocument.objects.values()) == before


def test_what_the_archive_has_is_named_with_its_meeting(admin_client):
    imported()
    (line,) = not_kept(upload(admin_client, file("igen.txt")))
    assert line.startswith("igen.txt findes allerede Direktionen 05-02-2013 er version 1, i kraft")


def test_a_script_gets_the_line_of_its_file_alone(admin_client):
    upload(admin_client, file("foer.txt", minutes_text(date="06-03-2013")))
    response = admin_client.post(ADDRESS, {"files": file()}, headers={"X-Requested-With": "XMLHttpRequest"})
    (cells,) = re.findall(r"<tr.*?</tr>", response.text, re.DOTALL)
    assert row(cells).startswith("referat.txt klar")
    assert "<html" not in response.text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (minutes_text().replace("den 05-02-2013", "den 31-02-2013"), "31-02-2013"),
        (minutes_text(decision="Godkendt for 010180-1234."), "Personnummer 010180-••••"),
        (
            minutes_text().replace("Direktionen den 05-02-2013", "Direktionen den 05-02-2019"),
            "advarsel er ikke set",
        ),
    ],
)
def test_what_has_to_be_looked_at_says_why(text, reason, admin_client):
    (line,) = kept(upload(admin_client, file(content=text)))
    assert line.startswith("referat.txt skal ses på")
    assert reason in line


def test_minutes_with_other_items_have_to_be_looked_at(admin_client):
    imported()
    other = minutes_text(title="Havnens renovering", case_number="13/9999")
    (line,) = kept(upload(admin_client, file("anden.txt", other)))
    assert line.startswith(
        "anden.txt skal ses på Arkivet har allerede et møde i Direktionen den 05-02-2013, og"
    )


def test_a_new_version_of_what_is_published_is_said_to_wait(admin_client):
    Meeting.objects.filter(pk=imported().pk).update(state=PublicationState.PUBLISHED)
    (line,) = kept(upload(admin_client, file(content=minutes_text(decision="Udsat."))))
    assert "ny version af et offentliggjort møde" in line


def test_uploads_that_nobody_finishes_are_said_to_go(admin_client):
    assert "inden for 30 dage" in upload(admin_client, file()).text


def test_the_page_asks_as_many_questions_however_many_files_wait(admin_client, django_assert_max_num_queries):
    for month in range(1, 10):
        upload(admin_client, file(f"{month}.txt", minutes_text(date=f"05-{month:02}-2013")))
    with django_assert_max_num_queries(8):
        assert len(kept(admin_client.get(ADDRESS))) == 9


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("referat.md", minutes_text(), "Word-dokument (.docx); filen ender på .md"),
        ("referat.rtf", b"{\\rtf1 REFERAT}", "Filen er et RTF-dokument. Åbn det i Word"),
        ("lukket.pdf", HOSTILE_PDF["with a password"](), "adgangskode"),
        ("scannet.pdf", HOSTILE_PDF["scanned"](), "(OCR)"),
        ("hugget.docx", HOSTILE_WORD["cut off"](), "beskadiget"),
        ("referat", minutes_text(), "filen ender på ingenting"),
        ("referat.txt.exe", minutes_text(), "filen ender på .exe"),
        ("tom.txt", b"", "Filen er tom"),
        ("blank.txt", b" \n\t\n", "Filen er tom"),
        ("billede.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "et billede (PNG)"),
        ("word.txt", b"PK\x03\x04rest", "zip-fil"),
        ("skrald.txt", b"\x81\x8d\x8f\x90\x9d", "ikke tekst i UTF-8"),
        ("dagsorden.txt", minutes_text().replace("REFERAT", "DAGSORDEN"), "Forventede"),
        ("roman.txt", "Det var en mørk aften.\n" * 99, "Forventede"),
        ("stor.txt", b"x" * (10 * MEGABYTE + 1), "højst uploades 10 MB"),
    ],
)
def test_a_file_that_is_no_minutes_is_refused_with_the_reason_and_the_next_goes_in(
    name, content, reason, admin_client
):
    response = upload(admin_client, file(name, content), file("god.txt"))
    assert response.status_code == 200
    (refused,), (taken,) = not_kept(response), kept(response)
    assert refused.startswith(f"{name} afvist")
    assert reason in refused
    assert taken.startswith("god.txt klar")
    assert SourceDocument.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "read_as"),
    [
        ("referat.pdf", pdf(minutes_text()), "pdf"),
        ("referat.docx", word("".join(map(paragraph, minutes_text().split("\n")))), "docx"),
        ("referat.docx", pdf(minutes_text()), "pdf"),
        ("referat.pdf", minutes_text(), "utf-8"),
    ],
)
def test_a_file_is_read_as_what_its_bytes_are_and_its_text_is_kept(name, content, read_as, admin_client):
    assert kept(upload(admin_client, file(name, content)))[0].startswith(
        f"{name} klar Direktionen 05-02-2013"
    )
    source = SourceDocument.objects.get()
    assert source.encoding == read_as
    assert "Ny aftale om rengøring" in source.text
    assert "findes allerede" in not_kept(upload(admin_client, file(name, content)))[0]


@pytest.mark.parametrize("suffix", [".txt", ".TXT", ".Txt"])
def test_the_case_of_the_suffix_does_not_matter(suffix, admin_client):
    assert "klar" in kept(upload(admin_client, file(f"referat{suffix}")))[0]


def test_a_file_of_exactly_ten_megabytes_is_read(admin_client):
    text = minutes_text().encode()
    padded = text + b" " * (10 * MEGABYTE - len(text))
    assert "klar" in kept(upload(admin_client, file(content=padded)))[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_danish_letters_survive_in_the_encodings_people_have(encoding, admin_client):
    content = minutes_text(title="Rengøring på Ærø og Århus").encode(encoding)
    upload(admin_client, file(content=content))
    assert "Rengøring på Ærø og Århus" in SourceDocument.objects.get().text
    assert read_source(content).encoding == SourceDocument.objects.get().encoding


def test_files_that_nobody_can_wait_for_are_told_to_be_sent_again(admin_client, monkeypatch):
    monkeypatch.setattr(upload_page, "_MOST_SECONDS", 0)
    response = upload(admin_client, file("a.txt"), file("010180-1234.txt"))
    assert not_kept(response)[1] == (
        "010180-••••.txt afvist Filen er ikke læst: filerne før den tog for lang tid. Upload den igen."
    )
    monkeypatch.setattr(upload_page, "_MOST_SECONDS", 60)
    assert "klar" in kept(upload(admin_client, file("a.txt")))[0]


def test_a_hundred_files_go_in_and_a_hundred_and_one_are_refused_together(admin_client):
    first_hundred = [file(f"{number}.txt", "ikke et referat") for number in range(100)]
    assert len(not_kept(upload(admin_client, *first_hundred))) == 100

    response = upload(admin_client, *[file(f"{number}.txt") for number in range(101)])
    assert response.status_code == 413
    assert (
        "Der kan højst uploades 100 filer på hver 10 MB ad gangen. Ingen af filerne er læst" in response.text
    )
    assert not SourceDocument.objects.exists()
    assert response.wsgi_request.read() == b"", "a browser shows the answer only when all has been received"


def test_a_request_that_is_too_large_altogether_is_refused_with_a_sentence(admin_client, settings):
    settings.ARCHIVE_UPLOAD_MAX_FILE_BYTES = 100
    response = upload(admin_client, file(content=b"x" * 100_000))
    assert response.status_code == 413
    assert "Ingen af filerne er læst" in response.text


def test_a_form_without_files_says_so(admin_client):
    response = upload(admin_client)
    assert response.status_code == 400
    assert "Vælg mindst én fil." in response.text


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("../../../etc/cron.d/referat.txt", "referat.txt"),
        (r"C:\Dokumenter\referat.txt", "referat.txt"),
        ("&lt;b&gt;referat.txt", "<b>referat.txt"),
        ("\t\x01referat.txt", "referat.txt"),
        ("x" * 300 + ".txt", "x" * 251 + ".txt"),
    ],
)
def test_the_name_of_a_file_is_never_a_path_and_always_escaped(sent, name, admin_client):
    body = (
        f'--xx\r\nContent-Disposition: form-data; name="files"; filename="{sent}"\r\n'
        f"Content-Type: text/plain\r\n\r\n{minutes_text()}\r\n--xx--\r\n"
    )
    response = admin_client.generic("POST", ADDRESS, body, content_type="multipart/form-data; boundary=xx")
    assert SourceDocument.objects.get().name == name
    assert "<b>" not in response.text
    assert "klar" in kept(response)[0]


def test_a_damaged_request_is_answered_as_one(admin_client):
    response = admin_client.generic("POST", ADDRESS, b"--", content_type="multipart/form-data; boundary=xx")
    assert response.status_code == 400


def test_what_the_database_refuses_leaves_nothing_behind_and_keeps_no_other_file_out(admin_client):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE minutes_decision ADD CHECK (outcome <> 'deferred')")
    response = upload(admin_client, file(content=minutes_text(decision="Udsat.")), file("god.txt"))
    assert "Filen kunne ikke gemmes. Intet af den er i arkivet" in not_kept(response)[0]
    assert kept(response)[0].startswith("god.txt klar")
    assert SourceDocument.objects.get().name == "god.txt"


@pytest.mark.parametrize("right", ["view_meeting", "change_meeting", "delete_meeting", "add_sourcedocument"])
def test_without_the_right_to_add_meetings_there_is_no_upload(right, staff):
    client = staff(right)
    assert client.get(ADDRESS).status_code == 403
    assert upload(client, file()).status_code == 403
    assert not SourceDocument.objects.exists()


def test_a_form_from_elsewhere_is_refused(admin_user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    assert upload(client, file()).status_code == 403
    assert not SourceDocument.objects.exists()

    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(ADDRESS).text)[1]
    assert upload(client, file(), csrfmiddlewaretoken=token).status_code == 200
    assert SourceDocument.objects.exists()


def test_a_personal_number_in_the_name_of_a_file_is_masked_wherever_it_is_kept(admin_client):
    page = upload(admin_client, file("sag 010180-1234.txt"))
    assert "sag 010180-••••.txt" in page.text
    rows = str([*SourceDocument.objects.values("name"), *Event.objects.values()])
    assert "010180-••••" in rows
    assert "010180-1234" not in rows
