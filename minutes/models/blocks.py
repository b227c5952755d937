"""The parsed blocks of a section as plain JSON values, the form in which Section.blocks keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from minutes.parser.values import Block, ListBlock, Paragraph, Subheading, Table


def blocks_as_json(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Return one object a block: its "type", the "line" it begins on, and what is in it."""
    return [_block(block) for block in blocks]


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"type": "paragraph", "line": block.line, "text": block.text}
        case Subheading():
            return {"type": "subheading", "line": block.line, "text": block.text}
        case ListBlock():
            entries = [
                {"line": item.line, "marker": item.marker, "text": item.text, "level": item.level}
                for item in block.items
            ]
            return {"type": "list", "line": block.line, "items": entries}
        case Table():
            return {
                "type": "table",
                "line": block.line,
                "caption": block.caption,
                "rows": [list(row) for row in block.rows],
                "has_header": block.has_header,
                "has_total": block.has_total,
            }
