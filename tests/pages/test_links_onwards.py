"""Links that go on from the address of a page keep what was asked for, but no personal number."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from minutes.models import Outcome
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.schools import SEARCH

pytestmark = pytest.mark.django_db

PERSONAL = ("150480-1234", "1504801234", "skole 150480 1234", "１５０４８０-１２３４")
DIGITS = re.compile("150480|1234|１５０４|%EF%BC%91")
TURNING = re.compile(r'<a rel="(?:next|prev)" href="([^"]*)"')


@pytest.fixture(scope="module", autouse=True)
def _items(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """More items than a page shows, written once for all tests, which only read; nothing of them stays."""
    with django_db_blocker.unblock(), transaction.atomic():
        meeting = add_meeting("2013-08-27")
        for number in range(1, 60):
            add_indexed_item(
                meeting,
                f"Skolens tag {number}",
                case=f"12/{number}",
                outcomes=[(Outcome.APPROVED, "2013-08-27")],
            )
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("typed", PERSONAL)
@pytest.mark.parametrize(
    "address", [SEARCH, "/beslutninger/", "/sager/", "/moeder/", "/centre/", "/opfoelgning/"]
)
def test_no_link_of_a_page_repeats_a_personal_number(client: Client, address: str, typed: str) -> None:
    q = {"q": "skole"} if address == SEARCH else {}
    for parameters in ({"x": typed}, {typed: "1"}, {"sort": typed}, {"x": ["1", typed], "side": "2"}):
        answer = client.get(address, {**q, **parameters})
        assert answer.status_code == 200
        assert DIGITS.search(answer.getvalue().decode()) is None, parameters


def test_a_link_to_the_next_page_keeps_all_that_was_asked_for(client: Client) -> None:
    answer = client.get(f"{SEARCH}?q=skole&aar=2012&aar=2013&sort=nyeste&x=150480-1234")
    assert TURNING.findall(answer.getvalue().decode()) == [
        "?q=skole&amp;aar=2012&amp;aar=2013&amp;sort=nyeste&amp;side=2"
    ]
