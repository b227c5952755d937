"""Paths from a command line: files, folders with all below them, and what cannot be read."""

from pathlib import Path

import pytest

from minutes.sources.files import find_files, printable, read_file
from minutes.sources.values import UnreadableSourceError


def test_a_folder_gives_its_texts_at_all_levels_in_order(tmp_path):
    for name in ("b.txt", "a/2.txt", "a/1.TXT", "a/billede.png", "c/d/æ.txt", "a/txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "mappe.txt").mkdir()
    found = [str(path.relative_to(tmp_path)) for path in find_files([tmp_path])]
    assert found == ["a/1.TXT", "a/2.txt", "b.txt", "c/d/æ.txt"]


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
