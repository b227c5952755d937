"""The queries, addresses and figures of the search's benchmark."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from time import sleep

import pytest
from django.test import Client

from benchmarks.peers.peer import Question
from benchmarks.searching.clocks import clocked, yardstick
from benchmarks.searching.figures import percentile, print_ratios, print_times
from benchmarks.searching.frequencies import Frequencies
from benchmarks.searching.pages import page_addresses, suggestion_addresses
from benchmarks.searching.profile import profile, sql_clock
from benchmarks.searching.queries import COMMON, MEDIUM, RARE, Values, draw_queries
from benchmarks.synthetic.fill import _archive, fill
from minutes.models import Body
from tests.build.rows import add_meeting

pytestmark = pytest.mark.django_db

VALUES = Values(bodies=["direktionen"], centres=["hrc"], outcomes=["godkendt"], years=["2013"])


@pytest.fixture(scope="module")
def items():
    return list(chain.from_iterable(meeting.items for meeting in _archive().block(0, 2500)))


@pytest.fixture
def frequencies(items):
    return Frequencies([item.text for item in items if not item.is_closed])


def test_queries_are_three_hundred_at_least_and_of_every_class(frequencies, items):
    queries = draw_queries(frequencies, items, VALUES)
    kinds = Counter(query.kind for query in queries)

    assert len(queries) >= 300
    assert min(kinds.values()) >= 10
    assert {
        "rare word",
        "phrase",
        "OR",
        "minus",
        "number",
        "misspelt",
        "filter aar",
        "page 20",
    } <= kinds.keys()


def test_the_same_words_give_the_same_queries(frequencies, items):
    first, second = (draw_queries(frequencies, items, VALUES, of_each=3) for _ in range(2))

    assert first == second


def test_rare_and_common_words_are_so_in_the_texts(frequencies, items):
    texts = [set(item.text.lower().split()) for item in items if not item.is_closed]

    def share(word: str) -> float:
        return sum(word in text for text in texts) / len(texts)

    assert all(share(word) > 0.1 for word in frequencies.between(*COMMON)[:5])
    assert all(share(word) <= MEDIUM[1] for word in frequencies.between(*MEDIUM)[:5])
    assert all(share(word) <= RARE[1] for word in frequencies.between(*RARE)[:5])


def test_a_stop_word_is_never_asked_for(frequencies):
    assert not {"eller", "efter", "være"} & set(frequencies.between(0, 1))


def test_the_words_of_a_phrase_stand_side_by_side_in_some_item(frequencies, items):
    queries = draw_queries(frequencies, items, VALUES, of_each=3)
    phrases = [" ".join(query.question.words) for query in queries if query.kind == "phrase"]

    assert phrases
    assert all(any(phrase in item.text.lower() for item in items) for phrase in phrases)


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (Question(("havn",)), "havn"),
        (Question(("havn", "bro")), "havn bro"),
        (Question(("havn", "bro"), is_any=True), "havn OR bro"),
        (Question(("havn", "bro"), is_phrase=True), '"havn bro"'),
        (Question(("havn",), without="bro"), "havn -bro"),
    ],
)
def test_a_question_is_typed_as_people_type_it(question, typed):
    assert question.typed == typed


def test_every_page_that_is_measured_is_there():
    fill(30, processes=1, size=30)
    addresses = page_addresses(of_each=2) | suggestion_addresses(of_each=2)

    assert len(addresses) == 13
    for address in chain.from_iterable(addresses.values()):
        assert Client().get(address).status_code == 200


def test_the_time_of_a_request_is_told_apart():
    spent = profile("/moeder/")

    assert spent.queries > 0
    assert min(spent.sql, spent.template, spent.python) > 0
    assert spent.sql + spent.template + spent.python == pytest.approx(spent.whole)


@pytest.mark.django_db(transaction=True)
def test_the_rows_that_a_request_reads_are_told():
    few = profile("/moeder/").rows
    for day in range(1, 29):
        add_meeting(f"2013-01-{day:02}")

    assert profile("/moeder/").rows >= few + 28


def test_a_clock_goes_while_the_database_is_asked_and_only_then():
    with sql_clock() as clock:
        assert clock() == 0
        Body.objects.count()
        asked = clock()
        assert 0 < asked == clock()
    Body.objects.count()
    assert clock() == asked


@pytest.mark.parametrize(("part", "time"), [(0.5, 2), (0.75, 3), (0.95, 4), (1, 4), (0, 1)])
def test_a_percentile_is_the_time_within_which_that_part_is_done(part, time):
    assert percentile([3, 1, 4, 2], part) == time


def test_the_tables_show_milliseconds_and_ratios(capsys):
    print_times("search", {"rare": [0.010, 0.030], "common": [0.020]}, [0.002, 0.003, 0.004])
    print_ratios("first page", {"rare": [0.010]}, {"Peer": {"rare": [0.004]}})
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]

    assert ["rare", "2", "10.0", "30.0", "30.0"] in lines
    assert ["all", "3", "20.0", "30.0", "30.0"] in lines
    assert ["rare", "10.00", "ms", "4.00", "ms", "2.50x"] in lines


def test_the_machines_pace_counts_among_no_times(capsys):
    print_times("search", {"rare": [0.010]}, [0.002, 0.002, 0.002])
    lines = [line.split() for line in capsys.readouterr().out.splitlines()[2:]]
    assert lines == [
        ["rare", "1", "10.0", "10.0", "10.0"],
        ["all", "1", "10.0", "10.0", "10.0"],
        ["(the", "yardstick", "meanwhile)", "3", "2.0", "2.0", "2.0"],
    ]


def test_the_yardstick_is_a_time():
    assert 0 < yardstick() < 1


def test_a_call_is_made_once_before_it_counts_and_the_median_of_five_is_told_by_each_clock():
    calls = []
    now = iter([0, 50, 0, 3, 0, 2, 0, 1, 0, 4])

    assert clocked(lambda: calls.append(1), lambda: next(now), lambda: len(calls)) == [3, 1]
    assert len(calls) == 6


def test_a_long_call_is_made_only_twice_more():
    calls = []

    def call():
        calls.append(1)
        sleep(0.2)

    assert clocked(call, lambda: len(calls)) == [1]
    assert len(calls) == 3
