"""Forms of words are told by the endings that words of their kind take."""

from __future__ import annotations

import pytest

from minutes.danish.compounds.endings import dictionary_form

KINDS = {
    "butik": "c",
    "center": "n",
    "program": "n",
    "programmere": "v",
    "kriterium": "n",
    "museum": "n",
    "kursus": "n",
    "seddel": "c",
    "skole": "c",
    "køre": "v",
    "bygge": "v",
    "stor": "a",
    "tur": "c",
    "ture": "v",
    "og": "",
}


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("skole", "skole"),
        ("skolerne", "skole"),
        ("skolens", "skole"),
        ("butikken", "butik"),
        ("butikkerne", "butik"),
        ("centrene", "center"),
        ("centrets", "center"),
        ("programmerne", "program"),
        ("programmerer", "programmere"),
        ("kriterier", "kriterium"),
        ("kriterierne", "kriterium"),
        ("museet", "museum"),
        ("museerne", "museum"),
        ("kurser", "kursus"),
        ("kurset", "kursus"),
        ("sedler", "seddel"),
        ("sedlerne", "seddel"),
        ("kørt", "køre"),
        ("kørte", "køre"),
        ("bygget", "bygge"),
        ("byggende", "bygge"),
        ("større", None),
        ("stort", "stor"),
        ("ture", "ture"),
        ("turen", "tur"),
        ("turer", "ture"),
    ],
)
def test_a_form_is_of_a_word(word: str, form: str | None):
    assert dictionary_form(word, KINDS) == form


@pytest.mark.parametrize(
    "word",
    [
        "skolet",  # the ending of the other gender
        "butiket",
        "centeren",
        "storede",  # an adjective with the ending of a verb
        "byggeen",
        "ogs",  # a word that takes no endings
        "e",
        "",
        "erne",
        "skolernes er",
    ],
)
def test_an_ending_that_a_word_does_not_take_makes_no_form(word: str):
    assert dictionary_form(word, KINDS) is None
