"""What marks the entries of a list, and what a marker counts."""

import re

import pytest

from minutes.danish.markers import MARKER, read_marker


@pytest.mark.parametrize(
    ("written", "kind", "ordinal"),
    [
        ("1.", "number", 1),
        ("12)", "number", 12),
        ("0.", "number", 0),
        ("a)", "letter", 1),
        ("z.", "letter", 26),
        ("æ)", "letter", 27),
        ("ø.", "letter", 28),
        ("å.", "letter", 29),
        ("o)", "letter", 15),
        ("o", "ring", 0),
        ("-", "bullet", 0),
        ("–", "bullet", 0),
        ("•", "bullet", 0),
        ("·", "bullet", 0),
    ],
)
def test_a_marker_counts_in_its_own_way(written: str, kind: str, ordinal: int):
    assert re.fullmatch(MARKER, written)
    assert read_marker(written) == (kind, ordinal)


@pytest.mark.parametrize(
    "written", ["", "1", "a", "A)", "aa)", ".", ")", "-)", "*", "123.", "é)", "–•", "²."]
)
def test_other_signs_mark_no_list(written: str):
    assert not re.fullmatch(MARKER, written)
    with pytest.raises(ValueError, match="No list has the marker"):
        read_marker(written)
