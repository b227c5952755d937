"""`parse_minutes` shows what is read, as JSON or as a report, and touches no database."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from minutes.sources.values import Notice, ReadText
from tests.build.documents import decided, item_text, minutes_text
from tests.build.pdf import pdf
from tests.build.word import paragraph, word

TEXT = minutes_text(
    item_text(
        1,
        "Ny frivilligpolitik",
        "13/2358",
        indstilling="HR-Centret indstiller, at politikken godkendes.",
        sagsfremstilling="Tabel 1: Tal\n\nSag\tAntal\tAnsvarlig\nEt\t2\tØDC",
        andre_relevante_dokumenter="Udkast til politik (126542/13)",
    )
    + "\n\n"
    + decided("Direktionen", "27-08-2013", "Taget til efterretning.\n\nPolitikken sendes ud.")
    + "\n\nBilag\n\nUdkast til politik",
    item_text(3, "Lukket", "13/2359"),
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "referat.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    return path


def run(*arguments: object) -> tuple[str, int]:
    """What the command writes, and its exit code."""
    out = StringIO()
    try:
        call_command("parse_minutes", *map(str, arguments), stdout=out)
    except SystemExit as stopped:
        return out.getvalue(), stopped.code
    return out.getvalue(), 0


def test_the_json_has_the_names_of_the_gold_files(file):
    written, code = run(file, "--json")
    assert code == 0
    (document,) = json.loads(written)
    assert document["file"] == str(file)
    assert document["meeting"] == {
        "doc_type": "REFERAT",
        "body": "Direktionen",
        "date": "2013-08-27",
        "time": "10:00",
        "place": "Lokale 1",
    }
    assert document["items"][0] == {
        "number": 1,
        "title": "Ny frivilligpolitik",
        "toc_title": None,
        "toc_page": None,
        "case_number": "13/2358",
        "closed": False,
        "sections_canonical": [
            "indstilling",
            "sagsfremstilling",
            "andre relevante dokumenter",
            "beslutning",
            "bilag",
        ],
        "decisions": [
            {
                "body": "Direktionen",
                "date": "2013-08-27",
                "text": "Taget til efterretning.\nPolitikken sendes ud.",
                "outcome": "taget til efterretning",
            }
        ],
        "attachments": ["Udkast til politik"],
        "documents": [{"number": "126542/13", "title": "Udkast til politik"}],
        "tables": [{"caption": "Tabel 1: Tal", "cells": [["Sag", "Antal", "Ansvarlig"], ["Et", "2", "ØDC"]]}],
        "centres": ["HRC", "ØDC"],
    }
    closed = document["items"][1]
    assert (closed["number"], closed["closed"], closed["case_number"]) == (3, True, "13/2359")
    problem = document["problems"][-1]
    assert (problem["code"], problem["severity"]) == ("number_gap", "warning")
    assert set(problem) == {"line", "code", "severity", "message"}


def test_a_file_that_cannot_be_parsed_gives_an_error_and_exit_code_1_and_the_others_are_parsed(
    file, tmp_path
):
    novel, missing, folder = tmp_path / "novelle.txt", tmp_path / "nej.txt", tmp_path
    novel.write_text("Der var engang.")
    written, code = run(novel, file, missing, folder, "--json")
    documents = json.loads(written)
    assert code == 1
    assert [set(document) for document in documents] == [
        {"file", "error"},
        {"file", "meeting", "items", "problems"},
        {"file", "error"},
        {"file", "error"},
    ]
    assert "Der var engang." in documents[0]["error"]
    assert documents[2]["error"] == "Filen findes ikke."
    assert "mappe" in documents[3]["error"]


def test_without_json_the_same_is_a_report_for_a_person(file, tmp_path):
    novel = tmp_path / "novelle.txt"
    novel.write_text("Der var engang.")
    written, code = run(file, novel)
    lines = written.splitlines()
    assert code == 1
    assert lines[:3] == [
        f"== {file}",
        "REFERAT Direktionen 27-08-2013 kl. 10:00, Lokale 1",
        "Punkt 1: Ny frivilligpolitik [sag 13/2358]",
    ]
    for line in (
        "  afsnit: indstilling, sagsfremstilling, andre relevante dokumenter, beslutning, bilag",
        "  Direktionen 27-08-2013: taget til efterretning",
        "    Politikken sendes ud.",
        "  bilag: Udkast til politik",
        "  dokument 126542/13: Udkast til politik",
        "  tabel: Tabel 1: Tal (2 rækker, 3 kolonner)",
        "  centre: HRC, ØDC",
        "Punkt 3: Lukket [sag 13/2359] [lukket]",
    ):
        assert line in lines
    assert any(line.startswith("  linje ") and ", advarsel: " in line for line in lines)
    assert lines[-2] == f"== {novel}"
    assert "Der var engang." in lines[-1]


def test_it_needs_no_database(file):
    # pytest-django refuses every query of a test that has not asked for the database.
    assert run(file)[1] == 0


def test_the_text_is_written_as_the_parser_reads_it_without_personal_numbers(tmp_path):
    text = TEXT.replace("godkendes.", "godkendes for 010180-1234.")
    (tmp_path / "a.txt").write_bytes(text.encode("cp1252"))
    assert run("--text", tmp_path / "a.txt") == (f"{text.replace('-1234', '-••••')}\n", 0)


@pytest.mark.parametrize("make", [pdf, lambda text: word("".join(map(paragraph, text.split("\n"))))])
def test_pdf_and_word_are_read_as_text_is(make, tmp_path):
    text = minutes_text(item_text(1, "Ny frivilligpolitik", "13/2358", sagsfremstilling="Sagen er ny."))
    (tmp_path / "referat").write_bytes(make(text))
    written, code = run("--text", tmp_path / "referat")
    assert (written.split(), code) == (text.split(), 0)
    (document,) = json.loads(run("--json", tmp_path / "referat")[0])
    assert [item["title"] for item in document["items"]] == ["Ny frivilligpolitik"]


def test_what_the_reader_of_a_file_says_is_among_the_problems(monkeypatch, tmp_path):
    given = ReadText(minutes_text(), (1,), (Notice(3, "text_apart", "To ord er udeladt.", is_warning=True),))
    monkeypatch.setattr("minutes.sources.text.read_apart", lambda *_: given)
    (tmp_path / "referat.pdf").write_bytes(pdf(minutes_text()))
    (document,) = json.loads(run("--json", tmp_path / "referat.pdf")[0])
    assert document["problems"][0] == {
        "line": 3,
        "code": "text_apart",
        "severity": "warning",
        "message": "To ord er udeladt.",
    }
    assert "To ord er udeladt." in run(tmp_path / "referat.pdf")[0]


def test_a_file_that_cannot_be_read_has_no_text_and_fails(tmp_path):
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 REFERAT}")
    (tmp_path / "b.txt").write_text("Ikke et referat.")
    assert run("--text", tmp_path / "a.rtf", tmp_path / "b.txt") == ("Ikke et referat.\n", 1)
