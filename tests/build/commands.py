"""Runs a command of `manage.py` as somebody at a terminal does."""

from __future__ import annotations

from io import StringIO
from typing import NamedTuple

from django.core.management import CommandError, call_command


class Ran(NamedTuple):
    """What a command has written, what it has complained of, and the code that the shell is given."""

    out: str
    err: str
    code: int


def run(name: str, *arguments: str) -> Ran:
    out, err = StringIO(), StringIO()
    code = 0
    try:
        call_command(name, *arguments, stdout=out, stderr=err, no_color=True)
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    except CommandError as error:
        return Ran(out.getvalue(), f"{err.getvalue()}{error}", error.returncode)
    return Ran(out.getvalue(), err.getvalue(), code)
