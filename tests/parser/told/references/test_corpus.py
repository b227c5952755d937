"""What the real minutes point to by date, as a careful reader found it; `shared/gold/matters-README.md` tells how."""

import datetime
import json
import os
from pathlib import Path
from typing import Any

import pytest

from minutes.parser import parse_minutes
from minutes.parser.told.references import read_references
from minutes.parser.told.values import ParsedReference, ReferenceKind, Surroundings

from .reading import BODIES

CORPUS = Path(os.environ.get("MINUTES_CORPUS") or "/nowhere")
GOLD = CORPUS / "gold" / "matters.json"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not GOLD.exists(), reason="MINUTES_CORPUS names no folder with gold/matters.json"),
]

_MEETINGS = {ReferenceKind.MEETING, ReferenceKind.ITEM}
_OF_THIS_MEETING = {"this meeting", "decision heading"}

Key = tuple[str, int, str | None]


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    return json.loads(GOLD.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(gold) -> list[tuple[str, int, ParsedReference]]:
    """The document, the item and each of its references."""
    found = []
    for name, document in gold["documents"].items():
        meeting = parse_minutes((CORPUS / "minutes" / document["file"]).read_text(encoding="utf-8"))
        surroundings = Surroundings(meeting.body, meeting.date, BODIES)
        for item in meeting.items:
            found += [(name, item.number, one) for one in read_references(item, surroundings)]
    return found


def last_of(iso: str | None) -> str | None:
    return iso.split("/")[-1] if iso else None


def by_date(found: list[tuple[str, int, ParsedReference]]) -> set[Key]:
    return {
        (document, item, last_of(one.time.iso))
        for document, item, one in found
        if one.kind in _MEETINGS and one.time and one.time.iso
    }


def test_most_of_what_a_reader_finds_is_found(gold, found):
    wanted = {
        (entry["document"], entry["item"], last_of(entry["date"]))
        for entry in gold["references"]
        if entry["by"] == "date"
        and entry["kind"] in ("meeting", "item")
        and entry["subkind"] not in _OF_THIS_MEETING
    }
    assert len(wanted & by_date(found)) >= 0.95 * len(wanted)


def test_nothing_is_found_that_no_reader_would_find(gold, found):
    known = {(entry["document"], entry["item"], last_of(entry["date"])) for entry in gold["references"]}
    assert by_date(found) <= known


def test_dates_of_something_else_are_left_alone(gold, found):
    references = {(entry["document"], line) for entry in gold["references"] for line in entry["lines"]}
    for entry in gold["dates_not_references"]:
        for evidence in entry["evidence"]:
            # A line can have both.
            if (entry["document"], evidence["line"]) in references:
                continue
            inside = [
                one.text
                for document, _, one in found
                if (document, one.line) == (entry["document"], evidence["line"]) and one.time
            ]
            assert not any(evidence["text"] in text for text in inside)


def test_a_date_under_a_bodys_name_is_marked_as_one_of_a_calendar(gold, found):
    calendars = {
        (entry["document"], entry["lines"][-1]) for entry in gold["references"] if entry.get("calendar")
    }
    marked = {(document, one.line) for document, _, one in found if one.is_calendar}
    assert calendars <= marked


def test_the_days_of_the_gold_list_are_days(gold):
    days = [entry["date"] for entry in gold["references"] if entry["date_precision"] == "day"]
    assert all(datetime.date.fromisoformat(day.split("/")[-1]) for day in days)
