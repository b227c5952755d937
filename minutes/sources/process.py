"""Has a file read by `minutes.sources.reader`, in a process with limits: a fault or a hostile file ends that alone."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO, Any

from minutes.danish.personal_numbers import mask_personal_numbers

from .formats import READ_FILES
from .reader import FAILED, MOST_ANSWER, MOST_SECONDS, READ, REFUSED
from .values import Notice, ReadText, UnreadableSourceError

logger = logging.getLogger(__name__)

_PROJECT = Path(__file__).resolve().parents[2]
# Each may take a gibibyte; whoever comes third waits.
_AT_ONCE = threading.BoundedSemaphore(2)
# Nothing of the archive's own environment: it names the database and may hold its password.
_ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": os.defpath}

_LONGEST_SENTENCE = 1_000
_SAVE_AGAIN = f"Gem referatet igen fra det program, det er skrevet i, som {READ_FILES}, og indlæs den fil."
TOO_SLOW = (
    f"Filen kan ikke læses på {MOST_SECONDS} sekunder: den er meget stor eller beskadiget. {_SAVE_AGAIN}"
)
TOO_LARGE = f"Filen fylder for meget, når den læses: den er meget stor eller beskadiget. {_SAVE_AGAIN}"
DAMAGED = f"Filen er beskadiget, eller den er skrevet på en måde, som ikke kan læses. {_SAVE_AGAIN}"
NO_ROOM = "Filen kan ikke læses lige nu: serveren mangler plads. Prøv igen om lidt."

# Stopped by the limit of its time. What ends it otherwise is most often the want of memory, in one library or another.
_SLOW = (signal.SIGXCPU, signal.SIGALRM)


def read_apart(content: bytes, read_as: str) -> ReadText:
    """Return what is read of a file as `read_as`, "pdf" or "docx", which says `minutes.sources.formats`.

    Raises UnreadableSourceError with what the reader says of the file, or with a sentence on how it ended. It leaves no
    file behind: what the two processes hand each other has no name.
    """
    try:
        with _AT_ONCE, tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as taken:
            given.write(content)
            given.seek(0)
            code = _run(read_as, given, taken)
            taken.seek(0)
            answer = taken.read(MOST_ANSWER + 1)
    except OSError as error:
        logger.exception("A file could not be handed to its reader")
        raise UnreadableSourceError(NO_ROOM) from error
    if code:
        raise _ended_early(read_as, code)
    return _understand(read_as, answer)


def _run(read_as: str, given: IO[bytes], taken: IO[bytes]) -> int:
    """Run the reader to its end, and return its exit code: that of SIGXCPU where it was too slow."""
    process = subprocess.Popen(
        _command(read_as),
        stdin=given,
        stdout=taken,
        stderr=subprocess.DEVNULL,
        cwd=_PROJECT,
        env=_ENVIRONMENT,
        start_new_session=True,
    )
    try:
        return process.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        return -signal.SIGXCPU
    finally:
        if process.poll() is None:
            # With all that it may have started.
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _command(read_as: str) -> list[str]:
    return [sys.executable, "-E", "-s", "-X", "utf8", "-m", "minutes.sources.reader", read_as]


def _ended_early(read_as: str, code: int) -> UnreadableSourceError:
    logger.warning("The reader of %s ended with %d", read_as, code)
    if -code in _SLOW:
        return UnreadableSourceError(TOO_SLOW)
    return UnreadableSourceError(TOO_LARGE if code < 0 else DAMAGED)


def _understand(read_as: str, answer: bytes) -> ReadText:
    """What the answer says; a reader that a file has made its own may answer anything."""
    try:
        said = json.loads(answer)
        if REFUSED in said:
            raise UnreadableSourceError(mask_personal_numbers(str(said[REFUSED])[:_LONGEST_SENTENCE]))
        if FAILED in said:
            logger.warning("The reader of %s failed: %s", read_as, str(said[FAILED])[:100])
            raise UnreadableSourceError(TOO_LARGE if said[FAILED] == MemoryError.__name__ else DAMAGED)
        return _read_text(**said[READ])
    except UnreadableSourceError:
        raise
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        logger.warning("The reader of %s gave no answer", read_as)
        raise UnreadableSourceError(DAMAGED) from error


def _read_text(text: Any, page_starts: Any, notices: Any) -> ReadText:
    """The parts of an answer, each of its type; lines are numbers of lines that there are."""
    if not isinstance(text, str):
        raise TypeError
    last = 1 + text.count("\n")
    starts = [_within(start, last) for start in page_starts]
    return ReadText(
        text,
        tuple(sorted(starts)),
        tuple(
            Notice(_within(line, last), str(code), str(message), bool(is_warning))
            for line, code, message, is_warning in notices
        ),
    )


def _within(line: Any, last: int) -> int:
    return max(1, min(int(line), last))
