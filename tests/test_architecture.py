"""The direction of imports and the few things that nobody does, read from the syntax trees of the whole project."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
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

# Each room of the app, and the rooms that it may know besides itself: from the ground up.
ROOMS: dict[str, set[str]] = {
    "danish": set(),
    "sources": {"danish"},
    "parser": {"danish"},
    "models": {"danish", "parser"},
    "matters": {"danish", "parser", "models"},
    "search": {"danish", "parser", "models", "matters"},
    "editing": {"models", "matters", "search"},
    "importing": {"danish", "sources", "parser", "models", "matters", "search", "editing"},
    # The source page shows a document's text as it was read; what is put together in Python for a template is a value.
    "pages": {"danish", "sources", "parser", "models", "matters", "search", "templatetags"},
    "templatetags": {"danish", "parser", "models", "matters", "search"},
    "admin": {"danish", "sources", "parser", "models", "matters", "search", "editing", "importing"},
    "management": {"danish", "sources", "parser", "models", "matters", "search", "editing", "importing"},
    "migrations": {"models"},
    "urls": {"pages", "admin"},
    "apps": set(),
}
# The rooms of the search, and which of the others each may know.
SEARCH_ROOMS: dict[str, set[str]] = {
    "index": set(),
    "query": {"index"},
    "matching": {"index", "query"},
    "hits": {"query", "matching"},
    "guidance": {"index", "query", "matching", "hits"},
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
    """The room of a module of the app: "minutes.danish.dates" stands in "parser"."""
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


@pytest.mark.parametrize("module", [module for module in SOURCES if room_of(module) in {"danish", "parser"}])
def test_the_language_and_the_parser_need_the_standard_library_alone(module: str):
    outside = {name for name in imports(module) if room_of(name) not in {"danish", "parser"}}
    assert {name.split(".")[0] for name in outside} <= sys.stdlib_module_names


@pytest.mark.parametrize("module", [module for module in SOURCES if room_of(module) == "sources"])
def test_what_reads_files_needs_no_framework(module: str):
    assert not {name for name in imports(module) if name.split(".")[0] == "django"}


@pytest.mark.parametrize("module", [module for module in SOURCES if room_of(module)])
def test_a_room_knows_only_the_rooms_below_it(module: str):
    rooms = {room_of(name) for name in imports(module)} - {"", room_of(module)}
    assert rooms <= ROOMS[room_of(module)]


# Not the parser's grammar: what a document says are values.
VALUES = {"minutes.parser", "minutes.parser.values"}


@pytest.mark.parametrize(
    "module",
    [
        module
        for module in SOURCES
        if room_of(module) in {"models", "matters", "search", "pages", "templatetags"}
    ],
)
def test_who_does_not_import_minutes_knows_of_the_parser_only_its_values(module: str):
    known = {name for name in imports(module) if name in SOURCES and room_of(name) == "parser"}
    assert known <= VALUES


@pytest.mark.parametrize(
    "module", [module for module in SOURCES if module.count(".") > 2 and room_of(module) == "search"]
)
def test_a_room_of_the_search_knows_only_those_before_it(module: str):
    room = module.split(".")[2]
    known = {name.split(".")[2] for name in imports(module) if name.startswith("minutes.search.")}
    assert known - {room} <= SEARCH_ROOMS[room]


def test_what_was_typed_is_understood_without_rows():
    assert {room_of(name) for name in reached_from("minutes.search.query.query")} <= {"search", "danish"}


@pytest.mark.parametrize(
    "module",
    [module for module in SOURCES if room_of(module) in {"importing", "editing", "models", "matters"}],
)
def test_what_writes_rows_does_not_know_what_finds_them(module: str):
    known = {name.split(".")[2] for name in reached_from(module) if name.startswith("minutes.search.")}
    assert known <= {"index"}


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
    assert places == ["minutes.search.hits.highlight"]


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


# What decides who sees what stands in models/visibility.py. Writing a state stays with the publication, and the lists
# of the admin may be filtered by it.
DECIDES = {"visible_to", "published", "visible_states", "is_staff", "is_superuser"}
DECIDES_AS_LOOKUP = re.compile(r"(?:\w+__)?(?:is_closed|is_public|state|state__in|is_closed__in)")
WRITES_STATES = {
    "minutes.editing.publication",
    "minutes.admin.meetings",
    "minutes.management.commands.prepare",
}


def decides(word: ast.keyword) -> str | None:
    """The lookup, unless it is the constraint that a state is one of those there are."""
    is_decision = DECIDES_AS_LOOKUP.fullmatch(word.arg or "") is not None
    return word.arg if is_decision and ast.unparse(word.value) != "PublicationState.values" else None


def asks_who_sees_what(module: str) -> Iterator[str]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Attribute) and node.attr in DECIDES:
            yield node.attr
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in LOOKUPS:
            yield from filter(None, map(decides, node.keywords))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and RAW_RULE.search(node.value):
            yield node.value


LOOKUPS = {"filter", "exclude", "get", "Q", "When"}
RAW_RULE = re.compile(
    r"(?<!include=\()\b(?:is_public|is_closed)\b\s+(?:OR|AND)\b|\bNOT\s+is_closed\b|\bstate\s*="
)


@pytest.mark.parametrize(
    "module", [module for module in SOURCES if room_of(module) not in {"", "migrations"}]
)
def test_who_sees_what_is_decided_in_one_place(module: str):
    if module not in {"minutes.models.visibility", *WRITES_STATES}:
        assert [*asks_who_sees_what(module)] == []


def test_who_sees_what_is_found_where_it_is_decided():
    assert {*asks_who_sees_what("minutes.models.visibility")} > {"is_closed", "is_public"}


@pytest.mark.parametrize(
    "template",
    [path for path in TEMPLATES if "admin" not in path.parts],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_no_template_decides_who_sees_what(template: Path):
    assert not re.search(r"\bis_staff\b|\bis_superuser\b|\bperms\.", template.read_text(encoding="utf-8"))


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


def test_no_folder_is_crowded():
    """More files than these beside each other are no room any more, but a hall."""
    beside = Counter(path.parent.relative_to(ROOT).as_posix() for path in SOURCES.values())
    assert {
        folder: files for folder, files in beside.items() if files > 14 and "migrations" not in folder
    } == {}


def test_no_file_is_named_for_nothing():
    assert [
        path for path in EVERYTHING if path.stem in {"utils", "util", "helpers", "common", "services", "misc"}
    ] == []
