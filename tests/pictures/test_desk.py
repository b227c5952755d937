"""The walk of docs/desk.md: its minutes are read as it tells, and its pictures are there and small."""

import re
import struct

import pytest
from django.conf import settings

from minutes.danish.personal_numbers import find_personal_numbers
from minutes.parser import parse_minutes
from pictures.desk import MINUTES, as_corrected

TEXT = MINUTES.read_text(encoding="utf-8")
DOCS = settings.BASE_DIR / "docs"
SHOWN = re.findall(r"\]\(screenshots/(desk-[\w-]+\.png)\)", (DOCS / "desk.md").read_text(encoding="utf-8"))
MOST_BYTES, WIDTH = 150_000, 1280


def test_the_minutes_have_one_number_one_remark_and_four_items():
    parsed = parse_minutes(TEXT)
    assert [problem.code for problem in parsed.problems] == ["toc_title_differs"]
    assert [item.is_closed for item in parsed.items] == [False, False, True, False]
    assert len(find_personal_numbers(TEXT)) == 1


def test_they_come_again_with_another_decision_and_an_item_more():
    before, after = parse_minutes(TEXT), parse_minutes(as_corrected(TEXT))
    titles = [item.title for item in before.items]
    assert [item.title for item in after.items] == [*titles, "Sommerens åbningstider"]
    assert after.items[1].decisions != before.items[1].decisions
    assert [problem.code for problem in after.problems] == ["toc_title_differs"]


def test_every_picture_is_shown_and_every_one_that_is_shown_is_taken():
    taken = re.findall(r'take\("(desk-[\w-]+)"', (settings.BASE_DIR / "pictures" / "desk.py").read_text())
    there = [path.name for path in sorted((DOCS / "screenshots").glob("desk-*.png"))]
    assert sorted(SHOWN) == sorted(f"{name}.png" for name in taken) == there


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_is_as_wide_as_a_page_and_quickly_loaded(name):
    content = (DOCS / "screenshots" / name).read_bytes()
    assert len(content) <= MOST_BYTES
    assert struct.unpack(">I", content[16:20]) == (WIDTH,)
