"""What no template may hold: the content security policy would refuse it, or it would let foreign mark-up through."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

TEMPLATES = sorted((Path(settings.BASE_DIR) / "templates").rglob("*.html"))
STYLES = sorted((Path(settings.BASE_DIR) / "static" / "css").rglob("*.css"))
SCRIPTS = sorted((Path(settings.BASE_DIR) / "static" / "js").glob("*.js"))

FORBIDDEN = re.compile(
    r"\|\s*safe\b|\{%\s*autoescape\s+off|\sstyle\s*=|<style\b|\son[a-z]+\s*=|<script(?![^>]*\ssrc=)|javascript:|https?://",
    re.IGNORECASE,
)


def name(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_holds_nothing_that_runs_or_is_fetched_from_elsewhere(path: Path) -> None:
    assert FORBIDDEN.search(path.read_text()) is None


@pytest.mark.parametrize("path", [*STYLES, *SCRIPTS], ids=name)
def test_styles_and_scripts_fetch_nothing(path: Path) -> None:
    assert re.search(r"https?://|@import|url\(", path.read_text()) is None


def test_colours_stand_in_one_file() -> None:
    for path in STYLES:
        if path.name not in {"variables.css", "print.css"}:
            assert re.search(r"#[0-9a-f]{3,8}\b|rgb\(|hsl\(", path.read_text()) is None, path.name


def test_the_styles_together_are_less_to_fetch_than_a_small_picture() -> None:
    # No page has that of the feeds, and no feed has the others.
    of_pages = [path for path in STYLES if path.name != "feed.css"]
    assert len(gzip.compress(b"".join(path.read_bytes() for path in of_pages))) <= 7_000
