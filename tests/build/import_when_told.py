"""A process of its own that gets ready, waits for a line, and then imports one file: run by the tests of races."""

import sys
from pathlib import Path

import django


def main(path: Path) -> None:
    django.setup()
    from django.db import connection

    from minutes.importing.importer import import_minutes

    content = path.read_bytes()
    connection.ensure_connection()
    print("ready", flush=True)
    sys.stdin.readline()
    print(import_minutes(content, path.name).status.value, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
