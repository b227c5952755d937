import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.danish.words import (
    find_other_forms,
    find_words,
    normalise,
    with_number_words,
    without_inner_hyphens,
    written_number,
)

CASE = "sagnr12x32140"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # one form for every way of writing a case number
        ("12/32140", CASE),
        ("12-32140", CASE),
        ("12 / 32140", CASE),
        ("2012/32140", CASE),
        ("2012-32140", CASE),
        ("sagsnr.: 12/32140.", f"sagsnr {CASE}"),
        ("(jf. sag 12/32140)", f"jf sag {CASE}"),
        ("9/22035", "sagnr09x22035"),
        ("09/22035", "sagnr09x22035"),
        # and of a document number, whose year stands last
        ("269057/12", "doknr269057x12"),
        ("(269057/12)", "doknr269057x12"),
        ("dok.nr. 269057-12", "dok nr doknr269057x12"),
        ("216558-15", "doknr216558x15"),
    ],
)
def test_a_number_is_one_word_however_it_is_written(text, words):
    assert normalise(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("27-08-2013", "27 08 2013"),
        ("27/08-2013", "27 08 2013"),
        ("2014-2017", "2014 2017"),
        ("2013/14", "2013 14"),
        ("2013/2014", "2013 2014"),
        ("12/6", "12 6"),
        ("1/3", "1 3"),
        ("§17,4", "17 4"),
        ("1.692.500 kr.", "1 692 500 kr"),
        ("3,3 mio.", "3 3 mio"),
        ("kl. 10:00-11:30", "kl 10 00 11 30"),
        ("sag nr. 26", "sag nr 26"),
        ("B105", "b105"),
    ],
)
def test_dates_spans_and_amounts_are_no_case_numbers(text, words):
    assert normalise(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("HRC/JC", "hrc jc"),
        ("Direktion/Chefforum", "direktion chefforum"),
        ("MUS/GRUS/LUS", "mus grus lus"),
        ("og/eller", "og eller"),
        ("m/k", "m k"),
        ("Vej/2", "vej 2"),
        ("www.example.dk/side", "www example dk side"),
        ("navn@example.dk", "navn example dk"),
        ("bl.a.", "bl a"),
        ("snake_case", "snake case"),
        ("<b>fed</b> &amp;", "b fed b amp"),
        ("løn- og økonomisystem", "løn og økonomisystem"),
        ("E-mail", "e mail"),
        ("Høje\u2011Taastrup", "høje tåstrup"),
        ("a – b — c", "a b c"),
    ],
)
def test_everything_but_letters_and_digits_separates_words(text, words):
    assert normalise(text) == words


@pytest.mark.parametrize(
    "form",
    ["center", "Center", "CENTER", "centeret", "centret", "centerets", "centrets", "centers", "centre", "centres",
     "centrene", "centrenes", "centererne"],
)  # fmt: skip
def test_all_forms_of_center_are_one_word(form):
    assert normalise(form) == "center"
    assert normalise(f"Job{form.lower()}") == "jobcenter"


@pytest.mark.parametrize(
    ("forms", "noun"),
    [
        ("budget budgets budgettet budgettets budgetter budgetterne budgetternes", "budget"),
        ("skolebudget skolebudgettet", "skolebudget"),
        ("kvalitet kvalitets kvaliteten kvalitetens kvaliteter kvaliteterne", "kvalitet"),
        ("dagsorden dagsordenen dagsordenens dagsordener dagsordenerne", "dagsorden"),
    ],
)
def test_nouns_that_the_stemmer_would_tear_apart_keep_one_form(forms, noun):
    assert {normalise(form) for form in forms.split()} == {noun}


@pytest.mark.parametrize("word", ["budgetlægning", "budgettere", "kvalitetssikring", "ordener", "komiteen"])
def test_words_that_only_resemble_those_nouns_are_left_alone(word):
    assert normalise(word) == word


@pytest.mark.parametrize("text", ["HR-Centret", "HR-Centeret", "HR Centret", "hr-center", "HR/Centrets"])
def test_a_centre_is_found_by_all_its_spellings(text):
    assert normalise(text) == "hr center"


@pytest.mark.parametrize(
    "word",
    [
        "central",
        "centralt",
        "centrum",
        "koncentreret",
        "centerleder",
        "centerchef",
        "procent",
        "docent",
        "cent",
    ],
)
def test_words_that_only_resemble_center_are_left_alone(word):
    assert normalise(word) == word


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Taastrup", "tåstrup"),
        ("TÅSTRUP", "tåstrup"),
        ("Aabenraa", "åbenrå"),
        ("Gammel Aaby", "gammel åby"),
        ("Dataanalyse", "dataanalyse"),
        ("klimaaftaler", "klimaaftaler"),
        ("temaaften", "temaaften"),
        ("idéfase", "idefase"),
        ("allé", "alle"),
        ("Müller", "myller"),
        ("Malmö", "malmø"),
        ("Västerås", "væsterås"),
        ("Ærø ØDC", "ærø ødc"),
        ("øko\u00adnomi", "økonomi"),
        (unicodedata.normalize("NFD", "Århus på sø"), "århus på sø"),
        ("Łódź", "łodz"),
    ],
)
def test_letters_with_two_spellings_get_one(text, words):
    assert normalise(text) == words


@pytest.mark.parametrize(("one", "other"), [("får", "far"), ("sø", "so"), ("læs", "les"), ("å", "a")])
def test_danish_letters_stay_themselves(one, other):
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize("text", ["", " \n\t", "???", "\x00", "\ud800", "\ue000", "— § %", '""'])
def test_a_text_without_words_has_none(text):
    assert normalise(text) == ""


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("HTK-LIS", ["htklis"]),
        ("vand-løb for byen", ["vandløb", "vand", "løb"]),
        ("A-B-C", ["abc"]),
        ("HR-Centeret", ["hrcenter"]),
        ("sag 12/32140", ["32140"]),
        ("dok. 269057/12", ["269057"]),
        ("HTK-LIS i 09/22035", ["htklis", "22035"]),
        # a dash, a hanging hyphen, and figures join nothing
        ("løn - økonomi", []),
        ("løn- økonomi", []),
        ("2014-2017", []),
        ("covid-19", []),
        ("ord", []),
    ],
)
def test_hyphenated_words_and_serials_have_other_forms(text, forms):
    assert [form.text for form in find_other_forms(text, find_words(text))] == forms


def test_words_know_where_they_stand_in_the_text():
    text = "HR-Centret: sag 12 / 32140, Ta\u030astrup"
    words = find_words(text)
    forms = find_other_forms(text, words)
    assert [text[word.start : word.end] for word in words] == [
        "HR", "Centret", "sag", "12 / 32140", "Ta\u030astrup",
    ]  # fmt: skip
    assert [text[form.start : form.end] for form in forms] == ["HR-Centret", "12 / 32140"]


def test_only_hyphens_between_letters_are_taken_out():
    assert without_inner_hyphens("HTK-LIS 2013-2014 løn- og A-4") == "HTKLIS 2013-2014 løn- og A-4"


def test_numbers_are_written_as_words_and_all_else_stays():
    assert with_number_words('"sag 12 / 32140" -budget') == f'"sag  {CASE} " -budget'


@given(st.text())
def test_a_normalised_text_is_its_own_normal_form(text):
    normal = normalise(text)
    assert normalise(normal) == normal


@given(st.text(alphabet=st.characters() | st.sampled_from("aåæø/-é 0123456789")))
def test_every_word_is_a_piece_of_the_text_in_order(text):
    words = find_words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(word.end <= following.start for word, following in pairwise(words))
    assert " ".join(word.text for word in words) == normalise(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Effektiviseringspuljen", {"effektivisering": "Effektivisering", "puljen": "puljen"}),
        ("sygedagpengerefusion", {"syge": "syge", "sygedagpenge": "sygedagpenge", "dagpenge": "dagpenge",
                                  "dagpengerefusion": "dagpengerefusion", "refusion": "refusion"}),
        # a part that is written otherwise than compared is shown as it is written
        ("Jobcentrets", {"job": "Job", "center": "centrets"}),
        ("Omsorgscenteret og jobcentret", {"omsorg": "Omsorg", "center": "centret", "job": "job"}),
        # half of a compound stands for the whole of it
        ("løn- og økonomisystemer", {"lønsystemer": "løn", "økonomi": "økonomi", "systemer": "systemer"}),
        ("børne- eller ungdomsklub", {"børneklub": "børne", "ungdom": "ungdom", "klub": "klub"}),
    ],
)  # fmt: skip
def test_the_parts_of_compounds_are_other_forms_where_they_stand(text, places):
    forms = find_other_forms(text, find_words(text))
    assert {form.text: text[form.start : form.end] for form in forms} == places


@pytest.mark.parametrize(
    "text", ["forum", "revision", "udvalg", "indstilling", "netværk", "vejledning og", "løn- og"]
)
def test_a_word_that_only_looks_like_a_compound_has_no_parts(text):
    assert find_other_forms(text, find_words(text)) == []


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("sagnr12x32140", "12/32140"),
        ("sagnr09x22035", "09/22035"),
        # a month, by itself
        ("sagnr12x2013", "sag 12/2013"),
        ("doknr269057x12", "dok.nr. 269057/12"),
        ("doknr123x13", "dok.nr. 123/13"),
    ],
)
def test_a_number_is_written_so_that_it_is_read_again(word, written):
    assert "".join(written_number(word)) == written
    assert with_number_words(written).split()[-1] == word


@pytest.mark.parametrize(
    "word", ["skole", "sagnr", "sagnr12x5", "xsagnr12x321", "sagnr12x321y", "12/32140", ""]
)
def test_what_stands_for_no_number_is_not_written_as_one(word):
    assert written_number(word) is None
