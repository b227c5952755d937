"""What is said to be deleted with meetings: every part of their items, and what was kept for them."""

import pytest

from minutes.admin.deletion import what_goes_with
from minutes.models import Outcome
from tests.build.rows import (
    add_attachment,
    add_decision_in_parts,
    add_document,
    add_item,
    add_meeting,
    add_role,
    add_section,
    add_source,
)

pytestmark = pytest.mark.django_db


def test_all_that_goes_with_meetings_is_counted_by_kind():
    meetings = [add_meeting(), add_meeting(body="Byrådet")]
    for meeting in [*meetings, add_meeting("2013-09-10")]:
        item = add_item(meeting)
        add_section(item)
        add_decision_in_parts(item, Outcome.APPROVED, Outcome.DEFERRED)
        add_attachment(item)
        add_document(item)
        add_document(item, "126542/13")
        add_role(item)
    add_source(meetings[0], "Referat")
    assert what_goes_with(meetings) == {
        "møder": 2,
        "punkter": 2,
        "afsnit": 4,
        "beslutninger": 2,
        "delbeslutninger": 4,
        "bilag": 2,
        "dokumenthenvisninger": 4,
        "centre i punkter": 2,
        "rækker på huskelister": 0,
        "kommende emner": 0,
        "udsættelser": 0,
        "løfter": 0,
        "henvisninger": 0,
        "beløb": 0,
        "kildedokumenter": 1,
        "rettelser": 0,
    }
