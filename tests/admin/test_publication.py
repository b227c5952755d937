"""Publishing, taking back, withdrawing and deleting meetings from their list."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.http import HttpResponse
from django.test import Client

from minutes.importing import versions
from minutes.models import AgendaItem, Case, Decision, Meeting, SearchDocument, SourceDocument
from tests.build.sample import imported

LIST = "/admin/minutes/meeting/"


def act(client: Client, action: str, *meetings: Meeting | str, **fields: object) -> HttpResponse:
    keys = [meeting.pk if isinstance(meeting, Meeting) else meeting for meeting in meetings]
    return client.post(LIST, {"action": action, "_selected_action": keys, **fields}, follow=True)


def said(response: HttpResponse) -> list[str]:
    return re.findall(r'<li class="(?:success|warning)">(.*?)</li>', response.text)


@pytest.fixture
def meetings(organisation) -> list[Meeting]:
    return [imported(date=date) for date in ("05-02-2013", "05-03-2013", "09-04-2013")]


def test_the_list_offers_the_three_steps_in_danish_and_deletion(meeting, admin_client):
    page = admin_client.get(LIST).text
    options = re.findall(r'<option value="(\w+)">(.*?)</option>', page)
    assert dict(options) == {
        "delete_selected": "Slet valgte møder",
        "publish": "Offentliggør",
        "unpublish": "Gør til kladde",
        "withdraw": "Træk tilbage",
    }


def test_a_draft_is_published_found_and_made_a_draft_again(meeting, admin_client):
    assert said(act(admin_client, "publish", meeting)) == ["1 møde er nu offentliggjort."]
    meeting.refresh_from_db()
    assert (meeting.state, meeting.published_at is not None) == ("published", True)
    assert SearchDocument.objects.get().is_public

    assert said(act(admin_client, "unpublish", meeting)) == ["1 møde er nu kladde."]
    meeting.refresh_from_db()
    assert meeting.state == "draft"
    assert not SearchDocument.objects.get().is_public


def test_a_published_meeting_is_withdrawn_and_gone_from_search_and_can_come_back(meeting, admin_client):
    act(admin_client, "publish", meeting)
    assert said(act(admin_client, "withdraw", meeting)) == ["1 møde er nu trukket tilbage."]
    meeting.refresh_from_db()
    assert (meeting.state, meeting.withdrawn_at is not None) == ("withdrawn", True)
    assert not SearchDocument.objects.exists()

    act(admin_client, "publish", meeting)
    meeting.refresh_from_db()
    assert (meeting.state, meeting.withdrawn_at) == ("published", None)
    assert SearchDocument.objects.get().is_public


def test_what_stays_as_it_was_is_counted_and_explained(meetings, admin_client):
    act(admin_client, "publish", meetings[0])
    assert said(act(admin_client, "publish", *meetings)) == [
        "2 møder er nu offentliggjort.",
        "1 møde er uændret: offentliggjort i forvejen.",
    ]
    act(admin_client, "unpublish", *meetings)
    assert said(act(admin_client, "unpublish", *meetings)) == [
        "3 møder er uændret: kun det, der er offentliggjort, kan gøres til kladde."
    ]


def test_a_draft_that_was_never_public_is_not_withdrawn(meeting, admin_client):
    assert said(act(admin_client, "withdraw", meeting)) == [
        "1 møde er uændret: kun det, der er eller har været offentliggjort, kan trækkes tilbage."
    ]
    meeting.refresh_from_db()
    assert meeting.state == "draft"


def test_the_history_names_who_moved_which_meeting(meetings, admin_client, admin_user):
    act(admin_client, "publish", *meetings[:2])
    act(admin_client, "publish", *meetings)
    entries = LogEntry.objects.values_list("user", "object_id", "change_message")
    assert set(entries) == {
        (admin_user.pk, str(meeting.pk), "Ny status: offentliggjort.") for meeting in meetings
    }
    assert len(entries) == 3


@pytest.mark.parametrize("action", ["publish", "unpublish", "withdraw", "delete_selected"])
def test_without_the_right_nothing_is_moved_or_deleted(action, meeting, staff):
    act(staff("view_meeting", "add_meeting"), action, meeting, post="yes")
    meeting.refresh_from_db()
    assert meeting.state == "draft"


@pytest.mark.parametrize("action", ["publish", "delete_selected", "no_such_action", "\x00", ""])
@pytest.mark.parametrize("key", ["abc", "\x00", "-1", "9" * 40, "1 OR 1=1", "²"])
def test_a_choice_that_is_no_row_is_answered_with_a_sentence(action, key, meeting, admin_client):
    assert act(admin_client, action, key).status_code == 200
    meeting.refresh_from_db()
    assert meeting.state == "draft"


def test_deleting_asks_first_and_says_how_much_goes(meetings, admin_client):
    page = admin_client.get(f"{LIST}{meetings[0].pk}/delete/").text
    assert "Direktionen 05-02-2013" in page
    assert [
        re.search(rf"{name}: (\d+)", page)[1] for name in ("Møder", "Punkter", "Afsnit", "Bilag")
    ] == list("1241")
    assert Meeting.objects.count() == 3

    page = act(admin_client, "delete_selected", *meetings).text
    assert re.search(r"Kildedokumenter: 3", page)
    assert Meeting.objects.count() == 3


def test_a_meeting_is_deleted_with_all_that_was_read_from_it_and_nothing_else(meetings, admin_client):
    response = admin_client.post(f"{LIST}{meetings[0].pk}/delete/", {"post": "yes"})
    assert response.status_code == 302
    assert set(Meeting.objects.all()) == set(meetings[1:])
    assert AgendaItem.objects.count() == 4
    assert SourceDocument.objects.count() == 2
    assert SearchDocument.objects.count() == 2
    assert Case.objects.count() == 2


def test_several_meetings_are_deleted_from_the_list(meetings, admin_client):
    act(admin_client, "delete_selected", *meetings[:2], post="yes")
    assert set(Meeting.objects.all()) == set(meetings[2:])


def test_the_right_to_delete_meetings_is_enough_for_what_goes_with_them(meeting, staff):
    client = staff("delete_meeting", "view_meeting")
    assert client.post(f"{LIST}{meeting.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Meeting.objects.exists()


def test_a_meetings_own_page_has_nothing_to_save(meeting, admin_client):
    address = f"{LIST}{meeting.pk}/change/"
    assert 'name="_save"' not in admin_client.get(address).text
    assert admin_client.post(address, {"location": "Et andet sted"}).status_code == 403


# Versions that wait


@pytest.fixture
def waiting(organisation) -> SourceDocument:
    meeting = imported()
    versions.publish(Meeting.objects.all(), None)
    imported(decision="Udsat.")
    return meeting.sources.waiting().get()


def outcome() -> str:
    return Decision.objects.get().outcome


def test_the_list_says_what_waits_and_can_be_narrowed_to_it(waiting, admin_client):
    imported(date="05-03-2013")
    page = admin_client.get(LIST).text
    assert re.findall(r'<td class="field-waiting_version">(.*?)</td>', page) == ["", "version 2 venter"]
    narrowed = admin_client.get(LIST, {"version": "venter"}).context["cl"].result_list
    assert [meeting.pk for meeting in narrowed] == [waiting.meeting_id]
    assert admin_client.get(LIST, {"version": "noget andet"}).context["cl"].result_count == 2


def test_publishing_puts_what_waits_in_force_and_says_who_did(waiting, admin_client, admin_user):
    assert said(act(admin_client, "publish", waiting.meeting)) == ["1 ventende version er nu i kraft."]
    waiting.refresh_from_db()
    assert (waiting.status, waiting.decided_by, outcome()) == ("in_force", admin_user, "deferred")
    assert LogEntry.objects.get().change_message == "Sat i kraft: direktionen.txt (version 2)."


def test_publishing_a_draft_with_what_waits_is_said_of_both(waiting, admin_client):
    act(admin_client, "unpublish", waiting.meeting)
    assert said(act(admin_client, "publish", waiting.meeting)) == [
        "1 ventende version er nu i kraft.",
        "1 møde er nu offentliggjort.",
    ]


def test_what_bars_a_waiting_version_is_named_and_it_goes_on_waiting(waiting, admin_client):
    waiting.text = waiting.text.replace(
        "Beslutning i Direktionen den 05-02-2013", "Beslutning i Direktionen den 31-02-2013"
    )
    waiting.save()
    response = act(admin_client, "publish", waiting.meeting)
    assert said(response) == []
    assert "er ingen dato i kalenderen" in response.text
    waiting.refresh_from_db()
    assert (waiting.status, outcome()) == ("waiting", "approved")


@pytest.mark.parametrize("right", ["add_meeting", "view_meeting", "view_sourcedocument"])
def test_without_the_right_to_change_meetings_nothing_that_waits_is_put_in_force(right, waiting, staff):
    act(staff("view_meeting", right), "publish", waiting.meeting)
    waiting.refresh_from_db()
    assert (waiting.status, outcome()) == ("waiting", "approved")


def test_the_sources_of_a_meeting_say_which_is_in_force_and_which_waits(waiting, admin_client):
    page = admin_client.get(f"{LIST}{waiting.meeting_id}/change/").text
    assert re.findall(r'<td class="field-status">\s*<p>(.*?)</p>', page) == ["venter", "i kraft"]
    sources = admin_client.get("/admin/minutes/sourcedocument/").text
    assert re.findall(r'<td class="field-status">(.*?)</td>', sources) == ["venter", "i kraft"]
