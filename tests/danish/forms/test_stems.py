"""The stemmer says what the server says."""

import lzma

import pytest

from minutes.danish.forms.listed import FORMS
from minutes.danish.forms.stems import stem_of
from minutes.search.matching.lexemes import find_lexemes


@pytest.mark.parametrize(
    ("word", "stem"),
    [("bønderne", "bønd"), ("gymnasiet", "gymnasi"), ("valgte", "valg"), ("valgt", "valg"), ("centret", "centr"),
     ("muligheder", "mul"), ("mulighederne", "mulighed"), ("arbejdsløst", "arbejdsløs"), ("by", "by"), ("", ""),
     ("økonomi", "økonomi"), ("skoles", "skol"), ("hrc", "hrc"), ("dagligst", "dag")],
)  # fmt: skip
def test_a_stem_is_the_word_without_its_endings(word, stem):
    assert stem_of(word) == stem


@pytest.mark.django_db
def test_the_server_gives_the_same_stems():
    words = set(lzma.decompress(FORMS.read_bytes()).decode().replace(",", " ").replace("-", " ").split())
    lexemes = find_lexemes(words)
    assert len(words) > 10_000
    assert {word: (stem_of(word),) for word in words} == lexemes
