"""The page "Gennemse": what was read beside the text, and what can be done with it, by whom, and only once."""

import html
import re

import pytest
from django.contrib.auth.models import Permission, User
from django.http import HttpResponse
from django.test import Client

from minutes.importing.arrivals import uploading
from minutes.models import AcceptedWarning, Event, Meeting, PublicationState, SourceDocument, SourceStatus
from tests.build.pdf import pdf
from tests.build.sample import imported, minutes_text

pytestmark = pytest.mark.usefixtures("organisation")

LATE = minutes_text().replace("Direktionen den 05-02-2013", "Direktionen den 05-02-2019")
IMPOSSIBLE = minutes_text().replace("den 05-02-2013", "den 31-02-2013")
OTHER = minutes_text(title="Havnens renovering", case_number="13/9999")
EDITOR = ("add_meeting", "change_meeting", "view_sourcedocument", "view_meeting")


def received(text: str = "", name: str = "referat.txt") -> SourceDocument:
    return uploading.receive((text or minutes_text()).encode(), name, None).source


def address(source: SourceDocument) -> str:
    return f"/admin/minutes/sourcedocument/{source.pk}/gennemse/"


def seen(client: Client, source: SourceDocument, **query: str) -> str:
    """The page's words, without its mark-up."""
    page = client.get(address(source), query)
    assert page.status_code == 200
    return words(page)


def words(page: HttpResponse) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page.text)).split())


def do(client: Client, source: SourceDocument, deed: str, **fields: object) -> HttpResponse:
    basis = client.get(address(source)).context["basis"]
    return client.post(address(source), {"basis": basis, deed: "", **fields}, follow=True)


def deeds(client: Client, source: SourceDocument) -> list[str]:
    return [deed.name for deed in client.get(address(source)).context["deeds"]]


def published(text: str = "") -> Meeting:
    meeting = imported(text)
    Meeting.objects.filter(pk=meeting.pk).update(state=PublicationState.PUBLISHED)
    return Meeting.objects.get(pk=meeting.pk)


@pytest.fixture
def publisher(db) -> Client:
    user = User.objects.create_user("udgiver", is_staff=True)
    rights = (*EDITOR, "publish_meeting")
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client = Client()
    client.force_login(user)
    return client


# What is shown


def test_what_was_read_stands_beside_the_numbered_text(admin_client):
    page = seen(admin_client, received())
    for shown in (
        "Direktionen tirsdag 05-02-2013 kl. 10.00",
        "Mødelokale 1",
        "2 punkter",
        "nyt møde",
        "Punkt 1: Ny aftale om rengøring sag 13/1234 linje",
        "Beslutning, Direktionen 05-02-2013: Godkendt.",
        "Udkast til aftale",
        "Punkt 2: Lukket",
        "1 REFERAT Direktionen d. 05-02-2013",
        "Ingen fejl og ingen advarsler.",
    ):
        assert shown in page


def test_an_item_leads_to_its_line_and_a_problem_to_its_own_and_back(admin_client):
    source = received(LATE)
    page = admin_client.get(address(source)).text
    line = 1 + LATE.split("\n").index("Beslutning i Direktionen den 05-02-2019")
    assert f'href="?side=1#linje-{line}"' in page
    assert re.search(rf'<li id="linje-{line}".*?href="#bemaerkning-1"', page)
    assert re.search(r'<li id="bemaerkning-1".*?mere end et år', page, re.DOTALL)
    assert f'href="?side=1#linje-{1 + LATE.split(chr(10)).index("Punkt 1: Ny aftale om rengøring")}"' in page


def test_a_problem_leads_to_its_item_too(admin_client):
    page = admin_client.get(address(received(LATE))).text
    problem = re.search(r'<li id="bemaerkning-1".*?</li>', page, re.DOTALL)[0]
    assert '<a href="?side=1#laest-punkt-1">punkt 1</a>' in problem
    assert 'id="laest-punkt-1"' in page


def test_a_problem_above_the_first_item_leads_to_its_line_alone(admin_client):
    page = admin_client.get(address(received(minutes_text(extra="En linje uden for alle punkter.")))).text
    problem = re.search(r'<li id="bemaerkning-1".*?</li>', page, re.DOTALL)[0]
    assert "#linje-" in problem
    assert "#laest-" not in problem


def test_errors_stand_before_warnings_and_remarks_are_folded(admin_client):
    text = IMPOSSIBLE.replace("Punkt 2", "Beslutning i Direktionen den 05-02-2019\n\nUdsat.\n\nPunkt 2")
    page = admin_client.get(address(received(text))).text
    severities = re.findall(r'<li id="bemaerkning-\d+" class="problem-(\w+)"', page)
    assert severities == sorted(severities)
    assert severities[0] == "error"


def test_a_personal_number_is_masked_in_the_text_and_in_what_was_read(admin_client):
    source = received(minutes_text(decision="Godkendt for 010180-1234."))
    page = admin_client.get(address(source)).text
    assert "010180-1234" not in page
    assert "010180-••••" in page


def test_what_stands_in_a_document_is_never_mark_up(admin_client):
    page = admin_client.get(address(received(minutes_text(title="<script>alert(1)</script>")))).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_pdf_is_shown_with_its_pages(admin_client):
    source = uploading.receive(pdf(minutes_text()), "referat.pdf", None).source
    assert "Side 1 1 REFERAT Direktionen" in seen(admin_client, source)


def test_the_difference_to_the_meeting_is_shown_item_by_item(admin_client):
    imported()
    page = admin_client.get(address(received(minutes_text(decision="Udsat."))))
    assert "0 nye, 0 væk, 1 ændret, 1 uændret punkt." in words(page)
    assert "<del>Godkendt.</del><ins>Udsat.</ins>" in page.text


def test_items_that_are_gone_and_addresses_that_go_with_them_are_named(admin_client):
    published()
    whole = minutes_text()
    cut = whole[: whole.index("Punkt 2")].replace("\nLukket.....\t2", "")
    page = seen(admin_client, received(cut))
    assert "Adresser uden punkt bagefter: punkt-2." in page


def test_a_document_with_other_items_asks_what_it_is(admin_client):
    meeting = imported()
    source = received(OTHER)
    page = seen(admin_client, source)
    assert f"Arkivet har {meeting} . Hvad er denne fil?" in page
    assert deeds(admin_client, source) == ["new_version", "other_meeting", "discard"]


@pytest.mark.parametrize(
    "query", [{"side": "99"}, {"side": "x"}, {"side": "-1"}, {"bem": "0"}, {"forskel": "9" * 30}]
)
def test_a_page_that_there_is_not_is_the_nearest_one(query, admin_client):
    seen(admin_client, received(LATE), **query)


# What is done


def test_it_is_saved_as_a_draft(admin_client):
    source = received()
    page = words(do(admin_client, source, "save"))
    assert "Direktionen 05-02-2013 (kladde): importeret." in page
    assert Meeting.objects.get().state == PublicationState.DRAFT
    source.refresh_from_db()
    assert source.status == SourceStatus.IN_FORCE


def test_it_is_saved_and_published(publisher):
    page = words(do(publisher, received(), "publish"))
    assert "(offentliggjort): importeret." in page
    assert Meeting.objects.get().state == PublicationState.PUBLISHED


def test_what_is_barred_says_so_instead_of_a_button(admin_client):
    source = received(IMPOSSIBLE)
    page = admin_client.get(address(source))
    assert "Gem og offentliggør: kan ikke endnu" in words(page)
    assert 'name="publish"' not in page.text


def test_what_is_barred_by_a_number_says_what_to_do_first(admin_client):
    page = seen(admin_client, received(minutes_text(decision="Godkendt for 010180-1234.")))
    assert "Gem det først; så kan personnumre afgøres og fejl accepteres." in page
    page = seen(admin_client, imported(minutes_text(decision="Godkendt for 010180-1234.")).sources.get())
    assert "Gem det først" not in page


def test_what_is_barred_is_not_published_by_a_form_of_ones_own_either(publisher):
    do(publisher, received(IMPOSSIBLE), "publish")
    assert not Meeting.objects.filter(state=PublicationState.PUBLISHED).exists()


def test_a_new_version_of_a_published_meeting_waits(admin_client):
    meeting = published()
    source = received(minutes_text(decision="Udsat."))
    assert "Lad vente" in seen(admin_client, source)
    do(admin_client, source, "save")
    assert meeting.sources.waiting().get() == source


@pytest.mark.parametrize(("deed", "meetings"), [("new_version", 1), ("other_meeting", 2)])
def test_an_answer_is_remembered_and_the_document_can_be_saved(deed, meetings, admin_client):
    imported()
    source = received(OTHER)
    assert "Valget er husket" in words(do(admin_client, source, deed))
    do(admin_client, source, "save")
    assert Meeting.objects.count() == meetings


def test_it_is_discarded_when_somebody_has_said_yes(admin_client):
    source = received()
    assert "Ja, kassér filen" in seen(admin_client, source)
    assert "er kasseret" in words(do(admin_client, source, "discard"))
    assert not SourceDocument.objects.exists()


def test_warnings_are_accepted_by_a_tick_with_name_and_time(admin_client, admin_user):
    source = received(LATE)
    do(admin_client, source, "accept", warning=["1"])
    accepted = AcceptedWarning.objects.get()
    assert (accepted.source, accepted.accepted_by) == (source, admin_user)
    assert "af admin" in seen(admin_client, source)
    source.refresh_from_db()
    assert source.verdict["verdict"] == "ready"


@pytest.mark.parametrize("ticked", [[], ["99"], ["x"], ["-1"], ["1 OR 1"]])
def test_a_tick_that_there_is_not_accepts_nothing(ticked, admin_client):
    assert "0 advarsler er set" in words(do(admin_client, received(LATE), "accept", warning=ticked))
    assert not AcceptedWarning.objects.exists()


def test_an_error_cannot_be_accepted_by_a_tick(admin_client):
    do(admin_client, received(IMPOSSIBLE), "accept", warning=["1"])
    assert not AcceptedWarning.objects.exists()


def test_a_waiting_version_is_published_here(publisher):
    meeting = published()
    do(publisher, received(minutes_text(decision="Udsat.")), "save")
    waiting = meeting.sources.waiting().get()
    do(publisher, waiting, "publish")
    assert meeting.sources.in_force().get() == waiting


def test_a_waiting_version_is_discarded_here(publisher):
    meeting = published()
    do(publisher, received(minutes_text(decision="Udsat.")), "save")
    do(publisher, meeting.sources.waiting().get(), "discard")
    assert not meeting.sources.waiting().exists()


def test_an_earlier_version_is_put_in_force_again_when_it_has_been_looked_at(admin_client):
    meeting = imported()
    earlier = meeting.sources.get()
    imported(minutes_text(decision="Udsat."))
    assert "<ins>Godkendt.</ins>" in admin_client.get(address(earlier)).text
    do(admin_client, earlier, "restore")
    assert meeting.sources.in_force().get() == earlier


def test_a_draft_is_published_here(publisher):
    meeting = imported()
    do(publisher, meeting.sources.get(), "publish")
    meeting.refresh_from_db()
    assert meeting.state == PublicationState.PUBLISHED


# Two at once


@pytest.mark.parametrize("deed", ["save", "publish", "discard"])
def test_the_second_of_two_is_told_that_somebody_was_quicker(deed, admin_client):
    source = received()
    basis = admin_client.get(address(source)).context["basis"]
    uploading.discard(source, None)
    page = admin_client.post(address(source), {"basis": basis, deed: ""}, follow=True)
    assert "gemt eller kasseret i mellemtiden" in words(page)
    assert not Meeting.objects.exists()


def test_what_was_saved_meanwhile_is_not_saved_again(admin_client):
    source = received()
    basis = admin_client.get(address(source)).context["basis"]
    uploading.save(source, None)
    page = admin_client.post(address(source), {"basis": basis, "save": ""}, follow=True)
    assert page.status_code in (403, 409)
    assert Meeting.objects.count() == 1


def test_what_is_compared_with_something_else_meanwhile_is_shown_again_first(admin_client):
    source = received(minutes_text(decision="Udsat."))
    basis = admin_client.get(address(source)).context["basis"]
    uploading.save(received(), None)
    Event.objects.create(kind=Event.Kind.IMPORTED)
    page = admin_client.post(address(source), {"basis": basis, "save": ""}, follow=True)
    assert page.status_code == 409
    assert "se den igennem igen" in words(page)
    assert SourceDocument.objects.uploaded().get() == source


# Who may


def test_an_editor_saves_and_does_not_publish(staff):
    client, source = staff(*EDITOR), received()
    assert deeds(client, source) == ["save", "discard"]
    assert do(client, source, "publish").status_code == 403
    assert not Meeting.objects.exists()


def test_without_the_right_to_change_meetings_no_version_is_saved(staff):
    imported()
    client = staff("add_meeting", "view_sourcedocument")
    source = received(minutes_text(decision="Udsat."))
    assert deeds(client, source) == ["discard"]
    assert do(client, source, "save").status_code == 403


def test_without_the_right_to_upload_a_document_is_only_looked_at(staff):
    client, source = staff("view_sourcedocument"), received()
    assert deeds(client, source) == []
    for deed in ("save", "publish", "discard", "new_version"):
        assert do(client, source, deed).status_code == 403


@pytest.mark.parametrize("rights", [(), ("add_meeting",), ("view_meeting", "change_meeting")])
def test_without_the_right_to_read_documents_there_is_no_page(rights, staff):
    client, source = staff(*rights), received()
    assert client.get(address(source)).status_code == 403
    assert client.post(address(source), {"save": ""}).status_code == 403


def test_nobody_gets_there_without_logging_in(client, db):
    response = client.get(address(received()))
    assert response.status_code == 302
    assert "login" in response["Location"]
