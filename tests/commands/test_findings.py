"""`findings` lists personal numbers masked, and decides on one with name and reason."""

import pytest
from django.contrib.auth.models import User

from minutes.models import Finding
from tests.build.commands import run
from tests.build.rows import add_finding, add_publisher, add_user
from tests.build.sample import imported

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return add_publisher("anna")


@pytest.fixture
def finding() -> Finding:
    source = imported().sources.get()
    return add_finding(source, line=8, item_slug="punkt-1").finding


def test_undecided_numbers_are_listed_with_their_places_and_masked(finding):
    ran = run("findings")
    assert f"{finding.pk}: Direktionen 05-02-2013 (kladde), 010180-•••• (sikkert, uafklaret): " in ran.out
    assert "tekst, linje 8, punkt 1" in ran.out
    assert "010180-1234" not in ran.out
    assert ran.code == 0


def test_decided_ones_are_listed_only_when_all_are_asked_for(finding):
    Finding.objects.update(decision=Finding.Decision.REDACTED)
    assert run("findings").out == "Fund: 0.\n"
    assert "fjernet" in run("findings", "--all").out


def test_a_number_that_the_minutes_have_no_more_is_listed_as_such(finding):
    finding.places.all().delete()
    assert "ikke længere i referatet" in run("findings").out


@pytest.mark.parametrize(
    ("option", "decision"),
    [("--release", Finding.Decision.RELEASED), ("--redact", Finding.Decision.REDACTED)],
)
def test_a_number_is_decided_on(finding, user, option, decision):
    ran = run("findings", option, str(finding.pk), "--by", "anna", "--reason", "Et kontonummer.")
    assert ran.out == f"Direktionen 05-02-2013, 010180-••••: {decision.label}.\n"
    finding.refresh_from_db()
    assert (finding.decision, finding.decided_by, finding.reason) == (decision, user, "Et kontonummer.")


def test_who_may_not_publish_decides_on_none(finding):
    add_user("bo", "change_finding")
    ran = run("findings", "--release", str(finding.pk), "--by", "bo", "--reason", "Et kontonummer.")
    assert (ran.code, "kræver retten til at offentliggøre" in ran.err) == (1, True)
    finding.refresh_from_db()
    assert finding.decision == Finding.Decision.NONE


def test_a_decision_is_taken_back(finding, user):
    Finding.objects.update(decision=Finding.Decision.RELEASED)
    assert run("findings", "--undo", str(finding.pk), "--by", "anna", "--reason", "Fejl.").code == 0
    finding.refresh_from_db()
    assert finding.decision == Finding.Decision.NONE


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--reason", "Derfor."], "--by"),
        (["--by", "ingen", "--reason", "Derfor."], "'ingen'"),
        (["--by", "gone", "--reason", "Derfor."], "'gone'"),
        (["--by", "anna"], "begrundelse"),
        (["--by", "anna", "--reason", "  "], "begrundelse"),
    ],
)
def test_nobody_decides_without_name_and_reason(finding, user, arguments, says):
    User.objects.create_user("gone", is_active=False)
    ran = run("findings", "--release", str(finding.pk), *arguments)
    assert (says in ran.err, ran.code) == (True, 1)
    finding.refresh_from_db()
    assert finding.decision == Finding.Decision.NONE


def test_a_finding_that_is_not_there_is_an_error(user):
    ran = run("findings", "--release", "77", "--by", "anna", "--reason", "Derfor.")
    assert (ran.err, ran.code) == ("Der er intet fund nr. 77.", 1)
