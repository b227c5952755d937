"""What an archivist corrects by hand stays corrected when the document is imported or read again."""

import pytest
from django.contrib.auth import get_user_model

from minutes.editing import corrections
from minutes.importing.importer import ImportResult, import_minutes, reparse
from minutes.importing.organisation import load_organisation
from minutes.importing.recognition.meeting_of_document import TakeAs
from minutes.models import (
    AgendaItem,
    Case,
    Centre,
    CentreRole,
    Correction,
    Decision,
    Outcome,
    SearchDocument,
    SourceDocument,
)
from tests.build.documents import decided, item_text, minutes_text

pytestmark = pytest.mark.django_db


def text(
    title: str = "Ny politik", case: str = "13/2358", decision: str = "Drøftet.", suffix: str = ""
) -> str:
    item = item_text(4, title, case, indstilling="HR-Centret indstiller, at politikken drøftes.")
    return minutes_text(item + "\n\n" + decided("Direktionen", "27-08-2013", decision) + suffix)


def imported(content: str) -> ImportResult:
    """Of the meeting that is there, whatever its items are now."""
    return import_minutes(content.encode(), "referat.txt", take_as=TakeAs.NEW_VERSION)


def codes(result: ImportResult) -> list[str]:
    return [problem.code for problem in result.problems if problem.code.startswith("correction")]


@pytest.fixture
def archivist():
    return get_user_model().objects.create_user("arkivar")


@pytest.fixture
def item() -> AgendaItem:
    load_organisation()
    imported(text())
    return AgendaItem.objects.get()


def correct_everything(item: AgendaItem, by=None) -> None:
    corrections.correct_title(item, "Ny frivilligpolitik", by)
    corrections.correct_case_number(item, "2013-2400", by)
    corrections.correct_centres(item, [(Centre.objects.get(code="ØDC"), CentreRole.TASKED)], by)
    corrections.correct_outcome(item.decisions.get(), Outcome.APPROVED, by)


def assert_everything_is_corrected() -> None:
    item = AgendaItem.objects.get()
    assert (item.title, item.case.number) == ("Ny frivilligpolitik", "13/2400")
    assert [(row.centre.code, row.role) for row in item.item_centres.all()] == [("ØDC", CentreRole.TASKED)]
    assert item.decisions.get().outcome == Outcome.APPROVED


# Making them


def test_a_correction_changes_the_row_at_once_and_is_remembered_with_what_was_read(item, archivist):
    correct_everything(item, archivist)
    assert_everything_is_corrected()
    found = Correction.objects.order_by("field").values_list("field", "key", "parsed_value", "value")
    assert list(found) == [
        ("case_number", "", "13/2358", "13/2400"),
        ("centres", "", ["HRC:recommends"], ["ØDC:tasked"]),
        ("outcome", "direktionen 2013-08-27", "discussed", "approved"),
        ("title", "", "Ny politik", "Ny frivilligpolitik"),
    ]
    assert set(Correction.objects.values_list("made_by", "item_slug", "item_title", "item_case_number")) == {
        (archivist.pk, "punkt-4", "Ny politik", "13/2358")
    }


def test_search_knows_the_corrected_values(item):
    correct_everything(item)
    document = SearchDocument.objects.get()
    assert (document.outcome, document.centre_ids) == ("approved", [Centre.objects.get(code="ØDC").pk])
    assert "frivilligpolit" in document.vector


def test_correcting_again_keeps_the_value_that_was_first_read(item):
    corrections.correct_title(item, "Et forsøg", None)
    corrections.correct_title(item, "Et bedre forsøg", None)
    correction = Correction.objects.get()
    assert (correction.parsed_value, correction.value) == ("Ny politik", "Et bedre forsøg")


def test_a_value_set_back_to_what_was_read_is_no_correction_any_more(item):
    correct_everything(item)
    corrections.correct_title(item, "Ny politik", None)
    corrections.correct_case_number(item, "sag 13/2358", None)
    corrections.correct_centres(item, [(Centre.objects.get(code="HRC"), CentreRole.RECOMMENDS)], None)
    corrections.correct_outcome(item.decisions.get(), Outcome.DISCUSSED, None)
    assert not Correction.objects.exists()
    assert AgendaItem.objects.get().title == "Ny politik"


def test_a_value_that_is_as_it_was_makes_no_correction(item):
    corrections.correct_title(item, " Ny   politik ", None)
    assert not Correction.objects.exists()


def test_an_item_can_be_taken_out_of_its_case(item):
    corrections.correct_case_number(item, None, None)
    assert AgendaItem.objects.get().case is None
    imported(text(suffix="\nMere."))
    assert AgendaItem.objects.get().case is None


@pytest.mark.parametrize("number", ["sag nr. 26", "216558-15", "12/6/2013", "tolv", "/"])
def test_what_is_no_case_number_is_refused_in_danish(item, number):
    with pytest.raises(ValueError, match="er ikke et sagsnummer"):
        corrections.correct_case_number(item, number, None)
    assert list(Case.objects.values_list("number", flat=True)) == ["13/2358"]


@pytest.mark.parametrize("title", ["", "   \n", "x" * 1001])
def test_a_title_that_is_blank_or_too_long_is_refused(item, title):
    with pytest.raises(ValueError, match="skal have en titel"):
        corrections.correct_title(item, title, None)


def test_an_outcome_that_does_not_exist_is_refused(item):
    with pytest.raises(ValueError, match="vedtaget"):
        corrections.correct_outcome(item.decisions.get(), "vedtaget", None)


# A new version, and a new parser


def test_corrections_survive_new_text(item):
    correct_everything(item)
    result = imported(text(suffix="\n\nBilag\n\nNotat"))
    assert_everything_is_corrected()
    assert codes(result) == []


def test_corrections_survive_reading_again(item):
    correct_everything(item)
    reparse(SourceDocument.objects.get())
    reparse(SourceDocument.objects.get())
    assert_everything_is_corrected()
    assert SearchDocument.objects.get().outcome == "approved"


def test_where_another_value_is_read_now_the_correction_still_holds_and_the_archivist_is_told(item):
    correct_everything(item)
    result = imported(text(title="Ny politik for frivillige", decision="Udsættes."))
    assert_everything_is_corrected()
    assert codes(result) == ["correction_of_changed_value"] * 2
    assert {problem.severity for problem in result.problems if problem.code.startswith("corr")} == {"info"}
    assert Correction.objects.get(field="title").parsed_value == "Ny politik for frivillige"
    assert Correction.objects.get(field="outcome").parsed_value == "deferred"


def test_the_same_case_or_the_same_title_is_enough_to_know_the_item_by(item):
    corrections.correct_title(item, "Ny frivilligpolitik", None)
    imported(text(title="Helt andre ord"))
    assert AgendaItem.objects.get().title == "Ny frivilligpolitik"
    imported(text(case="13/9999"))
    assert AgendaItem.objects.get().title == "Ny frivilligpolitik"


def test_a_correction_is_not_set_on_another_item_that_has_taken_the_address(item):
    correct_everything(item)
    result = imported(text(title="Salg af grund", case="13/777"))
    item = AgendaItem.objects.get()
    assert (item.title, item.case.number, item.decisions.get().outcome) == (
        "Salg af grund",
        "13/777",
        "discussed",
    )
    assert codes(result) == ["correction_unplaced"] * 4
    unplaced = [problem for problem in result.problems if problem.code == "correction_unplaced"]
    assert {(problem.severity, problem.line) for problem in unplaced} == {("warning", 7)}
    assert "Rettelsen af titel (punkt-4) er ikke sat igen" in unplaced[-1].message


def test_a_correction_that_lost_its_place_finds_it_again(item):
    corrections.correct_title(item, "Ny frivilligpolitik", None)
    imported(text(title="Salg af grund", case="13/777"))
    imported(text(suffix="\nMere."))
    assert AgendaItem.objects.get().title == "Ny frivilligpolitik"


def test_a_correction_on_an_item_that_is_gone_is_reported(item):
    corrections.correct_title(item, "Ny frivilligpolitik", None)
    result = imported(minutes_text(item_text(5, "Ny politik", "13/2358")))
    assert codes(result) == ["correction_unplaced"]


def test_a_corrected_outcome_without_its_decision_is_reported(item):
    corrections.correct_outcome(item.decisions.get(), Outcome.APPROVED, None)
    result = imported(minutes_text(item_text(4, "Ny politik", "13/2358", indstilling="Til drøftelse.")))
    assert codes(result) == ["correction_unplaced"]
    assert "punkt-4, direktionen 2013-08-27" in result.problems[-1].message


def test_of_two_decisions_of_one_body_on_one_day_the_right_one_is_corrected():
    second = "\n\n" + decided("Direktionen", "27-08-2013", "Udsættes.")
    imported(text(suffix=second))
    corrections.correct_outcome(Decision.objects.get(outcome="deferred"), Outcome.REJECTED, None)
    imported(text(suffix=second + "\n\nBilag\n\nNotat"))
    assert list(Decision.objects.values_list("outcome", flat=True)) == ["discussed", "rejected"]


def test_a_corrected_title_does_not_hide_what_was_read_from_later_corrections(item):
    corrections.correct_title(item, "Ny frivilligpolitik", None)
    corrections.correct_case_number(item, "13/2400", None)
    assert set(Correction.objects.values_list("item_title", "item_case_number")) == {
        ("Ny politik", "13/2358")
    }
