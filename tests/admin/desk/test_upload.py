"""Uploading minutes: what goes in, what is refused and why, and that one bad file keeps no other out."""

import html
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from minutes.admin.desk import upload_page
from minutes.models import Meeting, PublicationState, SourceDocument
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


def lines(response: HttpResponse) -> list[str]:
    """The lines of the answer, one for each file, as a reader sees them."""
    body = re.search(r'<table class="upload-result">.*?<tbody>(.*)</tbody>', response.text, re.DOTALL)[1]
    # The table of a file's problems stands inside the file's line.
    rows = re.split(r'<tr>\s*<th scope="row">', body)[1:]
    return [" ".join(re.sub(r"<[^>]*>", " ", row).split()) for row in rows]


def test_the_list_of_meetings_leads_to_the_upload(admin_client):
    page = admin_client.get(reverse("admin:minutes_meeting_changelist")).text
    assert re.search(rf'<a href="{ADDRESS}"[^>]*>Upload referater</a>', page)


def test_the_form_takes_several_text_files_and_publishes_only_on_demand(admin_client):
    page = admin_client.get(ADDRESS).text
    field = re.search(r'<input type="file"[^>]*>', page)[0]
    assert "multiple" in field
    assert 'accept=".txt,.pdf,.docx"' in field
    assert "checked" not in re.search(r'<input type="checkbox"[^>]*>', page)[0]
    assert "højst 100 filer" in " ".join(page.split())
    assert "10 MB pr. fil" in page


def test_a_file_becomes_a_draft_that_is_linked_with_its_number_of_items(admin_client, admin_user):
    response = upload(admin_client, file())
    meeting = Meeting.objects.get()
    assert meeting.state == PublicationState.DRAFT
    assert lines(response) == ["referat.txt importeret Direktionen 05-02-2013 (kladde) 2 ingen"]
    assert reverse("admin:minutes_meeting_change", args=[meeting.pk]) in response.text
    source = meeting.sources.get()
    assert (source.name, source.imported_by) == ("referat.txt", admin_user)
    assert bytes(source.content) == minutes_text().encode()


def test_a_meeting_can_be_published_at_once(admin_client):
    assert "(offentliggjort)" in lines(upload(admin_client, file(), publish="on"))[0]
    assert Meeting.objects.get().state == PublicationState.PUBLISHED


def test_many_files_are_answered_in_the_order_in_which_they_were_chosen(admin_client):
    response = upload(
        admin_client,
        file("b.txt"),
        file("a.txt", minutes_text(date="06-03-2013")),
        file("roman.txt", "Det var en mørk og stormfuld aften."),
        file("b-igen.txt"),
        file("b-ny.txt", minutes_text(decision="Udsat.")),
    )
    assert [line.split()[:2] for line in lines(response)] == [
        ["b.txt", "importeret"],
        ["a.txt", "importeret"],
        ["roman.txt", "afvist"],
        ["b-igen.txt", "findes"],
        ["b-ny.txt", "ny"],
    ]
    assert Meeting.objects.count() == 2


def test_sending_the_form_again_changes_nothing(admin_client):
    upload(admin_client, file())
    before = list(Meeting.objects.values()), list(SourceDocument.objects.values())
    assert "findes allerede" in lines(upload(admin_client, file()))[0]
    assert (list(Meeting.objects.values()), list(SourceDocument.objects.values())) == before
    assert LogEntry.objects.count() == 1


def test_what_the_parser_remarked_stands_with_its_line_and_severity(admin_client):
    text = minutes_text(extra="En linje uden for alle punkter.")
    response = upload(admin_client, file(content=text))
    problem = SourceDocument.objects.get().problems[0]
    row = re.search(rf"<td>{problem['line']}</td>\s*<td>([\w ]+)</td>\s*<td>(.*?)</td>", response.text)
    assert row[1] in ("fejl", "advarsel", "til orientering")
    assert row[2]


def test_that_an_item_is_gone_is_seen_at_once(admin_client):
    def is_open(response: HttpResponse) -> bool:
        return "<details open>" in response.text

    whole = minutes_text(extra="En linje uden for alle punkter.")
    cut = whole[: whole.index("Punkt 2")].replace("\nLukket.....\t2", "")
    assert not is_open(upload(admin_client, file(content=whole)))
    response = upload(admin_client, file(content=cut))
    assert is_open(response)
    assert "Punkt 2, Lukket, står ikke længere i referatet og er slettet." in response.text


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
    refused, taken = lines(response)
    assert refused.startswith(f"{name} afvist")
    assert reason in refused
    assert taken.startswith("god.txt importeret")
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
    assert lines(upload(admin_client, file(name, content)))[0].startswith(
        f"{name} importeret Direktionen 05-02-2013 (kladde) 2"
    )
    source = SourceDocument.objects.get()
    assert source.encoding == read_as
    assert "Ny aftale om rengøring" in source.text
    assert "findes allerede" in lines(upload(admin_client, file(name, content)))[0]


@pytest.mark.parametrize("suffix", [".txt", ".TXT", ".Txt"])
def test_the_case_of_the_suffix_does_not_matter(suffix, admin_client):
    assert "importeret" in lines(upload(admin_client, file(f"referat{suffix}")))[0]


def test_a_file_of_exactly_ten_megabytes_is_read(admin_client):
    text = minutes_text().encode()
    padded = text + b" " * (10 * MEGABYTE - len(text))
    assert "importeret" in lines(upload(admin_client, file(content=padded)))[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_danish_letters_survive_in_the_encodings_people_have(encoding, admin_client):
    content = minutes_text(title="Rengøring på Ærø og Århus").encode(encoding)
    upload(admin_client, file(content=content))
    assert Meeting.objects.get().items.first().title == "Rengøring på Ærø og Århus"
    assert read_source(content).encoding == SourceDocument.objects.get().encoding


def test_files_that_nobody_can_wait_for_are_told_to_be_sent_again(admin_client, monkeypatch):
    monkeypatch.setattr(upload_page, "_MOST_SECONDS", 0)
    response = upload(admin_client, file("a.txt"), file("010180-1234.txt"))
    assert lines(response)[1] == (
        "010180-••••.txt afvist Filen er ikke læst: filerne før den tog for lang tid. Upload den igen."
    )
    monkeypatch.setattr(upload_page, "_MOST_SECONDS", 60)
    assert "importeret" in lines(upload(admin_client, file("a.txt")))[0]


def test_a_hundred_files_go_in_and_a_hundred_and_one_are_refused_together(admin_client):
    first_hundred = [file(f"{number}.txt", "ikke et referat") for number in range(100)]
    assert len(lines(upload(admin_client, *first_hundred))) == 100

    response = upload(admin_client, *[file(f"{number}.txt") for number in range(101)])
    assert response.status_code == 413
    assert (
        "Der kan højst uploades 100 filer på hver 10 MB ad gangen. Ingen af filerne er læst" in response.text
    )
    assert not Meeting.objects.exists()
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
    ("sent", "kept"),
    [
        ("../../../etc/cron.d/referat.txt", "referat.txt"),
        (r"C:\Dokumenter\referat.txt", "referat.txt"),
        ("&lt;b&gt;referat.txt", "<b>referat.txt"),
        ("\t\x01referat.txt", "referat.txt"),
        ("x" * 300 + ".txt", "x" * 251 + ".txt"),
    ],
)
def test_the_name_of_a_file_is_never_a_path_and_always_escaped(sent, kept, admin_client):
    body = (
        f'--xx\r\nContent-Disposition: form-data; name="files"; filename="{sent}"\r\n'
        f"Content-Type: text/plain\r\n\r\n{minutes_text()}\r\n--xx--\r\n"
    )
    response = admin_client.generic("POST", ADDRESS, body, content_type="multipart/form-data; boundary=xx")
    assert SourceDocument.objects.get().name == kept
    assert "<b>" not in response.text
    assert lines(response)[0].split()[1] == "importeret"


def test_a_damaged_request_is_answered_as_one(admin_client):
    response = admin_client.generic("POST", ADDRESS, b"--", content_type="multipart/form-data; boundary=xx")
    assert response.status_code == 400


def test_what_the_database_refuses_leaves_nothing_behind_and_keeps_no_other_file_out(admin_client):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE minutes_decision ADD CHECK (outcome <> 'deferred')")
    response = upload(admin_client, file(content=minutes_text(decision="Udsat.")), file("god.txt"))
    refused, taken = lines(response)
    assert "Filen kunne ikke gemmes. Intet af den er i arkivet" in refused
    assert taken.startswith("god.txt importeret")
    assert SourceDocument.objects.get().name == "god.txt"


def test_without_the_right_to_change_meetings_a_new_version_is_refused_and_nothing_written(staff):
    imported()
    client = staff("add_meeting")
    response = upload(
        client, file(content=minutes_text(decision="Udsat.")), file("marts.txt", minutes_text("06-03-2013"))
    )
    refused, taken = lines(response)
    assert "du har ikke ret til at ændre møder" in refused
    assert "importeret" in taken
    assert list(Meeting.objects.get(date="2013-02-05").sources.values_list("version")) == [(1,)]
    assert not Meeting.objects.filter(items__decisions__outcome="deferred").exists()


def test_without_the_right_to_change_meetings_nothing_is_published(staff):
    client = staff("add_meeting")
    assert "Offentliggør straks" not in client.get(ADDRESS).text
    upload(client, file(), publish="on")
    assert Meeting.objects.get().state == PublicationState.DRAFT


@pytest.mark.parametrize("right", ["view_meeting", "change_meeting", "delete_meeting", "add_sourcedocument"])
def test_without_the_right_to_add_meetings_there_is_no_upload(right, staff):
    client = staff(right)
    assert client.get(ADDRESS).status_code == 403
    assert upload(client, file()).status_code == 403
    assert not Meeting.objects.exists()


# What the archive asks about


OTHER = {"title": "Havnens renovering", "case_number": "13/9999"}


def test_minutes_with_other_items_are_refused_with_the_question_and_two_choices_of_the_form(admin_client):
    upload(admin_client, file())
    (line,) = lines(upload(admin_client, file("anden.txt", minutes_text(**OTHER))))
    assert line.startswith("anden.txt afvist Arkivet har allerede et møde i Direktionen den 05-02-2013, og")
    form = admin_client.get(ADDRESS).text
    for choice in ("En ny version af dagens møde", "Et andet møde end det, arkivet har på dagen"):
        assert choice in html.unescape(line)
        assert f">{choice}</option>" in form
    assert SourceDocument.objects.count() == 1


@pytest.mark.parametrize(
    ("take_as", "became", "meetings"), [("new_version", "ny version", 1), ("other_meeting", "importeret", 2)]
)
def test_each_choice_takes_the_file_in(take_as, became, meetings, admin_client):
    upload(admin_client, file())
    (line,) = lines(upload(admin_client, file("anden.txt", minutes_text(**OTHER)), take_as=take_as))
    assert line.startswith(f"anden.txt {became} Direktionen 05-02-2013")
    assert Meeting.objects.count() == meetings


def test_an_earlier_version_is_named_with_the_choice_that_restores_it(admin_client):
    upload(admin_client, file())
    upload(admin_client, file(content=minutes_text(decision="Udsat.")))
    (line,) = lines(upload(admin_client, file()))
    assert "findes som version 1; upload den med" in line
    (line,) = lines(upload(admin_client, file(), take_as="restored"))
    assert "sat i kraft igen" in line
    assert SourceDocument.objects.in_force().get().version == 1


def test_a_choice_that_there_is_not_is_an_error_of_the_form(admin_client):
    response = upload(admin_client, file(), take_as="noget andet")
    assert response.status_code == 400
    assert not Meeting.objects.exists()


def test_a_new_version_of_what_is_published_waits_and_the_page_says_so(admin_client):
    upload(admin_client, file(), publish="on")
    new = file(content=minutes_text(decision="Udsat."))
    assert "venter på offentliggørelse" in lines(upload(admin_client, new))[0]
    assert Meeting.objects.get().items.filter(decisions__outcome="approved").exists()
    assert LogEntry.objects.first().change_message == "venter på offentliggørelse: referat.txt"


def test_what_cannot_be_published_is_a_draft_and_the_line_says_why(admin_client):
    text = minutes_text().replace(
        "Beslutning i Direktionen den 05-02-2013", "Beslutning i Direktionen den 31-02-2013"
    )
    (line,) = lines(upload(admin_client, file(content=text), publish="on"))
    assert "importeret, men kan ikke offentliggøres" in line
    assert "er ingen dato i kalenderen" in line
    assert Meeting.objects.get().state == PublicationState.DRAFT


@pytest.mark.parametrize(
    ("take_as", "text"),
    [
        ("found", minutes_text(decision="Udsat.")),
        ("new_version", minutes_text(**OTHER)),
        ("restored", minutes_text(decision="Drøftet.")),
    ],
)
def test_without_the_right_to_change_meetings_no_choice_changes_one(take_as, text, staff):
    imported(decision="Drøftet.")
    imported(decision="Godkendt.")
    before = list(SourceDocument.objects.order_by("pk").values())
    (line,) = lines(upload(staff("add_meeting"), file(content=text), take_as=take_as))
    assert "du har ikke ret til at ændre møder" in line
    assert list(SourceDocument.objects.order_by("pk").values()) == before


def test_without_the_right_to_change_meetings_nothing_is_put_where_a_version_waits(staff, admin_client):
    upload(admin_client, file(), publish="on")
    upload(admin_client, file(content=minutes_text(decision="Udsat.")))
    before = list(SourceDocument.objects.order_by("pk").values())
    other = file(content=minutes_text(decision="Drøftet."))
    assert "ikke ret til at ændre" in lines(upload(staff("add_meeting"), other))[0]
    assert list(SourceDocument.objects.order_by("pk").values()) == before


def test_without_the_right_to_change_meetings_another_meeting_can_be_added(staff):
    imported()
    client = staff("add_meeting")
    (line,) = lines(upload(client, file(content=minutes_text(**OTHER)), take_as="other_meeting"))
    assert "importeret" in line
    assert Meeting.objects.count() == 2


def test_a_form_from_elsewhere_is_refused(admin_user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    assert upload(client, file()).status_code == 403
    assert not Meeting.objects.exists()

    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(ADDRESS).text)[1]
    assert upload(client, file(), csrfmiddlewaretoken=token).status_code == 200
    assert Meeting.objects.exists()


def test_the_history_of_the_meeting_tells_who_uploaded_what(admin_client, admin_user):
    upload(admin_client, file("foerste.txt"))
    upload(admin_client, file("anden.txt", minutes_text(decision="Udsat.")))
    history = LogEntry.objects.order_by("pk").values_list("user", "change_message", "action_flag")
    assert list(history) == [
        (admin_user.pk, "importeret: foerste.txt", 1),
        (admin_user.pk, "ny version: anden.txt", 2),
    ]


def test_a_personal_number_in_the_name_of_a_file_is_masked_in_the_answer_and_in_the_history(admin_client):
    page = upload(admin_client, file("sag 010180-1234.txt"))
    assert "sag 010180-••••.txt" in page.text
    assert "010180-••••" in str([*LogEntry.objects.values()])
    assert "010180-1234" not in str([*LogEntry.objects.values()])
