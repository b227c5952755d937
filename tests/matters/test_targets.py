"""Words that name a meeting, a case or an item lead to the one item that is meant, where that is sure."""

from __future__ import annotations

import pytest

from minutes.importing.importer import import_minutes
from minutes.matters.export import export_matters
from minutes.models import Body, BodyAlias
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
