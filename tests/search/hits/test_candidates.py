import random
import re

import pytest
from django.conf import settings

from minutes.danish.words import find_other_forms, find_words
from minutes.search.hits.candidates import find_candidates
from minutes.search.matching.lexemes import find_lexemes

SAMPLES = sorted((settings.BASE_DIR / "fixtures" / "minutes").glob("*.txt"))


def candidates(text: str, *lexemes: str) -> list[str]:
    return [text[word.start : word.end] for word in find_candidates(text, set(lexemes))]


@pytest.mark.parametrize(
    ("text", "lexeme", "written"),
    [
        ("Nye skoler i byen", "skol", ["skoler"]),
        ("SKOLEN", "skol", ["SKOLEN"]),
        ("Høje-Taastrup og Tåstrup", "tåstrup", ["Høje", "Taastrup", "Høje-Taastrup", "Tåstrup"]),
        ("en idéfase", "idefas", ["idéfase", "idé", "fase"]),
        ("Effektiviseringspuljen", "pulj", ["Effektiviseringspuljen", "Effektivisering", "puljen"]),
        ("Jf. HTK-LIS her", "htkl", ["HTK", "LIS", "HTK-LIS", "LIS"]),
        ("Mödet i Århus", "mød", ["Mödet"]),
        ("de nye centre", "cent", ["centre"]),
        ("ÅBENT MØDE", "åben", ["ÅBENT", "ÅBENT"]),
        ("Aabent møde", "åben", ["Aabent"]),
        ("– “skolen” til 5 € ☃", "skol", ["skolen"]),
    ],
)
def test_the_words_around_a_lexeme_are_candidates_however_they_are_written(text, lexeme, written):
    assert candidates(text, lexeme) == written


@pytest.mark.parametrize(
    ("written", "lexeme"),
    [
        ("ide\u0301fase", "idefas"),
        ("medie\u2011strategi", "mediestrateg"),
        ("medie\u00adstrategi", "mediestrateg"),
    ],
)
def test_a_word_of_decomposed_letters_or_with_a_typesetters_hyphen_is_a_candidate(written, lexeme):
    assert written in candidates(f"en {written} her", lexeme)


@pytest.mark.parametrize(
    "text", ["sag 12 / 32140 om", "Se sagsnr. 2012-32140.", "(12/32140)", "sag nr. 12/32140 og 13/100"]
)
def test_a_number_is_read_with_what_stands_around_it(text):
    found = find_candidates(text, {"sagnr12x32140"})
    assert "sagnr12x32140" in [word.text for word in found]


@pytest.mark.parametrize("text", ["", "   ", "veje og parker", "sk ole", "12/3214"])
def test_where_no_lexeme_may_begin_there_is_no_candidate(text):
    assert candidates(text, "skol", "sagnr12x32140") == []


@pytest.mark.parametrize("length", [0, 1, 50, 5000])
def test_a_word_is_found_wherever_it_stands_in_a_piece_without_blanks(length):
    text = f"Se {'-/' * length}skolen{'/-' * length} og skolen"
    places = [(word.start, word.end) for word in find_candidates(text, {"skol"}) if word.text == "skolen"]
    assert places == [match.span() for match in re.finditer("skolen", text)]


@pytest.mark.parametrize("digits", ["\u0661", "\uff11"])
@pytest.mark.parametrize("word", ["sagnr12x{}", "doknr{}x12", "sagnr{0}{0}x{0}"])
def test_digits_of_another_script_make_no_number(word, digits):
    word = word.format(digits)
    assert word in candidates(f"Se {word} her", word)


def test_two_numbers_of_one_serial_are_looked_for_together():
    assert len(find_candidates("12/32140, 13/32140", {"sagnr12x32140", "sagnr13x32140"})) == 4


@pytest.mark.django_db
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_in_whole_minutes_the_candidates_are_all_the_words_of_the_lexeme(path):
    """A word that is only begun ("løn- og økonomisystem") is left out: its end stands elsewhere."""
    text = re.sub(r"-\s+(og|eller|samt)\s", " og ", path.read_text())
    words = find_words(text)
    everything = [*words, *find_other_forms(text, words)]
    lexemes = find_lexemes({word.text for word in everything if len(word.text) > 4})
    for (lexeme,) in random.Random(1).sample(sorted(filter(None, set(lexemes.values()))), 60):
        wanted = {word for word in everything if lexemes.get(word.text) == (lexeme,)}
        assert wanted <= set(find_candidates(text, {lexeme}))


@pytest.mark.parametrize(
    ("text", "lexeme", "written"),
    [
        ("Der gives halvanden million kr. til en", "kr1500000", "halvanden million kr."),
        ("en halv\u00a0million kr. er meget", "kr500000", "en halv\u00a0million kr."),
        ("Der gives 2½ mio. kr. til", "kr2500000", "2½ mio. kr."),
        ("en million kr. og en anden", "kr1000000", "en million kr."),
    ],
)
def test_a_sum_in_words_is_a_candidate(text, lexeme, written):
    assert written in candidates(text, lexeme)
