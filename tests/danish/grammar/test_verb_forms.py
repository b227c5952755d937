"""The forms of verbs, and the words that only look like them."""

import pytest

from minutes.danish.grammar.verb_forms import (
    infinitive_of_participle,
    infinitive_of_passive,
    infinitive_of_past,
    infinitive_of_present,
    is_finite,
    is_infinitive,
    is_verb,
)


@pytest.mark.parametrize(
    ("present", "infinitive"),
    [
        ("udpeger", "udpege"),
        ("arbejder", "arbejde"),
        ("foretager", "foretage"),
        ("iværksætter", "iværksætte"),
        ("tilrettelægger", "tilrettelægge"),
        ("gennemgår", "gennemgå"),
        ("ser", "se"),
        ("står", "stå"),
        ("leder", "lede"),
        ("er", "være"),
        ("gør", "gøre"),
        ("færdiggør", "færdiggøre"),
        ("spørger", "spørge"),
        ("følger", "følge"),
        ("deltager", "deltage"),
        ("planlægger", "planlægge"),
        ("offentliggør", "offentliggøre"),
        ("vedligeholder", "vedligeholde"),
    ],
)
def test_a_present_is_known_by_its_verb(present: str, infinitive: str):
    assert infinitive_of_present(present) == infinitive
    assert is_finite(present)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "r",
        "chefer",
        "centre",
        "sager",
        "midler",
        "medarbejder",
        "opgør!",
        "udpegede",
        "udpeges",
        "budgetter",
    ],
)
def test_other_words_are_no_present(word: str):
    assert infinitive_of_present(word) is None


@pytest.mark.parametrize("word", ["skal", "vil", "kan", "bør", "må"])
def test_a_modal_is_finite(word: str):
    assert is_finite(word)


@pytest.mark.parametrize("word", ["udarbejde", "fremlægge", "gå", "se", "stå", "sikre", "iværksætte"])
def test_an_infinitive_is_known(word: str):
    assert is_infinitive(word)


@pytest.mark.parametrize(
    "word", ["", "e", "næste", "møde", "skulle", "alle", "ledelse", "planen", "udarbejdes"]
)
def test_other_words_are_no_infinitive(word: str):
    assert not is_infinitive(word)


@pytest.mark.parametrize(
    ("passive", "infinitive"),
    [("udpeges", "udpege"), ("foretages", "foretage"), ("sendes", "sende"), ("ses", "se"), ("gives", "give")],
)
def test_a_passive_is_known_by_its_verb(passive: str, infinitive: str):
    assert infinitive_of_passive(passive) == infinitive


@pytest.mark.parametrize("word", ["", "s", "planens", "centrets", "alles", "chefers", "udpeger"])
def test_a_genitive_is_no_passive(word: str):
    assert infinitive_of_passive(word) is None


def test_a_prefix_alone_makes_no_verb():
    assert not is_verb("xgive")
    assert not is_verb("ind")
    assert is_verb("indgive")


@pytest.mark.parametrize(
    ("past", "infinitive"),
    [
        ("godkendte", "godkende"),
        ("besluttede", "beslutte"),
        ("vedtog", "vedtage"),
        ("tiltrådte", "tiltræde"),
        ("nedsatte", "nedsætte"),
        ("forelagde", "forelægge"),
        ("valgte", "vælge"),
        ("udskød", "udskyde"),
        ("bestilte", "bestille"),
        ("fik", "få"),
    ],
)
def test_a_past_is_known_by_its_verb(past: str, infinitive: str):
    assert infinitive_of_past(past) == infinitive


@pytest.mark.parametrize(
    "word", ["", "de", "te", "hvide", "store", "dette", "tidligere", "planen", "ændrer", "fjerde"]
)
def test_other_words_are_no_past(word: str):
    assert infinitive_of_past(word) is None


@pytest.mark.parametrize(
    ("participle", "infinitive"),
    [
        ("godkendt", "godkende"),
        ("besluttet", "beslutte"),
        ("vedtaget", "vedtage"),
        ("nedsat", "nedsætte"),
        ("forelagt", "forelægge"),
        ("bestilt", "bestille"),
        ("fået", "få"),
    ],
)
def test_a_participle_is_known_by_its_verb(participle: str, infinitive: str):
    assert infinitive_of_participle(participle) == infinitive


@pytest.mark.parametrize(
    "word", ["", "t", "et", "området", "budgettet", "referat", "kort", "projekt", "planen"]
)
def test_other_words_are_no_participle(word: str):
    assert infinitive_of_participle(word) is None
