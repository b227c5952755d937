"""What items tell of other meetings and times becomes rows with an import, and others with the next."""

from __future__ import annotations

import datetime

import pytest

from minutes.importing.importer import import_minutes, reparse
from minutes.importing.organisation import load_organisation
from minutes.models import (
    Amount,
    ComingSubject,
    Decision,
    Deferral,
    FollowUp,
    ItemCentre,
    Reference,
    Relation,
    SourceDocument,
)
from minutes.models.parts import TOLD
from tests.build.documents import decided, item_text, minutes_text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _organisation(db) -> None:
    load_organisation()


LIST = "\n".join(
    [
        "Sag/emne\tForv. tidspunkt\tAnsvarlig",
        "Cykelpolitik\tOktober\tTMC",
        "Årshjul (evt. igen)\tKvartalsvis\tLK",
        "",
        "Kommende emner:",
        "",
        "- Belysning på stierne",
    ]
)


def document(decision: str = "Udsættes til mødet i oktober.", amount: str = "250.000 kr.") -> bytes:
    matter = item_text(
        1,
        "Ny cykelsti",
        "13/101",
        sagsfremstilling="Byrådet godkendte den 24. april 2013 planen for stier.",
        indstilling=f"HR-Centret indstiller, at der bevilges {amount} til stien.",
    )
    reminders = item_text(2, "Huskeliste 27-08-2013", "13/102", sagsfremstilling=LIST)
    return minutes_text(f"{matter}\n\n{decided('Direktionen', '27-08-2013', decision)}", reminders).encode()


def test_every_kind_of_what_is_told_becomes_rows():
    import_minutes(
        document("Udsættes til mødet i oktober. Sagen forelægges Byrådet den 20. november 2013."), "a"
    )
    assert {part.model for part in TOLD if not part.model._default_manager.exists()} == set()


def test_a_row_of_a_follow_up_list_keeps_its_words_and_who_has_it():
    import_minutes(document(), "a.txt")
    cycling, wheel = FollowUp.objects.all()
    assert (cycling.text, cycling.time_words, cycling.centre_codes) == ("Cykelpolitik", "Oktober", ["TMC"])
    assert (cycling.time_first, cycling.time_last) == (
        datetime.date(2013, 10, 1),
        datetime.date(2013, 10, 31),
    )
    assert (wheel.recurs, wheel.time_last, wheel.persons) == (True, None, ["LK"])
    assert [subject.text for subject in ComingSubject.objects.all()] == ["Belysning på stierne"]


def test_what_a_decision_puts_off_stands_by_it():
    import_minutes(document(), "a.txt")
    deferral = Deferral.objects.get()
    assert deferral.decision == Decision.objects.get()
    assert (deferral.text, deferral.time_words) == (
        "Udsættes til mødet i oktober.",
        "til mødet i oktober",
    )


def test_a_decision_says_how_it_stands_to_what_was_recommended():
    import_minutes(document("Tiltrådt som indstillet."), "a.txt")
    assert Decision.objects.get().relation == Relation.REFERS


def test_sums_and_references_are_read_with_their_words():
    import_minutes(document(), "a.txt")
    assert [(amount.text, amount.value) for amount in Amount.objects.all()] == [("250.000 kr.", 250_000)]
    [told] = Reference.objects.exclude(time_first=None)
    assert (told.body, told.time_first) == ("Byrådet", datetime.date(2013, 4, 24))


def test_the_sentence_that_proves_a_centres_role_is_kept():
    import_minutes(document(), "a.txt")
    role = ItemCentre.objects.get(centre__code="HRC", item__number=1)
    assert role.sentence.startswith("HR-Centret indstiller, at der bevilges")


def test_another_version_takes_the_place_of_what_was_told():
    import_minutes(document(), "a.txt")
    import_minutes(document("Godkendt.", "300.000 kr."), "a.txt")
    assert [amount.value for amount in Amount.objects.all()] == [300_000]
    assert not Deferral.objects.exists()


def test_reading_again_tells_the_same():
    import_minutes(document(), "a.txt")
    before = [list(part.model._default_manager.values_list("item", "position", "text")) for part in TOLD]
    reparse(SourceDocument.objects.get())
    assert [
        list(part.model._default_manager.values_list("item", "position", "text")) for part in TOLD
    ] == before


def test_a_text_of_any_length_fits():
    long = "Sagen om " + "meget " * 900 + "lange forhold forelægges igen i oktober."
    import_minutes(document(f"Udsættes. {long}"), "a.txt")
    assert "Udsættes." in Deferral.objects.values_list("text", flat=True)


@pytest.mark.parametrize(
    "amount",
    ["9" * 19 + " kr.", "9" * 5_000 + " kr.", "999.999.999.999.999 mia. kr.", "1" + ".000" * 30 + " kr."],
)
def test_more_money_than_there_is_is_no_sum_and_no_harm(amount: str):
    import_minutes(document(amount=amount), "a.txt")
    assert not Amount.objects.exists()


def test_of_a_list_of_thousands_of_rows_as_many_are_kept_as_anybody_writes():
    rows = "\n".join(f"Emne {number}\tOktober\tHRC" for number in range(6_000))
    listed = f"Sag/emne\tForv. tidspunkt\tAnsvarlig\n{rows}"
    text = minutes_text(item_text(1, "Huskeliste 27-08-2013", "13/102", sagsfremstilling=listed))
    import_minutes(text.encode(), "a.txt")
    assert FollowUp.objects.count() == 5_000
