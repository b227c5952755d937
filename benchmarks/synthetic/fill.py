"""Writes the synthetic archive into the database of the settings: block by block, each in one transaction.

A block that is there already is left alone, so that what was interrupted is taken up again where it stopped.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from functools import cache

from django.apps import apps
from django.contrib.postgres.indexes import GinIndex
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, models, transaction

from benchmarks.synthetic.ground import prepare_organisation
from benchmarks.synthetic.meetings import BLOCK, Archive
from benchmarks.synthetic.rows import BlockRows, rows_of_block
from benchmarks.synthetic.worker import begin
from minutes.models import AgendaItem, SearchDocument
from minutes.models.copying import copy_rows
from minutes.models.parts import PARTS
from minutes.search.index.ordering import order_documents
from minutes.search.index.writing import index_new

# From this many missing blocks on they are written faster without the index of the words, which is then built at once.
MANY_BLOCKS = 4
_BUILD_MEMORY = "1GB"
_WORD_INDEXES = [index for index in SearchDocument._meta.indexes if isinstance(index, GinIndex)]


def fill(
    items: int, processes: int = 2, size: int = BLOCK, told: Callable[[int], object] = lambda block: None
) -> int:
    """Write as many blocks of `size` items as make up `items`; return how many were missing. Tells each when done.

    Each block spans all years. As an archive gets its meetings as they are held, the index is put in order of time.
    """
    prepare_organisation()
    missing = [block for block in range(items // size) if not _is_there(block, size)]
    with _without_word_indexes(only_if=len(missing) >= MANY_BLOCKS):
        for block in _write_all(missing, processes, size):
            told(block)
        if missing or not _has_word_indexes():
            order_documents()
    if missing:
        _finish()
    # Of all blocks at once, once the planner knows them; what an interrupted run left out is joined, too.
    call_command("join_matters", verbosity=0)
    return len(missing)


def write_block(block: int, size: int = BLOCK) -> int:
    """Generate a block and write it with its index rows, all or nothing; return its number."""
    rows = rows_of_block(block, _archive().block(block, size), prepare_organisation())
    with transaction.atomic():
        copy_block(rows)
        index_new(rows.items)
        connection.check_constraints()
    return block


def copy_block(rows: BlockRows) -> None:
    """Send the rows of a block to the server, those first that others refer to."""
    for written in (rows.cases, rows.meetings, rows.attendance, [parts.item for parts in rows.items]):
        copy_rows(written)
    for part in PARTS:
        copy_rows([row for parts in rows.items for row in parts[part]])


@cache
def _archive() -> Archive:
    return Archive()


def _is_there(block: int, size: int) -> bool:
    return AgendaItem.objects.filter(pk=block * BLOCK + size).exists()


def _write_all(blocks: list[int], processes: int, size: int) -> Iterator[int]:
    if processes == 1 or len(blocks) < 2:
        yield from (write_block(block, size) for block in blocks)
        return
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=spawning, initializer=begin) as pool:
        writing = [pool.submit(write_block, block, size) for block in blocks]
        yield from (written.result() for written in as_completed(writing))


@contextmanager
def _without_word_indexes(*, only_if: bool) -> Iterator[None]:
    """Drop the GIN indexes of the search's table meanwhile; those that an interrupted run left out come back too."""
    if only_if:
        for index_ in _existing(_WORD_INDEXES):
            with connection.schema_editor() as editor:
                editor.remove_index(SearchDocument, index_)
    yield
    existing = _existing(_WORD_INDEXES)
    for index_ in _WORD_INDEXES:
        if index_ not in existing:
            with connection.cursor() as cursor:
                cursor.execute(f"SET maintenance_work_mem = '{_BUILD_MEMORY}'")
            with connection.schema_editor() as editor:
                editor.add_index(SearchDocument, index_)


def _has_word_indexes() -> bool:
    """Whether they are there, as they are where an earlier run came to its end."""
    return _existing(_WORD_INDEXES) == _WORD_INDEXES


def _existing(indexes: Iterable[models.Index]) -> list[models.Index]:
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, SearchDocument._meta.db_table)
    return [index for index in indexes if index.name in constraints]


def _finish() -> None:
    """Let the next rows of all tables have keys of their own, and the planner know what there is."""
    tables = apps.get_app_config("minutes").get_models()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(statement)
        if not connection.in_atomic_block:
            cursor.execute("VACUUM ANALYZE")
