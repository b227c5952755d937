"""Two readings of a meeting are compared item by item, and texts word by word, quickly whatever they hold."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.importing.arrivals.difference import Difference, Kept, compare, compare_texts
from minutes.importing.arrivals.item_facts import DecisionFacts, ItemFacts
from minutes.models import Correction, Outcome

Closed = Correction.Closed


def an_item(number: int, title: str, case: str = "", **changes) -> ItemFacts:
    plain = ItemFacts(f"punkt-{number}", number, str(number), title, case, Closed.NO, (), (), (), "")
    return replace(plain, **changes)


def decided(text: str, outcome: Outcome = Outcome.APPROVED) -> tuple[DecisionFacts, ...]:
    return (DecisionFacts("Direktionen 27-08-2013", text, outcome, ()),)


def in_short(difference: Difference) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    return (
        [item.label for item in difference.new],
        [item.label for item in difference.gone],
        [(change.before.label, change.after.label) for change in difference.changed],
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], ([], [], [])),
        ([an_item(1, "A")], [an_item(1, "A")], ([], [], [])),
        ([an_item(1, "A")], [an_item(1, "A"), an_item(2, "B")], (["2"], [], [])),
        ([an_item(1, "A"), an_item(2, "B")], [an_item(1, "A")], ([], ["2"], [])),
        ([an_item(1, "A")], [an_item(1, "B")], ([], [], [("1", "1")])),
        ([an_item(1, "A", "13/1")], [an_item(2, "B", "13/1")], ([], [], [("1", "2")])),
        ([an_item(1, "A")], [an_item(2, "a")], ([], [], [("1", "2")])),
        # One that came in between moves all that follow.
        (
            [an_item(1, "A", "13/1"), an_item(2, "B", "13/2")],
            [an_item(1, "Ny", "13/9"), an_item(2, "A", "13/1"), an_item(3, "B", "13/2")],
            (["1"], [], [("1", "2"), ("2", "3")]),
        ),
        # Two that have the same case are told apart by their titles.
        (
            [an_item(1, "A", "13/1"), an_item(2, "B", "13/1")],
            [an_item(1, "B", "13/1"), an_item(2, "A", "13/1")],
            ([], [], [("1", "1"), ("2", "2")]),
        ),
    ],
)
def test_items_are_found_again(before, after, expected) -> None:
    assert in_short(compare(before, after)) == expected


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"title": "B"}, "Titel"),
        ({"case_number": "13/2"}, "Sagsnummer"),
        ({"closed": Closed.YES}, "Lukket"),
        ({"decisions": decided("Udsat.", Outcome.DEFERRED)}, "Udfald"),
        ({"decisions": decided("Godkendt. Sendes videre.")}, "Beslutning"),
        ({"attachments": ("Notat",)}, "Bilag"),
        ({"text": "Andet"}, "Tekst"),
    ],
)
def test_every_field_that_is_another_is_named(changes, name: str) -> None:
    before = an_item(1, "A", "13/1", decisions=decided("Godkendt."))
    [change] = compare([before], [replace(before, **changes)]).changed
    assert name in [field.name for field in change.fields]


def test_an_address_is_lost_only_where_no_item_stands_at_it() -> None:
    before = [an_item(1, "A", "13/1"), an_item(2, "B", "13/2"), an_item(3, "C", "13/3")]
    after = [an_item(1, "Ny", "13/9"), an_item(2, "A", "13/1")]
    assert compare(before, after).lost_addresses == ("punkt-3",)
    assert compare(before, [an_item(4, "A", "13/1")]).lost_addresses == ("punkt-2", "punkt-3", "punkt-1")


def test_words_are_marked() -> None:
    runs = compare_texts("Direktionen godkendte budgettet.", "Direktionen afviste budgettet.")
    assert [(run.kind, run.text.strip()) for run in runs] == [
        (Kept.SAME, "Direktionen"),
        (Kept.GONE, "godkendte"),
        (Kept.NEW, "afviste"),
        (Kept.SAME, "budgettet."),
    ]


@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60))
def test_the_runs_are_both_texts_whole(before: str, after: str) -> None:
    runs = compare_texts(before, after)
    assert "".join(run.text for run in runs if run.kind is not Kept.NEW) == before
    assert "".join(run.text for run in runs if run.kind is not Kept.GONE) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a " * 1_499, "a b " * 749),
        ("a b " * 700, "b a " * 700),
        ("a\n" * 20_000, "a\nb\n" * 10_000),
        ("x" * 900_000, "y" * 900_000),
        (" ".join(map(str, range(1_499))), " ".join(map(str, range(1_499, 0, -1)))),
        ("ord " * 100_000, "ord " * 99_999),
    ],
)
def test_texts_made_to_be_slow_are_compared_within_a_second(before: str, after: str) -> None:
    started = time.process_time()
    compare_texts(before, after)
    assert time.process_time() - started < 1
