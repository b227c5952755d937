"""The code of the project itself, as the tests of its architecture read it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
SOURCES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for package in ("minutes", "archive_site")
    for path in sorted((ROOT / package).rglob("*.py"))
}
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(SOURCES[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> frozenset[str]:
    """The full names of what a module imports, wherever in it: modules, and the names taken from them."""
    return frozenset(_imports(module))


def _imports(module: str) -> Iterator[str]:
    is_package = SOURCES[module].name == "__init__.py"
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = (
                module.split(".")[: len(module.split(".")) - node.level + is_package] if node.level else []
            )
            base = ".".join([*package, *filter(None, [node.module])])
            if node.module:
                yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def room_of(module: str) -> str:
    """The room of a module of the app: "minutes.danish.dates" stands in "danish"."""
    return module.split(".")[1] if module.startswith("minutes.") else ""


def reached_from(module: str) -> set[str]:
    """All modules of the project that a module imports, itself or through others."""
    reached: set[str] = set()
    waiting = [module]
    while waiting:
        found = {name for name in imports(waiting.pop()) if name in SOURCES} - reached
        reached |= found
        waiting += found
    return reached


def calls(module: str) -> Iterator[str]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func).split(".")[-1]
