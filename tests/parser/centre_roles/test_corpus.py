"""The centres of the real minutes in the roles that a careful reader accepts, each proved by a sentence of its line."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from minutes.importing.organisation import centre_names_of_fixture
from minutes.parser import ParsedMeeting, parse_minutes
from minutes.parser.values import CentreRole

CORPUS = Path(os.environ.get("MINUTES_CORPUS") or "/nowhere")
GOLD = CORPUS / "gold" / "matters.json"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not GOLD.exists(), reason="MINUTES_CORPUS names no folder with gold/matters.json"),
]


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    return json.loads(GOLD.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def meetings(gold) -> dict[str, ParsedMeeting]:
    names = centre_names_of_fixture()
    return {
        name: parse_minutes((CORPUS / "minutes" / document["file"]).read_text(encoding="utf-8"), names)
        for name, document in gold["documents"].items()
    }


def strongest(meetings: dict[str, ParsedMeeting]) -> dict[tuple[str, int, str], CentreRole]:
    found: dict[tuple[str, int, str], CentreRole] = {}
    for name, meeting in meetings.items():
        for item in meeting.items:
            for centre in item.centres:
                key = (name, item.number, centre.code)
                found[key] = min(found.get(key, centre.role), centre.role, key=lambda role: role.rank)
    return found


def accepted(entry: dict[str, Any]) -> set[str]:
    return {entry["strongest"], entry["strongest_lenient"], *entry["also_acceptable"]}


def test_each_centre_has_a_role_that_a_reader_accepts(gold, meetings):
    found = strongest(meetings)
    entries = [entry for entry in gold["centre_roles"] if not entry["optional"]]
    wrong = [
        (entry["id"], found.get((entry["document"], entry["item"], entry["centre"])))
        for entry in entries
        if found.get((entry["document"], entry["item"], entry["centre"])) not in accepted(entry)
    ]
    assert wrong == []


def test_no_other_centre_is_found(gold, meetings):
    known = {(entry["document"], entry["item"], entry["centre"]) for entry in gold["centre_roles"]}
    assert set(strongest(meetings)) <= known


def test_what_is_no_centre_is_none(gold, meetings):
    codes = {code for _, _, code in strongest(meetings)}
    assert codes.isdisjoint(entry["token"] for entry in gold["not_centres"])


def test_each_proof_stands_in_its_line(meetings):
    for meeting in meetings.values():
        lines = {line.number: line.text for line in meeting.all_lines()}
        for item in meeting.items:
            for centre in item.centres:
                assert centre.sentence in lines[centre.line]
                assert centre.sentence.startswith(centre.surface, centre.column)
