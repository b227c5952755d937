"""What is done stands in the log with the words of people: of a secret item no more than that it was done."""

import pytest
from django.core.files.base import ContentFile

from minutes.editing import corrections
from minutes.editing.accepted_problems import accept_problem
from minutes.editing.closing import close_item, open_item
from minutes.editing.deletion import delete_meetings
from minutes.importing.review.attachment_files import store_file
from minutes.importing.review.deciding import decide
from minutes.models import CentreRole, Event, Finding, Outcome
from tests.build.rows import (
    add_attachment,
    add_centre,
    add_decision,
    add_decision_in_parts,
    add_finding,
    add_item,
    add_meeting,
    add_role,
    add_source,
    add_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return add_user("anna", "publish_meeting")


def log() -> list[tuple[str, str, str]]:
    """Each deed with what it was done to and what it changed, the oldest first."""
    return list(Event.objects.order_by("pk").values_list("kind", "subject", "details"))


PLACE = "Direktionen 27-08-2013, punkt 1"


def test_corrections_are_told_in_the_words_of_the_pages(anna):
    item = add_item(add_meeting(), "Kantine", "12/1")
    decision = add_decision(item, "Noget.", Outcome.OTHER)
    add_role(item, "HRC", CentreRole.RECOMMENDS)
    corrections.correct_outcome(decision, Outcome.ENDORSED_WITH_REMARK, anna)
    corrections.correct_title(item, "Ny  kantine", anna)
    corrections.correct_case_number(item, "2012-32140", anna)
    corrections.correct_case_number(item, None, anna)
    corrections.correct_centres(item, [(add_centre("ØDC"), CentreRole.TASKED)], anna)
    told = [details for _, _, details in log()]
    label = Outcome.ENDORSED_WITH_REMARK.label
    assert told == [
        f"udfald: {Outcome.OTHER.label} → {label} (Direktionen 27-08-2013)",
        "titel: Kantine → Ny kantine",
        "sagsnummer: 12/1 → 12/32140",
        "sagsnummer: 12/32140 → intet",
        f"centre: HRC ({CentreRole.RECOMMENDS.label}) → ØDC ({CentreRole.TASKED.label})",
    ]
    assert {(kind, subject) for kind, subject, _ in log()} == {("corrected", PLACE)}


def test_a_part_of_a_decision_is_named(anna):
    item = add_item(add_meeting())
    decision = add_decision_in_parts(item, Outcome.APPROVED, Outcome.DEFERRED)
    corrections.correct_outcome(decision.parts.get(point="2"), Outcome.APPROVED, anna)
    change = f"{Outcome.DEFERRED.label} → {Outcome.APPROVED.label}"
    assert log()[0][2] == f"udfald: {change} (Direktionen 27-08-2013, punkt 2)"


def test_what_is_set_to_what_it_is_already_is_no_deed(anna):
    item = add_item(add_meeting(), "Kantine")
    corrections.correct_title(item, " Kantine ", anna)
    assert log() == []


def test_of_a_closed_item_nothing_is_told_but_which_field(anna):
    item = add_item(add_meeting(), "Fuglekongen", "12/1", is_closed=True)
    decision = add_decision(item, "Fuglen flyver.")
    corrections.correct_title(item, "Fuglesøen", anna)
    corrections.correct_case_number(item, "12/99", anna)
    corrections.correct_outcome(decision, Outcome.REJECTED, anna)
    assert [details for _, _, details in log()] == ["titel", "sagsnummer", "udfald"]
    assert not [word for word in ("ugle", "12/1", "12/99") if word in str(log())]


def test_closing_and_opening_are_deeds_of_their_own(anna):
    item = add_item(add_meeting(), "Kantine")
    close_item(item, anna, reason="§ 4")
    open_item(item, anna)
    assert log() == [("closed", PLACE, ""), ("opened", PLACE, "")]
    assert Event.objects.get(kind="closed").reason == "§ 4"


def test_a_decision_on_a_number_is_told_with_the_number_masked(anna):
    finding = add_finding(add_source(add_meeting(), "Intet", status="waiting")).finding
    decide(finding, Finding.Decision.RELEASED, by=anna, reason="hans eget, 010180-1234")
    decide(finding, Finding.Decision.REDACTED, by=anna, reason="alligevel ikke")
    decide(finding, Finding.Decision.NONE, by=anna, reason="ses på igen")
    assert [(kind, details) for kind, _, details in log()] == [
        ("number_released", "010180-••••"),
        ("number_redacted", "010180-••••"),
        ("number_undecided", "010180-••••"),
    ]
    assert "1234" not in str(list(Event.objects.values_list()))


def test_an_error_that_is_accepted_is_told_by_its_place_and_not_by_what_it_quotes(anna):
    problem = {"line": 7, "code": "date_impossible", "severity": "error", "message": "Fuglekongen flyver."}
    source = add_source(add_meeting(), "Intet", problems=[problem])
    accept_problem(source, 7, "date_impossible", by=anna, reason="står i referatet")
    assert log() == [("problem_accepted", "Direktionen 27-08-2013", "version 1, linje 7")]
    assert Event.objects.get().reason == "står i referatet"


def test_files_of_attachments_are_told_by_the_place_of_the_attachment(settings, tmp_path, anna):
    settings.MEDIA_ROOT = tmp_path
    attachment = add_attachment(add_item(add_meeting()), "Fuglebrevet")
    store_file(attachment, ContentFile(b"Fuglen", "fugl.txt"), by=anna)
    store_file(attachment, ContentFile(b"Fuglen", "fugl2.txt"), by=anna)
    store_file(attachment, None, by=anna)
    store_file(attachment, None, by=anna)
    assert log() == [
        ("file_stored", PLACE, "bilag 1"),
        ("file_stored", PLACE, "bilag 1"),
        ("file_removed", PLACE, "bilag 1"),
    ]


def test_a_deletion_leaves_what_it_was_of(anna):
    meeting = add_meeting()
    add_item(meeting, "Fuglekongen")
    delete_meetings([meeting.pk], anna, "dublet")
    event = Event.objects.get()
    assert (event.kind, event.subject, event.by_name, event.reason) == (
        "deleted",
        "Direktionen 27-08-2013",
        "anna",
        "dublet",
    )
    assert (event.details, event.meeting_id) == ("var offentliggjort; 1 punkt", meeting.pk)
