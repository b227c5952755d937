"""Which rows of follow-up lists are one topic, measured on pairs that were told apart by reading."""

import pytest

from minutes.matters.topic_keys import (
    FEWEST_IN_COMMON,
    TopicMatch,
    likeness,
    match_topics,
    topic_key,
    topic_words,
)

from .topic_pairs import ALIKE, ALIKE_BUT_NOT_SHOWN, OTHER, SAME


@pytest.mark.parametrize(("one", "other"), SAME)
def test_topics_of_the_same_words_are_the_same_whoever_has_them(one: str, other: str):
    assert match_topics(one, other, {"JC"}, {"BAC"}) is match_topics(other, one) is TopicMatch.SAME


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_topics_that_differ_in_a_word_are_alike_where_nobody_else_has_them(one: str, other: str):
    assert match_topics(one, other, {"HRC", "JC"}, {"JC"}) is TopicMatch.ALIKE
    assert match_topics(other, one, {"HRC"}, ()) is TopicMatch.ALIKE
    assert match_topics(one, other, {"HRC"}, {"TMC"}) is TopicMatch.ALIKE_ELSEWHERE


@pytest.mark.parametrize(("one", "other"), [*OTHER, *ALIKE_BUT_NOT_SHOWN])
def test_topics_that_only_look_alike_stay_apart(one: str, other: str):
    assert match_topics(one, other, {"ØDC"}, {"ØDC"}) is match_topics(other, one) is TopicMatch.OTHER


def test_the_threshold_is_the_lowest_that_joins_no_two_topics():
    likest_of_others = max(likeness(*pair) for pair in OTHER)
    assert likest_of_others < FEWEST_IN_COMMON <= min(likeness(*pair) for pair in ALIKE)
    found = [pair for pair in [*ALIKE, *ALIKE_BUT_NOT_SHOWN] if likeness(*pair) >= FEWEST_IN_COMMON]
    assert len(found) / len([*ALIKE, *ALIKE_BUT_NOT_SHOWN]) > 0.8


@pytest.mark.parametrize("pair", ALIKE)
def test_of_topics_that_are_alike_one_has_all_the_words_of_the_other(pair: tuple[str, str]):
    one, other = map(topic_words, pair)
    assert one <= other or other <= one


@pytest.mark.parametrize(
    ("topic", "key"),
    [
        ("Status på ØKO-LIS", "status økolis"),
        ("HTK/Politikker", "htk politikker"),
        ("Om og til", "om og til"),
        ("", ""),
        ("(jf. sag 12/32140)", ""),
        ("Haller (leje)", "haller leje"),
    ],
)
def test_a_key_has_the_words_that_say_something(topic: str, key: str):
    assert topic_key(topic) == key


def test_a_topic_of_a_million_words_is_compared_in_no_time():
    long = "haller og stier " * 60_000
    assert match_topics(long, "Haller") in TopicMatch
