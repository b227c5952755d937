"""The parsed blocks of a section as plain JSON values, the form in which Section.blocks keeps them, and back again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from minutes.parser.values import Block, ListBlock, ListItem, Paragraph, Subheading, Table


def blocks_as_json(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Return one object a block: its "type", the "line" it begins on, and what is in it."""
    return [_as_json(block) for block in blocks]


def blocks_from_json(objects: Iterable[dict[str, Any]]) -> tuple[Block, ...]:
    """Return the blocks of which `blocks_as_json` made these objects; raises ValueError for any other type."""
    return tuple(map(_from_json, objects))


def _as_json(block: Block) -> dict[str, Any]:
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


def _from_json(block: dict[str, Any]) -> Block:
    match block["type"]:
        case "paragraph":
            return Paragraph(block["line"], block["text"])
        case "subheading":
            return Subheading(block["line"], block["text"])
        case "list":
            entries = (
                ListItem(entry["line"], entry["marker"], entry["text"], entry["level"])
                for entry in block["items"]
            )
            return ListBlock(block["line"], tuple(entries))
        case "table":
            rows = tuple(map(tuple, block["rows"]))
            return Table(block["line"], block["caption"], rows, block["has_header"], block["has_total"])
    raise ValueError(f"No block is of the type {block['type']!r}")
