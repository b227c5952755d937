"""Personal numbers decided on where they stand: their page, the page of a version, and what two do at once."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from minutes.editing.closing import close_item
from minutes.editing.findings import fingerprint
from minutes.importing.review.deciding import DecidedMeanwhileError, decide
from minutes.models import Event, Finding, SourceDocument
from tests.build.rows import add_finding, add_user
from tests.build.sample import imported, open_item

NUMBER = "010180-1234"
WORDS = f"Borgeren {NUMBER} får tilskud."


@pytest.fixture
def finding(organisation) -> Finding:
    imported(decision=WORDS)
    return Finding.objects.get()


@pytest.fixture
def bo(db):
    return add_user("bo", "publish_meeting")


def page_of(finding: Finding) -> str:
    return reverse("admin:minutes_finding_change", args=[finding.pk])


def review_of(finding: Finding) -> str:
    return reverse("admin:minutes_sourcedocument_review", args=[SourceDocument.objects.get().pk])


def send(client: Client, finding: Finding, **fields: str) -> HttpResponse:
    return client.post(page_of(finding), {"shown": fingerprint(finding), **fields})


REDACT = {"decision": "redacted", "reason": "Skal ikke ud."}


def test_the_line_stands_among_those_around_it_masked_and_the_form_is_there(finding, admin_client):
    page = admin_client.get(page_of(finding)).text
    line = finding.places.get().line
    numbers = [int(number) for number in re.findall(r'review__number">(\d+)<', page)]
    assert numbers == [*range(line - 2, line + 3)]
    assert "Borgeren 010180-•••• får tilskud." in page
    assert NUMBER not in page
    assert f"{review_of(finding)}#fund-{finding.pk}" in page
    for field in ("decision_0", "decision_1", "reason"):
        assert f'id="fund-{finding.pk}-{field}"' in page
        assert f'for="fund-{finding.pk}-{field}"' in page


def test_of_a_long_line_the_part_with_the_number_is_shown(organisation, admin_client):
    words = "kloakken og vandet "
    imported(decision=f"{words * 40}{NUMBER} {words * 40}")
    page = admin_client.get(page_of(Finding.objects.get())).text
    shown = re.search(r"… ?.*010180-••••.*…", page)[0]
    assert len(shown) < 300


@pytest.mark.parametrize("decision", ["released", "redacted"])
def test_the_line_is_found_after_the_decision_too(organisation, admin_client, admin_user, decision):
    imported(decision=f"{'kloakken ' * 60}{NUMBER}.")
    finding = Finding.objects.get()
    decide(finding, decision, by=admin_user, reason="Derfor.")
    page = admin_client.get(page_of(finding)).text
    assert (NUMBER if decision == "released" else "[fjernet]") in page


def test_who_may_not_read_the_documents_gets_no_line(finding, staff):
    page = staff("view_finding").get(page_of(finding)).text
    assert "tekst, linje" in page
    assert "Borgeren" not in page
    assert "<textarea" not in page


def test_the_page_of_the_version_has_the_form_and_leads_back_there(finding, admin_client):
    page = admin_client.get(review_of(finding)).text
    line = finding.places.get().line
    assert f"#linje-{line}" in page[page.index('id="personnumre"') :]
    assert f'action="{page_of(finding)}"' in page
    back = re.search(r'name="next" value="([^"]*)"', page)[1]
    assert back == f"{review_of(finding)}#personnumre"
    answer = send(admin_client, finding, **REDACT, next=back)
    assert answer.url == back
    page = admin_client.get(review_of(finding)).text
    assert "fjernet af admin" in page
    assert "Skal ikke ud." in page


@pytest.mark.parametrize("rights", [("view_sourcedocument",), ("view_sourcedocument", "change_finding")])
def test_who_may_not_decide_sees_the_numbers_of_a_version_without_forms(finding, staff, rights):
    page = staff(*rights).get(review_of(finding)).text
    assert "010180-••••" in page
    assert f'action="{page_of(finding)}"' not in page


def test_a_version_with_many_numbers_shows_them_in_portions(
    finding, admin_client, django_assert_max_num_queries
):
    source = SourceDocument.objects.get()
    with django_assert_max_num_queries(60) as few:
        admin_client.get(review_of(finding))
    for number in range(200):
        add_finding(source, f"0101{80 + number // 100}{1000 + number}")
    with django_assert_max_num_queries(len(few)):
        page = admin_client.get(review_of(finding)).text
    assert page.count('class="aligned decide"') == 20
    assert "1–20 af 201" in page
    assert "?fund=2#personnumre" in page


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.org/", "//example.org/", "/\\example.org", "javascript:alert(1)", "\\\\example.org", "admin/",
        "http:///example.org", "\x00", "/\t/example.org",
    ],
)  # fmt: skip
def test_no_form_leads_away_from_the_archive(finding, admin_client, elsewhere):
    answer = send(admin_client, finding, **REDACT, next=elsewhere)
    assert answer.status_code in (200, 302)
    assert answer.status_code == 200 or answer.url == reverse("admin:minutes_finding_changelist")


def test_whoever_decides_second_is_told_who_did_what_and_keeps_what_he_typed(finding, admin_client, bo):
    shown = fingerprint(finding)
    decide(finding, "released", by=bo, reason="Et kontonummer.")
    form = {**REDACT, "shown": shown, "next": review_of(finding)}
    answer = admin_client.post(page_of(finding), form)
    assert answer.status_code == 409
    assert "010180-•••• er nu frigivet af bo: »Et kontonummer.«" in answer.text
    assert "Skal ikke ud." in answer.text
    finding.refresh_from_db()
    assert finding.decision == "released"
    anew = re.search(r'name="shown" value="(\w+)"', answer.text)[1]
    assert f'name="next" value="{review_of(finding)}"' in answer.text
    assert admin_client.post(page_of(finding), form | {"shown": anew}).status_code == 302
    finding.refresh_from_db()
    assert finding.decision == "redacted"


def test_the_same_decision_with_other_words_is_another_one(finding, bo):
    shown = fingerprint(finding)
    decide(finding, "released", by=bo, reason="Et kontonummer.")
    again = fingerprint(finding)
    decide(finding, "released", by=bo, reason="Hans eget ønske.")
    for seen in (shown, again):
        with pytest.raises(DecidedMeanwhileError):
            decide(Finding.objects.get(), "redacted", by=bo, reason="Derfor.", shown=seen)
    assert Event.objects.filter(kind__startswith="number_").count() == 2


@pytest.mark.parametrize("form", [{}, {"decision": ""}, {"decision": "released "}, {"decision": "NONE"}])
def test_a_choice_is_asked_for(finding, admin_client, form):
    answer = send(admin_client, finding, reason="Derfor.", **form)
    assert answer.status_code == 200
    assert "Vælg, hvad der skal ske med nummeret." in answer.text
    assert 'role="alert"' in answer.text
    assert not Event.objects.filter(kind__startswith="number_").exists()


def test_a_form_without_a_choice_takes_no_decision_back(finding, admin_client, bo):
    decide(finding, "redacted", by=bo, reason="Skal ikke ud.")
    assert send(admin_client, finding, reason="Derfor.").status_code == 200
    finding.refresh_from_db()
    assert finding.decision == "redacted"


def test_a_redaction_is_taken_back_by_those_who_may_publish_alone(finding, staff, bo):
    decide(finding, "redacted", by=bo, reason="Skal ikke ud.")
    back = {"decision": "", "reason": "Det var et kontonummer."}
    assert send(staff("view_finding", "change_finding"), finding, **back).status_code == 403
    publisher = staff("view_finding", "change_finding", "publish_meeting")
    assert send(publisher, finding, **back).status_code == 302
    finding.refresh_from_db()
    assert (finding.decision, finding.reason) == ("", "Det var et kontonummer.")


def test_the_removed_numbers_are_a_list_that_says_where_who_when_and_why(finding, admin_client, bo):
    listed = f"{reverse('admin:minutes_finding_changelist')}?decision__exact="
    assert "Skal ikke ud." not in admin_client.get(f"{listed}redacted").text
    decide(finding, "redacted", by=bo, reason="Skal ikke ud.")
    page = admin_client.get(f"{listed}redacted").text
    assert "<h1>Fjernede personnumre</h1>" in page
    for said in ("010180-••••", "tekst, linje", "punkt 1", "bo", "Skal ikke ud.", "Direktionen"):
        assert said in page
    released = admin_client.get(f"{listed}released").text
    assert "<h1>Frigivne personnumre</h1>" in released
    assert "Skal ikke ud." not in released
    start = admin_client.get(reverse("admin:index")).text
    assert f'href="{listed}redacted">Fjernede personnumre</a>' in start
    assert f'href="{listed}released">Frigivne personnumre</a>' in start


def test_the_list_asks_no_more_for_many_than_for_few(finding, admin_client, django_assert_max_num_queries):
    address = reverse("admin:minutes_finding_changelist")
    with django_assert_max_num_queries(40) as few:
        admin_client.get(address)
    for number in range(30):
        add_finding(SourceDocument.objects.get(), f"010181{1000 + number}")
    with django_assert_max_num_queries(len(few)):
        admin_client.get(address)


def test_of_a_number_in_a_closed_item_it_is_said_that_it_is_not_shown(finding, admin_client):
    close_item(open_item(finding.meeting), None)
    assert "i et punkt, der ikke vises" in admin_client.get(page_of(finding)).text
