"""Servers to be mistreated: each test has one of its own, copied from one that was made once."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from psycopg import OperationalError

from archive_site.postgres.cluster import DATABASE, Cluster
from archive_site.postgres.file_locks import is_held
from archive_site.postgres.programs import find_programs
from archive_site.postgres.server import living_postmaster
from tests.conftest import FOLDER

PROJECT = Path(__file__).parents[2]

USER = """
import sys
from pathlib import Path
from archive_site.postgres.cluster import Cluster

Cluster(Path(sys.argv[1])).start()
print("started", flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="session")
def _programs() -> None:
    """Skip what needs a server of its own where an archive with DATABASE_URL has none installed."""
    try:
        find_programs()
    except OperationalError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def _home(_programs: None) -> Path:
    """Return the folder of the one server that most tests use in turn: to make one takes longer than a test."""
    cluster = Cluster(_new_folder() / "postgres")
    cluster.start()
    cluster.release()
    return cluster.folder


@pytest.fixture
def new_folder(_programs: None) -> Path:
    """Return an empty folder that the account of the server can reach, also where the tests run as root."""
    return _new_folder()


@pytest.fixture
def cluster(_home: Path) -> Iterator[Cluster]:
    """Return a stopped server, which is stopped again in the end."""
    cluster = Cluster(_home)
    yield cluster
    cluster.release()


@pytest.fixture
def move_cluster(_home: Path) -> Iterator[Callable[[Path], Cluster]]:
    """Return a function that moves the stopped server to another folder, for the time of the test."""
    moved = []

    def move(folder: Path) -> Cluster:
        folder.parent.mkdir(parents=True, exist_ok=True)
        moved.append(Cluster(_home.rename(folder)))
        return moved[0]

    yield move
    for cluster in moved:
        cluster.release()
        cluster.folder.rename(_home)


@pytest.fixture
def cluster_to_spoil(_home: Path, new_folder: Path) -> Cluster:
    """Return a stopped server that no other test will use."""
    subprocess.run(["cp", "-a", _home, new_folder / "postgres"], check=True)
    return Cluster(new_folder / "postgres")


class User:
    """Another process that uses the server until it is told to leave."""

    def __init__(self, folder: Path, environment: dict[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER, folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=PROJECT,
            env=os.environ | (environment or {}),
            start_new_session=True,
        )

    def wait_until_started(self) -> None:
        """Wait until the server answers this user."""
        said = self.process.stdout.readline()
        assert said == "started\n", self.process.stderr.read()

    def leave(self) -> None:
        """Let the user end as a program does."""
        self.process.communicate(timeout=60)
        assert self.process.returncode == 0

    def kill(self) -> None:
        """Let the user end without a chance to do anything about it."""
        self.process.kill()
        self.process.communicate(timeout=60)


@pytest.fixture
def users() -> Iterator[Callable[..., User]]:
    """Return a function that starts another process on a folder; those still there are killed in the end."""
    started = []

    def start(folder: Path, **environment: str) -> User:
        started.append(User(folder, environment))
        return started[-1]

    yield start
    for user in started:
        if user.process.poll() is None:
            user.kill()


def query(cluster: Cluster, sql: str) -> list[tuple]:
    """Return the rows of a query, asked of the server as it runs now."""
    address = cluster.start()
    with closing(psycopg.connect(**address, dbname=DATABASE, autocommit=True)) as connection:
        cursor = connection.execute(sql)
        return cursor.fetchall() if cursor.description else []


def pid_of(cluster: Cluster) -> int:
    """Return the process id of the running server."""
    postmaster = living_postmaster(cluster.data)
    assert postmaster is not None, "the server does not run"
    return postmaster.pid


def is_gone(cluster: Cluster) -> bool:
    """Tell whether neither the server nor any of its children is left."""
    return living_postmaster(cluster.data) is None and not is_held(cluster.folder / "server.lock")


def _new_folder() -> Path:
    folder = Path(tempfile.mkdtemp(dir=os.environ[FOLDER]))
    folder.chmod(0o711)
    return folder
