"""How long the parser takes: for hostile texts of 10 MB against a limit, for real documents against a peer.

`script/benchmark parser` reads the documents of MINUTES_CORPUS, or else the samples; the peer of the same run only
splits them into lines and strips these. Seconds are the processor's, so that a busy machine changes them little.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

from minutes.parser import CentreNames, MinutesSyntaxError, parse_minutes
from minutes.sources.text import numbered_text
from tests.build.hostile import HOSTILE

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
SIZE = 10_000_000
MOST_SECONDS = 2.0
LARGEST_RATIO = 2.5
# What takes less time is too short for a ratio.
SHORTEST_SECONDS = 0.5
DOCUMENTS_AT_LEAST = 2_000_000


def main() -> None:
    """Measure, and print a table of each kind."""
    known = json.loads((FIXTURES / "centres.json").read_text(encoding="utf-8"))
    names = {centre["code"]: (centre["name"], *centre["aliases"]) for centre in known["centres"]}
    centres = CentreNames.of(names, known["not_centres"])
    print_documents(centres)
    print_hostile(centres)


def print_documents(centres: CentreNames) -> None:
    """Megabytes of text a second, parsed and by the peer."""
    corpus = os.environ.get("MINUTES_CORPUS")
    folder = Path(corpus) / "minutes" if corpus else FIXTURES / "minutes"
    texts = [numbered_text(path.read_bytes()) for path in sorted(folder.glob("*.txt"))]
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    rounds = range(1 + int(DOCUMENTS_AT_LEAST / 1e6 / megabytes))
    parsing = seconds(lambda: [parse_minutes(text, centres) for _ in rounds for text in texts])
    peer = seconds(lambda: [list(map(str.strip, text.split("\n"))) for _ in rounds for text in texts])
    whole = megabytes * len(rounds)

    print(
        f"{len(texts)} {'real documents' if corpus else 'samples'}, {megabytes * 1e3:.0f} kB, {len(rounds)} times"
    )
    print(f"{'step':<44}{'seconds':>9}{'MB/s':>9}{'to peer':>9}")
    for step, taken in (("parsing", parsing), ("peer: splitting into lines and stripping them", peer)):
        print(f"{step:<44}{taken:>9.2f}{whole / taken:>9.1f}{taken / peer:>9.1f}")


def print_hostile(centres: CentreNames) -> None:
    """Seconds for each hostile text, and how many times those of a text of half its size."""
    print(
        f"\nHostile texts of {SIZE / 1e6:.0f} MB, asked: {MOST_SECONDS} s, and {LARGEST_RATIO} times half the size"
    )
    print(f"{'text':<44}{'seconds':>9}{'ratio':>9}  read as")
    for name, text_of in HOSTILE.items():
        half, whole = text_of(SIZE // 2), text_of(SIZE)
        result = outcome(whole, centres)
        taken = seconds(lambda text=whole: outcome(text, centres))
        ratio = taken / seconds(lambda text=half: outcome(text, centres))
        is_slow = taken > MOST_SECONDS or (ratio > LARGEST_RATIO and taken > SHORTEST_SECONDS)
        print(f"{name:<44}{taken:>9.2f}{ratio:>9.1f}  {result}{'  SLOW' if is_slow else ''}", flush=True)


def outcome(text: str, centres: CentreNames) -> str:
    """What becomes of a text, in a few words."""
    try:
        meeting = parse_minutes(text, centres)
    except MinutesSyntaxError as error:
        return f"refused at line {error.line}"
    return f"{len(meeting.items)} items, {len(meeting.problems)} problems"


def seconds(step: Callable[[], object]) -> float:
    """How long a step takes at best, of two runs."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        step()
        taken.append(time.process_time() - start)
    return min(taken)


if __name__ == "__main__":
    main()
