"""A quick look at the lines of a text misses no margin."""

from hypothesis import given
from hypothesis import strategies as st

from minutes.sources.wrapped.margin import find_margin, may_be_broken
from minutes.sources.wrapped.printed_lines import read_line

SENTENCE = "Direktionen drøftede sagen og besluttede, at den tages op igen på det næste møde."
BEGINNINGS = st.sampled_from(["", "  ", "\t", '"', ' ("', "- ", "Og ", "og "])
LINES = st.lists(
    st.builds(
        lambda beginning, start, end: beginning + SENTENCE[start:end],
        BEGINNINGS,
        st.integers(0, 40),
        st.integers(10, 80),
    ),
    max_size=12,
)


@given(LINES)
def test_where_it_finds_no_broken_lines_there_is_no_margin(lines: list[str]):
    margin = find_margin([read_line(line) for line in lines], map(len, lines))
    assert may_be_broken(lines) or margin is None


def test_it_sees_broken_lines_and_none_in_paragraphs():
    assert may_be_broken(
        ["Direktionen drøftede sagen og besluttede,", *["at den tages op igen på det næste møde,"] * 3]
    )
    assert not may_be_broken([SENTENCE] * 9)
    assert not may_be_broken(["Kort linje", "og en til"] * 9)
