"""Each sample document in fixtures/ stands beside the JSON that `parse_minutes --json` must print of it.

Where a change of the parser is meant to change them, `WRITE_PAIRS=1 pytest tests/parser/test_pairs.py` writes them
anew; the difference is then read by whoever reviews the change.
"""

import json
import os
from pathlib import Path

import pytest
from django.conf import settings

from tests.build.printed import printed_json

DOCUMENTS = sorted(
    path
    for folder in ("minutes", "malformed")
    for path in (settings.BASE_DIR / "fixtures" / folder).glob("*.txt")
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_document_is_read_as_its_json_says(document: Path):
    expected = document.with_suffix(".json")
    found = printed_json(document)
    if os.environ.get("WRITE_PAIRS"):
        expected.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert expected.exists(), (
        f"{expected.name} is missing: write it with WRITE_PAIRS=1, and read it before it is kept"
    )
    assert found == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", ["minutes", "malformed"])
def test_no_json_stands_without_its_document(folder):
    written = (settings.BASE_DIR / "fixtures" / folder).glob("*.json")
    assert [path.name for path in written if not path.with_suffix(".txt").exists()] == []


def test_every_sample_of_minutes_can_be_parsed():
    for document in DOCUMENTS:
        if document.parent.name == "minutes":
            assert "error" not in printed_json(document)
