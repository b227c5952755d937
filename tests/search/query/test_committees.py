"""A committee is also asked for by its initials, behind its name."""

from __future__ import annotations

import pytest

from minutes.search.query.pieces import piece_of
from minutes.search.query.query import parse_query
from minutes.search.query.terms_of_pieces.committees import initials_of


@pytest.mark.parametrize(
    ("typed", "initials"),
    [
        ("Hovedudvalget", "HU"),
        ("hovedudvalg", "HU"),
        ("Arbejdsmarkedsudvalgets", "AMU"),
        ("Økonomiudvalget", "ØU"),
        ("kulturudvalg,", "KU"),
    ],
)
def test_its_parts_give_the_initials(typed, initials):
    (term,) = parse_query(typed).groups[0]
    assert [words.synonym for words in term.lesser if words.synonym] == [initials]


@pytest.mark.parametrize("typed", ["udvalget", "udvalgte", "byrådet", "udvalgsmøde", "forvalg", "12", ""])
def test_what_is_no_committee_has_none(typed):
    assert initials_of(piece_of(typed)) is None


@pytest.mark.parametrize("typed", ['"Hovedudvalget"', "-hovedudvalget"])
def test_in_quotes_and_unwanted_it_is_a_word(typed):
    assert all(not term.lesser for group in parse_query(f"{typed} budget").groups for term in group)
