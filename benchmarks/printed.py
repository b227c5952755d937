"""How much of minutes is read from PDF files that several printers make of them.

`script/benchmark printed [--keep FOLDER] [PRINTER…]` prints the samples, and the documents of MINUTES_CORPUS if it is
set, by chromium and LibreOffice in the layouts of `printing/styles.py`, reads them and scores them against what was
printed: fields and lines, and how many of all words differ.

`script/benchmark printed --samples` prints those of `fixtures/printed/` anew, a sample by each printer.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
django.setup()

from benchmarks.printing.programs import print_texts  # noqa: E402
from benchmarks.printing.scoring import Score, score  # noqa: E402
from benchmarks.printing.styles import PRINTED_SAMPLES, STYLES  # noqa: E402
from minutes.importing.organisation import centre_names_of_fixture  # noqa: E402
from minutes.sources.pdf import read_pdf  # noqa: E402
from minutes.sources.text import numbered_text  # noqa: E402
from minutes.sources.values import UnreadableSourceError  # noqa: E402

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
SAMPLES, PRINTED = FIXTURES / "minutes", FIXTURES / "printed"


def main() -> None:
    """Print, read and score, and show a line for each printer."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("printers", nargs="*", choices=[*STYLES, []], help="which printers; all without")
    parser.add_argument("--keep", type=Path, help="a folder for the PDF files and the texts read from them")
    parser.add_argument("--misses", type=int, default=0, help="how many misses are shown")
    parser.add_argument("--samples", action="store_true", help="print the samples of fixtures/printed/ anew")
    arguments = parser.parse_args()
    if arguments.samples:
        print_samples()
        return
    texts = read_texts()
    for name in arguments.printers or STYLES:
        report(name, texts, arguments.keep, arguments.misses)


def print_samples() -> None:
    """Print each of the PRINTED_SAMPLES by its printer."""
    PRINTED.mkdir(exist_ok=True)
    for name, document in PRINTED_SAMPLES.items():
        text = numbered_text((SAMPLES / f"{document}.txt").read_bytes())
        (content,) = print_texts({document: text}, STYLES[name]).values()
        (PRINTED / f"{document}-{name}.pdf").write_bytes(content)


def read_texts() -> dict[str, str]:
    """The samples, and the documents of MINUTES_CORPUS, by their names."""
    folders = [
        SAMPLES,
        *(Path(folder) / "minutes" for folder in filter(None, [os.environ.get("MINUTES_CORPUS")])),
    ]
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    return {path.stem: numbered_text(path.read_bytes()) for path in paths}


def report(name: str, texts: dict[str, str], keep: Path | None, misses: int) -> None:
    """Print the texts by one printer, and show how well they are read."""
    style = STYLES[name]
    centres = centre_names_of_fixture()
    printed = print_texts(texts, style)
    begun = time.process_time()
    total = Score()
    for document, content in printed.items():
        try:
            read = read_pdf(content).text
        except UnreadableSourceError as error:
            read = ""
            total.misses.append(f"{document}: {error}")
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{document}-{name}.pdf").write_bytes(content)
            (keep / f"{document}-{name}.txt").write_text(read, encoding="utf-8")
        known = len(total.misses)
        score(style.cut(texts[document]), read, centres, total)
        total.misses[known:] = [f"{document}: {miss}" for miss in total.misses[known:]]
    seconds = time.process_time() - begun
    differ = total.total["words"] - total.right["words"]
    print(
        f"{name:<8} fields {total.share('fields'):.4f}  lines {total.share('lines'):.4f}  "
        f"{differ} of {total.total['words']:,} words lost, {total.right['words too many']} new  ({seconds:.1f} s)"
    )
    for miss in total.misses[:misses]:
        print(f"   {miss}")


if __name__ == "__main__":
    main()
