"""What PDF and Word files weigh in the database, with their texts beside them, and how long a dump of them takes.

`script/benchmark source-storage [--count N] [FOLDER…]` stores the documents of the folders again and again, each copy
with bytes of its own, as N sources in a database of its own, and dumps it. Without a folder the samples are printed.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
django.setup()

from django.db import connection  # noqa: E402

from archive_site.postgres.programs import find_programs  # noqa: E402
from benchmarks.printing.programs import print_texts  # noqa: E402
from benchmarks.printing.styles import STYLES  # noqa: E402
from minutes.models import Body, Meeting, SourceDocument, SourceStatus  # noqa: E402
from minutes.sources.stored import keep_text  # noqa: E402
from minutes.sources.text import SourceText, read_source  # noqa: E402

SAMPLES = Path(__file__).resolve().parent.parent / "fixtures" / "minutes"
# The versions of a meeting are numbered in two bytes.
_VERSIONS = 1_000
_AT_A_TIME = 100


def main() -> None:
    """Fill the table, and print what it weighs and what its dump takes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--count", type=int, default=10_000)
    arguments = parser.parse_args()
    documents = [*read_documents(arguments.folders)]
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        fill(documents, arguments.count)
        report(arguments.count)
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def read_documents(folders: Sequence[Path]) -> Iterator[tuple[bytes, SourceText]]:
    """Give the documents with the text that is read of each."""
    paths = [path for folder in folders for path in sorted(folder.iterdir())]
    contents = [path.read_bytes() for path in paths] or [*printed_samples()]
    for content in contents:
        yield content, read_source(content)


def printed_samples() -> Iterator[bytes]:
    """Print the samples as a browser and an office program do."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))}
    for style in ("browser", "office"):
        yield from print_texts(texts, STYLES[style]).values()


def fill(documents: Sequence[tuple[bytes, SourceText]], count: int) -> None:
    """Store the documents in turn, as earlier versions of as few meetings as take them."""
    body = Body.objects.create(name="Udvalget", slug="udvalget")
    rows: list[SourceDocument] = []
    for number, (content, source_text) in enumerate(islice(cycle(documents), count)):
        version = number % _VERSIONS + 1
        if version == 1:
            day = datetime.date(2000, 1, 1) + datetime.timedelta(number // _VERSIONS)
            meeting = Meeting.objects.create(body=body, date=day, slug=f"{day}")
        # A comment, which says nothing to whoever reads a PDF.
        own_content = content + f"\n%{number}".encode()
        rows.append(
            SourceDocument(
                meeting=meeting,
                version=version,
                status=SourceStatus.EARLIER,
                name=f"{number}.pdf",
                content=own_content,
                sha256=hashlib.sha256(own_content).hexdigest(),
                parser_version=1,
            )
        )
        keep_text(rows[-1], source_text)
        if len(rows) == _AT_A_TIME or number + 1 == count:
            SourceDocument.objects.bulk_create(rows)
            rows = []


def report(count: int) -> None:
    """Print the sizes in megabytes, and the seconds of a dump as usual and with little packing."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(length(content)), sum(pg_column_size(content)), sum(octet_length(text)), "
            "sum(pg_column_size(text)), pg_total_relation_size('minutes_sourcedocument') "
            "FROM minutes_sourcedocument"
        )
        sizes = [int(size) / 1e6 for size in cursor.fetchone()]
    print(f"{count} sources")
    for name, size in zip(
        ("files", "files as stored", "texts", "texts as stored", "table"), sizes, strict=True
    ):
        print(f"{name:<16}{size:>9.0f} MB{size * 1000 / count:>9.1f} kB each")
    for compress in (6, 1):
        print(f"{f'dump, --compress={compress}':<25}{dump(compress)}")


def dump(compress: int) -> str:
    """Dump the database, and return what the file weighs and how long it took."""
    connection.ensure_connection()
    place = f"--dbname={connection.connection.info.dsn}"
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "archive.dump"
        command = [
            find_programs() / "pg_dump",
            "--format=custom",
            f"--compress={compress}",
            f"--file={target}",
        ]
        started = time.monotonic()
        subprocess.run([*command, place], check=True)
        taken = time.monotonic() - started
        return f"{target.stat().st_size / 1e6:.0f} MB in {taken:.0f} s"


if __name__ == "__main__":
    main()
