"""What archivists decide before minutes are published: of personal numbers, and of errors that stand in the minutes."""

import pytest
from django.contrib.admin.models import LogEntry
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from minutes.importing.review.deciding import decide
from minutes.models import AcceptedProblem, Finding, SourceDocument
from minutes.models.sources import problems_as_json
from minutes.parser.problems import Problem, Severity
from tests.build.rows import add_finding
from tests.build.sample import imported

IMPOSSIBLE = Problem(7, "date_impossible", Severity.ERROR, '"31-02-2013" er ingen dato i kalenderen.')


@pytest.fixture
def source(meeting) -> SourceDocument:
    source = meeting.sources.get()
    source.problems = problems_as_json([IMPOSSIBLE])
    source.save(update_fields=["problems"])
    return source


@pytest.fixture
def finding(meeting) -> Finding:
    return add_finding(meeting.sources.get()).finding


def accept_page(source: SourceDocument) -> str:
    return reverse("admin:minutes_sourcedocument_accept", args=[source.pk])


def finding_page(finding: Finding) -> str:
    return reverse("admin:minutes_finding_change", args=[finding.pk])


def save(client: Client, finding: Finding, **fields: str) -> HttpResponse:
    """Send the form of a finding, in which its places are shown and cannot be changed."""
    places = {"places-TOTAL_FORMS": "1", "places-INITIAL_FORMS": "1"}
    return client.post(finding_page(finding), {**places, **fields})


def test_the_page_of_a_source_with_an_error_leads_to_where_it_is_accepted(source, admin_client):
    page = admin_client.get(reverse("admin:minutes_sourcedocument_change", args=[source.pk])).text
    assert accept_page(source) in page


def test_the_page_of_a_source_without_errors_does_not(meeting, admin_client):
    source = meeting.sources.get()
    page = admin_client.get(reverse("admin:minutes_sourcedocument_change", args=[source.pk])).text
    assert accept_page(source) not in page
    assert "ingen uafklarede fejl" in admin_client.get(accept_page(source)).text


def test_an_error_is_accepted_with_name_and_reason(source, admin_client, admin_user):
    form = {"error": "7 date_impossible", "reason": "Sådan  står\nder i referatet."}
    assert admin_client.post(accept_page(source), form).status_code == 302
    accepted = AcceptedProblem.objects.get()
    assert (accepted.code, accepted.message) == (IMPOSSIBLE.code, IMPOSSIBLE.message)
    assert (accepted.accepted_by, accepted.reason) == (admin_user, "Sådan står der i referatet.")
    assert LogEntry.objects.filter(object_id=source.pk).exists()


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"error": "7 date_impossible", "reason": " \n"}, "Dette felt er påkrævet"),
        ({"error": "8 date_impossible", "reason": "Derfor."}, "ikke en af de tilgængelige valgmuligheder"),
        ({"reason": "Derfor."}, "Dette felt er påkrævet"),
        ({"error": "7 date_impossible", "reason": "Om 010180-1234."}, "personnummer"),
        ({"error": "7 date_impossible", "reason": "x" * 501}, "500"),
        ({"error": "7 date_impossible\x00", "reason": "\x00"}, ""),
    ],
)
def test_without_an_error_and_a_reason_nothing_is_accepted(source, admin_client, form, says):
    response = admin_client.post(accept_page(source), form)
    assert response.status_code == 200
    assert says in response.text
    assert not AcceptedProblem.objects.exists()


def test_who_may_not_publish_accepts_nothing(source, staff):
    client = staff("view_sourcedocument")
    assert client.get(accept_page(source)).status_code == 403
    form = {"error": "7 date_impossible", "reason": "Derfor."}
    assert client.post(accept_page(source), form).status_code == 403
    assert not AcceptedProblem.objects.exists()


def test_a_number_is_released_with_name_and_reason(finding, admin_client, admin_user):
    assert save(admin_client, finding, decision="released", reason="Et kontonummer.").status_code == 302
    finding.refresh_from_db()
    assert finding.decision == Finding.Decision.RELEASED
    assert (finding.decided_by, finding.reason) == (admin_user, "Et kontonummer.")
    assert finding.decided_at


@pytest.mark.parametrize(
    "form",
    [
        {"decision": "released", "reason": " "},
        {"decision": "released"},
        {"decision": "shown", "reason": "Derfor."},
        {"decision": "released", "reason": "Det er 020290-5678."},
    ],
)
def test_without_a_reason_or_with_one_that_repeats_a_number_nothing_is_decided(finding, admin_client, form):
    assert save(admin_client, finding, **form).status_code == 200
    finding.refresh_from_db()
    assert finding.decision == Finding.Decision.NONE


def test_a_reason_may_repeat_no_number_of_another_meeting_either(finding, admin_client):
    refused = save(admin_client, finding, decision="redacted", reason="Ligesom 030380-1234.")
    assert "030380-••••" in refused.text


@pytest.mark.parametrize(
    "rights", [["view_finding"], ["view_finding", "change_finding"], ["publish_meeting"]]
)
def test_who_may_not_publish_decides_on_no_number(finding, staff, rights):
    refused = save(staff(*rights), finding, decision="released", reason="Et kontonummer.")
    assert refused.status_code == 403
    finding.refresh_from_db()
    assert finding.decision == Finding.Decision.NONE


def test_the_list_of_findings_shows_them_masked(finding, admin_client):
    page = admin_client.get(reverse("admin:minutes_finding_changelist")).text
    assert "010180-••••" in page
    assert "010180-1234" not in page


def test_the_page_of_a_finding_says_where_the_number_stands(finding, admin_client):
    page = admin_client.get(finding_page(finding)).text
    assert "010180-••••" in page
    assert "direktionen.txt (version 1)" in page


def test_the_page_of_a_finding_shows_the_line_that_it_stands_in_masked(organisation, admin_client):
    imported(decision="Borgeren 010180-1234 får tilskud.")
    page = admin_client.get(finding_page(Finding.objects.get())).text
    assert "Borgeren 010180-•••• får tilskud." in page
    assert "010180-1234" not in page


def test_that_a_number_was_found_is_remarked_on_at_its_line_until_it_is_decided_on(organisation, admin_user):
    source = imported(decision="Borgeren 010180-1234 får tilskud.").sources.get()
    assert "personal_number" in {problem["code"] for problem in source.problems}
    decide(Finding.objects.get(), Finding.Decision.REDACTED, by=admin_user, reason="Skal ikke ud.")
    source.refresh_from_db()
    assert "personal_number" not in {problem["code"] for problem in source.problems}


def test_a_doubt_whether_an_item_is_closed_is_not_accepted_but_answered(meeting, admin_client):
    source = meeting.sources.get()
    doubt = Problem(4, "closed_in_doubt", Severity.ERROR, "Er punktet lukket?", 1)
    source.problems = problems_as_json([doubt, IMPOSSIBLE])
    source.save(update_fields=["problems"])
    meeting.items.filter(position=1).update(is_closed=True, is_doubtful=True)
    page = admin_client.get(accept_page(source)).text
    assert IMPOSSIBLE.message.replace('"', "&quot;") in page
    assert doubt.message not in page
