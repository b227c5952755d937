"""What the pages leave behind is cleared away between the answers."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from archive_site.gunicorn import post_request


class Ring:
    """Something that only the garbage collector can clear away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def never_of_itself() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def answer(number: int) -> None:
    post_request(SimpleNamespace(nr=number), None, {}, None)


def test_what_an_answer_leaves_is_cleared_away_before_the_next() -> None:
    left = weakref.ref(Ring())
    assert left() is not None
    answer(1)
    assert left() is None


def test_what_is_in_use_is_left_alone() -> None:
    ring = Ring()
    left = weakref.ref(ring)
    answer(500)
    assert left() is ring


def test_what_outlives_an_answer_is_cleared_away_in_the_end() -> None:
    ring = Ring()
    left = weakref.ref(ring)
    answer(499)
    del ring
    answer(499)
    assert left() is not None
    answer(500)
    assert left() is None
