"""What was put right once stays as it is, and whatever the text is, it takes time in proportion."""

import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.sources.wrapped import mend_wrapped
from tests.build.hostile import HOSTILE
from tests.build.wrapping import PROSE

printed_lines = st.sampled_from(
    [
        *textwrap.wrap(PROSE, 40),
        *textwrap.wrap(PROSE, 80),
        "",
        "",
        "Side 1 af 9",
        "Side 2 af 9",
        "Side 3 af 9",
        "1",
        "2",
        "3",
        "Direktionen d. 27-08-2013",
        "REFERAT Direktionen d. 27-08-2013",
        "Punkt 1: Lokaler",
        "12/4711",
        "Baggrund",
        "Bilag",
        "Indholdsfortegnelse",
        "Lokaler.....\t3",
        "Lokaler 3",
        "Økonomi 4",
        "- et punkt, som",
        "  - to",
        "•",
        "a) tre",
        "27-08-",
        "2013",
        "HRC     100",
        "ØDC      50",
        "      mere",
        "Center\tBeløb",
        "HRC\t",
        "løn-",
        "og drift",
        "…",
        "- ",
        "(a)",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(printed_lines, st.text("aÅ .-\t1:•(", max_size=60)), max_size=60).map("\n".join))
def test_done_twice_it_changes_nothing(text):
    once = mend_wrapped(text)
    again = mend_wrapped(once.text)
    assert (again.text, again.notices) == (once.text, ())
    assert all(1 <= notice.line <= once.text.count("\n") + 1 for notice in once.notices)


WRAPPED = textwrap.fill(PROSE, 80) + "\n\n"
PRINTED = {
    "wrapped prose": lambda size: WRAPPED * (size // len(WRAPPED)),
    "one endless paragraph": lambda size: WRAPPED.rstrip() * (size // len(WRAPPED)),
    "pages": lambda size: "".join(
        f"{WRAPPED}Side {page}\nDirektionen d. 27-08-2013\n" for page in range(size // 310)
    ),
    "heads without end": lambda size: "Side 1\nx\nSide 2\n" + "Direktionen d. 27-08-2013\n" * (size // 26),
    "drawn columns": lambda size: WRAPPED + "aaa   bbb   ccc   ddd   eee   fff\n" * (size // 34),
    "twenty columns": lambda size: WRAPPED + ("ab      " * 20 + "\n") * (size // 161),
    "narrow rows": lambda size: WRAPPED + ("a     b\n" + "c\n" * 20) * (size // 48),
    "dots": lambda size: WRAPPED + ("." * 190 + "\n") * (size // 191),
    "halves of dates": lambda size: WRAPPED + "27-08-\n2013\n" * (size // 12),
}


@pytest.mark.parametrize("shape", [*HOSTILE, *PRINTED])
def test_hostile_text_takes_time_in_proportion(shape):
    make = {**HOSTILE, **PRINTED}[shape]
    text = make(1_000_000)
    started = time.process_time()
    mend_wrapped(text)
    # It is the lines that take time, of which no more than a document has are looked at, however long it is.
    assert time.process_time() - started < 3
