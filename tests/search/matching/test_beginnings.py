"""A star at the end of a word means any ending."""

import pytest

from minutes.search.hits.hits import read_hits
from minutes.search.matching.filters import Sort
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.searching import search, titles

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def items() -> None:
    meeting = add_meeting()
    for title in ("Skolebus", "Skoler", "Folkeskole", "Skoven", "Skoldkopper i P-pladsens hus", "P-pladser"):
        add_indexed_item(meeting, title)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("skol*", ["Folkeskole", "Skoldkopper i P-pladsens hus", "Skolebus", "Skoler"]),
        ("SKOL*", ["Folkeskole", "Skoldkopper i P-pladsens hus", "Skolebus", "Skoler"]),
        ("skoler*", ["Folkeskole", "Skolebus", "Skoler"]),
        ("skol* -skolebus", ["Folkeskole", "Skoldkopper i P-pladsens hus", "Skoler"]),
        ("skov -skol*", ["Skoven"]),
        ("sko*", []),
        ('"skol*"', ["Skoler"]),
        ("p-plads", ["P-pladser", "Skoldkopper i P-pladsens hus"]),
        ("skole bus", ["Skolebus"]),
    ],
)
def test_any_ending_is_found(typed, found):
    assert sorted(titles(typed)) == found


def test_what_begins_so_is_marked():
    found = search("skoldk*")
    (hit,) = read_hits(found, found.ordered(Sort.RELEVANCE))
    assert hit.title.startswith("<mark>Skoldkopper</mark>")


@pytest.mark.parametrize(
    "typed", ["'''*", "skol'*", "skol\\*", "skol:*", "skol**", "****", "skol* OR *", "-skol*"]
)
def test_signs_of_the_index_mean_nothing(typed):
    titles(typed)
