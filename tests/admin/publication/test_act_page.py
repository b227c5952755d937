"""Publishing, withdrawing and discarding of chosen meetings: what is said before, and what is done after."""

import re

import pytest
from django.contrib.admin.models import LogEntry

from minutes.editing import publication
from minutes.models import Event, Meeting, SearchDocument
from tests.build.rows import add_finding
from tests.build.sample import imported, minutes_text

from .chosen_meetings import (
    IMPOSSIBLE,
    LIST,
    WHY,
    act,
    choose,
    confirm,
    kinds,
    plain,
    said,
    shown,
    states,
    told,
)

# The list


def test_the_menu_has_publishing_first_and_no_deletion_which_is_apart(meeting, admin_client):
    page = admin_client.get(LIST).text
    menu = re.search(r'<select name="action".*?</select>', page, re.DOTALL)[0]
    assert re.findall(r'<option value="(\w+)">(.*?)</option>', menu) == [
        ("publish", "Offentliggør"),
        ("withdraw", "Træk tilbage"),
        ("discard", "Kassér den version, der venter"),
    ]
    assert f'formaction="{LIST}delete/"' in page
    assert page.index("Slet de valgte") > page.index("result_list")


def test_deletion_is_offered_to_those_alone_who_may_delete(meeting, staff):
    client = staff("view_meeting", "change_meeting", "publish_meeting")
    assert "delete/" not in client.get(LIST).text
    assert "delete/" not in client.get(f"{LIST}{meeting.pk}/change/").text
    client = staff("view_meeting", "delete_meeting")
    assert f"{LIST}delete/" in client.get(LIST).text
    assert f"{LIST}{meeting.pk}/delete/" in client.get(f"{LIST}{meeting.pk}/change/").text


def test_choosing_an_action_changes_nothing_yet(meetings, admin_client):
    for action in ("publish", "withdraw", "discard"):
        assert "Det sker" in (page := choose(admin_client, action, *meetings)).text or told(page)
    assert states() == ["draft"] * 3
    assert set(kinds()) <= {"imported", "uploaded"}


# Publishing


def test_publishing_says_of_each_what_happens_and_what_is_left_out_and_why(meetings, admin_client):
    day = "Beslutning i Direktionen den 07-05-2013"
    with_error = imported(minutes_text(date="07-05-2013").replace(day, IMPOSSIBLE))
    publication.publish(Meeting.objects.filter(pk=meetings[1].pk))
    publication.publish(Meeting.objects.filter(pk=meetings[2].pk))
    publication.withdraw(Meeting.objects.filter(pk=meetings[2].pk))
    page = choose(admin_client, "publish", *meetings, with_error)
    lines = dict(told(page))
    assert lines["Direktionen 05-02-2013"] == "offentliggøres"
    assert lines["Direktionen 05-03-2013"] == "offentliggjort i forvejen"
    assert lines["Direktionen 09-04-2013"] == "offentliggøres igen"
    assert "er ingen dato i kalenderen" in lines["Direktionen 07-05-2013"]
    response = confirm(admin_client, page)
    assert said(response)[0] == "2 møder er nu offentliggjort."
    assert states() == ["published", "published", "published", "draft"]


def test_an_undecided_personal_number_is_a_reason_and_is_not_repeated(meeting, admin_client):
    add_finding(meeting.sources.get())
    lines = told(shown(admin_client, "publish", meeting))
    assert "010180-••••" in lines[0][1]
    assert "0101801234" not in str(lines)


def test_a_number_that_joins_a_closed_item_with_an_open_one_is_a_warning_before_it_is_done(
    meetings, admin_client
):
    publication.publish(Meeting.objects.filter(pk=meetings[0].pk))
    other = imported(date="07-05-2013", title="Salg af grund", case_number="13/4321")
    page = shown(admin_client, "publish", other)
    assert "kan kobles sammen" in page.text
    assert "kan kobles sammen" in " ".join(said(confirm(admin_client, page)))


def test_a_draft_is_published_and_found_with_the_name_of_who_did_it(meeting, admin_client, admin_user):
    response = act(admin_client, "publish", meeting, words="efter aftale")
    assert said(response) == ["1 møde er nu offentliggjort."]
    meeting.refresh_from_db()
    assert (meeting.state, meeting.published_at is not None) == ("published", True)
    assert SearchDocument.objects.get().is_public
    event = Event.objects.get(kind="published")
    assert (event.by_name, event.reason, event.meeting) == (admin_user.username, "efter aftale", meeting)


def test_there_is_no_way_back_into_draft(meeting, admin_client):
    act(admin_client, "publish", meeting)
    assert said(choose(admin_client, "unpublish", meeting)) == ["Ingen handling valgt."]
    assert states() == ["published"]


def test_one_truth_of_what_was_done_stands_in_the_log_of_the_archive(meeting, admin_client):
    act(admin_client, "publish", meeting)
    act(admin_client, "withdraw", meeting, **WHY)
    assert not LogEntry.objects.exists()
    history = admin_client.get(f"{LIST}{meeting.pk}/history/")
    assert history.headers["Location"] == f"/admin/minutes/event/?moede={meeting.pk}"


# Withdrawing


def test_a_published_meeting_is_withdrawn_with_a_reason_and_can_come_back(meeting, admin_client):
    act(admin_client, "publish", meeting)
    response = act(admin_client, "withdraw", meeting, why="personoplysninger", words="to  navne")
    assert said(response) == ["1 møde er nu trukket tilbage."]
    meeting.refresh_from_db()
    assert (meeting.state, meeting.withdrawn_at is not None) == ("withdrawn", True)
    assert not SearchDocument.objects.exists()
    assert Event.objects.get(kind="withdrawn").reason == "personoplysninger: to navne"
    act(admin_client, "publish", meeting)
    meeting.refresh_from_db()
    assert (meeting.state, meeting.withdrawn_at) == ("published", None)


def test_withdrawing_says_before_what_is_lost(meetings, admin_client):
    for meeting in meetings[:2]:
        act(admin_client, "publish", meeting)
    page = shown(admin_client, "withdraw", meetings[0])
    text = plain(page.text)
    # The meeting, its source, and its two items, of which one is closed.
    assert "4 adresser svarer »trukket tilbage« (410)." in text
    assert "1 punkt kan ikke findes i søgningen mere" in text
    assert "1 punkt på andre møder henviser hertil" in text
    assert "1 sag får et kortere forløb." in text
    assert "2 feeds af sager og centre mister indslag" in text
    assert meetings[0].get_absolute_url() in text
    assert states() == ["published", "published", "draft"]
    # Together nothing is left of the case.
    text = plain(shown(admin_client, "withdraw", *meetings).text)
    assert "8 adresser svarer" in text
    assert "1 af dem har ikke andet og forsvinder helt" in text
    assert "Ingen andre punkter henviser hertil" in text


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({}, "Dette felt er påkrævet."),
        ({"why": "andet"}, "Skriv med ord, hvorfor."),
        ({"why": "andet", "words": " \n "}, "Skriv med ord, hvorfor."),
        ({"why": "fordi"}, "fordi"),
        ({"why": "dublet", "words": "010180-1234 står i det"}, "Der står et personnummer i teksten"),
    ],
)
def test_without_a_reason_nothing_is_withdrawn_and_what_was_typed_stays(
    fields, complaint, meeting, admin_client
):
    act(admin_client, "publish", meeting)
    response = act(admin_client, "withdraw", meeting, **fields)
    assert complaint in response.text
    assert 'role="alert"' in response.text
    assert "0101801234" not in str([*Event.objects.values_list("reason")])
    assert states() == ["published"]
    if fields.get("why") == "dublet":
        assert "står i det" in response.text


def test_a_draft_that_was_never_public_is_left_out(meetings, admin_client):
    act(admin_client, "publish", meetings[0])
    page = shown(admin_client, "withdraw", *meetings[:2])
    assert dict(told(page))["Direktionen 05-03-2013"].startswith("en kladde")
    confirm(admin_client, page, **WHY)
    assert states() == ["withdrawn", "draft", "draft"]


def test_where_nothing_happens_there_is_no_button(meeting, admin_client):
    assert 'type="submit" class="default"' not in shown(admin_client, "withdraw", meeting).text


# Two at once


def test_who_publishes_what_was_withdrawn_meanwhile_is_told_and_nothing_happens(meeting, admin_client, staff):
    before = shown(admin_client, "publish", meeting)
    other = staff("view_meeting", "publish_meeting")
    act(other, "publish", meeting)
    act(other, "withdraw", meeting, why="lukket sag")
    response = confirm(admin_client, before, words="klar nu")
    assert response.status_code == 409
    text = plain(response.text)
    assert "En anden har ændret noget" in text
    assert re.search("trukket tilbage af medarbejder .*lukket sag", text)
    assert "klar nu" in response.text
    assert states() == ["withdrawn"]
    # Seen, it can be done.
    confirm(admin_client, response, words="klar nu")
    assert states() == ["published"]


def test_who_publishes_what_was_published_meanwhile_is_told_by_whom(meeting, admin_client, staff):
    before = shown(admin_client, "publish", meeting)
    act(staff("view_meeting", "publish_meeting"), "publish", meeting)
    response = confirm(admin_client, before)
    assert "offentliggjort af medarbejder" in plain(response.text)
    assert kinds().count("published") == 1


def test_who_acts_on_what_was_deleted_meanwhile_is_told(meeting, admin_client):
    before = shown(admin_client, "publish", meeting)
    act(admin_client, "delete", meeting, name=str(meeting), **WHY)
    assert said(confirm(admin_client, before)) == ["Direktionen 05-02-2013 er slettet af admin."]


def test_without_what_was_seen_nothing_that_has_a_history_is_done(meeting, admin_client):
    act(admin_client, "publish", meeting)
    sent = {"_selected_action": [meeting.pk], "confirmed": "1", **WHY}
    assert admin_client.post(f"{LIST}withdraw/", sent).status_code == 409
    assert states() == ["published"]


# Rights


@pytest.mark.parametrize("name", ["publish", "withdraw", "discard", "delete"])
@pytest.mark.parametrize("rights", [(), ("view_meeting", "add_meeting", "change_agendaitem", "read_drafts")])
def test_without_the_right_nothing_is_shown_or_done(name, rights, meeting, staff):
    client = staff(*rights)
    for response in (
        shown(client, name, meeting),
        client.post(f"{LIST}{name}/", {"_selected_action": [meeting.pk], "confirmed": "1", **WHY}),
    ):
        assert response.status_code == 403
    choose(client, name, meeting, post="yes")
    assert states() == ["draft"]


@pytest.mark.parametrize(
    ("right", "may"),
    [
        ("publish_meeting", {"publish", "withdraw"}),
        ("change_meeting", {"discard"}),
        ("delete_meeting", {"delete"}),
    ],
)
def test_each_act_has_its_right(right, may, meeting, staff):
    client = staff("view_meeting", right)
    allowed = {
        name
        for name in ("publish", "withdraw", "discard", "delete")
        if shown(client, name, meeting).status_code == 200
    }
    assert allowed == may


# Nonsense


@pytest.mark.parametrize("action", ["publish", "delete_selected", "no_such_action", "\x00", ""])
@pytest.mark.parametrize("key", ["abc", "\x00", "-1", "9" * 40, "1 OR 1=1", "²"])
def test_a_choice_that_is_no_row_is_answered_with_a_sentence(action, key, meeting, admin_client):
    assert choose(admin_client, action, key).status_code == 200
    for name in ("publish", "delete"):
        response = admin_client.get(f"{LIST}{name}/", {"_selected_action": key}, follow=True)
        assert response.status_code == 200
        assert "Vælg møderne i listen" in response.text
    assert states() == ["draft"]


def test_too_many_at_once_are_asked_to_be_fewer(meeting, admin_client):
    keys = [str(key) for key in range(1, 502)]
    response = admin_client.post(f"{LIST}delete/", {"_selected_action": keys}, follow=True)
    assert said(response) == ["Vælg højst 500 møder ad gangen; der er valgt 501."]


@pytest.mark.parametrize("seen", ["", "\x00", "1:", "abc", "1:2:3", "9" * 30 + ":1", ","])
def test_what_was_seen_may_be_any_nonsense(seen, meeting, admin_client):
    act(admin_client, "publish", meeting)
    before = shown(admin_client, "withdraw", meeting)
    assert confirm(admin_client, before, seen=seen, **WHY).status_code == 409
    assert states() == ["published"]
