"""All uploads that are ready are saved or published at once, after a page that shows which they are."""

import html
import re

import pytest
from django.http import HttpResponse

from minutes.importing.arrivals.sheet import look_again
from minutes.importing.arrivals.uploading import receive
from minutes.models import Meeting, PublicationState, SourceDocument
from tests.build.sample import imported, minutes_text

pytestmark = pytest.mark.usefixtures("organisation")

SAVE, PUBLISH = "/admin/minutes/meeting/klar/gem/", "/admin/minutes/meeting/klar/offentliggoer/"
READY = minutes_text()
ALSO_READY = minutes_text(date="06-03-2013")
IMPOSSIBLE = minutes_text(date="07-03-2013").replace(
    "Direktionen den 07-03-2013", "Direktionen den 31-02-2013"
)


def received(*texts: str) -> list[SourceDocument]:
    sources = [
        receive(text.encode(), f"{number}.txt", None).source for number, text in enumerate(texts, start=1)
    ]
    for source in sources:
        look_again(source)
    return sources


def words(page: HttpResponse) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page.text)).split())


@pytest.mark.parametrize(
    ("address", "state"), [(SAVE, PublicationState.DRAFT), (PUBLISH, PublicationState.PUBLISHED)]
)
def test_what_is_ready_is_done_and_the_rest_left_out_with_its_reasons(address, state, admin_client):
    sources = received(READY, ALSO_READY, IMPOSSIBLE)
    asked = words(admin_client.get(address))
    assert "Direktionen 05-02-2013 (nyt møde): 1.txt" in asked
    assert re.search(r"Ikke med 3\.txt : linje \d+: .*31-02-2013", asked)
    assert not Meeting.objects.exists(), "nothing is done before somebody has said yes"

    done = admin_client.post(address, {"upload": [source.pk for source in sources]}, follow=True)
    assert "2 filer er" in words(done)
    assert "3.txt er ikke gemt" in words(done)
    assert set(Meeting.objects.values_list("state", flat=True)) == {state}
    assert SourceDocument.objects.uploaded().count() == 1


def test_only_what_was_shown_and_ticked_is_done(admin_client):
    one, _ = received(READY, ALSO_READY)
    admin_client.post(SAVE, {"upload": [one.pk]})
    assert [str(meeting) for meeting in Meeting.objects.all()] == ["Direktionen 05-02-2013"]


def test_what_is_not_ready_any_more_is_left_out(admin_client):
    (source,) = received(READY)
    imported(minutes_text(title="Havnens renovering", case_number="13/9999"))
    done = admin_client.post(SAVE, {"upload": [source.pk]}, follow=True)
    assert "1.txt er ikke gemt: Arkivet har allerede et møde" in words(done)
    assert SourceDocument.objects.uploaded().get() == source


def test_what_somebody_else_has_saved_meanwhile_is_passed_over(admin_client):
    (source,) = received(READY)
    admin_client.post(SAVE, {"upload": [source.pk]})
    done = admin_client.post(SAVE, {"upload": [source.pk]}, follow=True)
    assert done.status_code == 200
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize("keys", [[], ["x"], ["9" * 40], ["-1"], ["0"]])
def test_a_key_that_there_is_not_does_nothing(keys, admin_client):
    received(READY)
    assert admin_client.post(SAVE, {"upload": keys}, follow=True).status_code == 200
    assert not Meeting.objects.exists()


def test_with_nothing_ready_there_is_no_button(admin_client):
    received(IMPOSSIBLE)
    page = admin_client.get(PUBLISH)
    assert "Ingen filer er klar." in words(page)
    assert "Ja, offentliggør" not in page.text


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_publish_may_save(method, staff):
    received(READY)
    client = staff("add_meeting")
    assert getattr(client, method)(PUBLISH).status_code == 403
    assert getattr(client, method)(SAVE).status_code in (200, 302)


def test_who_may_not_change_meetings_saves_no_versions(staff):
    imported()
    received(minutes_text(decision="Udsat."))
    assert "du har ikke ret til at ændre møder" in words(staff("add_meeting").get(SAVE))


def test_who_may_not_upload_may_not_save(staff):
    assert staff("change_meeting").get(SAVE).status_code == 403
