"""The same minutes written in another way read the same: the samples, in the variation that is to be expected."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from minutes.parser import parse_minutes
from minutes.parser.headings import match_heading
from minutes.sources.text import numbered_text
from tests.build.parsed import CENTRES

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "fixtures" / "minutes").glob("*.txt"))


def what_is_read(text: str) -> list[dict[str, Any]]:
    """Everything but the numbers of lines."""
    meeting = parse_minutes(text, CENTRES)
    head = {
        "body": meeting.body,
        "date": meeting.date,
        "time": meeting.start_time,
        "location": meeting.location,
        "people": [(line.role, line.names) for line in meeting.attendance],
        "problems": [problem.code for problem in meeting.problems],
    }
    return [head] + [
        {
            "number": item.number,
            "title": (item.title, item.toc_title, item.toc_page),
            "case": item.case_number,
            "closed": item.is_closed,
            "sections": [(section.kind, section.text, section.is_empty) for section in item.headed_sections],
            "decisions": [(d.body, d.date, d.text, d.outcome, d.section_index) for d in item.decisions],
            "attachments": [attachment.title for attachment in item.attachments],
            "documents": [(document.number, document.title) for document in item.documents],
            "references": [document.number for document in item.references],
            "tables": [(table.caption, table.rows, table.has_header) for table in item.tables],
            "centres": [(centre.code, centre.role) for centre in item.centres],
            "unplaced": [line.stripped for line in item.unplaced],
        }
        for item in meeting.items
    ]


def sub(pattern: str, replacement: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, replacement, text, flags=re.MULTILINE)


def change_headings(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(change(line) if match_heading(line) else line for line in text.split("\n"))


VARIANTS: dict[str, Callable[[str], str]] = {
    "line ends of another system": lambda text: text.replace("\n", "\r\n"),
    "blanks at the ends of lines": lambda text: text.replace("\n", "  \n"),
    "more blank lines": lambda text: text.replace("\n\n", "\n\n\n"),
    "a form feed on each page": lambda text: text.replace("\nPunkt", "\n\fPunkt"),
    "a form feed on a line of its own": lambda text: text.replace("\nPunkt", "\n\f\nPunkt"),
    "no-break spaces in headers": sub(r"^Punkt (\d+): ", "Punkt\u00a0\\1:\u00a0"),
    "headers in capitals": sub(r"^Punkt (?=\d)", "PUNKT "),
    "a blank before the colon": sub(r"^(Punkt \d+):", r"\1 :"),
    "a hyphen for the colon": sub(r"^(Punkt \d+):", r"\1 -"),
    "labelled case numbers": sub(r"^(\d\d/\d+)$", r"Sagsnr.: \1"),
    "case numbers with a long year": sub(r"^(\d\d)/(\d+)$", r"20\1/\2"),
    "headings in capitals": change_headings(str.upper),
    "headings with a colon": change_headings("{}:".format),
    "headings between blanks": change_headings("  {} ".format),
    "headings with no-break spaces": change_headings(lambda line: line.replace(" ", "\u00a0")),
    "decisions without their i": change_headings(lambda line: line.replace("Beslutning i ", "Beslutning ")),
    "decisions with d.": change_headings(lambda line: line.replace(" den ", " d. ")),
    "dates with full stops": change_headings(lambda line: re.sub(r"(\d\d)-(\d\d)-(\d{4})", r"\1.\2.\3", line)),
    "contents without TABs": lambda text: text.replace(".....\t", "....."),
    "contents in broken lines": sub(r"^(.*\S) (\S+\.\.\.\.\.\t\d+)$", r"\1\n\2"),
    "contents with their numbers": sub(r"^(?=.*\.\.\.\.\.\t\d+$)", "Punkt 1: "),
    "labels with a colon": sub(r"^(Mødedato|Mødested) ", r"\1: "),
    "values below their labels": sub(r"^(Mødedato|Mødested) ", r"\1\n"),
    "a shouted title": lambda text: re.sub(r"\A\s*REFERAT.*", lambda title: title[0].upper(), text),
    "minutes of a meeting": lambda text: re.sub(r"\A\s*REFERAT (\w+) d\.", r"Åbent referat fra møde i \1 den", text),
}  # fmt: skip


def test_there_are_samples():
    assert len(SAMPLES) >= 15


@pytest.mark.parametrize("variant", VARIANTS)
def test_another_way_to_write_the_same_reads_the_same(variant: str):
    for sample in SAMPLES:
        text = sample.read_text(encoding="utf-8")
        assert what_is_read(numbered_text(VARIANTS[variant](text).encode())) == what_is_read(text), (
            sample.name
        )


def test_each_variant_changes_some_sample():
    texts = [sample.read_text(encoding="utf-8") for sample in SAMPLES]
    assert [name for name, change in VARIANTS.items() if all(change(text) == text for text in texts)] == []


def test_without_contents_everything_else_reads_the_same():
    for sample in SAMPLES:
        text = sample.read_text(encoding="utf-8")
        without = re.sub(r"^(Indholdsfortegnelse|.*\.\.\.\.\.\t\d+)\n", "", text, flags=re.MULTILINE)
        for whole, rest in zip(what_is_read(text)[1:], what_is_read(without)[1:], strict=True):
            if whole["title"][0] == whole["title"][1]:
                assert {**rest, "title": whole["title"]} == whole, sample.name
