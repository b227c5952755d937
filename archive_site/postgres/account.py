"""Whom the server runs as: PostgreSQL refuses root, so root lends it another account."""

import os
import pwd
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psycopg import OperationalError

LENT_BY_ROOT = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """The account that owns the data, which is this process's own unless root lends one."""

    uid: int
    gid: int

    @property
    def name(self) -> str:
        """Return the name for messages: the number where the system knows no name."""
        try:
            return pwd.getpwuid(self.uid).pw_name
        except KeyError:
            return str(self.uid)

    def for_subprocess(self) -> dict[str, Any]:
        """Return the arguments of ``subprocess.run`` that make a program run as this account."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def reaches(self, path: Path) -> bool:
        """Tell whether this account may run the program, or enter the folder."""
        test = ["/bin/sh", "-c", 'test -x "$0"', str(path)]
        return subprocess.run(test, cwd="/", **self.for_subprocess(), check=False).returncode == 0

    def make_folder(self, folder: Path) -> None:
        """Make a folder that only this account (and root) may enter, or keep it if it is one already.

        Raises OperationalError when something else has its name: in /tmp anybody could have put it there.
        """
        try:
            folder.mkdir(0o700)
        except FileExistsError:
            found = folder.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (self.uid, os.geteuid()):
                raise OperationalError(
                    f"{folder} is not a folder of the user {self.name}: remove it."
                ) from None
            if found.st_uid != os.geteuid():
                return
        self.own(folder)

    def own(self, folder: Path) -> None:
        """Give a folder of this process to the account, closed to all others."""
        folder.chmod(0o700)
        os.chown(folder, self.uid, self.gid)


def server_account(data: Path) -> Account:
    """Return the account for the server of a data folder: its owner, or whoever is to own it.

    Raises OperationalError when the data is another user's, or root finds no account to lend.
    """
    if data.exists():
        owner = Account(data.stat().st_uid, data.stat().st_gid)
        if os.geteuid() not in (0, owner.uid):
            raise OperationalError(
                f"The database in {data} belongs to the user {owner.name}: run this as that user."
            )
        return owner
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    known = {entry.pw_name: Account(entry.pw_uid, entry.pw_gid) for entry in pwd.getpwall()}
    for name in LENT_BY_ROOT:
        if name in known:
            return known[name]
    raise OperationalError(
        "PostgreSQL does not run as root, and there is no user postgres or nobody to run it as."
    )
