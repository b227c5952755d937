"""The real server, as script/server starts it, on a port of its own; and whole HTTP requests to it."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_WORKERS = "2"
_PATIENCE = 30


class Visitor:
    """Asks for one page after the other over a connection that stays open."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def seconds(self, address: str) -> float:
        """How long the whole answer takes; raises AssertionError where it is no page (200)."""
        start = time.perf_counter()
        try:
            status, _ = self._get(address)
        except (http.client.HTTPException, ConnectionError):
            # A worker closes a connection that was idle; the request is made again on a new one.
            self._connection.close()
            start = time.perf_counter()
            status, _ = self._get(address)
        taken = time.perf_counter() - start
        if status != http.HTTPStatus.OK:
            raise AssertionError(f"{address} answered {status}")
        return taken

    def close(self) -> None:
        self._connection.close()

    def _get(self, address: str) -> tuple[int, bytes]:
        self._connection.request("GET", address, headers={"Accept": "text/html"})
        response = self._connection.getresponse()
        return response.status, response.read()


@contextmanager
def running_server(checkout: Path | None = None, folder: Path | None = None) -> Iterator[Visitor]:
    """Start the server on the database of the settings; it is stopped at the end.

    Of another `checkout`, with an environment of its own (script/setup), it is started on the data of `folder`.
    """
    port = _free_port()
    environment = {**os.environ, "PORT": str(port), "BIND": "127.0.0.1", "WEB_CONCURRENCY": _WORKERS}
    if folder:
        environment["ARCHIVE_VAR"] = str(folder)
    command = [
        str(checkout / ".venv/bin/python") if checkout else sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "python:archive_site.gunicorn",
        "--log-level",
        "error",
    ]
    process = subprocess.Popen(command, env=environment, cwd=checkout)
    try:
        _wait_until_it_answers(port, process)
        yield Visitor(port)
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _wait_until_it_answers(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            Visitor(port).seconds("/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("The server did not start.")
