"""An archive with the sample minutes and one publisher, served on 127.0.0.1 as long as pictures are taken of it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.searching.server import running_server

ROOT = Path(__file__).resolve().parent.parent
NAME, PASSWORD = "udgiver", "en-lang-adgangskode-til-billeder"
_ADD_PUBLISHER = f"""
from django.contrib.auth.models import User
from minutes.editing.people.groups import Role, group_of
User.objects.create_user("{NAME}", password="{PASSWORD}").groups.add(group_of(Role.PUBLISHER))
"""


@contextmanager
def served_archive() -> Iterator[str]:
    """Make and serve it; give its address. Nothing of it is left afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)  # as root, the database server runs as another user and has to pass through
        os.environ["ARCHIVE_VAR"] = folder
        _manage("prepare")
        _manage("shell", "-c", _ADD_PUBLISHER)
        with running_server() as server:
            yield f"http://127.0.0.1:{server.port}"


def _manage(*arguments: str) -> None:
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
