"""What a file is by its first bytes, and what its name says."""

from pathlib import PurePath

import pytest

from minutes.sources.formats import FORMATS, is_named_as_read, match_format


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
def test_a_format_is_known_by_how_its_bytes_begin(kind):
    assert match_format(kind.signature + b"\x00rest") is kind


@pytest.mark.parametrize(
    "content", [b"", b"REFERAT Direktionen", b" %PDF-1.7", b"PK", b"{\\rt", b"\xff\xfeR\x00"]
)
def test_what_begins_otherwise_may_be_text(content):
    assert match_format(content) is None


def test_no_format_hides_behind_another():
    assert all(match_format(kind.signature) is kind for kind in FORMATS)


@pytest.mark.parametrize(
    "name", ["referat.txt", "REFERAT.TXT", "mappe/møde 5. februar.Txt", "referat.docx.txt"]
)
def test_a_text_is_named_so(name):
    assert is_named_as_read(PurePath(name))


@pytest.mark.parametrize(
    "name", ["referat.pdf", "referat.txt.exe", "txt", ".txt", "referat", "referat.txt~", ""]
)
def test_other_names_are_of_no_text(name):
    assert not is_named_as_read(PurePath(name))
