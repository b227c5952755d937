"""A parsed document as programs read it (the JSON of `parse_minutes --json`) and as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from minutes.models.sources import problems_as_json
from minutes.parser.problems import Problem
from minutes.parser.values import ParsedDecision, ParsedItem, ParsedMeeting, Table


def meeting_as_json(parsed: ParsedMeeting) -> dict[str, Any]:
    """Return what a document says as plain JSON values: {"meeting": …, "items": […], "problems": […]}.

    Dates are ISO 8601, times "10:00"; kinds of sections and outcomes are the Danish words of the minutes.
    """
    return {
        "meeting": {
            "doc_type": parsed.doc_type,
            "body": parsed.body,
            "date": parsed.date.isoformat(),
            "time": f"{parsed.start_time:%H:%M}" if parsed.start_time else None,
            "place": parsed.location,
        },
        "items": [_item_as_json(item) for item in parsed.items],
        "problems": problems_as_json(parsed.problems),
    }


def _item_as_json(item: ParsedItem) -> dict[str, Any]:
    """Return an item; only one with a letter behind its number has a "label"."""
    return {
        "number": item.number,
        **({"label": item.label} if item.letter else {}),
        "title": item.title,
        "toc_title": item.toc_title or None,
        "toc_page": item.toc_page,
        "case_number": item.case_number,
        "closed": item.is_closed,
        "sections_canonical": [kind.word for section in item.headed_sections for kind in section.kinds],
        "decisions": [_decision_as_json(decision) for decision in item.decisions],
        "attachments": [attachment.title for attachment in item.attachments],
        "documents": [{"number": document.number, "title": document.title} for document in item.documents],
        "tables": [_table_as_json(table) for table in item.tables],
        "centres": sorted({centre.code for centre in item.centres}),
    }


def _decision_as_json(decision: ParsedDecision) -> dict[str, Any]:
    """Return a decision; only one that answers points one by one has "parts"."""
    whole: dict[str, Any] = {
        "body": decision.body,
        "date": decision.date.isoformat(),
        "text": decision.text,
        "outcome": decision.outcome.word,
    }
    parts = [
        {"point": part.point, "text": part.text, "outcome": part.outcome.word} for part in decision.parts
    ]
    return whole | ({"parts": parts} if parts else {})


def _table_as_json(table: Table) -> dict[str, Any]:
    return {"caption": table.caption or None, "cells": [list(row) for row in table.rows]}


def report_lines(parsed: ParsedMeeting) -> Iterator[str]:
    """Give the same as lines of text, for a person at a terminal."""
    when = f"{parsed.date:%d-%m-%Y}" + (f" kl. {parsed.start_time:%H:%M}" if parsed.start_time else "")
    yield f"{parsed.doc_type} {parsed.body} {when}" + (f", {parsed.location}" if parsed.location else "")
    for item in parsed.items:
        yield from _item_lines(item)
    for problem in parsed.problems:
        yield describe_problem(problem)


def describe_problem(problem: Problem) -> str:
    """Return a problem as one line: where, how grave, what."""
    return f"  linje {problem.line}, {problem.severity.word}: {problem.message}"


def _item_lines(item: ParsedItem) -> Iterator[str]:
    marks = [f"sag {item.case_number}" if item.case_number else "", "lukket" if item.is_closed else ""]
    yield f"Punkt {item.label}: {item.title}" + "".join(f" [{mark}]" for mark in marks if mark)
    if item.toc_title not in ("", item.title):
        yield f"  i indholdsfortegnelsen: {item.toc_title}"
    if item.headed_sections:
        yield "  afsnit: " + ", ".join(section.kind.word for section in item.headed_sections)
    for decision in item.decisions:
        yield f"  {decision.body} {decision.date:%d-%m-%Y}: {decision.outcome.word}"
        yield from (f"    punkt {part.point}: {part.outcome.word}" for part in decision.parts)
        yield from (f"    {line}" for line in decision.text.splitlines())
    for attachment in item.attachments:
        yield f"  bilag: {attachment.title}"
    for document in item.documents:
        yield f"  dokument {document.number}: {document.title}"
    for table in item.tables:
        size = f"{len(table.rows)} rækker, {len(table.rows[0])} kolonner"
        yield f"  tabel: {table.caption} ({size})" if table.caption else f"  tabel: {size}"
    if item.centres:
        yield "  centre: " + ", ".join(sorted({centre.code for centre in item.centres}))
