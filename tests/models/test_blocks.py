"""The blocks of a section as JSON say all that the parsed blocks say, and become the same blocks again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from minutes.models.blocks import blocks_as_json, blocks_from_json
from minutes.parser.values import ListBlock, ListItem, Paragraph, Subheading, Table

LINES = some.integers(1, 9999)
TEXTS = some.text(max_size=20)
ENTRIES = some.builds(ListItem, LINES, some.sampled_from(["-", "1.", "b)", "o"]), TEXTS, some.integers(1, 2))
ROWS = some.integers(1, 4).flatmap(
    lambda columns: some.lists(some.tuples(*[TEXTS] * columns), min_size=1, max_size=4).map(tuple)
)
BLOCKS = some.one_of(
    some.builds(Paragraph, LINES, TEXTS),
    some.builds(Subheading, LINES, TEXTS),
    some.builds(ListBlock, LINES, some.lists(ENTRIES, max_size=5).map(tuple)),
    some.builds(Table, LINES, TEXTS, ROWS, some.booleans(), some.booleans()),
)


def test_each_kind_of_block_has_its_form():
    blocks = (
        Paragraph(3, "En linje."),
        Subheading(5, "Baggrund"),
        ListBlock(7, (ListItem(7, "1.", "et", 1), ListItem(8, "a)", "under et", 2))),
        Table(10, "Tabel 1: Tal", (("Sag", "Beløb"), ("Ialt", "")), has_header=True, has_total=True),
    )
    as_json = blocks_as_json(blocks)
    assert as_json == [
        {"type": "paragraph", "line": 3, "text": "En linje."},
        {"type": "subheading", "line": 5, "text": "Baggrund"},
        {
            "type": "list",
            "line": 7,
            "items": [
                {"line": 7, "marker": "1.", "text": "et", "level": 1},
                {"line": 8, "marker": "a)", "text": "under et", "level": 2},
            ],
        },
        {
            "type": "table",
            "line": 10,
            "caption": "Tabel 1: Tal",
            "rows": [["Sag", "Beløb"], ["Ialt", ""]],
            "has_header": True,
            "has_total": True,
        },
    ]


def test_a_section_without_blocks_is_an_empty_list():
    assert blocks_as_json(()) == []
    assert blocks_from_json([]) == ()


@given(some.lists(BLOCKS, max_size=4).map(tuple))
def test_what_was_written_is_read_back_as_it_was(blocks):
    assert blocks_from_json(json.loads(json.dumps(blocks_as_json(blocks)))) == blocks


def test_a_block_of_a_type_that_nobody_writes_is_refused():
    with pytest.raises(ValueError, match="'picture'"):
        blocks_from_json([{"type": "picture", "line": 1}])
