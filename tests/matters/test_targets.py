"""Words that name a meeting, a case or an item lead to the one item that is meant, where that is sure."""

from __future__ import annotations

import pytest

from minutes.importing.importer import import_minutes
from minutes.matters.export import export_matters
from minutes.models import Body, BodyAlias, Reference
from minutes.models.visibility import EVERYBODY
from tests.build.documents import item_text, minutes_text

pytestmark = pytest.mark.django_db

EARLIER = "05-02-2013"
LATER = "05-03-2013"


def hold(date: str, *items: tuple[str, str, str], body: str = "Direktionen", publish: bool = True) -> None:
    """Minutes of items, each a title, a case number and what its presentation says."""
    texts = [
        item_text(number, title, case, sagsfremstilling=said)
        for number, (title, case, said) in enumerate(items, start=1)
    ]
    text = minutes_text(*texts, body=body, date=date)
    import_minutes(text.encode(), f"{body}-{date}.txt", publish=publish)


def targets() -> set[tuple[str, int]]:
    references = export_matters(EVERYBODY)["references"]
    return {(end["date"], end["item"]) for reference in references if (end := reference["target"])}


SAID = "Direktionen drøftede den 5. februar 2013 et udkast."


def test_the_item_of_the_same_case_at_the_meeting_of_that_day():
    hold(EARLIER, ("Kantine", "13/9", "Nyt."), ("Ny cykelsti", "13/101", "Nyt."))
    hold(LATER, ("Cykelstien ved skolen", "13/101", SAID))
    assert targets() == {("2013-02-05", 2)}


def test_the_item_of_the_same_title_under_another_number():
    hold(EARLIER, ("Ny cykelsti", "12/7", "Nyt."), ("Kantine", "13/9", "Nyt."))
    hold(LATER, ("Ny cykelsti", "13/101", SAID))
    assert targets() == {("2013-02-05", 1)}


def test_the_items_of_a_case_whose_number_is_said():
    hold(EARLIER, ("Ny cykelsti", "12/7788", "Nyt."))
    hold(LATER, ("Kantine", "13/101", "Der henvises til sag 12/7788."))
    assert targets() == {("2013-02-05", 1)}


def test_another_item_of_the_same_agenda_by_its_number():
    hold(LATER, ("Ny cykelsti", "13/101", "Nyt."), ("Kantine", "13/9", "Se punkt 1."))
    assert targets() == {("2013-03-05", 1)}


@pytest.mark.parametrize(
    "said",
    [
        "Der arbejdes videre frem til den 5. februar 2013.",
        "Byrådet drøftede den 5. februar 2013 et udkast.",
        "Direktionen drøftede den 6. februar 2013 et udkast.",
        "Der henvises til dokument 216558-15.",
    ],
)
def test_nothing_where_another_day_another_body_or_none_is_named(said: str):
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."))
    hold(LATER, ("Ny cykelsti", "13/101", said))
    assert targets() == set()


def test_the_item_of_the_same_case_on_that_day_though_nobody_says_whose_meeting_it_was():
    hold(EARLIER, ("Kantine", "13/9", "Nyt."), ("Ny cykelsti", "13/101", "Nyt."))
    hold(LATER, ("Cykelstien ved skolen", "13/101", "På mødet den 5. februar 2013 var der spørgsmål."))
    assert targets() == {("2013-02-05", 2)}


def test_not_so_for_another_case():
    hold(EARLIER, ("Cykelstien", "12/7", "Nyt."))
    hold(LATER, ("Cykelstien", "13/101", "Der var spørgsmål til sagen den 5. februar 2013."))
    assert targets() == set()


def test_an_item_of_its_own_agenda_by_its_title():
    hold(LATER, ("Ny cykelsti", "13/101", "Nyt."), ("Kantine", "13/9", 'Se punktet "Ny cykelsti".'))
    assert targets() == {("2013-03-05", 1)}


def test_not_by_the_title_of_another_meetings_item():
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."))
    hold(LATER, ("Kantine", "13/9", 'Se punktet "Ny cykelsti".'))
    assert targets() == set()


BY_MONTH = "Direktionen godkendte i februar 2013 et udkast."


def test_the_only_item_of_the_same_case_in_that_month():
    hold(EARLIER, ("Kantine", "13/9", "Nyt."), ("Ny cykelsti", "13/101", "Nyt."))
    hold("19-02-2013", ("Vejplan", "13/7", "Nyt."))
    hold(LATER, ("Cykelstien ved skolen", "13/101", BY_MONTH))
    assert targets() == {("2013-02-05", 2)}


@pytest.mark.parametrize(
    ("case", "body", "said"),
    [
        ("13/101", "Direktionen", "Direktionen godkendte i marts 2013 et udkast."),
        ("13/101", "Direktionen", "Direktionen godkendte i februar 2012 et udkast."),
        ("13/101", "Direktionen", "Direktionen godkendte i februar et udkast."),
        ("13/101", "Direktionen", "Udkastet er fra februar 2013."),
        ("13/101", "Byrådet", BY_MONTH),
        ("13/102", "Direktionen", BY_MONTH),
    ],
)
def test_not_in_another_month_year_body_or_case_and_not_where_the_year_is_guessed(
    case: str, body: str, said: str
):
    hold(EARLIER, ("Ny cykelsti", case, "Nyt."), body=body)
    hold("02-04-2013", ("Cykelstien ved skolen", "13/101", said))
    assert targets() == set()


def test_nothing_where_two_items_of_the_case_are_of_that_month():
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."))
    hold("19-02-2013", ("Ny cykelsti", "13/101", "Nyt."))
    hold(LATER, ("Ny cykelsti", "13/101", BY_MONTH))
    assert targets() == set()


def test_days_of_a_calendar_lead_nowhere():
    hold("02-04-2013", ("Øvrige sager 02-04-2013", "13/101", "Nyt."))
    hold(LATER, ("Øvrige sager 05-03-2013", "13/101", "Direktionen: 2. april"))
    assert Reference.objects.get().is_calendar
    assert targets() == set()


def test_nothing_where_several_items_can_be_meant():
    hold(EARLIER, ("Ny cykelsti, øst", "13/101", "Nyt."), ("Ny cykelsti, vest", "13/101", "Nyt."))
    hold(LATER, ("Cykelstien", "13/101", SAID))
    assert targets() == set()


def test_nothing_that_nobody_may_see():
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."), publish=False)
    hold(LATER, ("Ny cykelsti", "13/101", SAID))
    assert targets() == set()


def test_a_body_is_known_by_its_other_names():
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."), body="Økonomiudvalget")
    BodyAlias.objects.create(body=Body.objects.get(), text="ØU")
    hold(LATER, ("Ny cykelsti", "13/101", "ØU godkendte den 5. februar 2013 et udkast."))
    assert targets() == {("2013-02-05", 1)}
