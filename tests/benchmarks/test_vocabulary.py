"""The nouns of the synthetic archive: many, inflected, and used as unevenly as words are."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from benchmarks.synthetic.vocabulary import forms_of, make_vocabulary, zipf


@pytest.fixture(scope="module")
def vocabulary():
    return make_vocabulary(1)


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("plan:en:er:erne", ["plan", "planen", "planer", "planerne"]),
        ("regel:en=regler", ["regel", "regelen", "regler"]),
        ("campus", ["campus"]),
    ],
)
def test_an_entry_of_the_word_list_gives_its_inflected_forms(entry, forms):
    assert forms_of(entry) == forms


def test_there_are_more_than_three_hundred_thousand_different_words(vocabulary):
    assert len(set(vocabulary.words)) == len(vocabulary.words) > 300_000


def test_the_same_seed_gives_the_same_words_and_another_seed_others(vocabulary):
    assert make_vocabulary(1).words[:1000] == vocabulary.words[:1000]
    assert make_vocabulary(2).words[:1000] != vocabulary.words[:1000]


def test_frequent_words_are_shorter_than_rare_ones(vocabulary):
    frequent, rare = vocabulary.words[:100], vocabulary.words[-100:]

    assert sum(map(len, frequent)) < sum(map(len, rare)) / 2


def test_frequencies_fall_with_the_rank_as_zipf_and_mandelbrot_found():
    words = zipf(["a", "b", "c"], shift=1, exponent=2)

    assert words.sums == pytest.approx((1 / 4, 1 / 4 + 1 / 9, 1 / 4 + 1 / 9 + 1 / 16))


def test_a_pool_holds_each_word_as_often_as_its_frequency_asks():
    pool = Counter(
        zipf([f"ord{rank}" for rank in range(1000)], shift=0, exponent=1).pool(random.Random(1), 20_000)
    )

    assert pool["ord0"] / pool["ord9"] == pytest.approx(10, rel=0.02)
    assert pool["ord0"] / pool["ord99"] == pytest.approx(100, rel=0.05)
    assert pool.total() == 20_000


def test_of_words_too_rare_for_it_each_pool_holds_others():
    words = zipf([f"ord{rank}" for rank in range(5000)])
    first, second = (set(words.pool(random.Random(seed), 1000)) for seed in (1, 2))

    assert first - second
    assert second - first
    assert {"ord0", "ord1", "ord2"} <= first & second
