"""One server for all who use it, stopped by the last of them, however the others have ended."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from archive_site.postgres.cluster import Cluster
from tests.archive_site.conftest import PROJECT, is_gone, pid_of, query


def test_the_server_runs_while_it_is_used_and_no_longer(cluster):
    assert is_gone(cluster)
    cluster.start()
    assert query(cluster, "SELECT 1") == [(1,)]
    cluster.release()
    assert is_gone(cluster)


def test_a_released_server_starts_again_with_its_data(cluster):
    query(cluster, "DROP TABLE IF EXISTS entry; CREATE TABLE entry AS SELECT 'kept' AS word")
    cluster.release()
    assert query(cluster, "SELECT word FROM entry") == [("kept",)]


def test_releasing_what_is_not_used_does_nothing(cluster):
    cluster.release()
    assert is_gone(cluster)


def test_two_processes_that_start_at_once_in_an_empty_folder_share_one_server(new_folder, users):
    folder = new_folder / "postgres"
    together = [users(folder) for _ in range(3)]
    for user in together:
        user.wait_until_started()
    cluster = Cluster(folder)
    assert cluster.log.read_text().count("starting PostgreSQL") == 1
    for user in together:
        user.leave()
    assert is_gone(cluster)


def test_threads_that_start_at_once_share_one_server(cluster):
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(query(cluster, "SELECT 1"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [[(1,)]] * 8


def test_the_one_that_started_the_server_may_leave_first(cluster, users):
    first, second = users(cluster.folder), users(cluster.folder)
    first.wait_until_started()
    second.wait_until_started()
    server = pid_of(cluster)
    first.leave()
    assert pid_of(cluster) == server
    second.leave()
    assert is_gone(cluster)


def test_a_user_killed_with_9_no_longer_counts(cluster, users):
    killed, last = users(cluster.folder), users(cluster.folder)
    killed.wait_until_started()
    last.wait_until_started()
    killed.kill()
    assert not is_gone(cluster)
    last.leave()
    assert is_gone(cluster)


def test_a_server_whose_only_user_was_killed_with_9_is_stopped_by_the_next(cluster, users):
    killed = users(cluster.folder)
    killed.wait_until_started()
    server = pid_of(cluster)
    killed.kill()
    cluster.start()
    assert pid_of(cluster) == server
    cluster.release()
    assert is_gone(cluster)


FORKING = """
import os, sys
from pathlib import Path
from archive_site.postgres.cluster import Cluster

cluster = Cluster(Path(sys.argv[1]))
cluster.start()
ready, started = os.pipe()
if os.fork():
    os.read(ready, 1)
    sys.exit()
if sys.argv[2] == "connects":
    cluster.start()
print("child has started", flush=True)
os.write(started, b"!")
sys.stdin.read()
"""


@pytest.mark.parametrize(("child", "keeps_the_server"), [("connects", True), ("does nothing", False)])
def test_a_forked_child_is_a_user_of_its_own_from_its_first_connection_on(cluster, child, keeps_the_server):
    with subprocess.Popen(
        [sys.executable, "-c", FORKING, cluster.folder, child],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=PROJECT,
    ) as parent:
        assert parent.wait(timeout=60) == 0
        assert is_gone(cluster) is not keeps_the_server
        parent.stdin.close()  # the child's standard input too: it leaves
        assert parent.stdout.read() == b"child has started\n"
    assert _soon(lambda: is_gone(cluster))


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_child_that_ends_does_not_take_the_server_from_its_parent(cluster):
    cluster.start()
    child = os.fork()
    if child == 0:
        cluster.start()
        cluster.release()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert query(cluster, "SELECT 1") == [(1,)]


COMMAND = """
import time
from django.db import connection
connection.ensure_connection()
print("up", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize(("signum", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_management_command_that_is_told_to_end_stops_the_server(cluster, signum, status):
    with subprocess.Popen(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", COMMAND],
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
        env=_own_data(cluster),
    ) as command:
        assert command.stdout.readline() == "up\n"
        assert not is_gone(cluster)
        command.send_signal(signum)
        assert command.wait(timeout=60) == status
    assert is_gone(cluster)


def test_dbshell_opens_the_archive_and_stops_the_server_when_it_is_left(cluster):
    shell = [sys.executable, "manage.py", "dbshell", "--", "--tuples-only", "--no-align"]
    done = subprocess.run(
        shell,
        input="SELECT current_database();",
        capture_output=True,
        text=True,
        cwd=PROJECT,
        env=_own_data(cluster),
    )
    assert (done.returncode, done.stdout) == (0, "archive\n"), done.stderr
    assert is_gone(cluster)


def _own_data(cluster):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return environment | {"ARCHIVE_VAR": str(cluster.folder.parent)}


def _soon(condition):
    deadline = time.monotonic() + 30
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    return condition()
