"""Texts as programs write them out of a PDF: in lines of one width, with heads and feet between the pages."""

from __future__ import annotations

import re
import textwrap

from minutes.sources.wrapped import mend_wrapped

PROSE = (
    "Direktionen drøftede forslaget til nye lokaler på biblioteket og besluttede, at centret skal arbejde videre med "
    "de to muligheder, så der kan træffes en beslutning på det næste møde. Udgiften dækkes af de midler, som er "
    "afsat til formålet, og centret melder tilbage, når prisen er kendt."
)


def mended(text: str) -> str:
    """Return a text put right."""
    return mend_wrapped(text).text


def codes(text: str) -> list[str]:
    """Return the codes of the notices on a text that is put right."""
    return [notice.code for notice in mend_wrapped(text).notices]


def words(text: str) -> list[str]:
    """Return the words of a text in order."""
    return re.findall(r"\w+", text)


def wrap(text: str, width: int = 80, *, has_feet: bool = False, is_close: bool = False) -> str:
    """A text as programs write it out of a PDF: in lines of one width, with a foot and a head between its pages."""
    lines: list[str] = []
    for line in text.split("\n"):
        blank = line[: len(line) - len(line.lstrip(" "))]
        is_whole = "\t" in line or not line.strip()
        lines += [line] if is_whole else textwrap.wrap(line, width, initial_indent=blank)
    if is_close:
        lines = [line for line in lines if line.strip()]
    if not has_feet:
        return "\n".join(lines)
    pages = [lines[start : start + 40] for start in range(0, len(lines), 40)]
    return "\n".join(
        line
        for number, page in enumerate(pages, start=1)
        for line in [*page, "", f"Side {number} af {len(pages)}", "", "Direktionen d. 27-08-2013", ""]
    )


def paragraph_of(*lines: str) -> str:
    """Lines below a text that shows that it is wrapped at 40 characters."""
    return textwrap.fill(PROSE, 40) + "\n\n" + "\n".join(lines)


def pages(*texts: str, foot: str = "Side {page} af {pages}", head: str = "Direktionen d. 27-08-2013") -> str:
    """Return texts as pages, each between a head and a foot."""
    return "\n".join(
        f"{head.format(page=page, pages=len(texts))}\n\n{text}\n\n{foot.format(page=page, pages=len(texts))}\n"
        for page, text in enumerate(texts, start=1)
    )
