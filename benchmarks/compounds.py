"""What splitting compounds costs: microseconds a word, seconds to load the lexicon, megabytes of memory.

`script/benchmark compounds` reads the words of the samples, and of the documents of MINUTES_CORPUS if it is set.
Seconds are the processor's, so that a busy machine changes them little; memory is what Python has allocated.
"""

from __future__ import annotations

import os
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from minutes.danish.compounds import compound_parts, split_compound
from minutes.danish.compounds.lexicon import load_lexicon
from minutes.danish.words import find_words
from minutes.sources.text import numbered_text

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
MOST_MICROSECONDS_NEW = 50.0
MOST_MICROSECONDS_CACHED = 0.5
MOST_SECONDS_TO_LOAD = 0.5
MOST_MEGABYTES = 40.0
ROUNDS = 5


def main() -> None:
    """Measure, and print a table beside what is asked."""
    words = read_words()
    loading = min(seconds(load_anew) for _ in range(ROUNDS))
    split_compound(words[0])
    splitting = min(seconds(lambda: split_anew(words)) for _ in range(ROUNDS))
    repeating = min(seconds(lambda: [compound_parts(word) for word in words]) for _ in range(ROUNDS))
    compounds = sum(1 for word in words if compound_parts(word))

    print(f"{len(words)} different words, {compounds} of them compounds")
    print(f"{'measure':<44}{'taken':>9}{'asked':>9}")
    for measure, taken, asked in (
        ("microseconds a new word", splitting / len(words) * 1e6, MOST_MICROSECONDS_NEW),
        ("microseconds a cached word", repeating / len(words) * 1e6, MOST_MICROSECONDS_CACHED),
        ("seconds to load the lexicon", loading, MOST_SECONDS_TO_LOAD),
        ("megabytes of the lexicon and the cached words", megabytes(words), MOST_MEGABYTES),
    ):
        print(f"{measure:<44}{taken:>9.2f}{asked:>9.2f}{'  MORE' if taken > asked else ''}")


def read_words() -> list[str]:
    """The different words of all documents, in the order of the alphabet."""
    folders = [FIXTURES / "minutes"]
    if corpus := os.environ.get("MINUTES_CORPUS"):
        folders.append(Path(corpus) / "minutes")
    texts = [numbered_text(path.read_bytes()) for folder in folders for path in folder.glob("*.txt")]
    return sorted({word.text for text in texts for word in find_words(text)})


def load_anew() -> None:
    """Read the lexicon, as the first word of a process makes it be read."""
    load_lexicon.cache_clear()
    load_lexicon()


def split_anew(words: list[str]) -> None:
    """Find the parts of words as if they were seen for the first time."""
    split_compound.cache_clear()
    compound_parts.cache_clear()
    for word in words:
        compound_parts(word)


def megabytes(words: list[str]) -> float:
    """What the lexicon and the words of one run take together."""
    tracemalloc.start()
    load_anew()
    split_anew(words)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return taken / 1e6


def seconds(step: Callable[[], object]) -> float:
    """How many seconds of the processor's time a step takes."""
    start = time.process_time()
    step()
    return time.process_time() - start


if __name__ == "__main__":
    main()
