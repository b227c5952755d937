"""The blocks of a section as JSON say all that the parsed blocks say."""

import json

from minutes.models.blocks import blocks_as_json
from minutes.parser.values import ListBlock, ListItem, Paragraph, Subheading, Table


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
    assert json.loads(json.dumps(as_json)) == as_json


def test_a_section_without_blocks_is_an_empty_list():
    assert blocks_as_json(()) == []
