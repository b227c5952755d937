"""What an archivist is told of how a PDF was read: what was taken out, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes.sources.values import Notice

_LONGEST_EXAMPLE = 60


def notices_of(
    removed: Sequence[str],
    hyphens: int,
    apart: Sequence[str],
    scanned: Sequence[int],
    page_starts: Sequence[int],
) -> tuple[Notice, ...]:
    """The remarks on heads and feet, hyphens, words that stand apart, and pages that are pictures (from 0)."""
    told = [*_on_furniture(removed), *_on_hyphens(hyphens), *_on_words_apart(apart)]
    return (*told, *(_on_scanned_page(page, page_starts[page]) for page in scanned))


def _on_furniture(removed: Sequence[str]) -> Iterator[Notice]:
    if removed:
        count = _count(len(removed), "linje", "linjer")
        example = _shortened(removed[0])
        message = f"{count} i sidehoveder og sidefødder er udeladt, som »{example}«. De står stadig i filen."
        yield Notice(1, "furniture_removed", message)


def _on_hyphens(hyphens: int) -> Iterator[Notice]:
    if hyphens:
        count = _count(hyphens, "bindestreg", "bindestreger")
        message = f"{count} ved linjeskift er udeladt, hvor ordet var delt."
        yield Notice(1, "hyphens_removed", message)


def _on_words_apart(apart: Sequence[str]) -> Iterator[Notice]:
    if apart:
        count, example = _count(len(apart), "ord", "ord"), _shortened(" ".join(apart))
        message = f"{count} står på tværs eller uden for siden og er udeladt, som »{example}«. De står stadig i filen."
        yield Notice(1, "text_apart", message, is_warning=True)


def _on_scanned_page(page: int, line: int) -> Notice:
    message = f"Side {page + 1} er et billede uden tekst og er ikke læst. Se den i filen, og skriv det af, der mangler."
    return Notice(line, "page_without_text", message, is_warning=True)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_EXAMPLE else f"{text[:_LONGEST_EXAMPLE]} …"
