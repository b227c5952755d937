"""The real minutes, asked what staff would ask; they lie outside the project, in the folder named by MINUTES_CORPUS."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.importing.importer import import_minutes
from minutes.importing.organisation import load_organisation
from minutes.search.filters import Filters, Sort
from minutes.search.hits import Search
from minutes.search.organisation import read_organisation
from minutes.search.query import parse_query

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


def find(typed: str) -> list[tuple[str, int]]:
    """The date and item number of everything that is found."""
    search = Search(parse_query(typed, read_organisation().names), AnonymousUser(), Filters())
    hits = search.hits(search.ordered(Sort.RELEVANCE))
    return [(hit.match.date.isoformat(), hit.item.number) for hit in hits]


@pytest.mark.parametrize("category", ["number", "none", "abbr", "infl", "person"])
def test_the_queries_of_a_category_find_what_they_should(gold, category):
    places = {item["id"]: (item["date"], item["punkt"]) for item in gold["items"]}
    queries = [query for query in gold["queries"] if query["category"] == category]
    assert queries
    for query in queries:
        wanted = {places[name] for name in query["relevant"]}
        found = find(query["query"])
        assert wanted <= set(found[:10]), query["query"]
        if category in ("number", "none"):
            assert wanted == set(found), query["query"]
