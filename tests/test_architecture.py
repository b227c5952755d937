"""The direction of imports and the few things that nobody does, read from the syntax trees of the whole project."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build.code import ROOT, SOURCES, TEMPLATES, calls, imports, reached_from, room_of, tree

EVERYTHING = [
    *SOURCES.values(),
    *(ROOT / "tests").rglob("*.py"),
    *(ROOT / "benchmarks").rglob("*.py"),
    *(ROOT / "pictures").rglob("*.py"),
]

# Each room of the app, and the rooms that it may know besides itself: from the ground up.
ROOMS: dict[str, set[str]] = {
    "danish": set(),
    "sources": {"danish"},
    "parser": {"danish"},
    "models": {"danish", "parser"},
    "matters": {"danish", "parser", "models"},
    "search": {"danish", "parser", "models", "matters"},
    "editing": {"danish", "models", "matters", "search"},
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


def test_there_are_modules_to_read():
    assert {room_of(module) for module in SOURCES} - {""} == set(ROOMS)
    assert TEMPLATES


@pytest.mark.parametrize("module", [module for module in SOURCES if room_of(module) in {"danish", "parser"}])
def test_the_language_and_the_parser_need_no_more_than_the_standard_library(module: str):
    outside = {name for name in imports(module) if room_of(name) not in {"danish", "parser"}}
    # The modulus and the centuries of personal numbers are a library's: where the rule is, and nowhere else.
    known = {"stdnum"} if module == "minutes.danish.personal_numbers" else set()
    assert {name.split(".")[0] for name in outside} <= sys.stdlib_module_names | known


@pytest.mark.parametrize("module", [module for module in SOURCES if room_of(module) == "sources"])
def test_what_reads_files_needs_no_framework(module: str):
    assert not {name for name in imports(module) if name.split(".")[0] == "django"}


@pytest.mark.parametrize("module", [module for module in SOURCES if room_of(module)])
def test_a_room_knows_only_the_rooms_below_it(module: str):
    rooms = {room_of(name) for name in imports(module)} - {"", room_of(module)}
    assert rooms <= ROOMS[room_of(module)]


# Not the parser's grammar: what a document says are values.
VALUES = {"minutes.parser", "minutes.parser.problems", "minutes.parser.told.values", "minutes.parser.values"}


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


# What decides who sees what stands in models/visibility.py. The modules below write what is decided, or say of the
# rows of the index that they are public; the parser says of an item that its minutes call it closed.
DECIDES = {"visible_to", "published", "visible_states", "is_staff", "is_superuser"}
WRITES_WHAT_IS_DECIDED = {
    "minutes.editing.publication",
    # Who is not to be changed by whom.
    "minutes.editing.people.changing",
    "minutes.admin.people.user_forms",
    "minutes.importing.reopened",
    "minutes.admin.meetings",
    "minutes.management.commands.prepare",
    "minutes.search.index.item_rows",
    "minutes.matters.joining.topics",
    "minutes.matters.joining.listing",
    "minutes.parser.items.item",
    "minutes.parser.head.header",
    "minutes.parser.reader",
    "minutes.parser.closed_items.closings",
}
COLUMN = r"(?:is_closed|is_withdrawn|is_public|state)"
LOOKUP = re.compile(rf"(?:\w+__)?{COLUMN}(?:__\w+)?")
# A condition in SQL: the column behind a word that opens one, or before a word or sign that goes on with it.
SQL_CONDITION = re.compile(
    rf"\b(?:WHERE|AND|OR|NOT|ON|WHEN)[\s(]+(?:\w+\.)?{COLUMN}\b"
    rf"|\b{COLUMN}\b\s*(?:(?:AND|OR|IN|IS|NOT)\b|=|<>|!=)"
)


def lookups(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """What a call names, and what a dictionary names that a call may be given, each with its value."""
    if isinstance(node, ast.Call):
        yield from ((word.arg, word.value) for word in node.keywords if word.arg)
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value, value


def asks_who_sees_what(code: ast.AST) -> Iterator[str]:
    for node in ast.walk(code):
        if isinstance(node, ast.Attribute) and node.attr in DECIDES:
            yield node.attr
        elif isinstance(node, ast.Constant) and SQL_CONDITION.search(str(node.value)):
            yield str(node.value)
        for name, value in lookups(node):
            # Not the constraint that a state is one of those there are.
            if LOOKUP.fullmatch(name) and ast.unparse(value) != "PublicationState.values":
                yield name


@pytest.mark.parametrize(
    "module", [module for module in SOURCES if room_of(module) not in {"", "migrations"}]
)
def test_who_sees_what_is_decided_in_one_place(module: str):
    if module not in {"minutes.models.visibility", *WRITES_WHAT_IS_DECIDED}:
        assert [*asks_who_sees_what(tree(module))] == []


def test_who_sees_what_is_found_where_it_is_decided():
    assert {*asks_who_sees_what(tree("minutes.models.visibility"))} > {"is_closed", "is_public"}


@pytest.mark.parametrize(
    "code",
    [
        "items.filter(is_closed=False)",
        "items.exclude(is_withdrawn=True)",
        "items.exclude(meeting__state__in=states)",
        "get_object_or_404(AgendaItem, pk=pk, is_closed=False)",
        "aggregate(count=Count('pk', filter=Q(meeting__state=state)))",
        "meetings.filter(**{'state': 'published'})",
        "wanted = {'meeting__state': 'published'}",
        "user.is_staff",
        "'SELECT FROM minutes_searchdocument WHERE is_public'",
        "'SELECT title FROM minutes_agendaitem AS item WHERE title <> %s AND NOT item.is_closed'",
        "f'SELECT date FROM {table} WHERE date > %s AND (is_public OR %s)'",
        "\"SELECT date FROM minutes_meeting WHERE meeting.state IN ('published', 'draft')\"",
        "\"SELECT date FROM minutes_meeting WHERE state='published'\"",
        "'SELECT count(*) FILTER (WHERE is_public) FROM minutes_searchrole'",
    ],
)
def test_whoever_decides_it_elsewhere_is_found(code: str):
    assert [*asks_who_sees_what(ast.parse(code))]


@pytest.mark.parametrize(
    "code",
    [
        "items.readable_by(reader).filter(case=case)",
        "'closed' if item.is_closed else ''",
        "list_filter = ('state', 'body')",
        "Index(fields=('date',), include=('is_public',))",
        "f'SELECT title, state FROM minutes_agendaitem WHERE {READABLE_ITEM}'",
        "'The state is written by publication alone, and is_public with it.'",
        "Q(state__in=PublicationState.values)",
    ],
)
def test_whoever_only_names_it_is_left_alone(code: str):
    assert not [*asks_who_sees_what(ast.parse(code))]


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
    # Django looks for migrations and commands in one folder each.
    halls = {"minutes/migrations", "minutes/management/commands"}
    assert {folder: files for folder, files in beside.items() if files > 14 and folder not in halls} == {}


def test_no_file_is_named_for_nothing():
    assert [
        path for path in EVERYTHING if path.stem in {"utils", "util", "helpers", "common", "services", "misc"}
    ] == []
