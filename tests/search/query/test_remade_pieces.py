import pytest

from minutes.search.query.pieces import Piece, piece_of
from minutes.search.query.query import parse_query, query_of
from minutes.search.query.remade_pieces import side_by_side, split_into_words, with_other_words


def first_piece(typed: str) -> Piece:
    return parse_query(typed).pieces[0][0]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ('"nye skoler"', ["nye", "skoler"]),
        ("HTK-LIS/skoler", ["HTK", "LIS", "skoler"]),
        ('"sag 12/32140"', ["12/32140"]),
        ('"sag 12/2013 om skoler"', ["sag 12/2013", "om", "skoler"]),
        ("tirsdag den 27. august 2013", ["tirsdag den 27. august 2013"]),
        ("1.500.000", ["1.500.000"]),
        ('"2013"', ["2013"]),
        ('"3 27-08-2013"', ["3", "27-08-2013"]),
        ('"0 {"', ["0"]),
        ('"sag 12/2013"', ["sag 12/2013"]),
        # what would be an operator by itself
        ('"skoler or veje"', ["skoler", '"or"', "veje"]),
    ],
)
def test_a_piece_is_split_into_its_words_but_for_dates_and_numbers(typed, words):
    assert [*map(str, split_into_words(first_piece(typed)))] == words


@pytest.mark.parametrize(
    ("typed", "respelt"),
    [
        ("Skoel,", "skole,"),
        ('"nye Skoel"', '"nye skole"'),
        ("-Skoel x", "-skole"),
        ("HRC/Skoel", "HRC/skole"),
        ('"Skoel i sag 12/2013"', '"skole i sag 12/2013"'),
        ("skoel", "skoel"),
    ],
)
def test_words_are_replaced_where_they_are_written_so(typed, respelt):
    piece = with_other_words(first_piece(typed), {"Skoel": "skole"})
    assert str(piece) == respelt
    assert "sag" not in piece.normal_forms  # a label is none of its words


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (["27.", "august", "2013"], ["27. august 2013"]),
        (["budget", "august", "2013,", "skole"], ["budget", "august 2013", "skole"]),
        (["sag", "12/32140"], ["12/32140"]),
        (["nr.", "4.17"], ["4.17"]),
        (["sagen", "32140"], ["32140"]),
        (["nye", "skoler"], ["nye", "skoler"]),
        (["sag", "32140", "skole"], ["sag", "32140", "skole"]),
    ],
)
def test_pieces_side_by_side_are_read_as_if_they_had_been_typed_so(words, read):
    pieces = side_by_side([piece_of(word) for word in words])
    assert [*map(str, pieces)] == read
    assert parse_query(" ".join(words)).groups == query_of([pieces]).groups
