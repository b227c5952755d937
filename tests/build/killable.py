"""A process with the program loaded, which does each thing that it is told in a child of its own: that can be killed.

It reads lines, "upload /tmp/referat.txt"; of each it says the child's number, and "ended" when there is no child more.
"""

import os
import signal
import sys
import traceback
from pathlib import Path

import django

from tests.build.documents import many_items


def main() -> None:
    django.setup()
    from minutes.danish.compounds import split_compound
    from minutes.importing import importer, versions  # noqa: F401 - loaded once, for all children
    from minutes.importing.arrivals import uploading  # noqa: F401
    from minutes.parser import parse_minutes

    # What is read of the program's own data when it first parses and splits a compound is read here.
    parse_minutes(many_items(range(1, 3)))
    split_compound("byrådsmøde")
    print("ready", flush=True)
    for line in sys.stdin:
        deed, _, path = line.strip().partition(" ")
        child = os.fork()
        if not child:
            _do(deed, Path(path))
        print(child, flush=True)
        os.waitpid(child, 0)
        print("ended", flush=True)


def _do(deed: str, path: Path) -> None:
    """Do it, and end; the parent has no connection to the database that a child could come to share."""
    status = 0
    try:
        {"upload": upload, "publish": publish_all}[deed](path)
    except BaseException:
        traceback.print_exc()
        status = 1
    sys.stderr.flush()
    os._exit(status)


def upload(path: Path) -> None:
    """Send a file in, and save it, as somebody at the desk does in two steps."""
    from minutes.importing.arrivals.uploading import receive, save

    source = receive(path.read_bytes(), path.name, None).source
    if source.is_uploaded:
        save(source, None)


def publish_all(_path: Path) -> None:
    """Show all meetings to everybody, with the versions that wait."""
    from minutes.importing.versions import publish
    from minutes.models import Meeting

    publish(Meeting.objects.all(), None)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main()
