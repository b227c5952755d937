"""The life of one embedded server: started by its first user, shared, stopped by the last.

What is true of it is asked of the kernel, which forgets a process when it is gone. Every user of the server
holds ``users.lock`` with the others, the server itself and all its children hold ``server.lock``, and whoever
starts or stops it holds ``start.lock`` alone meanwhile.
"""

import atexit
import os
import signal
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import psycopg
from psycopg import OperationalError

from archive_site.postgres.account import Account, server_account
from archive_site.postgres.data_folder import SUPERUSER, check_version, make_data_folder
from archive_site.postgres.programs import copy_programs, find_programs
from archive_site.postgres.server import PORT, Postmaster, living_postmaster, make_socket_folder, start_server

from .file_locks import hold_alone, hold_with_others, is_held

DATABASE = "archive"
BUFFERS_MB = 256  # of memory for what was read, unless whoever starts the server says otherwise

START_SECONDS = 120  # a server that was killed first replays its log
STOP_SECONDS = 60  # it writes what it has in memory to the disk first, hundreds of megabytes on a slow one
POLL_SECONDS = 0.05  # a start takes a second or so: nobody notices this much more, and asking costs nothing
LOG_LINES = 15  # the last words of a server that does not start: its error with what led to it, on one screen


class Cluster:
    """The server whose data, log and locks lie in ``folder``; whoever starts it gives it its ``buffers_mb``."""

    def __init__(self, folder: Path, buffers_mb: int = BUFFERS_MB) -> None:
        self.folder = folder.resolve()
        self._buffers_mb = buffers_mb
        self.data = self.folder / "data"
        self.log = self.folder / "server.log"
        self._start_lock = self.folder / "start.lock"
        self._users_lock = self.folder / "users.lock"
        self._server_lock = self.folder / "server.lock"
        self._use: BinaryIO | None = None
        self._server: subprocess.Popen[bytes] | None = None
        self._mutex = threading.Lock()
        os.register_at_fork(after_in_child=self._forget)
        atexit.register(self.release)

    def start(self) -> dict[str, str]:
        """Become a user of the server, start it unless it runs, and return its host, port and user.

        Cheap enough to be called before every connection. Raises OperationalError with what to do about it.
        """
        with self._mutex:
            postmaster = living_postmaster(self.data)
            if self._use is None or postmaster is None or not postmaster.ready:
                try:
                    postmaster = self._join()
                except OSError as error:
                    raise OperationalError(
                        f"The embedded PostgreSQL in {self.folder} cannot be used: {error}"
                    ) from error
            return _address(postmaster)

    def release(self) -> None:
        """Stop being a user; the last one stops the server. Called when the process ends."""
        with self._mutex:
            if self._use is None:
                return
            with hold_alone(self._start_lock):
                self._use.close()
                self._use = None
                if not is_held(self._users_lock):
                    self._stop()

    def _forget(self) -> None:
        # A forked child has a copy of its parent's lock. Closing the copy leaves the parent's alone, and the
        # child becomes a user in its own right when it first connects.
        if self._use:
            self._use.close()
        self._use = None
        self._server = None
        self._mutex = threading.Lock()

    def _join(self) -> Postmaster:
        if not Path("/proc/self/cmdline").exists():
            raise OperationalError("The embedded PostgreSQL needs Linux. Elsewhere, set DATABASE_URL.")
        with suppress(FileExistsError):  # another process may make it at the same moment
            self.folder.mkdir(parents=True)
            self.folder.chmod(0o711)  # lets the server's account through to its data
        with hold_alone(self._start_lock):
            self._use = self._use or hold_with_others(self._users_lock)
            if living_postmaster(self.data) is None:
                self._launch(server_account(self.data))
            postmaster = self._wait_until_ready()
            _create_database(_address(postmaster))
        return postmaster

    def _launch(self, account: Account) -> None:
        if not account.reaches(self.folder):
            raise OperationalError(
                f"PostgreSQL does not run as root, and the user {account.name} cannot reach {self.folder}. "
                "Run this as another user, or set ARCHIVE_VAR to a folder all may enter, like /srv/archive."
            )
        programs = find_programs()
        if not account.reaches(programs / "postgres"):
            programs = copy_programs(programs, self.folder)
        if not self.data.exists():
            make_data_folder(self.data, programs, account)
        check_version(self.data, programs)
        sockets = make_socket_folder(self.folder, account)
        self._wait_until_gone(START_SECONDS)
        with hold_alone(self._server_lock) as lock:
            self._server = start_server(
                self.data,
                programs,
                account,
                sockets=sockets,
                log=self.log,
                lock=lock,
                buffers_mb=self._buffers_mb,
            )

    def _wait_until_ready(self) -> Postmaster:
        deadline = time.monotonic() + START_SECONDS
        while not ((postmaster := living_postmaster(self.data)) and postmaster.ready):
            if time.monotonic() > deadline or not is_held(self._server_lock):
                raise OperationalError(f"PostgreSQL did not start. {self._end_of_log()}")
            time.sleep(POLL_SECONDS)
        return postmaster

    def _stop(self) -> None:
        if postmaster := living_postmaster(self.data):
            os.kill(postmaster.pid, signal.SIGINT)  # "fast": it rolls back what is open, then writes all out
        elif self._server:
            self._server.send_signal(signal.SIGINT)  # this process is leaving before it was up
        self._wait_until_gone(STOP_SECONDS)

    def _wait_until_gone(self, seconds: float) -> None:
        # The children of a killed server leave by themselves; a new one must not touch their data before.
        deadline = time.monotonic() + seconds
        while is_held(self._server_lock):
            if time.monotonic() > deadline:
                raise OperationalError(
                    f"Processes of the PostgreSQL in {self.folder} are still there after {seconds} seconds: "
                    f"end them, then try again. {self._end_of_log()}"
                )
            time.sleep(POLL_SECONDS)
        if self._server:
            self._server.wait()

    def _end_of_log(self) -> str:
        if not self.log.exists():
            return ""
        lines = self.log.read_text(errors="replace").splitlines()[-LOG_LINES:]
        return "\n".join([f"The end of {self.log}:", *lines])


def _address(postmaster: Postmaster) -> dict[str, str]:
    return {"host": postmaster.socket_folder, "port": PORT, "user": SUPERUSER}


def _create_database(address: dict[str, str]) -> None:
    with psycopg.connect(**address, dbname="postgres", autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            connection.execute(f"CREATE DATABASE {DATABASE}")
