"""The synthetic archive: the same for the same seed, and like minutes in its lengths, words, cases and centres."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from itertools import chain

import pytest

from benchmarks.synthetic.meetings import BLOCK, COLLECTIVE_CASE, COLLECTIVE_ITEMS, MOST_BLOCKS, Archive
from benchmarks.synthetic.municipality import CENTRE_CODES
from minutes.danish.numbers import CASE_NUMBER_NORMAL_FORM, DOCUMENT_NUMBER_NORMAL_FORM
from minutes.parser.outcomes import classify_outcome
from minutes.parser.values import Outcome

SIZE = 600


@pytest.fixture(scope="module")
def archive():
    return Archive(seed=1)


@pytest.fixture(scope="module")
def meetings(archive):
    return list(archive.block(0, SIZE))


@pytest.fixture(scope="module")
def items(meetings):
    return list(chain.from_iterable(meeting.items for meeting in meetings))


@pytest.fixture(scope="module")
def open_items(items):
    return [item for item in items if not item.is_closed]


@pytest.fixture(scope="module")
def made_again():
    return Archive(seed=1)


def test_the_same_seed_gives_the_same_meetings(made_again, meetings):
    assert list(made_again.block(0, SIZE)) == meetings


def test_another_seed_gives_others(meetings):
    assert list(Archive(seed=2).block(0, SIZE)) != meetings


def test_a_block_does_not_depend_on_the_blocks_made_before_it(archive, made_again):
    later, earlier = list(archive.block(3, 50)), list(archive.block(2, 50))

    assert list(made_again.block(2, 50)) == earlier
    assert list(made_again.block(3, 50)) == later


def test_the_items_of_all_blocks_are_numbered_through(archive, items):
    assert [item.id for item in items] == list(range(1, SIZE + 1))
    assert next(archive.block(2, 50)).items[0].id == 2 * BLOCK + 1


@pytest.mark.parametrize("number", [-1, MOST_BLOCKS])
def test_there_is_no_block_beyond_the_last_or_before_the_first(archive, number):
    with pytest.raises(ValueError, match=f"no block {number}"):
        archive.block(number)


def test_no_two_meetings_have_the_same_body_date_and_time(archive, meetings):
    others = [*archive.block(1, SIZE), *archive.block(MOST_BLOCKS - 1, SIZE)]
    times = [(meeting.body, meeting.date, meeting.start_time) for meeting in [*meetings, *others]]

    assert len(set(times)) == len(times)


def test_meetings_stand_in_order_and_have_some_seven_items(meetings):
    assert sorted(meetings, key=lambda meeting: meeting.date) == meetings
    assert statistics.mean(len(meeting.items) for meeting in meetings) == pytest.approx(7.1, abs=0.3)
    assert max(len(meeting.items) for meeting in meetings) < 30


def test_an_item_has_some_four_hundred_words_and_a_few_are_very_long(open_items):
    lengths = sorted(len(item.text.split()) for item in open_items)

    assert 300 <= statistics.median(lengths) <= 500
    assert lengths[len(lengths) * 95 // 100] > 3 * statistics.median(lengths)
    assert lengths[0] < 120


def test_few_words_are_frequent_and_many_occur_once(open_items):
    words = Counter(chain.from_iterable(re.findall(r"\w+", item.text.lower()) for item in open_items))
    counts = [count for _, count in words.most_common()]

    assert sum(counts[:100]) > sum(counts) / 3
    assert counts.count(1) > len(counts) / 3


def test_the_items_of_a_case_share_words_that_others_lack(open_items):
    by_case: dict[str, list[set[str]]] = {}
    for item in open_items:
        by_case.setdefault(item.case.number, []).append(set(re.findall(r"\w{12,}", item.text)))
    pairs = [texts[:2] for texts in by_case.values() if len(texts) > 1]
    same = statistics.mean(len(first & second) for first, second in pairs)
    other = statistics.mean(len(pairs[place - 1][0] & pairs[place][1]) for place in range(len(pairs)))

    assert same > 3 * other


def test_most_cases_have_one_to_five_items_and_the_collective_case_many(open_items):
    counts = Counter(item.case.number for item in open_items)
    few = [count for count in counts.values() if count <= 5]

    assert counts[COLLECTIVE_CASE] >= COLLECTIVE_ITEMS * 0.9
    assert len(few) > 0.9 * len(counts)


def test_case_numbers_of_different_blocks_differ_but_for_the_collective_case(archive, open_items):
    others = chain.from_iterable(meeting.items for meeting in archive.block(1, SIZE))
    numbers, other_numbers = (
        {item.case.number for item in found if item.case} for found in (open_items, others)
    )

    assert numbers & other_numbers == {COLLECTIVE_CASE}


def test_numbers_have_their_normal_form(open_items):
    assert all(re.fullmatch(CASE_NUMBER_NORMAL_FORM, item.case.number) for item in open_items)
    documents = [number for item in open_items for number, _ in item.documents]
    assert documents
    assert all(re.fullmatch(DOCUMENT_NUMBER_NORMAL_FORM, number) for number in documents)


def test_decisions_come_to_all_that_decisions_can(open_items):
    assert {classify_outcome(item.decision) for item in open_items if item.decision} == set(Outcome)


def test_the_first_centre_has_to_do_with_a_tenth_of_the_items(open_items):
    items = [item for item in open_items if CENTRE_CODES[0] in item.text]

    assert len(items) / SIZE == pytest.approx(0.11, abs=0.04)


def test_nothing_is_said_in_a_closed_item(items):
    closed = [item for item in items if item.is_closed]

    assert closed
    assert {item.text for item in closed} == {"Lukket punkt\n"}


def test_some_words_are_misspelt(archive, open_items):
    known = set(archive.vocabulary.words)
    text = " ".join(item.text.lower() for item in open_items)
    compounds = set(re.findall(r"[a-zæøå]{18,}", text))

    assert 0.001 < len(compounds - known) / len(compounds) < 0.1
