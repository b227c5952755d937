"""The parts of a decision are rows that an import writes, and corrections of them survive the next."""

import pytest

from minutes.editing import corrections
from minutes.importing.importer import import_minutes, reparse
from minutes.models import (
    AgendaItem,
    Correction,
    Decision,
    DecisionPart,
    Outcome,
    SearchDecision,
    SearchDocument,
    SourceDocument,
)
from tests.build.documents import decided, item_text, minutes_text

pytestmark = pytest.mark.django_db

IN_PARTS = "Ad 1) Godkendt. Ad 2) Udsættes."


def text(decision: str = IN_PARTS, suffix: str = "", title: str = "Ny politik", case: str = "13/2358") -> str:
    return minutes_text(
        item_text(4, title, case) + "\n\n" + decided("Direktionen", "27-08-2013", decision) + suffix
    )


def imported(content: str):
    return import_minutes(content.encode(), "referat.txt")


def parts() -> list[tuple[str, str, str]]:
    return list(DecisionPart.objects.values_list("point", "text", "outcome"))


def tokens() -> list[str]:
    vector = SearchDocument.objects.get().vector
    return sorted(token.split("'")[0] for token in vector.split("'o:")[1:])


def test_parts_are_rows_with_point_text_and_outcome():
    imported(text())
    assert parts() == [("1", "Godkendt.", "approved"), ("2", "Udsættes.", "deferred")]
    decision = Decision.objects.get()
    assert (decision.text, decision.outcome) == (IN_PARTS, "other")
    assert {part.item for part in decision.parts.all()} == {AgendaItem.objects.get()}


def test_an_item_is_indexed_under_the_outcome_of_each_part():
    imported(text())
    document = SearchDocument.objects.get()
    assert (document.outcomes, document.outcome) == (["approved", "deferred"], Outcome.OTHER)
    assert tokens() == ["approved", "deferred"]
    assert SearchDecision.objects.values_list("is_deferral", "is_partial").get() == (True, True)


def test_parts_that_agree_are_kept_and_the_whole_is_one_outcome():
    imported(text("Ad 1) Udsættes. Ad 2) Udsættes."))
    assert [outcome for _, _, outcome in parts()] == ["deferred", "deferred"]
    assert (SearchDocument.objects.get().outcomes, tokens()) == (["deferred"], ["deferred"])
    assert SearchDecision.objects.values_list("is_deferral", "is_partial").get() == (True, False)


def test_a_new_text_replaces_the_parts():
    imported(text())
    imported(text("Ad 1) Afvist. Ad 2) Godkendt. Ad 3) Drøftet."))
    assert [(point, outcome) for point, _, outcome in parts()] == [
        ("1", "rejected"),
        ("2", "approved"),
        ("3", "discussed"),
    ]
    imported(text("Godkendt."))
    assert parts() == []
    assert SearchDocument.objects.get().outcomes == ["approved"]


def test_reading_again_changes_nothing():
    imported(text())
    before = parts()
    reparse(SourceDocument.objects.get())
    assert parts() == before
    assert SearchDocument.objects.get().outcomes == ["approved", "deferred"]


def test_parts_of_several_decisions_stand_under_their_own():
    imported(text(suffix="\n\n" + decided("Byrådet", "03-09-2013", "Ad 1) Drøftet. Ad 2) Afvist.")))
    assert {
        (decision.body.name, tuple(part.outcome for part in decision.parts.all()))
        for decision in Decision.objects.all()
    } == {("Direktionen", ("approved", "deferred")), ("Byrådet", ("discussed", "rejected"))}
    assert SearchDocument.objects.get().outcomes == ["approved", "deferred"]


def test_a_point_with_a_long_name_is_cut():
    points = ", ".join(f"{point}.{point}a" for point in range(10, 20))
    imported(text(f"Ad {points}: Godkendt."))
    assert len(DecisionPart.objects.get().point) <= 60


# Corrections


def correct(point: str, outcome: Outcome) -> None:
    corrections.correct_outcome(DecisionPart.objects.get(point=point), outcome, None)


def test_a_correction_names_decision_and_part():
    imported(text())
    correct("2", Outcome.REJECTED)
    correction = Correction.objects.get()
    assert (correction.field, correction.key) == ("outcome", "direktionen 2013-08-27, punkt 2")
    assert (correction.parsed_value, correction.value) == ("deferred", "rejected")
    assert SearchDocument.objects.get().outcomes == ["approved", "rejected"]


def test_a_corrected_part_stays_corrected():
    imported(text())
    correct("2", Outcome.REJECTED)
    imported(text(suffix="\n\nBilag\n\nNotat"))
    reparse(SourceDocument.objects.latest("version"))
    assert [outcome for _, _, outcome in parts()] == ["approved", "rejected"]
    assert SearchDocument.objects.get().outcomes == ["approved", "rejected"]


def test_a_decision_follows_its_parts_until_it_is_corrected_itself():
    imported(text())
    correct("2", Outcome.APPROVED)
    assert Decision.objects.get().outcome == "approved"
    correct("2", Outcome.DEFERRED)
    assert (Decision.objects.get().outcome, Correction.objects.count()) == ("other", 0)
    corrections.correct_outcome(Decision.objects.get(), Outcome.FORWARDED, None)
    correct("2", Outcome.APPROVED)
    assert Decision.objects.get().outcome == "forwarded"
    assert SearchDocument.objects.get().outcomes == ["forwarded"]


def test_both_corrections_survive_and_nobody_is_told_of_a_change():
    imported(text())
    correct("2", Outcome.APPROVED)
    corrections.correct_outcome(Decision.objects.get(), Outcome.FORWARDED, None)
    result = imported(text(suffix="\n\nBilag\n\nNotat"))
    assert [problem.code for problem in result.problems if problem.code.startswith("correction")] == []
    assert Decision.objects.get().outcome == "forwarded"
    assert [outcome for _, _, outcome in parts()] == ["approved", "approved"]


def test_a_correction_of_a_part_that_is_gone_is_reported():
    imported(text())
    correct("2", Outcome.REJECTED)
    result = imported(text("Ad 1) Godkendt. Ad 3) Udsættes."))
    (problem,) = (problem for problem in result.problems if problem.code == "correction_unplaced")
    assert "punkt-4, direktionen 2013-08-27, punkt 2" in problem.message
    assert [outcome for _, _, outcome in parts()] == ["approved", "deferred"]


def test_of_two_parts_of_one_name_the_right_one_is_corrected():
    imported(text("Ad 1) Godkendt. Ad 1) Udsættes."))
    corrections.correct_outcome(DecisionPart.objects.get(outcome="deferred"), Outcome.REJECTED, None)
    imported(text("Ad 1) Godkendt. Ad 1) Udsættes.", suffix="\n\nBilag\n\nNotat"))
    assert [outcome for _, _, outcome in parts()] == ["approved", "rejected"]
