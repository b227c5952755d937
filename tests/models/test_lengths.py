"""A text is written as it is, or cut to what its column holds."""

import pytest

from minutes.models import AgendaItem, Body, Section
from minutes.models.lengths import fit, longest


def test_a_text_that_its_column_holds_stays_as_it_is():
    assert fit("x" * 1000, AgendaItem, "title") == "x" * 1000
    assert fit("", AgendaItem, "title") == ""


def test_a_longer_one_is_cut_and_ends_in_an_ellipsis():
    assert fit("x" * 201, Body, "name") == "x" * 199 + "…"


def test_a_column_of_texts_of_any_length_has_no_longest():
    with pytest.raises(ValueError, match=r"Section\.text takes texts of any length"):
        longest(Section, "text")
