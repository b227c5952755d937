"""The process that reads one PDF or Word file and ends: `python -m minutes.sources.reader pdf`.

Its bytes are the standard input, its answer is JSON on the standard output. Nothing else of the project loads the
libraries that know these formats: their faults, and what a hostile file asks of them, end here.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from typing import Any

from .values import ReadText, UnreadableSourceError

# A PDF of a hundred pages takes some seconds and some 200 MB.
MOST_MEMORY = 1 << 30
MOST_SECONDS = 30
# The text of a file: as much as is taken of a text file, and what JSON adds to it.
MOST_ANSWER = 16 << 20
# The keys of the answer, of which it has one: what was read, why it was not, or what failed.
READ, REFUSED, FAILED = "read", "refused", "failed"


def main() -> None:
    """Read the standard input as the one argument says."""
    _limit()
    read = _reader(sys.argv[1])
    answer = json.dumps(_answer(read, sys.stdin.buffer.read()), ensure_ascii=False)
    written = answer.encode("utf-8", "replace")
    if len(written) > MOST_ANSWER:
        written = json.dumps({FAILED: MemoryError.__name__}).encode()
    sys.stdout.buffer.write(written)
    sys.stdout.buffer.flush()
    # What the libraries do at their end can only fail.
    os._exit(0)


def _limit() -> None:
    """Let this process have what a file of minutes needs, and no more; and it leaves no image of its memory behind."""
    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, MOST_ANSWER),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    # Whoever started this process stops it, unless it has been killed meanwhile.
    signal.alarm(MOST_SECONDS + 5)


def _reader(read_as: str) -> Callable[[bytes], ReadText]:
    if read_as == "pdf":
        from .pdf import read_pdf

        return read_pdf
    from .docx import read_docx

    return read_docx


def _answer(read: Callable[[bytes], ReadText], content: bytes) -> dict[str, Any]:
    try:
        return {READ: _as_json(read(content))}
    except UnreadableSourceError as error:
        return {REFUSED: str(error)}
    except Exception as error:
        # Of what kind it was, and not what it says: that may repeat the minutes.
        return {FAILED: type(error).__name__}


def _as_json(read: ReadText) -> dict[str, Any]:
    return {
        "text": read.text,
        "page_starts": read.page_starts,
        "notices": [[notice.line, notice.code, notice.message, notice.is_warning] for notice in read.notices],
    }


if __name__ == "__main__":
    main()
