"""Every cache that lives as long as a process is known: measured by the benchmark, and listed with its bound."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

from benchmarks.caches import CACHES, Cache

ROOT = Path(settings.BASE_DIR)
CACHING = re.compile(r"\b(?:lru_cache|cache)\b(?!d_property)")


def decorated() -> set[str]:
    """The functions below `minutes` whose answers are kept as long as a process lives, by their place.

    Not those of what reads PDF and Word: a process of its own, for each file.
    """
    sources = ROOT / "minutes" / "sources"
    found = set()
    for path in (ROOT / "minutes").rglob("*.py"):
        if any(path.is_relative_to(sources / reader) for reader in ("pdf", "docx")):
            continue
        module = ".".join(path.relative_to(ROOT / "minutes").with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(
                CACHING.search(ast.unparse(decorator)) for decorator in node.decorator_list
            ):
                found.add(f"{module}.{node.name}")
            elif isinstance(node, ast.Assign) and CACHING.search(ast.unparse(node.value)):
                found.update(f"{module}.{ast.unparse(target)}" for target in node.targets)
    return found


def test_every_cache_is_measured() -> None:
    assert decorated() <= {cache.name for cache in CACHES}


def test_the_list_of_caches_names_each_with_its_bound() -> None:
    text = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    rows = text[text.index("## What is remembered") : text.index("## What limits what")].splitlines()
    for cache in CACHES:
        (row,) = [row for row in rows if f"`{cache.name}`" in row or f"`{_short(cache.name)}`" in row]
        assert f"{cache.entries:,}" in row or "for each model" in row, cache.name


def _short(name: str) -> str:
    """How a cache is called that shares its row with another: by its module and itself, or by itself."""
    *_, module, own = name.split(".")
    return f"{module}.{own}" if module == "splitter" and own == "_splitter" else own


@pytest.mark.django_db
@pytest.mark.parametrize("cache", CACHES, ids=lambda cache: cache.name)
def test_each_is_filled_by_what_the_benchmark_says(cache: Cache) -> None:
    cache.fill(min(cache.entries, 5))
    kept = _function(cache.name)
    if hasattr(kept, "cache_info"):
        assert kept.cache_info().currsize >= min(cache.entries, 5)
        assert kept.cache_info().maxsize in (cache.entries, None)
    else:
        assert kept


def _function(name: str) -> object:
    module, _, own = name.rpartition(".")
    return getattr(__import__(f"minutes.{module}", fromlist=[own]), own)
