"""`fixtures/matters.json` is held to the sample minutes: verbatim, in the right place, and nothing left out.

It is written by hand, never from what the archive reads; how well the archive reads them is scored elsewhere.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from minutes.parser import ParsedMeeting, parse_minutes
from tests.build.printed import printed_json
from tests.build.sample_matters import FIXTURES, GOLD, LINES

CORPUS = sorted((Path(os.environ.get("MINUTES_CORPUS") or "/nowhere") / "minutes").glob("*.txt"))


@pytest.fixture(scope="module")
def printed() -> dict[str, Any]:
    """What `parse_minutes --json` prints of each document."""
    return {name: printed_json(FIXTURES / document["file"]) for name, document in GOLD["documents"].items()}


def parsed(name: str) -> ParsedMeeting:
    return parse_minutes("\n".join(LINES[name]))


def entries() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every entry that says in which lines it stands, with its list."""
    for name in GOLD["lists"]:
        yield from ((name, entry) for entry in GOLD[name] if "lines" in entry)


def quotations(value: Any, document: str = "") -> Iterator[tuple[str, int, str]]:
    """Each document, line and text that is quoted anywhere in a value of the list."""
    if isinstance(value, list):
        for part in value:
            yield from quotations(part, document)
    elif isinstance(value, dict):
        document = value.get("document", document)
        quoted = value.get("evidence", value.get("text"))
        if "line" in value and isinstance(quoted, str):
            yield document, value["line"], quoted
        for part in value.values():
            yield from quotations(part, document)


def test_every_quotation_stands_in_its_line():
    quoted = [place for name in GOLD["lists"] for place in quotations(GOLD[name])]
    assert len(quoted) > 1000
    assert [place for place in quoted if place[2] not in LINES[place[0]][place[1] - 1]] == []


def test_every_entry_stands_in_its_item_and_section():
    wrong = []
    for document in GOLD["documents"]:
        items = {item.number: item for item in parsed(document).items}
        for name, entry in entries():
            if entry["document"] != document:
                continue
            item = items[entry["item"]]
            section = {
                line.number: section.kind.value
                for section in item.sections
                for line in (*section.heading_lines, *section.lines)
            }
            end = items[item.number + 1].line if item.number + 1 in items else len(LINES[document]) + 1
            inside = all(item.line <= line < end for line in entry["lines"])
            read_as = section.get(entry["evidence"][0]["line"], "head")
            if not inside or read_as != entry["section"] or item.case_number != entry["case_number"]:
                wrong.append((name, entry["id"], read_as))
    assert wrong == []


def test_every_entry_has_an_id_of_its_own():
    ids = Counter(entry["id"] for _, entry in entries())
    assert [entry for entry, times in ids.items() if times > 1] == []


def test_what_an_entry_points_to_is_there(printed):
    items = {name: {item["number"] for item in document["items"]} for name, document in printed.items()}
    targets = [
        target
        for _, entry in entries()
        for key in ("taken_up_by", "met_by", "target")
        if (target := entry.get(key))
    ]
    assert len(targets) > 60
    assert [target for target in targets if target.get("item", 1) not in items[target["document"]]] == []


def test_no_two_samples_that_are_scored_share_a_day_with_another():
    days = Counter(path.name[:10] for path in (FIXTURES / "minutes").glob("*.txt"))
    assert [
        day for day in (document["meeting_date"] for document in GOLD["documents"].values()) if days[day] > 1
    ] == []


def test_every_decision_centre_and_case_number_of_the_samples_is_judged(printed):
    for name, document in printed.items():
        for item in document["items"]:
            here = name, item["number"]
            judged = [
                entry
                for entry in GOLD["recommendation_vs_decision"]
                if (entry["document"], entry["item"]) == here
            ]
            assert [entry["decision_date"] for entry in judged if entry["has_decision"]] == [
                decision["date"] for decision in item["decisions"]
            ]
            assert bool(judged) != item["closed"]
            centres = [
                entry["centre"]
                for entry in GOLD["centre_roles"]
                if (entry["document"], entry["item"]) == here
            ]
            assert sorted(centres) == sorted(item["centres"])
    numbers = {item["case_number"] for document in printed.values() for item in document["items"]} - {None}
    assert {entry["case_number"] for entry in GOLD["collective_cases"]} == numbers


def test_every_row_of_every_follow_up_list_has_its_entry(printed):
    for name, document in printed.items():
        rows = [
            row
            for item in document["items"]
            for table in item["tables"]
            if table["cells"][0] == ["Sag/emne", "Forv. tidspunkt", "Ansvarlig"]
            for row in table["cells"][1:]
        ]
        told = sorted(
            (row for row in GOLD["follow_ups"] if row["document"] == name), key=lambda row: row["row"]
        )
        assert [[row["topic"], row["deadline_raw"], row["responsible_raw"]] for row in told] == rows
        assert [row["row"] for row in told] == list(range(1, len(rows) + 1))


def test_every_row_belongs_to_one_topic():
    rows = Counter(row["follow_up"] for topic in GOLD["follow_up_topics"] for row in topic["occurrences"])
    assert rows == Counter(row["id"] for row in GOLD["follow_ups"])


def word_runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = [re.findall(r"\w+", line.lower()) for line in text.split("\n")]
    return {tuple(line[start : start + length]) for line in words for start in range(len(line) - length + 1)}


def proper_names(text: str) -> set[str]:
    """Two or more capitalised words in a row, outside the head: people, places, firms."""
    prose = "\n".join(line for line in text.split("\n") if not line.startswith(("Mødedato", "Mødested")))
    return set(re.findall(r"\b[A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ][a-zæøå]+)+", prose)) - {"Intern Service"}


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS, reason="MINUTES_CORPUS names no folder with minutes/ and gold/")
def test_no_sentence_and_no_name_is_that_of_a_real_document():
    real = [path.read_text(encoding="utf-8") for path in CORPUS]
    invented = ["\n".join(lines) for lines in LINES.values()]
    for extract in (lambda text: word_runs(text, 7), proper_names):
        assert set().union(*map(extract, real)) & set().union(*map(extract, invented)) == set()
