"""How many personal numbers are found of those there are, how many of those there are not, and how long it takes.

`script/benchmark personal-numbers [--count N]` makes up N of each kind, and reads the samples and the documents of
MINUTES_CORPUS, if it is set. The tests do the same with fewer. Seconds are the processor's.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import Counter
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from minutes.danish.personal_numbers import find_personal_numbers
from minutes.sources.text import numbered_text
from minutes.sources.values import UnreadableSourceError
from tests.build.personal_numbers import (
    ENCODED,
    OTHER_NUMBERS,
    SENTENCES,
    SEPARATED,
    SET_APART,
    UNSEPARATED,
    other_numbers,
    personal_numbers,
    write,
)

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
SIZE = 10_000_000
TEXTS = {
    "prose": "Direktionen drøftede oplægget den 27-08-2013 (sag 12/32140). ",
    "personal numbers": "150480-1234 ",
    "blanks": " ",
}


def main() -> None:
    """Count and measure, and print a line for each kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=10_000, help="how many are made up of each kind")
    count = parser.parse_args().count
    for name, notations in (("with a separator", [*SEPARATED, *ENCODED]), ("without", UNSEPARATED)):
        report(f"personal numbers {name}", written(notations, count))
    for notation in SET_APART:
        report(
            f"personal numbers as {notation!r}",
            (write(notation, digits) for digits in personal_numbers(count)),
        )
    for kind in OTHER_NUMBERS:
        report(kind, other_numbers(kind, count))
    documents = list(read_documents())
    report("samples and real documents", documents)
    for name, unit in TEXTS.items():
        text = unit * (SIZE // len(unit))
        begun = time.process_time()
        find_personal_numbers(text)
        print(f"10 MB of {name}: {time.process_time() - begun:.2f} s")


def written(notations: Iterable[str], count: int) -> Iterable[str]:
    """So many personal numbers, each in the next of the notations and sentences."""
    forms = list(product(SENTENCES, notations))
    for place, digits in enumerate(personal_numbers(count)):
        sentence, notation = forms[place % len(forms)]
        yield sentence.format(write(notation, digits))


def report(name: str, texts: Iterable[str]) -> None:
    """Print how many texts there are, and in how many a finding or a warning is the most that is found."""
    counts: Counter[str] = Counter()
    for text in texts:
        found = {number.confidence.value for number in find_personal_numbers(text)}
        counts["finding" if "finding" in found else "warning" if found else "nothing"] += 1
    figures = ", ".join(f"{kind} {counts[kind]:,}" for kind in ("finding", "warning", "nothing"))
    print(f"{name}: {counts.total():,} texts: {figures}")


def read_documents() -> Iterable[str]:
    """The samples, and the documents of MINUTES_CORPUS."""
    folders = [
        FIXTURES,
        *(Path(folder) / "minutes" for folder in filter(None, [os.environ.get("MINUTES_CORPUS")])),
    ]
    for path in sorted(path for folder in folders for path in folder.rglob("*.txt")):
        try:
            yield numbered_text(path.read_bytes())
        except UnreadableSourceError:
            continue


if __name__ == "__main__":
    main()
