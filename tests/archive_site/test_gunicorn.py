"""The application server keeps the database running while it serves, and leaves nothing behind."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from archive_site.postgres.cluster import Cluster
from tests.archive_site.conftest import PROJECT, is_gone, pid_of

COMMAND = [sys.executable, "-m", "gunicorn", "--config", "python:archive_site.gunicorn"]


class Served:
    """A running server with a database, a port and a home folder of its own."""

    def __init__(self, cluster: Cluster, process: subprocess.Popen[bytes], address: str) -> None:
        self.cluster = cluster
        self.process = process
        self.address = address

    def status(self) -> int:
        """Return the status of the answer to a small page."""
        try:
            return urllib.request.urlopen(f"{self.address}/robots.txt", timeout=10).status
        except urllib.error.HTTPError as error:
            return error.code

    def workers(self) -> list[int]:
        """Return the process ids of the workers."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [
            int(pid) for pid in children.split() if b"gunicorn" in Path(f"/proc/{pid}/cmdline").read_bytes()
        ]


@pytest.fixture
def home(new_folder: Path) -> Path:
    folder = new_folder / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def served(move_cluster: Callable[[Path], Cluster], new_folder: Path, home: Path) -> Iterator[Served]:
    cluster = move_cluster(new_folder / "var" / "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "BIND")}
    ours = {"PORT": str(port), "ARCHIVE_VAR": str(new_folder / "var"), "HOME": str(home)}
    with subprocess.Popen(COMMAND, cwd=PROJECT, env=kept | ours) as process:
        served = Served(cluster, process, f"http://127.0.0.1:{port}")
        _wait(lambda: _answers(served))
        yield served
        process.terminate()
    _wait(lambda: is_gone(cluster))


def test_a_worker_that_is_killed_is_replaced_and_the_database_runs_on(served):
    database = pid_of(served.cluster)
    (killed, *_) = served.workers()
    os.kill(killed, signal.SIGKILL)
    _wait(lambda: killed not in served.workers() and len(served.workers()) == 2)
    assert pid_of(served.cluster) == database
    assert served.status() < 600


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_the_server_that_is_told_to_end_stops_everything_it_started(served, home, signum):
    workers = served.workers()
    assert len(workers) == 2
    served.process.send_signal(signum)
    assert served.process.wait(timeout=60) == 0
    assert is_gone(served.cluster)
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]
    assert list(home.iterdir()) == []


def test_workers_whose_arbiter_was_killed_with_9_stop_the_database(served):
    served.process.kill()
    _wait(lambda: is_gone(served.cluster))


def test_a_body_that_is_too_long_is_refused_and_not_read(served, new_folder):
    """It is announced as 200 MB; what is gone before the refusal is what lies in the sockets' buffers."""
    ours = os.environ | {"ARCHIVE_VAR": str(new_folder / "var")}
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"]
    subprocess.run(collect, cwd=PROJECT, env=ours, check=True)
    head = "POST /robots.txt HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
    port = urlsplit(served.address).port
    for announced, status in (("Content-Length: 200000000", b"413"), ("Transfer-Encoding: chunked", b"411")):
        with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
            connection.sendall(f"{head}{announced}\r\n\r\n".encode())
            sent = 0
            with contextlib.suppress(OSError):
                while sent < 200_000_000:
                    sent += connection.send(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
            assert connection.recv(12) == b"HTTP/1.1 " + status
            assert sent < 20_000_000


@pytest.mark.parametrize("header", ["SCRIPT_NAME", "PATH_INFO"])
def test_no_header_says_under_which_path_the_site_stands(served, header):
    request = urllib.request.Request(f"{served.address}/findes-ikke", headers={header: "/robots.txt"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=10)
    assert "Bad Request" not in refused.value.read().decode()


def _answers(served):
    try:
        return served.status()
    except OSError:
        return False


def _wait(condition):
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "it did not come about within a minute"
        time.sleep(0.05)
