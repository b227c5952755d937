"""Paths from a command line: files, folders with all below them, and what cannot be read."""

import os
from pathlib import Path

import pytest

from minutes.sources.files import (
    find_files,
    find_folders_without,
    find_passed_over,
    printable,
    read_file,
    why_passed_over,
)
from minutes.sources.values import UnreadableSourceError
from tests.build.word import zipped


def test_a_folder_gives_its_texts_at_all_levels_in_order(tmp_path):
    for name in ("b.txt", "a/2.txt", "a/1.TXT", "a/billede.png", "c/d/æ.txt", "a/txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "mappe.txt").mkdir()
    found = [str(path.relative_to(tmp_path)) for path in find_files([tmp_path])]
    assert found == ["a/1.TXT", "a/2.txt", "b.txt", "c/d/æ.txt"]


def test_what_is_not_read_is_passed_over_and_each_file_is_one_or_the_other(tmp_path):
    for name in ("b.pdf", "a/2.docx", "a/billede.png", "c/~$2.docx", "c/.DS_Store", "c/d/liste.xlsx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    os.mkfifo(tmp_path / "rør.txt")
    passed_over = [str(path.relative_to(tmp_path)) for path in find_passed_over([tmp_path])]
    assert passed_over == ["a/billede.png", "c/.DS_Store", "c/d/liste.xlsx", "c/~$2.docx", "rør.txt"]
    assert [path.name for path in find_files([tmp_path])] == ["2.docx", "b.pdf"]
    assert find_passed_over([tmp_path / "a", tmp_path / "a"]) == [tmp_path / "a" / "billede.png"]
    assert find_passed_over([tmp_path / "a", tmp_path / "a" / "billede.png"]) == []


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (
            "liste.xlsx",
            zipped({"xl/workbook.xml": "x" * 5000}),
            "Filen er et regneark (.xlsx). Find referatet",
        ),
        ("noter.md", b"Noter", "filen ender på .md"),
        (
            "referat",
            b"%PDF-1.7",
            "Filen er et PDF-dokument, men hedder ikke sådan; filen ender på ingenting.",
        ),
    ],
)
def test_a_file_that_is_passed_over_is_told_why(tmp_path, name, content, sentence):
    (tmp_path / name).write_bytes(content)
    assert sentence in why_passed_over(tmp_path / name)


def test_what_is_no_file_is_passed_over_unread(tmp_path):
    os.mkfifo(tmp_path / "rør.txt")
    (tmp_path / "genvej.txt").symlink_to(tmp_path / "findes-ikke")
    for path in find_passed_over([tmp_path]):
        assert why_passed_over(path) == "Det er ikke en almindelig fil."


def test_folders_without_anything_to_read_are_found(tmp_path):
    (tmp_path / "tom").mkdir()
    (tmp_path / "fuld" / "under").mkdir(parents=True)
    (tmp_path / "fuld" / "under" / "a.PDF").touch()
    folders = [tmp_path / "tom", tmp_path / "fuld", tmp_path / "findes-ikke"]
    assert find_folders_without(folders) == [tmp_path / "tom"]


def test_files_keep_the_order_they_are_named_in_and_come_once(tmp_path):
    for name in ("1.txt", "2.md"):
        (tmp_path / name).touch()
    named = [tmp_path / "2.md", tmp_path / "nej.txt", tmp_path / "1.txt", tmp_path]
    assert [path.name for path in find_files(named)] == ["2.md", "nej.txt", "1.txt"]


def test_the_bytes_of_a_file_are_read(tmp_path):
    (tmp_path / "referat.txt").write_bytes(b"\xff\x00")
    assert read_file(tmp_path / "referat.txt") == b"\xff\x00"


@pytest.mark.parametrize(
    ("path", "sentence"), [("findes-ikke.txt", "findes ikke"), (".", "mappe"), ("a" * 300, "kan ikke læses")]
)
def test_what_cannot_be_read_is_said_in_danish(tmp_path, path, sentence):
    with pytest.raises(UnreadableSourceError, match=sentence):
        read_file(tmp_path / path)


def test_a_name_of_any_bytes_can_be_printed():
    assert printable(Path("mappe/ny\udcff\n\x1b[31m.txt")) == "mappe/ny\ufffd\ufffd\ufffd[31m.txt"
