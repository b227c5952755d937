"""A process with the program loaded, and children of it that each import one file when told: for the tests of races.

To load the program takes longer than an import: each child is a process of its own, with a connection of its own, but
has the program from its parent. With "publish" after the file, a child publishes all meetings instead.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import django

_MOST_BYTES = 4096


class Importer:
    """A child that is ready, and waits to be told."""

    def __init__(self, said: socket.socket) -> None:
        said.settimeout(300)
        self._said = said
        self._lines = said.makefile("r", encoding="utf-8")
        word, _, number = self._lines.readline().strip().partition(" ")
        assert word == "ready"
        self._number = int(number)

    def go(self) -> None:
        self._said.sendall(b"\n")

    def outcome(self) -> str:
        """What it came to, said before it ends."""
        return self._lines.read().strip()

    def kill(self) -> None:
        """Kill it, and wait until it is gone."""
        with suppress(ProcessLookupError):
            os.kill(self._number, signal.SIGKILL)
        self._lines.read()

    def close(self) -> None:
        """Let it end, if it was never told anything."""
        self._lines.close()
        self._said.close()


class Loaded:
    """The process with the program loaded, as it runs in this environment."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self._asked, its = socket.socketpair()
        with its:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__], stdin=its, cwd=folder, env=environment
            )

    def start(self, path: Path, *what: str) -> Importer:
        """Start a child, and return it when it is ready."""
        said, its = socket.socketpair()
        with its:
            socket.send_fds(self._asked, ["\0".join((str(path), *what)).encode()], [its.fileno()])
        return Importer(said)

    def close(self) -> None:
        self._asked.close()
        self._process.wait(30)


def main() -> None:
    django.setup()
    from minutes.danish.compounds import split_compound
    from minutes.importing import importer, versions  # noqa: F401 - loaded once, for all children
    from minutes.parser import parse_minutes
    from tests.build.documents import many_items

    # What is read of the program's own data when it first parses and splits a compound is read here.
    parse_minutes(many_items(range(1, 3)))
    split_compound("byrådsmøde")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # a child that has ended is gone
    with socket.socket(fileno=os.dup(0)) as asked:
        while True:
            words, [*said], _, _ = socket.recv_fds(asked, _MOST_BYTES, 1)
            if not words:
                return
            if not os.fork():
                asked.close()
                os.close(0)
                with socket.socket(fileno=said[0]) as answers:
                    import_when_told(answers, *words.decode().split("\0"))
                return
            os.close(said[0])


def import_when_told(said: socket.socket, name: str, *what: str) -> None:
    """Say "ready" and the number of this process, wait for a line, do it, and say what it came to."""
    from django.db import connection

    from minutes.importing import versions
    from minutes.importing.importer import import_minutes
    from minutes.models import Meeting

    path = Path(name)
    content = path.read_bytes()
    connection.ensure_connection()
    said.sendall(f"ready {os.getpid()}\n".encode())
    if not said.recv(1):
        return
    if what == ("publish",):
        versions.publish(Meeting.objects.all(), None)
        said.sendall(b"published\n")
    else:
        said.sendall(f"{import_minutes(content, path.name).status.value}\n".encode())


if __name__ == "__main__":
    main()
