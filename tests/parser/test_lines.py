"""Text to numbered lines: the guarantees."""

import pytest

from minutes.parser import MinutesSyntaxError
from minutes.parser.lines import MOST_LINES, is_adjacent, read_lines
from minutes.parser.values import Line


def test_lines_count_from_1():
    assert read_lines("et\n\nto\n") == (Line(1, "et"), Line(3, "to"))


@pytest.mark.parametrize("blank", ["", " ", "\t", " \t "])
def test_blank_lines_are_left_out_but_counted(blank: str):
    assert read_lines(f"et\n{blank}\nto") == (Line(1, "et"), Line(3, "to"))


def test_blanks_at_the_end_go_and_tabs_there_stay():
    assert read_lines("Udflugt\t \nBus  ") == (Line(1, "Udflugt\t"), Line(2, "Bus"))


def test_indentation_and_inner_tabs_stay():
    assert read_lines(" - a\tb") == (Line(1, " - a\tb"),)


@pytest.mark.parametrize("character", ["\r", "\x0b", "\x1c", "\x85", "\u2028", "\u2029"])
def test_nothing_but_a_line_feed_ends_a_line(character: str):
    assert read_lines(f"et{character}to") == (Line(1, f"et{character}to"),)


def test_an_empty_text_has_no_lines():
    assert read_lines("") == ()


def test_too_many_lines_are_refused_with_both_numbers():
    assert len(read_lines("a\n" * (MOST_LINES - 1))) == MOST_LINES - 1
    with pytest.raises(
        MinutesSyntaxError, match=f"højst {MOST_LINES} linjer, men fandt {MOST_LINES + 1} linjer"
    ):
        read_lines("a\n" * MOST_LINES)


def test_lines_are_adjacent_where_no_blank_line_stands_between():
    first, second, fourth = read_lines("et\nto\n\nfire")
    assert is_adjacent(first, second)
    assert not is_adjacent(second, fourth)
