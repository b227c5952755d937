"""The real minutes, asked what staff would ask; they lie outside the project, in the folder named by MINUTES_CORPUS."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from pathlib import Path
from statistics import mean

import pytest
from django.test import Client

from minutes.importing.importer import import_minutes
from minutes.importing.organisation import load_organisation

CORPUS = os.environ.get("MINUTES_CORPUS")

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.django_db,
    pytest.mark.skipif(not CORPUS, reason="MINUTES_CORPUS does not name the folder of the real minutes"),
]


@pytest.fixture
def gold(db: None) -> dict:
    """The real documents imported, and the queries with what they should find."""
    load_organisation()
    for path in sorted((Path(CORPUS) / "minutes").glob("*.txt")):
        import_minutes(path.read_bytes(), path.name, publish=True)
    return json.loads((Path(CORPUS) / "gold" / "queries.json").read_text())


Place = tuple[str, int]


@pytest.fixture
def answers(gold: dict, client: Client) -> dict[str, list[tuple[set[Place], list[Place]]]]:
    """For each category the items that its queries should find, and those of the first page, by the site's JSON."""
    places = {item["id"]: (item["date"], item["punkt"]) for item in gold["items"]}
    by_category = defaultdict(list)
    for query in gold["queries"]:
        found = client.get("/soeg/", {"q": query["query"], "format": "json"}).json()["results"]
        wanted = {places[name] for name in query["relevant"]}
        by_category[query["category"]].append((wanted, [(hit["date"], hit["number"]) for hit in found]))
    return by_category


def test_every_number_finds_its_items_and_nothing_else_and_what_is_nowhere_finds_nothing(answers):
    for wanted, found in (*answers["number"], *answers["none"]):
        assert wanted == set(found)


def test_abbreviations_inflections_misspellings_and_people_find_all_they_should(answers):
    for category in ("abbr", "infl", "person", "typo", "variant"):
        assert answers[category]
        for wanted, found in answers[category]:
            assert len(wanted & set(found)) == min(10, len(wanted))


def test_of_all_queries_nearly_everything_is_found_and_the_right_item_stands_first(answers):
    asked = [
        answer for category, of_category in answers.items() if category != "none" for answer in of_category
    ]
    recalls = [len(wanted & set(found)) / min(10, len(wanted)) for wanted, found in asked]
    ranks = [
        next((1 / rank for rank, hit in enumerate(found, 1) if hit in wanted), 0) for wanted, found in asked
    ]
    assert len(asked) > 50
    assert mean(recalls) >= 0.97
    assert mean(ranks) >= 0.98
