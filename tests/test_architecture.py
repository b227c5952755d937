"""The direction of imports and the few things that nobody does, read from the syntax trees of the whole project."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
SOURCES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for package in ("minutes", "archive_site")
    for path in sorted((ROOT / package).rglob("*.py"))
}
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
EVERYTHING = [*SOURCES.values(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")]

# Each room of the app, and the rooms that it may know besides itself.
ROOMS: dict[str, set[str]] = {
    "parser": set(),
    "search": {"parser", "models"},
    "models": {"parser", "search"},
    "importing": {"parser", "models", "search"},
    "pages": {"parser", "models", "search"},
    "admin": {"parser", "models", "search", "importing"},
    "management": {"parser", "models", "search", "importing"},
    "migrations": {"parser", "models"},
    "urls": {"pages", "admin"},
    "templatetags": {"models"},
    "apps": set(),
}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(SOURCES[module].read_text(encoding="utf-8"))


def imports(module: str) -> Iterator[str]:
    """The full names of what a module imports, wherever in it: modules, and the names taken from them."""
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
    """The room of a module of the app: "minutes.parser.dates" stands in "parser"."""
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


def test_there_are_modules_to_read():
    assert {room_of(module) for module in SOURCES} - {""} == set(ROOMS)
    assert TEMPLATES


@pytest.mark.parametrize("module", [module for module in SOURCES if room_of(module) == "parser"])
def test_the_parser_needs_the_standard_library_alone(module: str):
    outside = {name for name in imports(module) if not name.startswith("minutes.parser")}
    assert {name.split(".")[0] for name in outside} <= sys.stdlib_module_names


@pytest.mark.parametrize("module", [module for module in SOURCES if room_of(module)])
def test_a_room_knows_only_the_rooms_below_it(module: str):
    rooms = {room_of(name) for name in imports(module)} - {"", room_of(module)}
    assert rooms <= ROOMS[room_of(module)]


@pytest.mark.parametrize(
    "module", ["minutes.search.danish", "minutes.search.compounds", "minutes.search.query"]
)
def test_the_words_of_a_search_know_no_rows(module: str):
    assert {room_of(name) for name in reached_from(module)} <= {"search", "parser"}


@pytest.mark.parametrize(
    "module", [module for module in SOURCES if room_of(module) in {"importing", "models"}]
)
def test_what_writes_rows_does_not_know_what_finds_them(module: str):
    assert "minutes.search.hits" not in reached_from(module)


@pytest.mark.parametrize("module", [module for module in SOURCES if room_of(module) != "urls"])
def test_nothing_knows_the_pages_the_admin_or_the_addresses(module: str):
    allowed = {room_of(module), "urls"} if module == "archive_site.urls" else {room_of(module)}
    assert {room_of(name) for name in imports(module)} & {"pages", "admin", "urls"} <= allowed


@pytest.mark.parametrize("module", [module for module in SOURCES if module.startswith("archive_site.")])
def test_the_site_knows_no_room_of_the_app_but_its_addresses(module: str):
    assert {room_of(name) for name in imports(module)} <= {"", "urls"}


def test_no_module_reaches_itself():
    assert [module for module in SOURCES if module in reached_from(module)] == []


def calls(module: str) -> Iterator[str]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func).split(".")[-1]


def test_text_is_called_safe_in_one_place():
    places = [
        module
        for module in SOURCES
        for call in calls(module)
        if call in {"mark_safe", "SafeString", "SafeText"}
    ]
    assert places == ["minutes.search.highlight"]


def test_nothing_pretends_to_be_html():
    names = {
        module: {node.name for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef)}
        for module in SOURCES
    }
    assert [module for module, defined in names.items() if "__html__" in defined] == []
    assert [
        module for module in SOURCES if "html_safe" in {name.split(".")[-1] for name in imports(module)}
    ] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_template_escapes_everything(template: Path):
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe(?:seq)?\b|\bautoescape\b", text)


def test_no_signals_are_sent_or_heard():
    heard = (
        "django.dispatch",
        "django.db.models.signals",
        "django.core.signals",
        "django.db.backends.signals",
    )
    assert [module for module in SOURCES for name in imports(module) if name.startswith(heard)] == []


@pytest.mark.parametrize("module", [module for module in SOURCES if room_of(module) == "models"])
def test_no_row_does_more_than_be_saved(module: str):
    methods = {node.name for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef)}
    assert methods & {"save", "delete", "save_base"} == set()


def test_no_file_is_named_for_nothing():
    assert [
        path for path in EVERYTHING if path.stem in {"utils", "util", "helpers", "common", "services", "misc"}
    ] == []
