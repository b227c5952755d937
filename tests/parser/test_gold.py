"""The real minutes are read exactly as two careful readers read them: see gold/ beside them."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.build.printed import printed_json

CORPUS = Path(os.environ.get("MINUTES_CORPUS") or "/nowhere")
GOLD = sorted((CORPUS / "gold").glob("*.txt.json"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not GOLD, reason="MINUTES_CORPUS names no folder with minutes/ and gold/"),
]

MEETING = ("doc_type", "body", "date", "time", "place")
ITEM = (
    "number",
    "title",
    "toc_title",
    "toc_page",
    "case_number",
    "closed",
    "sections_canonical",
    "attachments",
)
PARTS = {
    "decisions": ("body", "date", "text"),
    "documents": ("number", "title"),
    "tables": ("caption", "cells"),
}


def strict_fields(item: dict[str, Any]) -> dict[str, Any]:
    """The fields of an item in which there is only one right reading."""
    parts = {
        name: [{field: part[field] for field in fields} for part in item[name]]
        for name, fields in PARTS.items()
    }
    return {field: item[field] for field in ITEM} | parts


@pytest.fixture(params=GOLD, ids=lambda path: path.name.removesuffix(".txt.json"))
def documents(request) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is read, and what is right."""
    gold = json.loads(request.param.read_text(encoding="utf-8"))
    return printed_json(CORPUS / "minutes" / gold["source_file"]), gold


def test_the_head_is_read_as_it_stands(documents):
    found, gold = documents
    assert {field: found["meeting"][field] for field in MEETING} == {
        field: gold["meeting"][field] for field in MEETING
    }


def test_every_item_is_found(documents):
    found, gold = documents
    assert [item["title"] for item in found["items"]] == [item["title"] for item in gold["items"]]


def test_every_strict_field_of_every_item_is_right(documents):
    found, gold = documents
    wrong = [
        f"punkt {right['number']}, {field}: {read[field]!r} instead of {expected!r}"
        for read, right in zip(map(strict_fields, found["items"]), gold["items"], strict=True)
        for field, expected in strict_fields(right).items()
        if read[field] != expected
    ]
    assert not wrong, "\n".join(wrong)


def test_every_table_is_found_with_all_its_rows(documents):
    found, gold = documents
    for read, right in zip(found["items"], gold["items"], strict=True):
        rows = [len(table["cells"]) for table in read["tables"]]
        assert (len(rows), rows) == (right["table_count"], [table["rows_total"] for table in right["tables"]])


def test_the_centres_are_found_and_no_others(documents):
    found, gold = documents
    wrong = [
        f"punkt {right['number']}: {read['centres']} instead of {right['centres']}"
        for read, right in zip(found["items"], gold["items"], strict=True)
        if not set(right["centres"])
        <= set(read["centres"])
        <= {*right["centres"], *right["centres_optional"]}
    ]
    assert not wrong, "\n".join(wrong)


def test_each_decision_comes_to_what_a_careful_reader_says():
    gold = json.loads((CORPUS / "gold" / "matters.json").read_text(encoding="utf-8"))
    decided = [entry for entry in gold["recommendation_vs_decision"] if entry["has_decision"]]
    read = {
        name: {item["number"]: item for item in printed_json(CORPUS / "minutes" / document["file"])["items"]}
        for name, document in gold["documents"].items()
    }
    wrong = []
    for entry in decided:
        found = {
            decision["date"]: decision["outcome"]
            for decision in read[entry["document"]][entry["item"]]["decisions"]
        }[entry["decision_date"]]
        right = {word.lower() for word in (entry["outcome"], *entry["also_acceptable"])}
        wrong += [] if found in right else [(entry["id"], found)]
    assert len(decided) == 18
    assert wrong == []


def test_no_decision_of_theirs_answers_points_by_number():
    gold = json.loads((CORPUS / "gold" / "matters.json").read_text(encoding="utf-8"))
    assert gold["numbered_answers"] == []
    for document in gold["documents"].values():
        for item in printed_json(CORPUS / "minutes" / document["file"])["items"]:
            assert [decision for decision in item["decisions"] if "parts" in decision] == []
