"""The page of an item: what was read beside what was corrected, one click back, and two people at once."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from minutes.editing import corrections
from minutes.editing.closing import close_item
from minutes.importing.review.attachment_files import store_file
from minutes.models import AgendaItem, Attachment, Centre, Correction, Event, Outcome
from tests.build.rows import add_user
from tests.build.sample import imported, open_item

MESSAGE = "punktet er ændret, siden du åbnede siden"


@pytest.fixture
def item(meeting) -> AgendaItem:
    return open_item(meeting)


@pytest.fixture
def bo(db):
    return add_user("bo")


def page_of(item: AgendaItem) -> str:
    return reverse("admin:minutes_agendaitem_change", args=[item.pk])


def fields_of(page: str) -> dict[str, str]:
    """What a browser sends of a page on which nothing is changed: its last form, and the forms' hidden fields."""
    page = page[page.index('<form class="aligned" method="post" enctype') :]
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
    for name, area in re.findall(r'<textarea name="([\w-]+)"[^>]*>\s?(.*?)</textarea>', page, re.DOTALL):
        fields[name] = area
    for name, value in re.findall(r'<input type="text" name="([\w-]+)" value="([^"]*)"', page):
        fields[name] = value
    for name, options in re.findall(r'<select name="([\w-]+)".*?>(.*?)</select>', page, re.DOTALL):
        fields[name] = re.search(r'<option value="([^"]*)" selected', options)[1]
    return {name: html.unescape(value) for name, value in fields.items()}


def opened(client: Client, item: AgendaItem) -> dict[str, str]:
    return fields_of(client.get(page_of(item)).text)


def send(client: Client, item: AgendaItem, form: dict, **changes: object) -> HttpResponse:
    return client.post(page_of(item), form | changes)


def take_back(client: Client, item: AgendaItem, value: str) -> HttpResponse:
    form = opened(client, item)
    return client.post(page_of(item), {"fingerprint": form["fingerprint"], "tilbage": value})


def events(item: AgendaItem) -> list[tuple[str, str, str]]:
    found = Event.objects.filter(meeting=item.meeting_id, item_slug=item.slug).order_by("pk")
    return [(event.kind, event.details, event.by_name) for event in found]


def test_every_field_has_a_label(item, admin_client):
    page = admin_client.get(page_of(item)).text
    page = page[page.index('id="content"') :]
    fields = re.findall(r'<(?:input type="(?:text|file|checkbox)"|select|textarea)[^>]*\bid="([^"]*)"', page)
    assert len(fields) >= 10
    assert {*fields} <= {*re.findall(r'<label[^>]*\bfor="([^"]*)"', page)}


def test_a_page_that_is_sent_as_it_was_opened_writes_nothing(item, admin_client):
    assert send(admin_client, item, opened(admin_client, item)).status_code == 302
    assert not Correction.objects.exists()
    assert not Event.objects.filter(item_slug=item.slug).exists()


def test_the_read_value_stands_beside_the_corrected_one_with_who_and_when(item, admin_client):
    send(admin_client, item, opened(admin_client, item), title="Rengøring")
    page = " ".join(admin_client.get(page_of(item)).text.split())
    made = Correction.objects.get()
    assert f"Læst: <q>Ny aftale om rengøring</q>. Rettet af admin den {made.made_at:%d-%m-%Y}" in page


@pytest.mark.parametrize(
    ("changes", "value"),
    [
        ({"title": "Rengøring"}, "title"),
        ({"case_number": "12/32140"}, "case_number"),
        ({"case_number": ""}, "case_number"),
        ({"decisions-0-outcome": "noted"}, "outcome direktionen 2013-02-05"),
        ({"item_centres-0-role": "mentioned"}, "centres"),
        ({"item_centres-0-centre": ""}, "centres"),
        ({"closing": "ja"}, "closed"),
    ],
)
def test_one_click_leads_back_to_what_was_read(changes, value, item, admin_client):
    before = opened(admin_client, item)
    send(admin_client, item, before, **changes)
    assert f'name="tilbage" value="{value}"' in admin_client.get(page_of(item)).text
    assert take_back(admin_client, item, value).status_code == 302
    assert not Correction.objects.exists()
    assert opened(admin_client, item)["fingerprint"] == before["fingerprint"]
    assert len(events(item)) == 2


@pytest.mark.parametrize("value", ["", "slug", "outcome", "outcome byraadet 2013-02-05", "file 1", "\x00"])
def test_there_is_no_way_back_for_what_is_no_value_of_the_item(value, item, admin_client):
    assert take_back(admin_client, item, value).status_code == 200
    assert events(item) == []


def test_whoever_may_not_publish_does_not_open_an_item_by_going_back(item, staff):
    editor = staff("view_agendaitem", "change_agendaitem")
    send(editor, item, opened(editor, item), closing="ja")
    assert 'name="tilbage"' not in editor.get(page_of(item)).text
    assert "kræver retten til at offentliggøre" in take_back(editor, item, "closed").text
    assert AgendaItem.objects.get(pk=item.pk).is_closed


def test_what_is_corrected_is_written_in_the_log_in_words(item, admin_client):
    changes = {"title": "Rengøring", "decisions-0-outcome": Outcome.ENDORSED_WITH_REMARK}
    send(admin_client, item, opened(admin_client, item), **changes)
    assert events(item) == [
        ("corrected", "titel: Ny aftale om rengøring → Rengøring", "admin"),
        (
            "corrected",
            "udfald: godkendt → tiltrådt med bemærkning (Direktionen 05-02-2013)",
            "admin",
        ),
    ]


def test_of_a_closed_item_the_log_says_no_more_than_what_was_corrected(item, admin_client):
    changes = {"closing": "ja", "title": "Om Jensens afsked", "case_number": "12/32140"}
    send(admin_client, item, opened(admin_client, item), **changes)
    assert events(item) == [
        ("closed", "", "admin"),
        ("corrected", "titel", "admin"),
        ("corrected", "sagsnummer", "admin"),
    ]
    history = admin_client.get(reverse("admin:minutes_agendaitem_history", args=[item.pk])).text
    assert "Jensens" not in history[history.index('id="change-history"') :]


def test_one_error_keeps_everything_from_being_written_and_is_told_above_and_at_the_field(item, admin_client):
    file = SimpleUploadedFile("notat.pdf", b"%PDF-1.7")
    changes = {"title": "Rengøring", "case_number": "forkert", "attachments-0-file": file}
    page = send(admin_client, item, opened(admin_client, item), **changes).text
    assert not Correction.objects.exists()
    assert not Attachment.objects.get().file
    summary = page[page.index('role="alert"') : page.index('<form class="aligned"')]
    assert 'href="#id_case_number"' in summary
    assert "er ikke et sagsnummer" in summary
    assert re.search(r'id="id_case_number"[^>]*', page)[0]
    assert 'aria-invalid="true"' in page
    assert fields_of(page)["title"] == "Rengøring"


def test_an_item_cannot_be_opened_over_a_number_and_then_nothing_is_written(organisation, admin_client):
    item = open_item(imported(decision="Borgeren 010180-1234 får tilskud."))
    close_item(item, None)
    page = send(admin_client, item, opened(admin_client, item), closing="nej", title="Tilskud").text
    assert "010180-••••" in page
    item.refresh_from_db()
    assert (item.is_closed, item.title) == (True, "Ny aftale om rengøring")


# Two at once


def test_whoever_comes_second_is_told_what_was_changed_and_by_whom_and_writes_nothing(item, admin_client, bo):
    form = opened(admin_client, item)
    corrections.correct_title(item, "Bos titel", bo)
    answer = send(admin_client, item, form, title="Min titel", case_number="12/32140")
    assert answer.status_code == 200
    assert MESSAGE in answer.text
    assert "Titel er nu »Bos titel«, ændret af bo den" in answer.text
    assert Correction.objects.get().value == "Bos titel"
    again = fields_of(answer.text)
    assert (again["title"], again["case_number"]) == ("Min titel", "12/32140")
    assert send(admin_client, item, again).status_code == 302
    item.refresh_from_db()
    assert (item.title, item.case.number) == ("Min titel", "12/32140")


def test_what_the_second_did_not_touch_stays_as_the_first_has_made_it(item, admin_client, bo):
    form = opened(admin_client, item)
    corrections.correct_title(item, "Bos titel", bo)
    corrections.correct_centres(item, [(Centre.objects.get(code="JC"), "tasked")], bo)
    answer = send(admin_client, item, form, case_number="12/32140")
    assert send(admin_client, item, fields_of(answer.text)).status_code == 302
    item.refresh_from_db()
    assert (item.title, item.case.number) == ("Bos titel", "12/32140")
    assert [centre.centre.code for centre in item.item_centres.all()] == ["JC"]


def test_an_item_that_the_first_has_closed_is_not_opened_by_the_second(item, admin_client, bo):
    form = opened(admin_client, item)
    close_item(item, bo)
    answer = send(admin_client, item, form, title="Min titel")
    assert "Lukket er nu »ja«, ændret af bo den" in answer.text
    assert send(admin_client, item, fields_of(answer.text)).status_code == 302
    item.refresh_from_db()
    assert (item.is_closed, item.title) == (True, "Min titel")


def test_a_decision_that_came_or_went_meanwhile_is_told(item, admin_client):
    form = opened(admin_client, item)
    imported(decision="Ad 1) Godkendt. Ad 2) Udsættes.")
    answer = send(admin_client, item, form, title="Min titel", **{"decisions-0-outcome": "noted"})
    assert MESSAGE in answer.text
    assert not Correction.objects.exists()
    again = fields_of(answer.text)
    assert (again["title"], again["decisions-0-outcome"]) == ("Min titel", "other")


def test_a_file_that_was_added_meanwhile_is_told(item, admin_client, bo):
    form = opened(admin_client, item)
    store_file(item.attachments.get(), SimpleUploadedFile("bos.pdf", b"%PDF-1.7"), by=bo)
    answer = send(
        admin_client, item, form, **{"attachments-0-file": SimpleUploadedFile("min.pdf", b"%PDF-1.7")}
    )
    assert "Et bilag eller dets fil er ændret, ændret af bo" in answer.text
    assert Attachment.objects.get().file_name == "bos.pdf"


def test_nobody_goes_back_from_a_value_that_he_has_not_seen(item, admin_client, bo):
    corrections.correct_title(item, "Min titel", bo)
    form = opened(admin_client, item)
    corrections.correct_title(item, "Bos titel", bo)
    sent = {"fingerprint": form["fingerprint"], "tilbage": "title"}
    assert MESSAGE in admin_client.post(page_of(item), sent).text
    assert Correction.objects.get().value == "Bos titel"


@pytest.mark.parametrize("fingerprint", ["", "x", "[]", "{}", '{"title": 1}', "\x00", '{"ukendt": "0"}'])
def test_a_fingerprint_of_nothing_is_one_of_another_item(fingerprint, item, admin_client):
    form = opened(admin_client, item) | {"fingerprint": fingerprint}
    assert MESSAGE in send(admin_client, item, form, title="Min titel").text
    assert not Correction.objects.exists()


# Those who only look


def test_whoever_only_looks_reads_the_same_without_a_field(item, staff, admin_client):
    send(admin_client, item, opened(admin_client, item), title="Rengøring")
    page = staff("view_agendaitem", "view_section").get(page_of(item)).text
    content = page[page.index('id="content"') :]
    assert "<strong>Titel:</strong> Rengøring" in content
    assert "Læst: <q>Ny aftale om rengøring</q>" in content
    assert "Aftalen om rengøring af rådhuset udløber til sommer." in content
    assert not re.search(r"<(?:textarea|select|button|input type=.(?:text|file|submit))", content)


def test_files_are_not_offered_to_whoever_may_not_store_them(item, staff):
    editor = staff("view_agendaitem", "change_agendaitem")
    assert 'type="file"' not in editor.get(page_of(item)).text
    file = SimpleUploadedFile("min.pdf", b"%PDF-1.7")
    send(editor, item, opened(editor, item), **{"attachments-0-file": file})
    assert not Attachment.objects.get().file


@pytest.mark.parametrize("key", ["0", "999999", "x", "1_"])
def test_there_is_no_page_of_an_item_that_is_none(key, meeting, admin_client):
    address = reverse("admin:minutes_agendaitem_change", args=[key])
    assert admin_client.get(address).status_code == 302
    assert admin_client.post(address).status_code == 302
