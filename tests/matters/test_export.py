"""What is known of matters, held to what a careful reader found, in the samples and in the real minutes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from minutes.importing.importer import import_minutes
from minutes.importing.organisation import load_organisation
from minutes.matters.export import export_matters
from minutes.models.visibility import EVERYBODY
from tests.build.matters_score import Score, score
from tests.build.sample_matters import FIXTURES, GOLD

pytestmark = pytest.mark.django_db

# The least precision and recall of each list, in the samples and in the real minutes.
LEAST = {
    "deferrals": ((0.95, 0.95), (0.90, 0.90)),
    "taken up": ((1, 0.95), (1, 1)),
    "promises": ((0.90, 0.90), (0.80, 0.80)),
    "follow-up rows": ((1, 1), (1, 1)),
    "topics": ((1, 1), (1, 1)),
    "series": ((1, 1), (1, 1)),
    "collective cases": ((1, 1), (1, 1)),
    "references": ((0.95, 0.95), (0.90, 0.85)),
    "targets": ((1, 0.9), (1, 0.5)),
    "centre roles": ((0.95, 0.95), (0.95, 0.95)),
    "outcomes": ((0.95, 0.95), (0.95, 0.95)),
    "relations": ((0.95, 0.95), (0.75, 0.75)),
    "amounts": ((0.95, 0.95), (0.95, 0.95)),
}


def scores_of(folder: Path, gold: dict[str, Any], blocker: DjangoDbBlocker) -> Iterator[dict[str, Score]]:
    """Import all minutes of a folder, published, and score what is exported of them; nothing of it stays."""
    with blocker.unblock(), transaction.atomic():
        load_organisation()
        for path in sorted(folder.glob("*.txt")):
            import_minutes(path.read_bytes(), path.name, publish=True)
        yield score(export_matters(EVERYBODY), gold)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def of_samples(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Score]]:
    yield from scores_of(FIXTURES / "minutes", GOLD, django_db_blocker)


@pytest.fixture(scope="module")
def of_corpus(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Score]]:
    if not (corpus := os.environ.get("MINUTES_CORPUS")):
        pytest.skip("MINUTES_CORPUS names no folder with the real minutes")
    gold = json.loads((Path(corpus) / "gold" / "matters.json").read_text(encoding="utf-8"))
    yield from scores_of(Path(corpus) / "minutes", gold, django_db_blocker)


@pytest.mark.parametrize("name", LEAST)
def test_the_samples_are_read_as_a_careful_reader_does(name: str, of_samples: dict[str, Score]):
    (precision, recall), _ = LEAST[name]
    found = of_samples[name]
    assert found.precision >= precision and found.recall >= recall, "\n".join(
        [f"{found.precision:.3f} {found.recall:.3f}", *found.wrong]
    )


@pytest.mark.corpus
@pytest.mark.parametrize("name", LEAST)
def test_the_real_minutes_are(name: str, of_corpus: dict[str, Score]):
    _, (precision, recall) = LEAST[name]
    found = of_corpus[name]
    assert found.precision >= precision and found.recall >= recall, "\n".join(
        [f"{found.precision:.3f} {found.recall:.3f}", *found.wrong]
    )
