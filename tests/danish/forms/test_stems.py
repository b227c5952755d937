"""Stems are the server's: of every word that it knows, and of their inflections."""

from __future__ import annotations

from itertools import islice

import pytest
from django.db import connection

from minutes.danish.compounds.lexicon import load_lexicon
from minutes.danish.forms.stems import STOP_WORDS, stem

_INFLECTED = ("", "erne", "s", "et", "lig", "ede", "løst", "igst", "heden")


@pytest.mark.django_db
def test_a_stem_is_the_lexeme_of_the_word():
    known = islice(load_lexicon().kinds, 0, None, 40)
    words = sorted({word + ending for word in known for ending in _INFLECTED} - STOP_WORDS)
    with connection.cursor() as cursor:
        cursor.execute("SELECT word, ts_lexize('danish_stem', word) FROM unnest(%s::text[]) AS word", [words])
        differing = [(word, lexemes) for word, lexemes in cursor.fetchall() if lexemes != [stem(word)]]
    assert len(words) > 10_000
    assert differing == []


@pytest.mark.django_db
def test_stop_words_are_those_that_have_no_lexeme():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM unnest(%s::text[]) AS word WHERE ts_lexize('danish_stem', word) = '{}'",
            [[*STOP_WORDS, "skole", "nye", "byrådet"]],
        )
        assert {word for (word,) in cursor.fetchall()} == STOP_WORDS


@pytest.mark.parametrize("word", ["", "s", "æ", "xyz", "aa", "igst", "ß", "i" * 5_000])
def test_nothing_is_too_strange_to_have_a_stem(word):
    assert word.startswith(stem(word))
