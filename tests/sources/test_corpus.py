"""The real minutes, which stay outside: as Word documents they read as their texts, and as texts they need nothing."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from minutes.sources.docx import read_docx
from minutes.sources.text import numbered_text
from minutes.sources.wrapped import mend_wrapped
from tests.build.wrapping import wrap

CORPUS = Path(os.environ.get("MINUTES_CORPUS") or "/nowhere")
TEXTS = sorted((CORPUS / "minutes").glob("*.txt"))
WORD = sorted((CORPUS / "printed").glob("*.docx"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not TEXTS, reason="MINUTES_CORPUS names no folder with minutes/"),
]


def lines(text: str) -> Counter[str]:
    """The lines of a text, whatever dots lead to the pages of its contents and whatever marks its lists."""
    bare = (re.sub(r"\.{3,}", " ", re.sub(r"^\s*(?:[-·o]\s+)*", "", line)) for line in text.split("\n"))
    return Counter(filter(None, (" ".join(line.split()) for line in bare)))


@pytest.mark.parametrize("path", WORD, ids=lambda path: path.stem)
def test_a_word_document_has_the_lines_of_its_text(path: Path):
    (original,) = (text for text in TEXTS if text.name[:3] == path.name[:3])
    assert lines(read_docx(path.read_bytes()).text) == lines(numbered_text(original.read_bytes()))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_a_text_keeps_its_lines(path: Path):
    text = numbered_text(path.read_bytes())
    assert mend_wrapped(text).text == text


@pytest.mark.parametrize("width", [70, 80, 100])
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_a_wrapped_text_has_nearly_all_its_lines_again(path: Path, width: int):
    text = numbered_text(path.read_bytes())
    wanted = lines(text)
    found = lines(mend_wrapped(wrap(text, width, has_feet=True)).text)
    assert (wanted & found).total() >= 0.98 * wanted.total()
