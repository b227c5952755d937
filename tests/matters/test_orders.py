"""What is known of matters does not depend on the order in which the archive was filled."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence

import pytest
from django.apps import apps
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from minutes.models import Correction, Meeting, PublicationState, SourceDocument, SourceStatus
from tests.build.orders import (
    STATES,
    Step,
    earlier_version,
    fill_archive,
    sample_paths,
    steps_of_documents,
    tell_difference,
    texts_of_archive,
)

pytestmark = pytest.mark.django_db

# Five orders with every run, of some of the samples; ARCHIVE_ORDERS=20 for as many as were asked for once, of all.
FEW = 5
ORDERS = int(os.environ.get("ARCHIVE_ORDERS", FEW))
# Samples of one body, one for each state: they share cases, series, topics and references.
SAMPLES = [path for path in sample_paths() if ORDERS > FEW or "direktionen" in path.name][
    : None if ORDERS > FEW else len(STATES)
]
ONE_PAGE_IN = 1 if ORDERS > FEW else 8


def texts_after(
    documents: Sequence[Sequence[Step]], blocker: DjangoDbBlocker, random_: random.Random | None = None
) -> dict[str, str]:
    """What an archive tells that was filled so; nothing of it stays."""
    with blocker.unblock(), transaction.atomic(), connection.cursor() as cursor:
        # Tables that nobody else may open. Else the server tidies them up meanwhile, counts no row, for none is
        # committed, and plans queries for empty tables, which takes minutes.
        tables = (model._meta.db_table for model in apps.get_app_config("minutes").get_models())
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
        fill_archive(documents, random_)
        cursor.execute("ANALYZE")
        texts = texts_of_archive(ONE_PAGE_IN)
        transaction.set_rollback(True)
    return texts


@pytest.fixture(scope="module")
def documents() -> list[Sequence[Step]]:
    return steps_of_documents(SAMPLES)


@pytest.fixture(scope="module")
def in_order(
    documents: list[Sequence[Step]], django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[dict[str, str]]:
    yield texts_after(documents, django_db_blocker)


@pytest.mark.parametrize("seed", range(ORDERS))
def test_the_order_of_what_happened_changes_nothing(seed, documents, in_order, django_db_blocker):
    shuffled = texts_after(documents, django_db_blocker, random.Random(f"order {seed}"))

    assert not (difference := tell_difference(in_order, shuffled)), difference


def test_there_is_something_to_compare_of_every_list(in_order):
    empty = {name for name, text in in_order.items() if not text}

    assert not empty
    assert in_order["decisions for everybody"] != in_order["decisions for who sees drafts"]


def test_the_documents_are_in_all_states(documents):
    fill_archive(documents, random.Random("states"))

    assert set(Meeting.objects.values_list("state", flat=True)) == set(PublicationState)
    assert len(documents) - Meeting.objects.count() == len(documents) // len(STATES)  # the deleted ones
    assert {SourceStatus.EARLIER, SourceStatus.WAITING} <= {
        *SourceDocument.objects.values_list("status", flat=True)
    }
    assert Correction.objects.filter(field=Correction.Field.CLOSED).exists()


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem)
def test_an_earlier_version_is_of_the_same_meeting_and_says_something_else(path):
    now = path.read_text(encoding="utf-8")

    assert earlier_version(now) != now
    assert earlier_version(now).split("\n")[:6] == now.split("\n")[:6]


def test_of_two_archives_that_differ_the_list_and_the_entry_are_told():
    one = {"series": '{"title": "A"}\n{"title": "B"}', "amounts": '{"value": 1}'}
    other = {"series": '{"title": "A"}\n{"title": "C"}', "amounts": '{"value": 1}'}

    assert tell_difference(one, other) == 'series:\n@@ -2 +2 @@\n-{"title": "B"}\n+{"title": "C"}'
    assert tell_difference(one, one) == ""


def test_a_text_that_only_one_archive_has_is_a_difference():
    assert "pages" in tell_difference({"pages": ""}, {})
    assert "pages" in tell_difference({}, {"pages": ""})
