"""What a decision put off is taken up by the next item of its case, its standing title or its own title, if by any."""

from __future__ import annotations

import pytest

from minutes.importing.importer import import_minutes
from minutes.matters.export import export_matters
from minutes.models import Meeting
from minutes.models.visibility import EVERYBODY
from tests.build.documents import decided, item_text, minutes_text

pytestmark = pytest.mark.django_db


def hold(date: str, *items: tuple[str, str, str], body: str = "Direktionen", publish: bool = True) -> Meeting:
    """Minutes of items, each a title, a case number and what was decided, or nothing."""
    texts = []
    for number, (title, case, decision) in enumerate(items, start=1):
        text = item_text(number, title, case)
        texts.append(f"{text}\n\n{decided(body, date, decision)}" if decision else text)
    return import_minutes(
        minutes_text(*texts, body=body, date=date).encode(), f"{body}-{date}.txt", publish=publish
    ).meeting


def taken_up() -> list[tuple[str, int] | None]:
    """Of each deferral where it was taken up."""
    ends = [deferral["taken_up"] for deferral in export_matters(EVERYBODY)["deferrals"]]
    return [(end["date"], end["item"]) if end else None for end in ends]


def test_by_the_next_item_of_its_case():
    hold("05-02-2013", ("Ny cykelsti", "13/101", "Udsættes."))
    hold("05-03-2013", ("Kantine", "13/102", "Godkendt."), ("Cykelsti ved skolen", "13/101", "Godkendt."))
    hold("02-04-2013", ("Ny cykelsti", "13/101", "Drøftet."))
    assert taken_up() == [("2013-03-05", 2)]


def test_by_the_item_of_its_own_title_where_its_case_has_several():
    hold("05-02-2013", ("Plejecenter - økonomi", "13/101", "Udsættes."))
    hold(
        "05-03-2013", ("Plejecenter - grund", "13/101", ""), ("Plejecenter - økonomi", "13/101", "Godkendt.")
    )
    assert taken_up() == [("2013-03-05", 2)]


def test_by_a_later_decision_that_is_printed_under_the_same_item():
    text = item_text(1, "Ny cykelsti", "13/101")
    first = decided("Direktionen", "22-01-2013", "Udsættes.")
    second = decided("Direktionen", "05-02-2013", "Godkendt.")
    import_minutes(
        minutes_text(f"{text}\n\n{first}\n\n{second}", date="05-02-2013").encode(), "a.txt", publish=True
    )
    assert taken_up() == [("2013-02-05", 1)]


def test_by_the_next_of_a_standing_title_and_not_by_others_of_the_collective_number():
    for date, decision in (("05-02-2013", "Udsættes."), ("05-03-2013", "Drøftet.")):
        hold(date, (f"Huskeliste {date}", "12/9", ""), (f"Økonomiopfølgning {date}", "12/9", decision))
    assert taken_up() == [("2013-03-05", 2)]


def test_by_a_title_that_goes_on_under_another_number():
    hold("05-02-2013", ("Retningslinjer for tilsyn", "13/101", "Udsættes."))
    hold("05-03-2013", ("Retningslinjer for tilsyn på botilbud", "13/102", "Godkendt."))
    assert taken_up() == [("2013-03-05", 1)]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Retningslinjer for tilskud", "Direktionen"),
        ("Retningslinjer for tilsynsbesøg", "Direktionen"),
        ("Retningslinjer for tilsyn på botilbud", "Chefforum"),
        ("Tilsyn", "Direktionen"),
    ],
)
def test_by_no_title_that_only_begins_alike_or_is_anothers(title: str, body: str):
    hold("05-02-2013", ("Retningslinjer for tilsyn", "13/101", "Udsættes."))
    hold("05-03-2013", (title, "13/102", "Godkendt."), body=body)
    assert taken_up() == [None]


def test_by_nothing_that_was_before_or_that_nobody_may_see():
    hold("08-01-2013", ("Ny cykelsti", "13/101", "Drøftet."))
    hold("05-02-2013", ("Ny cykelsti", "13/101", "Udsættes."))
    hold("05-03-2013", ("Ny cykelsti", "13/101", "Godkendt."), publish=False)
    assert taken_up() == [None]


def test_a_draft_between_does_not_hide_what_is_published_later():
    hold("05-02-2013", ("Ny cykelsti", "13/101", "Udsættes."))
    hold("05-03-2013", ("Ny cykelsti", "13/101", "Drøftet."), publish=False)
    hold("02-04-2013", ("Ny cykelsti", "13/101", "Godkendt."))
    assert taken_up() == [("2013-04-02", 1)]
