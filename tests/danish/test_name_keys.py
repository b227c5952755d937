"""When two names are the same to whoever reads or types them."""

import pytest

from minutes.danish.name_keys import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HRC", "hrc"),
        ("HRC", "H.R.C."),
        ("HRC", " H R C "),
        ("ØU", "OeU"),
        ("ØU", "oe.u"),
        ("Økonomiudvalget", "Oekonomi-udvalget"),
        ("HR-Centret", "HR Center"),
        ("HR-Centret", "HR-Centeret"),
        ("Ældrerådet", "Aeldreraadet"),
        ("Idéforum", "Ideforum"),
    ],
)
def test_names_that_differ_in_letters_alone_are_the_same(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("HRC", "HRCE"), ("ØU", "OU"), ("Byrådet", "Borgerrådet"), ("JC", "IC"), ("Udvalg 1", "Udvalg 2")],
)
def test_other_names_are_not(one, other):
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("text", ["", " ", "???", "- . -"])
def test_what_has_no_letter_has_no_key(text):
    assert name_key(text) == ""
