"""A hit tells what of the query it is: its day, body, centre and outcome."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import Outcome
from minutes.search.hits.hits import read_hits
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.searching import search

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _item() -> None:
    add_indexed_item(
        add_meeting("2013-08-27"),
        "Skoler",
        outcomes=[(Outcome.DEFERRED, "2013-08-27")],
        centres={"HRC": "HR-centret"},
    )


def reasons(typed: str) -> list[tuple[str, str]]:
    found = search(typed, AnonymousUser())
    (hit,) = read_hits(found, list(found.newest.matches))
    return [(reason.wanted, reason.is_so) for reason in hit.reasons if reason.is_so]


ON_DAY = "mødet var den 27-08-2013"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("skoler 2013", [("2013", ON_DAY)]),
        ("skoler august 2013", [("august 2013", ON_DAY)]),
        ("skoler 27-08-2013", [("27-08-2013", ON_DAY)]),
        ("skoler før 2014", [("før 2014", ON_DAY)]),
        ("skoler før 2014 OR veje før 2014", [("før 2014", ON_DAY)]),
        ("direktionen skoler", [("direktionen", "mødet er i Direktionen")]),
        ("HRC skoler", [("HRC", "centret har en rolle i punktet")]),
        ("udsat skoler", [("udsat", "udfaldet er udsat")]),
        ("skoler", []),
        ("skoler -2012", []),
    ],
)
def test_what_a_hit_is_is_a_reason(typed, told):
    assert reasons(typed) == told


def test_of_a_word_that_is_told_so_the_forms_are_not_told_besides():
    add_indexed_item(
        add_meeting("2013-09-03"), "Veje", "Punktet udsættes", outcomes=[(Outcome.DEFERRED, "2013-09-03")]
    )
    found = search("udsat vej", AnonymousUser())
    (hit,) = read_hits(found, list(found.newest.matches))
    assert [(reason.wanted, reason.in_forms, reason.is_so) for reason in hit.reasons] == [
        ("vej", ("veje",), ""),
        ("udsat", (), "udfaldet er udsat"),
    ]
