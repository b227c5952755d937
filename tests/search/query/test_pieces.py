"""Pieces as they are written, and read again."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from minutes.search.query.pieces import PieceGroup, piece_of_word, write
from minutes.search.query.query import MAX_LENGTH, parse_query, query_of
from tests.build.typed import TYPED


def group(typed: str) -> PieceGroup:
    (pieces,) = parse_query(typed).pieces
    return pieces


@settings(deadline=None)  # the first compound takes as long as the lexicon takes to read
@given(TYPED | st.text())
@example("27 OG august 2013")
@example("sag OG 12/32140")
@example("sag 12/2013 budget")
@example("27-08-2013 punkt 3 punkt 4")
@example("12 / 6")
@example('"nr. nr. 5"')
@example("NOT OR x")
def test_what_is_written_for_pieces_asks_the_same(typed):
    query = parse_query(typed)
    written = write(query.pieces)
    assume(len(written) <= MAX_LENGTH)  # more is not read: "sag9/2013" is written "sag 09/2013"
    assert parse_query(written).groups == query.groups


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("budget  -møbler", "budget -møbler"),
        ("budget NOT møbler AND skole", "budget -møbler skole"),
        ('”nye skoler” ELLER "veje', '"nye skoler" OR veje'),
        ("sagsnr.: 12-32140, budget", "12/32140 budget"),
        ("dok. 216558-15 budget", "dok.nr. 216558/15 budget"),
        ("2014/03214 (sag 12/2013)", "14/3214 sag 12/2013"),
        ('"sag 9/22035 om skoler"', '"09/22035 om skoler"'),
        ("tirsdag d. 27.8.2013", "tirsdag d. 27.8.2013"),
        # what would be read otherwise side by side
        ("27 OG august 2013", "27 OG august 2013"),
        ("sag & 12/32140", "sag OG 12/32140"),
    ],
)
def test_pieces_are_written_as_they_would_be_typed(typed, written):
    assert write(parse_query(typed).pieces) == written


def test_a_query_of_pieces_has_the_text_that_asks_for_them():
    query = query_of([group("nye skoler"), group("-veje HRC")])
    assert query.text == "nye skoler OR -veje HRC"
    assert parse_query(query.text) == query


def test_a_word_that_joins_others_is_quoted_to_be_looked_for():
    assert [str(piece_of_word(word)) for word in ("skole", "or", "IKKE", "ikke")] == [
        "skole",
        '"or"',
        '"IKKE"',
        "ikke",
    ]
