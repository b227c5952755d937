"""What others notice of people who guess passwords: how long a search takes meanwhile, as a whole HTTP request.

`ARCHIVE_VAR=… script/benchmark door` starts the real server on the database of the settings, on 127.0.0.1 alone, and
asks for a search again and again, by turns while nobody guesses and while some do: each under another name every time,
since a name is locked after five tries. The log has a line for each guess: `2>/dev/null` leaves the figures.
"""

from __future__ import annotations

import argparse
import os
import secrets
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from statistics import quantiles

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
django.setup()

from benchmarks.searching.forms import LOGIN, FormSender  # noqa: E402
from benchmarks.searching.server import Visitor, running_server  # noqa: E402

SEARCH = "/soeg/?q=budget"


@dataclass(slots=True)
class Measured:
    """The seconds that searches took, and what the guessers were answered, by status."""

    quiet: list[float] = field(default_factory=list)
    guessed: list[float] = field(default_factory=list)
    answers: Counter[int] = field(default_factory=Counter)


def main() -> None:
    """Measure, and print a line for each state of the door."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--guessers", type=int, default=8)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--searches", type=int, default=60, help="of each turn")
    arguments = parser.parse_args()
    with running_server() as visitor:
        measured = measure(visitor.port, arguments.guessers, arguments.turns, arguments.searches)
    print_line("nobody guesses", measured.quiet)
    print_line(f"{arguments.guessers} guess", measured.guessed)
    answers = ", ".join(f"{number} × {status}" for status, number in sorted(measured.answers.items()))
    print(f"guesses answered: {answers}")


def measure(port: int, guessers: int, turns: int, searches: int) -> Measured:
    """Ask the server on the port for the search, by turns without and with guessers."""
    measured = Measured()
    with closing(Visitor(port)) as visitor:
        visitor.seconds(SEARCH)
        for _ in range(turns):
            measured.quiet += [visitor.seconds(SEARCH) for _ in range(searches)]
            with guessing(port, guessers) as answers:
                measured.guessed += [visitor.seconds(SEARCH) for _ in range(searches)]
            measured.answers += answers
    return measured


@contextmanager
def guessing(port: int, guessers: int) -> Iterator[Counter[int]]:
    """Let so many guess passwords meanwhile, each one after the other; gives the count of what they are answered."""
    answers: Counter[int] = Counter()
    is_over = threading.Event()
    threads = [threading.Thread(target=_guess, args=(port, is_over, answers)) for _ in range(guessers)]
    for thread in threads:
        thread.start()
    while not answers:
        is_over.wait(0.05)
    try:
        yield answers
    finally:
        is_over.set()
        for thread in threads:
            thread.join()


def _guess(port: int, is_over: threading.Event, answers: Counter[int]) -> None:
    with closing(FormSender(port)) as guesser:
        guesser.open(LOGIN)
        whose = secrets.token_hex(4)
        for number in count():
            if is_over.is_set():
                return
            status = guesser.send(LOGIN, username=f"{whose}-{number}", password="gæt")  # noqa: S106 - a wrong one
            answers[status] += 1


def print_line(name: str, seconds: list[float]) -> None:
    """Print the median and the 95th percentile in milliseconds."""
    parts = quantiles(seconds, n=20)
    print(f"{name:<20} p50 {parts[9] * 1000:>6.1f} ms   p95 {parts[18] * 1000:>6.1f} ms   of {len(seconds)}")


if __name__ == "__main__":
    main()
