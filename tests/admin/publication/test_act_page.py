"""Publishing, withdrawing, discarding and deleting chosen meetings: what is said before, and what is done after."""

import html
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.http import HttpResponse
from django.test import Client

from minutes.editing import publication
from minutes.importing import versions
from minutes.models import AgendaItem, Case, Decision, Event, Meeting, SearchDocument, SourceDocument
from tests.build.rows import add_finding, add_meeting
from tests.build.sample import imported, minutes_text

LIST = "/admin/minutes/meeting/"
IMPOSSIBLE = "Beslutning i Direktionen den 31-02-2013"
WHY = {"why": "dublet"}


def choose(client: Client, action: str, *meetings: Meeting | str, **fields: object) -> HttpResponse:
    """Choose meetings in the list, and what is to be done: the page that is shown before it is."""
    keys = [meeting.pk if isinstance(meeting, Meeting) else meeting for meeting in meetings]
    return client.post(LIST, {"action": action, "_selected_action": keys, **fields}, follow=True)


def shown(client: Client, act: str, *meetings: Meeting) -> HttpResponse:
    return client.get(f"{LIST}{act}/", {"_selected_action": [meeting.pk for meeting in meetings]})


def confirm(client: Client, before: HttpResponse, /, **fields: object) -> HttpResponse:
    """Send the form of such a page as it is, with what is typed into it."""
    address = re.search(r'<form method="post" action="(/admin/minutes/meeting/\w+/)">', before.text)[1]
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', before.text)
    sent: dict[str, object] = {}
    for name, value in hidden:
        sent.setdefault(name, []).append(value)
    return client.post(address, {**sent, **fields}, follow=True)


def act(client: Client, deed: str, *meetings: Meeting, **fields: object) -> HttpResponse:
    return confirm(client, shown(client, deed, *meetings), **fields)


def said(response: HttpResponse) -> list[str]:
    return re.findall(r'<li class="(?:success|warning|error)">(.*?)</li>', response.text)


def told(response: HttpResponse) -> list[tuple[str, str]]:
    """The lines of the page's tables: each meeting, and what happens to it or why it is left out."""
    rows = re.findall(r'<th scope="row">(.*?)</th>\s*<td>(.*?)</td>', response.text, re.DOTALL)
    return [(plain(name), plain(what)) for name, what in rows]


def plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def states() -> list[str]:
    return list(Meeting.objects.order_by("date").values_list("state", flat=True))


def kinds() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("kind", flat=True))


@pytest.fixture
def meetings(organisation) -> list[Meeting]:
    return [imported(date=date) for date in ("05-02-2013", "05-03-2013", "09-04-2013")]


@pytest.fixture
def waiting(organisation) -> SourceDocument:
    meeting = imported()
    versions.publish(Meeting.objects.all(), None)
    imported(decision="Udsat.")
    return meeting.sources.waiting().get()


def outcome() -> str:
    return Decision.objects.get().outcome


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


# Deleting


def test_deleting_says_how_much_goes_and_asks_for_the_name(meetings, admin_client):
    page = admin_client.get(f"{LIST}{meetings[0].pk}/delete/")
    assert "Direktionen 05-02-2013" in page.text
    counts = [re.search(rf"{name}: (\d+)", page.text)[1] for name in ("Møder", "Punkter", "Afsnit", "Bilag")]
    assert counts == list("1241")
    for name in ("", "Direktionen", "Direktionen 05-03-2013", "ja"):
        assert "Det er ikke mødets navn" in confirm(admin_client, page, name=name, **WHY).text
    assert Meeting.objects.count() == 3


@pytest.mark.parametrize("typed", ["Direktionen 05-02-2013", "  direktionen   05-02-2013 "])
def test_a_meeting_is_deleted_with_all_that_was_read_from_it_and_nothing_else(
    typed, meetings, admin_client, admin_user
):
    response = act(admin_client, "delete", meetings[0], name=typed, why="andet", words="prøve")
    assert said(response) == ["1 møde er slettet."]
    assert set(Meeting.objects.all()) == set(meetings[1:])
    assert AgendaItem.objects.count() == 4
    assert SourceDocument.objects.count() == 2
    assert SearchDocument.objects.count() == 2
    assert Case.objects.count() == 2
    event = Event.objects.get(kind="deleted")
    assert (event.subject, event.reason, event.by_name) == (
        "Direktionen 05-02-2013",
        "andet: prøve",
        admin_user.username,
    )


def test_several_are_deleted_with_the_name_of_the_first_and_their_number(meetings, admin_client):
    page = shown(admin_client, "delete", *meetings[:2])
    first = told(page)[0][0]
    for number in ("", "1", "3", "to"):
        assert "Der er valgt 2 møder." in confirm(admin_client, page, name=first, number=number, **WHY).text
    assert Meeting.objects.count() == 3
    confirm(admin_client, page, name=first, number="2", **WHY)
    assert set(Meeting.objects.all()) == set(meetings[2:])
    assert kinds().count("deleted") == 2


def test_what_django_asks_to_delete_deletes_nothing(meeting, admin_client):
    admin_client.post(f"{LIST}{meeting.pk}/delete/", {"post": "yes"})
    choose(admin_client, "delete_selected", meeting, post="yes")
    assert Meeting.objects.exists()


def test_the_button_below_the_list_leads_to_the_same_page(meetings, admin_client):
    keys = [meeting.pk for meeting in meetings]
    response = admin_client.post(f"{LIST}delete/", {"_selected_action": keys, "action": ""})
    assert [name for name, _ in told(response)] == [str(meeting) for meeting in reversed(meetings)]
    assert Meeting.objects.count() == 3


def test_the_right_to_delete_meetings_is_enough_for_what_goes_with_them(meeting, staff):
    act(staff("delete_meeting", "view_meeting"), "delete", meeting, name=str(meeting), **WHY)
    assert not Meeting.objects.exists()


# Versions that wait


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


# The meeting's own page


def test_a_meetings_page_says_that_a_version_waits_beside_the_one_that_is_public(waiting, admin_client):
    page = admin_client.get(f"{LIST}{waiting.meeting_id}/change/").text
    assert "Version 2 venter på offentliggørelse." in page
    assert f"/admin/minutes/sourcedocument/{waiting.pk}/gennemse/" in page
    assert re.findall(r'<td class="field-status">\s*<p>(.*?)</p>', page) == ["venter", "i kraft"]
    sources = admin_client.get("/admin/minutes/sourcedocument/").text
    assert re.findall(r'<td class="field-status">(.*?)</td>', sources) == ["venter", "i kraft"]


@pytest.mark.parametrize(
    ("state", "offered"),
    [("draft", ["publish"]), ("published", ["withdraw"]), ("withdrawn", ["publish"])],
)
def test_a_meetings_page_offers_what_can_be_done_to_it(state, offered, admin_client):
    meeting = add_meeting(state=state)
    page = admin_client.get(f"{LIST}{meeting.pk}/change/").text
    assert re.findall(rf'href="{LIST}(\w+)/\?_selected_action={meeting.pk}"', page) == offered


def test_a_meetings_page_shows_the_last_of_what_has_happened(meeting, admin_client, staff):
    act(admin_client, "publish", meeting)
    act(admin_client, "withdraw", meeting, **WHY)
    page = admin_client.get(f"{LIST}{meeting.pk}/change/").text
    log = plain(page[page.index('id="haendelser"') :])
    assert re.search("trukket tilbage .* dublet .* offentliggjort", log)
    assert f"/admin/minutes/event/?moede={meeting.pk}" in page
    assert 'id="haendelser"' not in staff("view_meeting").get(f"{LIST}{meeting.pk}/change/").text


def test_a_meetings_own_page_has_nothing_to_save(meeting, admin_client):
    address = f"{LIST}{meeting.pk}/change/"
    assert 'name="_save"' not in admin_client.get(address).text
    assert admin_client.post(address, {"location": "Et andet sted"}).status_code == 403
