"""Versions that wait for publication: put in force or discarded with their meetings."""

import re

from minutes.models import Decision, Event
from tests.build.sample import imported

from .chosen_meetings import IMPOSSIBLE, LIST, WHY, act, confirm, said, shown, states, told


def outcome() -> str:
    return Decision.objects.get().outcome


def test_publishing_puts_what_waits_in_force_and_says_who_did(waiting, admin_client, admin_user):
    page = shown(admin_client, "publish", waiting.meeting)
    assert told(page)[0][1] == "version 2 sættes i kraft"
    assert said(confirm(admin_client, page)) == ["1 ventende version er nu i kraft."]
    waiting.refresh_from_db()
    assert (waiting.status, waiting.decided_by, outcome()) == ("in_force", admin_user, "deferred")
    event = Event.objects.get(kind="in_force", by_key=admin_user.pk)
    assert event.details == "version 2"


def test_publishing_a_withdrawn_meeting_with_what_waits_is_said_of_both(waiting, admin_client):
    act(admin_client, "withdraw", waiting.meeting, **WHY)
    page = shown(admin_client, "publish", waiting.meeting)
    assert told(page)[0][1] == "version 2 sættes i kraft, offentliggøres igen"
    assert said(confirm(admin_client, page)) == [
        "1 ventende version er nu i kraft.",
        "1 møde er nu offentliggjort.",
    ]


def test_what_bars_a_waiting_version_is_named_and_it_goes_on_waiting(waiting, admin_client):
    waiting.text = waiting.text.replace("Beslutning i Direktionen den 05-02-2013", IMPOSSIBLE)
    waiting.save()
    response = act(admin_client, "publish", waiting.meeting)
    assert "er ingen dato i kalenderen" in response.text
    waiting.refresh_from_db()
    assert (waiting.status, outcome()) == ("waiting", "approved")
    assert "er ingen dato i kalenderen" in told(shown(admin_client, "publish", waiting.meeting))[0][1]


def test_what_waits_is_discarded_and_what_is_public_stays(waiting, admin_client):
    page = shown(admin_client, "discard", waiting.meeting)
    assert told(page)[0][1] == "version 2 kasseres; den gældende bliver stående"
    assert said(confirm(admin_client, page, words="forkert fil")) == ["1 ventende version er kasseret."]
    waiting.refresh_from_db()
    assert (waiting.status, outcome(), states()) == ("discarded", "approved", ["published"])
    assert Event.objects.get(kind="discarded").reason == "forkert fil"
    assert told(shown(admin_client, "discard", waiting.meeting))[0][1] == "ingen ny version venter"


def test_the_list_says_what_waits_and_can_be_narrowed_to_it(waiting, admin_client):
    imported(date="05-03-2013")
    page = admin_client.get(LIST).text
    assert re.findall(r'<td class="field-waiting_version">(.*?)</td>', page) == ["", "version 2 venter"]
    narrowed = admin_client.get(LIST, {"version": "venter"}).context["cl"].result_list
    assert [meeting.pk for meeting in narrowed] == [waiting.meeting_id]
    assert admin_client.get(LIST, {"version": "noget andet"}).context["cl"].result_count == 2
