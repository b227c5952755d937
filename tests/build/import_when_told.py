"""A process of its own that gets ready, waits for a line, and then imports one file: run by the tests of races.

With "publish" after the file, it publishes all meetings instead.
"""

import sys
from pathlib import Path

import django


def main(path: Path, *what: str) -> None:
    django.setup()
    from django.db import connection

    from minutes.importing import versions
    from minutes.importing.importer import import_minutes
    from minutes.models import Meeting

    content = path.read_bytes()
    connection.ensure_connection()
    print("ready", flush=True)
    sys.stdin.readline()
    if what == ("publish",):
        versions.publish(Meeting.objects.all(), None)
        print("published", flush=True)
    else:
        print(import_minutes(content, path.name).status.value, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
