"""Two programs are asked the same by turns, and what only one of them answers does not count."""

from __future__ import annotations

from contextlib import closing
from urllib.parse import urlsplit

import pytest

from benchmarks.searching.server import Visitor
from benchmarks.turns import ask_by_turns, print_ratios_by_turns
from tests.build.rows import add_item, add_meeting

pytestmark = pytest.mark.django_db(transaction=True)


def test_each_address_is_asked_of_both_in_every_round(live_server):
    add_item(add_meeting(), "Ny kantine")
    port = urlsplit(live_server.url).port
    with closing(Visitor(port)) as this, closing(Visitor(port)) as other:
        kinds, left_out = ask_by_turns(this, other, {"list": ["/moeder/", "/sager/"], "gone": ["/1/"]}, 3)

    assert len(kinds["list"]) == 6
    assert all(mine > 0 and theirs > 0 for mine, theirs in kinds["list"])
    assert kinds["gone"] == []
    assert left_out == {"gone": 1}


def test_the_table_tells_both_and_this_one_to_the_other(capsys):
    print_ratios_by_turns("search", {"rare": [(0.02, 0.01), (0.03, 0.02)], "gone": []}, {"gone": 4})
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]

    assert ["rare", "2", "20.0", "30.0", "10.0", "20.0", "2.00", "1.50"] in lines
    assert ["all", "2", "20.0", "30.0", "10.0", "20.0", "2.00", "1.50"] in lines
    assert ["gone:", "4", "addresses", "have", "no", "page", "with", "one", "of", "the", "two"] in lines
